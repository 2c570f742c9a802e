// Collects what is wrong. A partial is checked once for every page that includes it, but its author
// made each mistake only once.

import Diagnostics

/// The mistakes of one loading, each place and rule once.
final class Findings {
    private(set) var log = DiagnosticLog()
    private var seen: Set<Key> = []

    func report(
        _ rule: TemplateRule,
        _ source: TemplateSource,
        _ span: Span,
        _ message: String,
        _ suggestion: String? = nil
    ) {
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

    /// Reports a mistake that concerns a whole file.
    func report(_ rule: TemplateRule, file: String, _ message: String, _ suggestion: String?) {
        let location = SourceLocation(file: file)
        guard seen.insert(Key(rule: rule, location: location)).inserted else { return }
        log.report(rule, at: location, message, suggestion: suggestion)
    }

    private struct Key: Hashable {
        let rule: TemplateRule
        let location: SourceLocation
    }
}
