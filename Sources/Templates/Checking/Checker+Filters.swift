// Filters: what they take and what they make of it.

import Diagnostics

extension Checker {
    func filter(
        _ operand: Expression,
        _ name: Name,
        _ arguments: [Argument],
        _ value: Expression,
        _ context: Context,
        _ flow: Flow
    ) -> Typed {
        let typed = expression(operand, context, flow)
        guard let filter = Filter(rawValue: name.text) else {
            for argument in arguments { _ = expression(argument.value, context, flow) }
            reportUnknownFilter(name, context)
            return unknown
        }
        if filter == .default { return fallback(typed, name, arguments, context, flow) }
        let kind = typed.kind
        if kind.isOptional {
            reportMissing(operand, context)
            return unknown
        }
        let use = FilterUse(filter: filter, typed: typed, operand: operand, name: name)
        switch filter {
        case .default: return unknown
        case .length:
            if isList(kind) || isText(kind) { return plain(use, .integer, arguments, context) }
        case .lower, .upper:
            if isText(kind) { return plain(use, .text, arguments, context) }
        case .number:
            if kind == .integer { return plain(use, .text, arguments, context) }
        case .first, .last:
            if case .list(let element) = kind {
                return plain(use, element.asOptional, arguments, context)
            }
        case .join:
            if case .list(let element) = kind, isText(element) || element == .integer {
                return join(use, arguments, context, flow)
            }
        case .plural, .fill:
            if case .phrase(let phrases) = kind {
                return fill(use, phrases, arguments, context, flow)
            }
        }
        if kind != .unknown { reportOperand(use, context) }
        return unknown
    }

    private func isText(_ kind: Kind) -> Bool { kind == .text || kind == .url }

    private func isList(_ kind: Kind) -> Bool {
        if case .list = kind { return true }
        return false
    }

    private func reportUnknownFilter(_ name: Name, _ context: Context) {
        let hint: String
        switch name.text {
        case "safe":
            hint =
                "What is HTML already passes as it is, by its type; text is always escaped, whatever"
                + " a template says."
        case "escape", "e": hint = "Everything is escaped already."
        default:
            let known = Filter.allCases.map(\.rawValue)
            hint =
                Spelling.question(name.text, known)
                ?? "Filters are \(known.joined(separator: ", "))."
        }
        report(.unknownFilter, context, name.span, "no filter is called “\(name.text)”", hint)
    }

    private func reportOperand(_ use: FilterUse, _ context: Context) {
        let wanted =
            switch use.filter {
            case .default, .length: "a list or text"
            case .join: "a list of texts or integers"
            case .lower, .upper: "text"
            case .first, .last: "a list"
            case .number: "an integer"
            case .plural, .fill: "a phrase"
            }
        report(
            .wrongType,
            context,
            use.operand.span,
            "\(use.typed.kind) stands before the filter “\(use.name.text)”, which takes \(wanted)"
        )
    }

    /// A filter without arguments.
    private func plain(
        _ use: FilterUse,
        _ kind: Kind,
        _ arguments: [Argument],
        _ context: Context
    ) -> Typed {
        if let argument = arguments.first {
            reportCount(use.name, "no argument", argument, context)
        }
        let operand = use.typed.index
        let computation: Computation =
            switch use.filter {
            case .length: .length(operand)
            case .lower: .lower(operand)
            case .upper: .upper(operand)
            case .first: .first(operand)
            case .last: .last(operand)
            case .number: .number(operand)
            case .default, .join, .plural, .fill: .local(0)
            }
        return Typed(kind: kind, index: add(computation))
    }

    func reportCount(_ name: Name, _ wanted: String, _ argument: Argument, _ context: Context) {
        report(
            .wrongArguments,
            context,
            argument.name?.span.union(argument.value.span) ?? argument.value.span,
            "“\(name.text)” takes \(wanted)"
        )
    }

    /// The only argument of a filter that takes one.
    private func single(
        _ name: Name,
        _ what: String,
        _ arguments: [Argument],
        _ context: Context
    ) -> Expression? {
        guard let first = arguments.first else {
            report(.wrongArguments, context, name.span, "“\(name.text)” needs \(what)")
            return nil
        }
        if let argument = arguments.first(where: { $0.name != nil }) ?? arguments.dropFirst().first
        {
            reportCount(name, "one argument without a name: \(what)", argument, context)
            return nil
        }
        return first.value
    }

    private func join(
        _ use: FilterUse,
        _ arguments: [Argument],
        _ context: Context,
        _ flow: Flow
    ) -> Typed {
        var separator = constant(.text(""), key: "“")
        if !arguments.isEmpty {
            guard let value = single(use.name, "the text between", arguments, context) else {
                return unknown
            }
            let typed = expression(value, context, flow)
            separator = typed.index
            if typed.kind != .unknown, typed.kind != .text {
                report(
                    .wrongType,
                    context,
                    value.span,
                    "\(typed.kind) stands where “join” takes the text between"
                )
            }
        }
        return Typed(kind: .text, index: add(.join(use.typed.index, separator: separator)))
    }

    private func fallback(
        _ typed: Typed,
        _ name: Name,
        _ arguments: [Argument],
        _ context: Context,
        _ flow: Flow
    ) -> Typed {
        guard let value = single(name, "the other value", arguments, context) else {
            return unknown
        }
        let other = expression(value, context, flow)
        guard let kind = join(typed.kind.present, other.kind) else {
            report(
                .wrongType,
                context,
                value.span,
                "this is \(other.kind), but the value it stands for is \(typed.kind.present)",
                "Both must have the same type, or both be printable."
            )
            return unknown
        }
        return Typed(kind: kind, index: add(.fallback(typed.index, other.index)))
    }
}

/// A filter where it is used.
struct FilterUse {
    var filter: Filter
    var typed: Typed
    var operand: Expression
    var name: Name
}
