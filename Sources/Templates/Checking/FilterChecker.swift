// Filters: which values they take, and what they yield.

import Diagnostics

/// A filter where it is used.
struct FilterUse {
    var filter: Filter
    /// The place of the filter's name.
    var name: Name
    /// The value before it.
    var operand: Expression
    var typed: Typed
    var arguments: [Argument]
}

/// Checks values that pass through a filter.
struct FilterChecker {
    let expressions: ExpressionChecker

    private var context: Context { expressions.context }

    func check(
        _ name: Name,
        after operand: Expression,
        _ arguments: [Argument],
        _ compilation: inout Compilation
    ) -> Typed {
        let typed = expressions.check(operand, &compilation)
        guard let filter = Filter(rawValue: name.text) else {
            for argument in arguments { _ = expressions.check(argument.value, &compilation) }
            reportUnknown(name, &compilation)
            return .unknown
        }
        let use = FilterUse(
            filter: filter,
            name: name,
            operand: operand,
            typed: typed,
            arguments: arguments
        )
        if filter != .default, typed.kind.isOptional {
            compilation.reportMissing(operand, context)
            return .unknown
        }
        if let result = apply(use, &compilation) { return result }
        if typed.kind != .unknown { reportOperand(use, &compilation) }
        return .unknown
    }

    /// The filtered value; `nil` when the filter does not take values of this kind.
    private func apply(_ use: FilterUse, _ compilation: inout Compilation) -> Typed? {
        let kind = use.typed.kind
        let operand = use.typed.index
        switch use.filter {
        case .default: return fallback(use, &compilation)
        case .length:
            guard isList(kind) || isText(kind) else { return nil }
            return plain(use, .integer, .length(operand), &compilation)
        case .lower:
            guard isText(kind) else { return nil }
            return plain(use, .text, .lower(operand), &compilation)
        case .upper:
            guard isText(kind) else { return nil }
            return plain(use, .text, .upper(operand), &compilation)
        case .number:
            guard kind == .integer else { return nil }
            return plain(use, .text, .number(operand), &compilation)
        case .first:
            guard case .list(let element) = kind else { return nil }
            return plain(use, element.asOptional, .first(operand), &compilation)
        case .last:
            guard case .list(let element) = kind else { return nil }
            return plain(use, element.asOptional, .last(operand), &compilation)
        case .join:
            guard case .list(let element) = kind, isText(element) || element == .integer else {
                return nil
            }
            return join(use, &compilation)
        case .plural, .fill:
            guard case .phrase(let phrases) = kind else { return nil }
            return PhraseChecker(expressions: expressions).fill(use, phrases, &compilation)
        case .asset:
            guard kind == .text else { return nil }
            return asset(use, &compilation)
        }
    }

    private func isText(_ kind: Kind) -> Bool { kind == .text || kind == .url }

    private func isList(_ kind: Kind) -> Bool {
        if case .list = kind { return true }
        return false
    }

    private func reportUnknown(_ name: Name, _ compilation: inout Compilation) {
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
        compilation.report(
            .unknownFilter,
            context.at(name.span),
            "no filter is called “\(name.text)”",
            hint
        )
    }

    private func reportOperand(_ use: FilterUse, _ compilation: inout Compilation) {
        let wanted =
            switch use.filter {
            case .default, .length: "a list or text"
            case .join: "a list of texts or integers"
            case .lower, .upper: "text"
            case .first, .last: "a list"
            case .number: "an integer"
            case .plural, .fill: "a phrase"
            case .asset: "the path of a file between quotes"
            }
        compilation.report(
            .wrongType,
            context.at(use.operand.span),
            "\(use.typed.kind) stands before the filter “\(use.name.text)”, which takes \(wanted)"
        )
    }

    /// A filter without arguments.
    private func plain(
        _ use: FilterUse,
        _ kind: Kind,
        _ computation: Computation,
        _ compilation: inout Compilation
    ) -> Typed {
        if let argument = use.arguments.first {
            compilation.reportCount(use.name, "no argument", argument, context)
        }
        return compilation.add(kind, computation)
    }

    /// The only argument of a filter that takes one; `nil`, after a report, when it is not there.
    private func onlyArgument(
        _ use: FilterUse,
        _ what: String,
        _ compilation: inout Compilation
    ) -> Expression? {
        guard let first = use.arguments.first else {
            compilation.report(
                .wrongArguments,
                context.at(use.name.span),
                "“\(use.name.text)” needs \(what)"
            )
            return nil
        }
        let named = use.arguments.first { $0.name != nil }
        if let argument = named ?? use.arguments.dropFirst().first {
            compilation.reportCount(
                use.name,
                "one argument without a name: \(what)",
                argument,
                context
            )
            return nil
        }
        return first.value
    }

    /// The address of a file: the path from the page to the report's first folder, and the path from there.
    private func asset(_ use: FilterUse, _ compilation: inout Compilation) -> Typed {
        if let argument = use.arguments.first {
            compilation.reportCount(use.name, "no argument", argument, context)
        }
        guard case .text(let path) = use.operand.kind else {
            compilation.report(
                .wrongArguments,
                context.at(use.operand.span),
                "“asset” takes the path of a file between quotes, so that it can be checked"
            )
            return .unknown
        }
        let files = context.page.environment.files
        guard let addition = files[path] else {
            let inFolder = ["assets/", "media/"].map { $0 + path }.first { files[$0] != nil }
            compilation.report(
                .fileMissing,
                context.at(use.operand.span),
                "there is no file “\(path)” for the report",
                inFolder.map { "Did you mean “\($0)”?" } ?? Spelling.question(path, files.keys)
                    ?? "Put it into templates/assets/ and write “assets/…”, or into content/media/ and "
                    + "write “media/…”."
            )
            return .unknown
        }
        let site = Expression(kind: .name("site"), span: use.operand.span)
        let base = expressions.check(
            Expression(
                kind: .attribute(site, Name(text: "base", span: use.name.span)),
                span: use.operand.span
            ),
            &compilation
        )
        guard base.kind == .url else { return .unknown }
        let rest = compilation.program.text(path.replacing("%", with: "%25") + addition)
        return compilation.add(.url, .address(base.index, path: rest))
    }

    private func join(_ use: FilterUse, _ compilation: inout Compilation) -> Typed {
        var separator = compilation.program.text("")
        if !use.arguments.isEmpty {
            guard let value = onlyArgument(use, "the text between", &compilation) else {
                return .unknown
            }
            let typed = expressions.check(value, &compilation)
            separator = typed.index
            if typed.kind != .unknown, typed.kind != .text {
                compilation.report(
                    .wrongType,
                    context.at(value.span),
                    "\(typed.kind) stands where “join” takes the text between"
                )
            }
        }
        let place = compilation.program
            .addPlace(context.template.source.location(use.name.span.start))
        return Typed(
            kind: .text,
            index: compilation.program
                .addText(.join(use.typed.index, separator: separator), place: place)
        )
    }

    private func fallback(_ use: FilterUse, _ compilation: inout Compilation) -> Typed {
        guard let value = onlyArgument(use, "the other value", &compilation) else {
            return .unknown
        }
        let wanted = use.typed.kind.present
        let other = expressions.check(value, &compilation)
        guard let kind = context.page.environment.join(wanted, other.kind) else {
            compilation.report(
                .wrongType,
                context.at(value.span),
                "this is \(other.kind), but the value it stands for is \(wanted)",
                "Both must have the same type, or both be printable."
            )
            return .unknown
        }
        return compilation.add(kind, .fallback(use.typed.index, other.index))
    }
}
