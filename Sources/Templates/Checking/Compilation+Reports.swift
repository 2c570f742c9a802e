// Mistakes that are reported from several parts of the checker.

import Diagnostics

extension Compilation {
    /// Reports a mistake; in a macro, with the call for which it was found.
    mutating func report(
        _ rule: TemplateRule,
        _ place: CheckedSpan,
        _ message: String,
        _ suggestion: String? = nil
    ) {
        var lines = suggestion.map { [$0] } ?? []
        if let call = place.context.call { lines.append("Found for the call at \(call).") }
        let text = lines.isEmpty ? nil : lines.joined(separator: "\n")
        findings.report(rule, place.context.template.source, place.span, message, text)
    }

    /// Reports a page kind whose template does not exist.
    mutating func reportMissingTemplate(of page: CheckedPage, inFolder folder: String) {
        let template = page.kind.template
        findings.report(
            .unknownTemplate,
            file: folder + template,
            "there is no template “\(template)”, which pages of kind “\(page.kind.name)” need",
            Spelling.question(template, page.templates.keys)
        )
    }

    /// Reports a page that does not end in HTML text.
    mutating func reportUnfinishedMarkup(_ source: TemplateText) {
        let offset = source.bytes.lastIndex(of: UInt8(ascii: "<")) ?? source.bytes.count
        findings.report(
            .brokenMarkup,
            source,
            Span(start: offset, end: offset),
            "the page ends inside a tag, a comment or a script",
            "Close it, so that what browsers see does not depend on their guesses."
        )
    }

    /// Reports a part that changes the place in HTML, although it must not.
    mutating func reportBroken(_ place: CheckedSpan, _ what: String) {
        report(
            .brokenMarkup,
            place,
            "\(what) does not end in the HTML where it began",
            "Open and close tags, quotes and comments on the same side of a template tag."
        )
    }

    /// Reports a value that may be missing where it is used.
    mutating func reportMissing(_ value: Expression, _ context: Context) {
        if case .none = value.kind {
            return report(.wrongType, context.at(value.span), "there is nothing in none")
        }
        let text = context.template.source.text(value.span)
        report(
            .untestedOptional,
            context.at(value.span),
            "“\(text)” may be missing here",
            "Test it first, as in {% if \(text) is not none %} … {% endif %}, or write"
                + " \(text) | default(…)."
        )
    }

    /// Reports an argument that a filter or macro does not take.
    mutating func reportCount(
        _ name: Name,
        _ wanted: String,
        _ argument: Argument,
        _ context: Context
    ) {
        report(
            .wrongArguments,
            context.at(argument.name?.span.union(argument.value.span) ?? argument.value.span),
            "“\(name.text)” takes \(wanted)"
        )
    }
}
