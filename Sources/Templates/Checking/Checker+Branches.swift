// Conditions and loops: what is known splits up and comes together again.

import Diagnostics

extension Checker {
    func condition(
        _ branches: [Branch],
        _ otherwise: [Statement],
        _ span: Span,
        _ context: Context,
        _ flow: inout Flow
    ) {
        var ends: [Flow] = []
        var exits: [Int] = []
        var rest = flow
        for branch in branches {
            let test = condition(branch.condition, context, rest)
            let facts = facts(branch.condition, context, rest)
            let decision = operations.count
            operations.append(.jumpUnless(test, to: 0))
            var inner = rest
            inner.present.formUnion(facts.whenTrue)
            body(branch.body, context, &inner)
            ends.append(inner)
            exits.append(operations.count)
            operations.append(.jump(0))
            operations[decision] = .jumpUnless(test, to: operations.count)
            rest.present.formUnion(facts.whenFalse)
        }
        body(otherwise, context, &rest)
        ends.append(rest)
        for exit in exits { operations[exit] = .jump(operations.count) }
        flow = merge(ends, span, context)
    }

    /// What is known after several ways have come together.
    private func merge(_ ends: [Flow], _ span: Span, _ context: Context) -> Flow {
        var merged = ends[0]
        for end in ends.dropFirst() {
            merged.present.formIntersection(end.present)
            merged.partlySet.formUnion(end.partlySet)
            if let place = merged.place.joined(end.place) {
                merged.place = place
            } else {
                reportBroken(context, span, "one branch")
            }
            for (name, binding) in end.names where merged.names[name] == nil {
                if case .local = binding.storage { merged.partlySet.insert(name) }
            }
            for (name, binding) in merged.names {
                guard let other = end.names[name], other.storage == binding.storage,
                    let kind = join(binding.kind, other.kind)
                else {
                    merged.names[name] = nil
                    merged.partlySet.insert(name)
                    continue
                }
                merged.names[name]?.kind = kind
            }
        }
        return merged
    }

    func loop(
        _ name: Name,
        _ list: Expression,
        _ statements: [Statement],
        _ otherwise: [Statement],
        _ span: Span,
        _ context: Context,
        _ flow: inout Flow
    ) {
        let value = expression(list, context, flow)
        let slot = newSlot()
        var inner = flow
        inner.scope = newScope()
        inner.names[name.text] = Binding(
            storage: .local(slot),
            kind: element(value.kind, list, context),
            scope: inner.scope,
            id: newID()
        )
        inner.names["loop"] = Binding(
            storage: .loop(level: loopLevel),
            kind: .unknown,
            scope: inner.scope,
            id: newID()
        )
        let start = operations.count
        operations.append(.loop(value.index, slot: slot, ifEmpty: 0))
        loopLevel += 1
        body(statements, context, &inner)
        loopLevel -= 1
        operations.append(.next(slot: slot, body: start + 1))
        let exit = operations.count
        operations.append(.jump(0))
        operations[start] = .loop(value.index, slot: slot, ifEmpty: operations.count)

        var empty = flow
        empty.scope = newScope()
        body(otherwise, context, &empty)
        operations[exit] = .jump(operations.count)
        guard let again = flow.place.joined(inner.place), let end = again.joined(empty.place) else {
            return reportBroken(context, span, "the loop")
        }
        flow.place = end
    }

    /// The type of the items that a loop walks over.
    private func element(_ kind: Kind, _ list: Expression, _ context: Context) -> Kind {
        switch kind {
        case .list(let element): return element
        case .unknown: return .unknown
        case .optional, .none:
            reportMissing(list, context)
        case .boolean, .condition, .integer, .text, .url, .html, .phrase, .record, .table:
            report(
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
