// Phrases and joined texts: values put together from others.

import Diagnostics

extension Checker {
    func fill(
        _ use: FilterUse,
        _ phrases: Set<String>,
        _ arguments: [Argument],
        _ context: Context,
        _ flow: Flow
    ) -> Typed {
        var filling = Filling(phrase: use.typed.index, count: nil, arguments: [])
        var named = arguments
        if use.filter == .plural {
            guard let first = arguments.first, first.name == nil else {
                report(
                    .wrongArguments,
                    context,
                    use.name.span,
                    "“plural” needs the number to count by as its first argument",
                    "Write phrase | plural(n)."
                )
                return unknown
            }
            named.removeFirst()
            let count = expression(first.value, context, flow)
            filling.count = count.index
            if count.kind.isOptional {
                reportMissing(first.value, context)
            } else if count.kind != .integer, count.kind != .unknown {
                report(
                    .wrongType,
                    context,
                    first.value.span,
                    "\(count.kind) stands where “plural” takes the number to count by"
                )
            }
        }
        var hasTags = false
        for argument in named {
            let typed = expression(argument.value, context, flow)
            guard let name = argument.name else {
                reportCount(use.name, "its other arguments by name", argument, context)
                continue
            }
            if filling.arguments.contains(where: { $0.name == name.text }) {
                report(.wrongArguments, context, name.span, "“\(name.text)” is given twice")
            }
            if typed.kind == .html(hasTags: true) { hasTags = true }
            if isPrintable(typed.kind, argument.value, context) {
                filling.arguments.append((name.text, typed.index))
            }
        }
        if phrases.isEmpty { reportUnknownPhrase(named, context) }
        for phrase in phrases.sorted() { checkPlaceholders(use, phrase, named, context) }
        program.fillings.append(filling)
        return Typed(
            kind: .html(hasTags: hasTags),
            index: add(.fill(program.fillings.count - 1))
        )
    }

    /// Placeholders and arguments must be the same names.
    private func checkPlaceholders(
        _ use: FilterUse,
        _ phrase: String,
        _ arguments: [Argument],
        _ context: Context
    ) {
        let given = arguments.compactMap(\.name)
        let known = environment.phrases[phrase] ?? []
        for name in given where !known.contains(name.text) {
            report(
                .phrasePlaceholder,
                context,
                name.span,
                "the phrase “\(phrase)” has no placeholder {\(name.text)}",
                Spelling.question(name.text, known) ?? listed(known)
            )
        }
        var missing = known.subtracting(given.map(\.text))
        if use.filter == .plural { missing.remove(Phrase.count) }
        guard !missing.isEmpty else { return }
        let list = missing.sorted().map { "{\($0)}" }.joined(separator: ", ")
        report(
            .phrasePlaceholder,
            context,
            use.name.span,
            "the phrase “\(phrase)” needs \(list)",
            missing.contains(Phrase.count) ? "{n} is given by plural(n)." : nil
        )
    }

    private func reportUnknownPhrase(_ arguments: [Argument], _ context: Context) {
        guard let name = arguments.compactMap(\.name).first else { return }
        report(
            .phrasePlaceholder,
            context,
            name.span,
            "the placeholders of this phrase are not known before pages are rendered",
            "Only phrases of the table “words” take arguments by name."
        )
    }

    private func listed(_ names: Set<String>) -> String {
        if names.isEmpty { return "It has none." }
        return "It has \(names.sorted().map { "{\($0)}" }.joined(separator: ", "))."
    }

    func concatenation(_ parts: [Expression], _ context: Context, _ flow: Flow) -> Typed {
        var operands: [Int] = []
        var isHTML = false
        var hasTags = false
        for part in parts {
            let typed = expression(part, context, flow)
            guard isPrintable(typed.kind, part, context) else { continue }
            if case .html(let tags) = typed.kind {
                isHTML = true
                hasTags = hasTags || tags
            }
            operands.append(typed.index)
        }
        program.operands.append(operands)
        return Typed(
            kind: isHTML ? .html(hasTags: hasTags) : .text,
            index: add(.concatenation(program.operands.count - 1))
        )
    }

    func list(_ items: [Expression], _ context: Context, _ flow: Flow) -> Typed {
        var operands: [Int] = []
        var kind: Kind?
        for item in items {
            let typed = expression(item, context, flow)
            operands.append(typed.index)
            guard let known = kind else {
                kind = typed.kind
                continue
            }
            if let joined = known.joined(typed.kind) {
                kind = joined
            } else {
                report(
                    .wrongType,
                    context,
                    item.span,
                    "\(typed.kind) stands in a list that begins with \(known)"
                )
            }
        }
        program.operands.append(operands)
        return Typed(
            kind: .list(kind ?? .unknown),
            index: add(.list(program.operands.count - 1))
        )
    }
}
