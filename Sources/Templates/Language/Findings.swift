// Collects mistakes. A partial is checked once for every page that includes it, but each of its
// mistakes is reported only once.

import Diagnostics

/// The mistakes in the templates of a site, one for each place and rule.
struct Findings {
    private(set) var log = DiagnosticLog()
    private var seen: Set<Key> = []

    /// The most mistakes that are kept; the place of each on a very long line takes a while to find.
    private static let most = 1_000

    mutating func report(
        _ rule: TemplateRule,
        _ source: TemplateText,
        _ span: Span,
        _ message: String,
        _ suggestion: String? = nil
    ) {
        guard seen.count < Findings.most else { return }
        let location = source.location(span.start)
        guard seen.insert(Key(rule: rule, location: location)).inserted else { return }
        log.report(
            rule,
            at: location,
            message,
            excerpt: source.excerpt(span),
            suggestion: suggestion
        )
    }

    /// Reports what could not be read in a template.
    mutating func report(_ mistake: SyntaxMistake, in source: TemplateText) {
        report(mistake.rule, source, mistake.span, mistake.message, mistake.suggestion)
    }

    /// Reports a mistake that concerns a whole file.
    mutating func report(
        _ rule: TemplateRule,
        file: String,
        _ message: String,
        _ suggestion: String?
    ) {
        let location = SourceLocation(file: file)
        guard seen.insert(Key(rule: rule, location: location)).inserted else { return }
        log.report(rule, at: location, message, suggestion: suggestion)
    }

    private struct Key: Hashable {
        let rule: TemplateRule
        let location: SourceLocation
    }
}
