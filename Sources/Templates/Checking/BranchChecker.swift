// Conditions and loops: each branch is checked with what is known in it, and the results are merged.

import Diagnostics

/// Checks one condition or loop.
struct BranchChecker {
    let context: Context
    /// The place of the tag.
    let span: Span

    private var statements: StatementChecker { StatementChecker(context: context) }

    func condition(
        _ branches: [Branch],
        _ otherwise: [Statement],
        _ flow: inout Flow,
        _ compilation: inout Compilation
    ) {
        var ends: [Flow] = []
        var exits: [Int] = []
        var rest = flow
        for branch in branches {
            let test = ExpressionChecker(context, rest).condition(branch.condition, &compilation)
            let facts = Facts(branch.condition, in: rest)
            let decision = compilation.routine.appendOpen(.jumpUnless(test, to: 0))
            var inner = rest
            inner.present.formUnion(facts.whenTrue)
            statements.check(branch.body, &inner, &compilation)
            ends.append(inner)
            exits.append(compilation.routine.appendOpen(.jump(0)))
            compilation.routine.close(decision, .jumpUnless(test, to: compilation.routine.end))
            rest.present.formUnion(facts.whenFalse)
        }
        statements.check(otherwise, &rest, &compilation)
        ends.append(rest)
        for exit in exits { compilation.routine.close(exit, .jump(compilation.routine.end)) }
        flow = merged(ends, &compilation)
    }

    /// What is known after all branches.
    private func merged(_ ends: [Flow], _ compilation: inout Compilation) -> Flow {
        var merged = ends[0]
        for end in ends.dropFirst() {
            merged.merge(end, in: context.page.environment)
            if let place = merged.place.joined(end.place) {
                merged.place = place
            } else {
                compilation.reportBroken(context.at(span), "one branch")
            }
        }
        return merged
    }

    func loop(
        _ name: Name,
        over list: Expression,
        _ body: [Statement],
        _ otherwise: [Statement],
        _ flow: inout Flow,
        _ compilation: inout Compilation
    ) {
        let value = ExpressionChecker(context, flow).check(list, &compilation)
        let slot = compilation.routine.newSlot()
        var round = flow
        round.scope = compilation.newScope()
        let kind = element(value.kind, list, &compilation)
        round.bind(name.text, to: .local(slot), kind, id: compilation.newID())
        let loop = Binding.Storage.loop(level: context.loopLevel)
        round.bind("loop", to: loop, .unknown, id: compilation.newID())
        let place = compilation.program.addPlace(context.template.source.location(span.start))
        let number = compilation.program.addLoop(slot: slot, place: place)
        let extent = compilation.extent
        let start = compilation.routine.appendOpen(.loop(value.index, loop: number, ifEmpty: 0))
        var inner = context
        inner.loopLevel += 1
        StatementChecker(context: inner).check(body, &round, &compilation)
        compilation.routine.append(.next(loop: number, body: start + 1))
        compilation.program.setCost(compilation.cost(since: extent), ofLoop: number)
        let exit = compilation.routine.appendOpen(.jump(0))
        let end = compilation.routine.end
        compilation.routine.close(start, .loop(value.index, loop: number, ifEmpty: end))

        var empty = flow
        empty.scope = compilation.newScope()
        statements.check(otherwise, &empty, &compilation)
        compilation.routine.close(exit, .jump(compilation.routine.end))
        guard let again = flow.place.joined(round.place), let place = again.joined(empty.place)
        else {
            return compilation.reportBroken(context.at(span), "the loop")
        }
        flow.place = place
    }

    /// The kind of a list's items; reports a value that is not a list.
    private func element(
        _ kind: Kind,
        _ list: Expression,
        _ compilation: inout Compilation
    ) -> Kind {
        switch kind {
        case .list(let element): return element
        case .unknown: break
        case .optional, .none: compilation.reportMissing(list, context)
        case .boolean, .condition, .integer, .text, .url, .html, .phrase, .record, .table:
            compilation.report(
                .wrongType,
                context.at(list.span),
                "\(kind) cannot be walked over",
                "A loop needs a list."
            )
        }
        return .unknown
    }
}
