// Printing: what can be printed at all, and what where.

import Diagnostics

extension Checker {
    func output(_ value: Expression, _ context: Context, _ flow: inout Flow) {
        if case .call(let name, let arguments) = value.kind {
            return nested(context, value.span) {
                if name.text == "super" {
                    superBlock(name, arguments, context, &flow)
                } else if let call = call(name, arguments, flow.place, context, flow) {
                    operations.append(.call(call.index))
                    flow.place = call.end
                }
            }
        }
        let typed = expression(value, context, flow)
        guard isPrintable(typed.kind, value, context) else {
            flow.place.print(settles: true)
            return
        }
        let placement = Placement(flow.place)
        flow.place.print(settles: typed.kind == .url)
        guard typed.kind != .unknown, fits(typed.kind, placement, value, context) else { return }
        if case .link = placement {
            operations.append(.printLink(typed.index, place: place(context, value.span)))
        } else if case .numbers = placement {
            operations.append(.printNumber(typed.index, place: place(context, value.span)))
        } else if case .fill(let filling) = program.computations[typed.index] {
            operations.append(.fill(filling))
        } else {
            operations.append(.print(typed.index))
        }
    }

    private func superBlock(
        _ name: Name,
        _ arguments: [Argument],
        _ context: Context,
        _ flow: inout Flow
    ) {
        if let argument = arguments.first {
            report(.wrongArguments, context, argument.value.span, "super() takes no arguments")
        }
        if context.overridden.isEmpty {
            report(
                .unknownBlock,
                context,
                name.span,
                "super() has nothing to print here",
                "It prints the part that a block replaces, and stands inside that block."
            )
        }
        definition(context.overridden, context, &flow)
    }

    /// Whether values of a type can be printed anywhere.
    func isPrintable(_ kind: Kind, _ value: Expression, _ context: Context) -> Bool {
        let text = context.template.source.text(value.span)
        let hint: String
        switch kind {
        case .unknown, .integer, .text, .url, .html: return true
        case .phrase(let names):
            return isFilled(names, value, context)
        case .optional, .none:
            reportMissing(value, context)
            return false
        case .boolean, .condition:
            hint = "Write the words for both cases: {{ \"yes\" if \(text) else \"no\" }}."
        case .list: hint = "Walk over it with {% for item in \(text) %}, or join its items."
        case .record(let type):
            let fields = type.shape.fields.prefix(3).map { "\(text).\($0.name)" }
            hint = "Print one of its values, such as \(fields.joined(separator: ", "))."
        case .table: hint = "Print one of its values."
        }
        report(.wrongType, context, value.span, "\(kind) cannot be printed", hint)
        return false
    }

    /// Whether a phrase can be printed without arguments.
    private func isFilled(_ names: Set<String>, _ value: Expression, _ context: Context) -> Bool {
        guard let name = names.sorted().first(where: { !isPlain($0) }),
            let missing = environment.phrases[name]
        else { return true }
        let list = missing.sorted().map { "{\($0)}" }.joined(separator: ", ")
        let text = context.template.source.text(value.span)
        let names = missing.filter { $0 != Phrase.count }.sorted().map { "\($0)=…" }
        let hint =
            missing.contains(Phrase.count)
            ? "plural(\((["n"] + names).joined(separator: ", ")))"
            : "fill(\(names.joined(separator: ", ")))"
        report(
            .phrasePlaceholder,
            context,
            value.span,
            "the phrase “\(name)” needs \(list)",
            "Write {{ \(text) | \(hint) }}."
        )
        return false
    }

    private func isPlain(_ phrase: String) -> Bool {
        environment.phrases[phrase]?.isEmpty ?? true
    }

    /// The type of a value that has either type; values that differ in type, but can all be printed,
    /// can then only be printed, as HTML is.
    func join(_ left: Kind, _ right: Kind) -> Kind? {
        if let joined = left.joined(right) { return joined }
        let isOptional = left.isOptional || right.isOptional
        guard let left = tags(left.present), let right = tags(right.present) else { return nil }
        let joined = Kind.html(hasTags: left || right)
        return isOptional ? joined.asOptional : joined
    }

    /// Whether a printable type may hold tags; `nil` when the type cannot be printed.
    private func tags(_ kind: Kind) -> Bool? {
        switch kind {
        case .integer, .text, .url: false
        case .html(let hasTags): hasTags
        case .phrase(let names): names.allSatisfy(isPlain) ? false : nil
        case .unknown, .none, .boolean, .condition, .list, .record, .table, .optional: nil
        }
    }

    /// Reports a value that may be missing.
    func reportMissing(_ value: Expression, _ context: Context) {
        let text = context.template.source.text(value.span)
        if case .none = value.kind {
            return report(.wrongType, context, value.span, "there is nothing in none")
        }
        report(
            .untestedOptional,
            context,
            value.span,
            "“\(text)” may be missing here",
            "Test it first, as in {% if \(text) is not none %} … {% endif %}, or write"
                + " \(text) | default(…)."
        )
    }

    /// Whether a value of a printable type may stand at a place; reports when it may not.
    private func fits(
        _ kind: Kind,
        _ placement: Placement,
        _ value: Expression,
        _ context: Context
    ) -> Bool {
        switch placement {
        case .anything: return true
        case .plain(let what):
            guard kind == .html(hasTags: true) else { return true }
            report(
                .unsafePlace,
                context,
                value.span,
                "html cannot stand in \(what)",
                "Tags and quotes in it would end the value early; print text here."
            )
        case .link(let attribute):
            if kind == .url { return true }
            report(
                .uncheckedLink,
                context,
                value.span,
                "\(kind) begins the link in \(attribute), where only a url may",
                "Anything else could become a link that runs a script. Print a url first, or begin"
                    + " with a path in the template, as in \(attribute)=\"strikes/{{ … }}\"."
            )
        case .numbers(let what):
            if kind == .integer { return true }
            report(
                .unsafePlace,
                context,
                value.span,
                "\(kind) cannot stand in \(what)",
                "Escaping does not make it safe there; only integers may. Print it as text or in a"
                    + " quoted attribute value."
            )
        }
        return false
    }
}
