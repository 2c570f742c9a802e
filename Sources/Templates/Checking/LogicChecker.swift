// Tests, comparisons, and the operators that combine them.

import Diagnostics

/// Checks expressions that test other values, and those that choose between two.
struct LogicChecker {
    let expressions: ExpressionChecker

    private var context: Context { expressions.context }

    func isNone(_ operand: Expression, _ compilation: inout Compilation) -> Typed {
        let operand = expressions.check(operand, &compilation)
        return compilation.add(.boolean, .isNone(operand.index))
    }

    func not(_ operand: Expression, _ compilation: inout Compilation) -> Typed {
        let operand = expressions.condition(operand, &compilation)
        return compilation.add(.boolean, .not(operand))
    }

    /// Checks `left and right`; the right side is evaluated only when the left side holds.
    func and(_ left: Expression, _ right: Expression, _ compilation: inout Compilation) -> Typed {
        let known = Facts(left, in: expressions.flow).whenTrue
        let first = expressions.condition(left, &compilation)
        let second = expressions.knowing(known).condition(right, &compilation)
        return compilation.add(kind(left, right), .and(first, second))
    }

    /// Checks `left or right`; the right side is evaluated only when the left side does not hold.
    func or(_ left: Expression, _ right: Expression, _ compilation: inout Compilation) -> Typed {
        let known = Facts(left, in: expressions.flow).whenFalse
        let first = expressions.condition(left, &compilation)
        let second = expressions.knowing(known).condition(right, &compilation)
        return compilation.add(kind(left, right), .or(first, second))
    }

    private func kind(_ left: Expression, _ right: Expression) -> Kind {
        isBoolean(left) && isBoolean(right) ? .boolean : .condition
    }

    /// Whether an expression is a boolean, by its form alone.
    private func isBoolean(_ value: Expression) -> Bool {
        switch value.kind {
        case .boolean, .isNone, .not, .compare, .contains: true
        case .and(let left, let right), .or(let left, let right):
            isBoolean(left) && isBoolean(right)
        case .name, .none, .integer, .text, .list, .attribute, .filter, .concatenation,
            .conditional, .call, .invalid:
            false
        }
    }

    func compare(
        _ comparison: ComparisonOperator,
        _ left: Expression,
        _ right: Expression,
        _ span: Span,
        _ compilation: inout Compilation
    ) -> Typed {
        let leftValue = expressions.check(left, &compilation)
        let rightValue = expressions.check(right, &compilation)
        let isOrder = comparison != .equal && comparison != .unequal
        if isOrder, leftValue.kind.isOptional { compilation.reportMissing(left, context) }
        if isOrder, rightValue.kind.isOptional { compilation.reportMissing(right, context) }
        let (leftKind, rightKind) = (leftValue.kind.present, rightValue.kind.present)
        let isKnown = leftKind != .unknown && rightKind != .unknown
        if isKnown, !(isOrder ? hasOrder(leftKind, rightKind) : canEqual(leftKind, rightKind)) {
            compilation.report(
                .wrongType,
                context.at(span),
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
            case .unequal: .not(compilation.program.add(.equal(first, second)))
            case .less: .less(first, second)
            case .lessOrEqual: .lessOrEqual(first, second)
            case .greater: .less(second, first)
            case .greaterOrEqual: .lessOrEqual(second, first)
            }
        return compilation.add(.boolean, computation)
    }

    private func hasOrder(_ left: Kind, _ right: Kind) -> Bool {
        left == .integer && right == .integer
    }

    private func canEqual(_ left: Kind, _ right: Kind) -> Bool {
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
        _ compilation: inout Compilation
    ) -> Typed {
        let needle = expressions.check(item, &compilation)
        let haystack = expressions.check(container, &compilation)
        let result = compilation.add(.boolean, .contains(needle.index, in: haystack.index))
        let element: Kind
        switch haystack.kind {
        case .unknown: return result
        case .optional, .none:
            compilation.reportMissing(container, context)
            return result
        case .list(let kind): element = kind
        case .text, .url:
            element = .text
            if needle.kind.isOptional { compilation.reportMissing(item, context) }
        case .boolean, .condition, .integer, .html, .phrase, .record, .table:
            compilation.report(
                .wrongType,
                context.at(container.span),
                "\(haystack.kind) contains nothing that “in” could look for",
                "Look in a list or in text."
            )
            return result
        }
        let kinds = (needle.kind.present, element.present)
        if kinds.0 != .unknown, kinds.1 != .unknown, !canEqual(kinds.0, kinds.1) {
            compilation.report(
                .wrongType,
                context.at(item.span),
                "\(needle.kind) cannot be in \(haystack.kind)"
            )
        }
        return result
    }

    func conditional(
        _ condition: Expression,
        _ then: Expression,
        _ otherwise: Expression,
        _ compilation: inout Compilation
    ) -> Typed {
        let test = expressions.condition(condition, &compilation)
        let known = Facts(condition, in: expressions.flow)
        let first = expressions.knowing(known.whenTrue).check(then, &compilation)
        let second = expressions.knowing(known.whenFalse).check(otherwise, &compilation)
        let index = compilation.program.add(
            .conditional(test, then: first.index, otherwise: second.index)
        )
        guard let kind = context.page.environment.join(first.kind, second.kind) else {
            compilation.report(
                .wrongType,
                context.at(otherwise.span),
                "this is \(second.kind), but before the if stands \(first.kind)",
                "Both values must have the same type, or both be printable."
            )
            return .unknown
        }
        return Typed(kind: kind, index: index)
    }
}
