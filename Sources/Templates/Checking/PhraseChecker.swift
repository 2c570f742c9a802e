// Phrases: their placeholders must be the arguments that they are filled with.

import Diagnostics

/// Checks phrases that are filled with `fill` or `plural`.
struct PhraseChecker {
    let expressions: ExpressionChecker

    private var context: Context { expressions.context }

    /// Checks a filled phrase; `phrases` are the names that it can have, none if they are not known.
    func fill(_ use: FilterUse, _ phrases: Set<String>, _ compilation: inout Compilation) -> Typed {
        var filling = Filling(phrase: use.typed.index, count: nil, arguments: [])
        var named = use.arguments
        if use.filter == .plural {
            guard let first = named.first, first.name == nil else {
                compilation.report(
                    .wrongArguments,
                    context.at(use.name.span),
                    "“plural” needs the number to count by as its first argument",
                    "Write phrase | plural(n)."
                )
                return .unknown
            }
            named.removeFirst()
            filling.count = count(first.value, &compilation)
        }
        var hasTags = false
        for argument in named {
            let typed = expressions.check(argument.value, &compilation)
            guard let name = argument.name else {
                compilation.reportCount(use.name, "its other arguments by name", argument, context)
                continue
            }
            if filling.arguments.contains(where: { $0.name == name.text }) {
                compilation.report(
                    .wrongArguments,
                    context.at(name.span),
                    "“\(name.text)” is given twice"
                )
            }
            if typed.kind == .html(hasTags: true) { hasTags = true }
            let printing = PrintChecker(context: context)
            if printing.canPrint(typed.kind, argument.value, &compilation) {
                filling.arguments.append((name.text, typed.index))
            }
        }
        let names = named.compactMap(\.name)
        if phrases.isEmpty { reportUnknownPhrase(names, &compilation) }
        for phrase in phrases.sorted() { checkPlaceholders(use, phrase, names, &compilation) }
        return Typed(kind: .html(hasTags: hasTags), index: compilation.program.addFilling(filling))
    }

    /// Checks the number by which `plural` chooses the form; returns its computation.
    private func count(_ value: Expression, _ compilation: inout Compilation) -> Int {
        let count = expressions.check(value, &compilation)
        if count.kind.isOptional {
            compilation.reportMissing(value, context)
        } else if count.kind != .integer, count.kind != .unknown {
            compilation.report(
                .wrongType,
                context.at(value.span),
                "\(count.kind) stands where “plural” takes the number to count by"
            )
        }
        return count.index
    }

    /// Reports placeholders without an argument and arguments without a placeholder.
    private func checkPlaceholders(
        _ use: FilterUse,
        _ phrase: String,
        _ given: [Name],
        _ compilation: inout Compilation
    ) {
        let known = context.page.environment.phrases[phrase] ?? []
        for name in given where !known.contains(name.text) {
            compilation.report(
                .phrasePlaceholder,
                context.at(name.span),
                "the phrase “\(phrase)” has no placeholder {\(name.text)}",
                Spelling.question(name.text, known)
                    ?? (known.isEmpty ? "It has none." : "It has \(listed(known)).")
            )
        }
        var missing = known.subtracting(given.map(\.text))
        if use.filter == .plural { missing.remove(Phrase.count) }
        guard !missing.isEmpty else { return }
        compilation.report(
            .phrasePlaceholder,
            context.at(use.name.span),
            "the phrase “\(phrase)” needs \(listed(missing))",
            missing.contains(Phrase.count) ? "{n} is given by plural(n)." : nil
        )
    }

    private func reportUnknownPhrase(_ arguments: [Name], _ compilation: inout Compilation) {
        guard let name = arguments.first else { return }
        compilation.report(
            .phrasePlaceholder,
            context.at(name.span),
            "the placeholders of this phrase are not known before pages are rendered",
            "Only phrases of the table “words” take arguments by name."
        )
    }

    private func listed(_ names: Set<String>) -> String {
        names.sorted().map { "{\($0)}" }.joined(separator: ", ")
    }
}
