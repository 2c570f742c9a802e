// Printing: which values can be printed at all, and which of them at a place in HTML.

import Diagnostics

/// Checks values that are printed or become part of a printed value.
struct PrintChecker {
    let context: Context

    /// Whether values of a kind can be printed anywhere; reports when they cannot.
    func canPrint(_ kind: Kind, _ value: Expression, _ compilation: inout Compilation) -> Bool {
        let text = context.template.source.text(value.span)
        let hint: String
        switch kind {
        case .unknown, .integer, .text, .url, .html: return true
        case .phrase(let names): return isComplete(names, value, &compilation)
        case .optional, .none:
            compilation.reportMissing(value, context)
            return false
        case .boolean, .condition:
            hint = "Write the words for both cases: {{ \"yes\" if \(text) else \"no\" }}."
        case .list: hint = "Walk over it with {% for item in \(text) %}, or join its items."
        case .record(let type):
            let fields = type.shape.fields.prefix(3).map { "\(text).\($0.name)" }
            hint = "Print one of its values, such as \(fields.joined(separator: ", "))."
        case .table: hint = "Print one of its values."
        }
        compilation.report(.wrongType, context.at(value.span), "\(kind) cannot be printed", hint)
        return false
    }

    /// Whether a phrase can be printed without arguments; reports when it cannot.
    private func isComplete(
        _ names: Set<String>,
        _ value: Expression,
        _ compilation: inout Compilation
    ) -> Bool {
        let environment = context.page.environment
        guard let name = names.sorted().first(where: { !environment.isPlain($0) }),
            let missing = environment.phrases[name]
        else { return true }
        let list = missing.sorted().map { "{\($0)}" }.joined(separator: ", ")
        let text = context.template.source.text(value.span)
        let arguments = missing.filter { $0 != Phrase.count }.sorted().map { "\($0)=…" }
        let hint =
            missing.contains(Phrase.count)
            ? "plural(\((["n"] + arguments).joined(separator: ", ")))"
            : "fill(\(arguments.joined(separator: ", ")))"
        compilation.report(
            .phrasePlaceholder,
            context.at(value.span),
            "the phrase “\(name)” needs \(list)",
            "Write {{ \(text) | \(hint) }}."
        )
        return false
    }

    /// Whether a value of a printable kind may stand at a place in HTML; reports when it may not.
    func fits(
        _ kind: Kind,
        _ placement: Placement,
        _ value: Expression,
        _ compilation: inout Compilation
    ) -> Bool {
        switch placement {
        case .anything: return true
        case .plain(let what):
            guard kind == .html(hasTags: true) else { return true }
            compilation.report(
                .unsafePlace,
                context.at(value.span),
                "html cannot stand in \(what)",
                "Tags and quotes in it would end the value early; print text here."
            )
        case .link(let attribute):
            if kind == .url { return true }
            compilation.report(
                .uncheckedLink,
                context.at(value.span),
                "\(kind) begins the link in \(attribute), where only a url may",
                "Anything else could become a link that runs a script. Print a url first, or begin"
                    + " with a path in the template, as in \(attribute)=\"strikes/{{ … }}\"."
            )
        case .numbers(let what):
            if kind == .integer { return true }
            compilation.report(
                .unsafePlace,
                context.at(value.span),
                "\(kind) cannot stand in \(what)",
                "Escaping does not make it safe there; only integers may. Print it as text or in a"
                    + " quoted attribute value."
            )
        }
        return false
    }
}
