// Conditions: comparisons, logic, and what they tell about optional values.

import Diagnostics

extension Checker {
    func logic(
        _ value: Expression,
        _ left: Expression,
        _ right: Expression,
        _ context: Context,
        _ flow: Flow
    ) -> Typed {
        let known = facts(left, context, flow)
        var inner = flow
        var isAnd = false
        if case .and = value.kind { isAnd = true }
        inner.present.formUnion(isAnd ? known.whenTrue : known.whenFalse)
        let kinds = (kind(left, context, flow), kind(right, context, inner))
        let operands = (condition(left, context, flow), condition(right, context, inner))
        let isBoolean = kinds == (.boolean, .boolean)
        return Typed(
            kind: isBoolean ? .boolean : .condition,
            index: add(
                isAnd ? .and(operands.0, operands.1) : .or(operands.0, operands.1)
            )
        )
    }

    /// Whether an expression is yes or no, by its form alone.
    private func kind(_ value: Expression, _ context: Context, _ flow: Flow) -> Kind {
        switch value.kind {
        case .boolean, .isNone, .not, .compare, .contains: .boolean
        case .and(let left, let right), .or(let left, let right):
            kind(left, context, flow) == .boolean && kind(right, context, flow) == .boolean
                ? .boolean : .condition
        case .name, .none, .integer, .text, .list, .attribute, .filter, .concatenation,
            .conditional, .call, .invalid:
            .condition
        }
    }

    func compare(
        _ comparison: Comparison,
        _ left: Expression,
        _ right: Expression,
        _ span: Span,
        _ context: Context,
        _ flow: Flow
    ) -> Typed {
        let (leftValue, rightValue) = (
            expression(left, context, flow), expression(right, context, flow)
        )
        let isOrder = comparison != .equal && comparison != .unequal
        let sides = [(left, leftValue.kind), (right, rightValue.kind)]
        for (side, kind) in sides where isOrder && kind.isOptional { reportMissing(side, context) }
        let (leftKind, rightKind) = (leftValue.kind.present, rightValue.kind.present)
        let isKnown = leftKind != .unknown && rightKind != .unknown
        if isKnown, !canCompare(leftKind, rightKind, isOrder) {
            report(
                .wrongType,
                context,
                span,
                "\(leftKind) and \(rightKind) cannot be compared with \(comparison.rawValue)",
                isOrder
                    ? "Only integers have an order here."
                    : "Compare integers with integers, text with text, booleans with booleans."
            )
        }
        let (first, second) = (leftValue.index, rightValue.index)
        let computation: Computation =
            switch comparison {
            case .equal: .equal(first, second)
            case .unequal: .not(add(.equal(first, second)))
            case .less: .less(first, second)
            case .lessOrEqual: .lessOrEqual(first, second)
            case .greater: .less(second, first)
            case .greaterOrEqual: .lessOrEqual(second, first)
            }
        return Typed(kind: .boolean, index: add(computation))
    }

    private func canCompare(_ left: Kind, _ right: Kind, _ isOrder: Bool) -> Bool {
        if isOrder { return left == .integer && right == .integer }
        switch (left, right) {
        case (.integer, .integer), (.boolean, .boolean), (.text, .text), (.text, .url),
            (.url, .text), (.url, .url):
            return true
        default: return false
        }
    }

    func contains(
        _ item: Expression,
        _ container: Expression,
        _ context: Context,
        _ flow: Flow
    ) -> Typed {
        let (needle, stack) = (
            expression(item, context, flow), expression(container, context, flow)
        )
        let result = Typed(kind: .boolean, index: add(.contains(needle.index, in: stack.index)))
        let element: Kind
        switch stack.kind {
        case .unknown: return result
        case .optional, .none:
            reportMissing(container, context)
            return result
        case .list(let kind): element = kind
        case .text, .url:
            element = .text
            if needle.kind.isOptional { reportMissing(item, context) }
        case .boolean, .condition, .integer, .html, .phrase, .record, .table:
            report(
                .wrongType,
                context,
                container.span,
                "\(stack.kind) contains nothing that “in” could look for",
                "Look in a list or in text."
            )
            return result
        }
        let kinds = (needle.kind.present, element.present)
        if kinds.0 != .unknown, kinds.1 != .unknown, !canCompare(kinds.0, kinds.1, false) {
            report(
                .wrongType,
                context,
                item.span,
                "\(needle.kind) cannot be in \(stack.kind)"
            )
        }
        return result
    }

    func conditional(
        _ condition: Expression,
        _ then: Expression,
        _ otherwise: Expression,
        _ context: Context,
        _ flow: Flow
    ) -> Typed {
        let test = self.condition(condition, context, flow)
        let known = facts(condition, context, flow)
        var (whenTrue, whenFalse) = (flow, flow)
        whenTrue.present.formUnion(known.whenTrue)
        whenFalse.present.formUnion(known.whenFalse)
        let first = expression(then, context, whenTrue)
        let second = expression(otherwise, context, whenFalse)
        let index = add(.conditional(test, then: first.index, otherwise: second.index))
        guard let kind = join(first.kind, second.kind) else {
            report(
                .wrongType,
                context,
                otherwise.span,
                "this is \(second.kind), but before the if stands \(first.kind)",
                "Both values must have the same type, or both be printable."
            )
            return unknown
        }
        return Typed(kind: kind, index: index)
    }

    /// What holding or not holding tells about optional values.
    func facts(_ value: Expression, _ context: Context, _ flow: Flow) -> Facts {
        switch value.kind {
        case .name, .attribute:
            return path(value, flow).map { Facts(whenTrue: [$0]) } ?? Facts()
        case .not(let operand): return facts(operand, context, flow).negated
        case .isNone(let operand):
            return path(operand, flow).map { Facts(whenFalse: [$0]) } ?? Facts()
        case .and(let left, let right):
            let (left, right) = (facts(left, context, flow), facts(right, context, flow))
            return Facts(
                whenTrue: left.whenTrue.union(right.whenTrue),
                whenFalse: left.whenFalse.intersection(right.whenFalse)
            )
        case .or(let left, let right):
            let (left, right) = (facts(left, context, flow), facts(right, context, flow))
            return Facts(
                whenTrue: left.whenTrue.intersection(right.whenTrue),
                whenFalse: left.whenFalse.union(right.whenFalse)
            )
        case .compare(.equal, let left, let right): return equality(left, right, flow)
        case .compare(.unequal, let left, let right): return equality(left, right, flow).negated
        case .compare, .none, .boolean, .integer, .text, .list, .filter, .contains, .concatenation,
            .conditional, .call, .invalid:
            return Facts()
        }
    }

    /// What equals a literal is there; what equals nothing is not.
    private func equality(_ left: Expression, _ right: Expression, _ flow: Flow) -> Facts {
        for (side, other) in [(left, right), (right, left)] {
            guard let path = path(side, flow) else { continue }
            switch other.kind {
            case .integer, .text, .boolean: return Facts(whenTrue: [path])
            case .none: return Facts(whenFalse: [path])
            case .name, .list, .attribute, .filter, .isNone, .not, .and, .or, .compare, .contains,
                .concatenation, .conditional, .call, .invalid:
                continue
            }
        }
        return Facts()
    }
}
