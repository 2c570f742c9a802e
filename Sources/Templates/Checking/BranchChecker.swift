// Conditions and loops: what is known splits up, and is merged again.

import Diagnostics

/// Checks one condition or loop.
struct BranchChecker {
    let context: Context
    /// Where the tag stands.
    let span: Span

    private var statements: StatementChecker { StatementChecker(context: context) }

    func condition(
        _ branches: [Branch],
        _ otherwise: [Statement],
        _ flow: inout Flow,
        _ routine: inout RoutineBuilder,
        _ compilation: inout Compilation
    ) {
        var ends: [Flow] = []
        var exits: [Int] = []
        var rest = flow
        for branch in branches {
            let test = ExpressionChecker(context, rest).condition(branch.condition, &compilation)
            let facts = Facts(branch.condition, in: rest)
            let decision = routine.appendOpen(.jumpUnless(test, to: 0))
            var inner = rest
            inner.present.formUnion(facts.whenTrue)
            statements.check(branch.body, &inner, &routine, &compilation)
            ends.append(inner)
            exits.append(routine.appendOpen(.jump(0)))
            routine.close(decision, .jumpUnless(test, to: routine.end))
            rest.present.formUnion(facts.whenFalse)
        }
        statements.check(otherwise, &rest, &routine, &compilation)
        ends.append(rest)
        for exit in exits { routine.close(exit, .jump(routine.end)) }
        flow = merged(ends, &compilation)
    }

    /// What is known wherever the condition led.
    private func merged(_ ends: [Flow], _ compilation: inout Compilation) -> Flow {
        var merged = ends[0]
        for end in ends.dropFirst() {
            merged.merge(end, in: context.page.environment)
            if let place = merged.place.joined(end.place) {
                merged.place = place
            } else {
                compilation.reportBroken(context, span, "one branch")
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
        _ routine: inout RoutineBuilder,
        _ compilation: inout Compilation
    ) {
        let value = ExpressionChecker(context, flow).check(list, &compilation)
        let slot = routine.newSlot()
        var round = flow
        round.scope = compilation.newScope()
        round.names[name.text] = Binding(
            storage: .local(slot),
            kind: element(value.kind, list, &compilation),
            scope: round.scope,
            id: compilation.newID()
        )
        round.names["loop"] = Binding(
            storage: .loop(level: context.loopLevel),
            kind: .unknown,
            scope: round.scope,
            id: compilation.newID()
        )
        let start = routine.appendOpen(.loop(value.index, slot: slot, ifEmpty: 0))
        var inner = context
        inner.loopLevel += 1
        StatementChecker(context: inner).check(body, &round, &routine, &compilation)
        routine.append(.next(slot: slot, body: start + 1))
        let exit = routine.appendOpen(.jump(0))
        routine.close(start, .loop(value.index, slot: slot, ifEmpty: routine.end))

        var empty = flow
        empty.scope = compilation.newScope()
        statements.check(otherwise, &empty, &routine, &compilation)
        routine.close(exit, .jump(routine.end))
        guard let again = flow.place.joined(round.place), let end = again.joined(empty.place) else {
            return compilation.reportBroken(context, span, "the loop")
        }
        flow.place = end
    }

    /// The kind of the items of a list; reports a value that is no list.
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
                context,
                list.span,
                "\(kind) cannot be walked over",
                "A loop needs a list."
            )
        }
        return .unknown
    }
}
