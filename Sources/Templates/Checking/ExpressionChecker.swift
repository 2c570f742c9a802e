// Checks expressions at one point of a template: finds their kinds, and adds the computations that
// yield their values.

import Diagnostics

/// An expression's kind and the computation that yields its value.
struct Typed {
    var kind: Kind
    var index: Int

    /// A value whose kind is unknown because of a mistake that has been reported.
    static var unknown: Typed { Typed(kind: .unknown, index: ProgramBuilder.none) }
}

/// Checks expressions with what is known at one point.
struct ExpressionChecker {
    let context: Context
    let flow: Flow

    init(_ context: Context, _ flow: Flow) {
        self.context = context
        self.flow = flow
    }

    /// The same point once more optional values are known to be present.
    func knowing(_ present: Set<Path>) -> ExpressionChecker {
        var flow = flow
        flow.present.formUnion(present)
        return ExpressionChecker(context, flow)
    }

    private var names: NameChecker { NameChecker(expressions: self) }
    private var logic: LogicChecker { LogicChecker(expressions: self) }

    func check(_ value: Expression, _ compilation: inout Compilation) -> Typed {
        guard compilation.countStep(context.at(value.span)) else {
            return .unknown
        }
        switch value.kind {
        case .invalid: return .unknown
        case .none: return Typed(kind: .none, index: ProgramBuilder.none)
        case .boolean(let flag):
            return Typed(kind: .boolean, index: compilation.program.boolean(flag))
        case .integer(let number):
            return Typed(kind: .integer, index: compilation.program.integer(number))
        case .text(let text):
            return Typed(kind: .text, index: compilation.program.text(text))
        case .name(let name): return names.variable(name, value.span, &compilation)
        case .attribute(let base, let name):
            return names.attribute(base, name, value, &compilation)
        case .filter(let operand, let name, let arguments):
            return FilterChecker(expressions: self)
                .check(name, after: operand, arguments, &compilation)
        case .list(let items): return list(items, &compilation)
        case .concatenation(let parts): return concatenation(parts, &compilation)
        case .isNone(let operand): return logic.isNone(operand, &compilation)
        case .not(let operand): return logic.not(operand, &compilation)
        case .and(let left, let right): return logic.and(left, right, &compilation)
        case .or(let left, let right): return logic.or(left, right, &compilation)
        case .compare(let comparison, let left, let right):
            return logic.compare(comparison, left, right, value.span, &compilation)
        case .contains(let item, let container):
            return logic.contains(item, container, &compilation)
        case .conditional(let condition, let then, let otherwise):
            return logic.conditional(condition, then, otherwise, &compilation)
        case .call(let name, let arguments): return call(name, arguments, &compilation)
        }
    }

    /// Checks a value that is only tested; returns its computation.
    func condition(_ value: Expression, _ compilation: inout Compilation) -> Int {
        let typed = check(value, &compilation)
        if typed.kind == .optional(.integer) {
            let text = context.template.source.text(value.span)
            compilation.report(
                .doubtfulTest,
                context.at(value.span),
                "“\(text)” does not hold when it is 0, nor when it is missing",
                "Unknown is not zero: write \(text) is not none, or compare it with 0."
            )
        }
        return typed.index
    }

    /// A call whose output becomes a value.
    private func call(
        _ name: Name,
        _ arguments: [Argument],
        _ compilation: inout Compilation
    ) -> Typed {
        if name.text == "super" {
            compilation.report(
                .wrongArguments,
                context.at(name.span),
                "super() can only be printed",
                "Write {{ super() }}."
            )
            return .unknown
        }
        let place = HTMLPlace(isXML: flow.place.isXML)
        let checker = CallChecker(expressions: self)
        guard let call = checker.check(name, arguments, at: place, &compilation) else {
            return .unknown
        }
        return compilation.add(.html(hasTags: true), .call(call.number))
    }

    private func concatenation(_ parts: [Expression], _ compilation: inout Compilation) -> Typed {
        var operands: [Int] = []
        var isHTML = false
        var hasTags = false
        for part in parts {
            let typed = check(part, &compilation)
            guard PrintChecker(context: context).canPrint(typed.kind, part, &compilation) else {
                continue
            }
            if case .html(let tags) = typed.kind {
                isHTML = true
                hasTags = hasTags || tags
            }
            operands.append(typed.index)
        }
        let start = parts.first?.span.start ?? 0
        let place = compilation.program.addPlace(context.template.source.location(start))
        return Typed(
            kind: isHTML ? .html(hasTags: hasTags) : .text,
            index: compilation.program.addConcatenation(operands, place: place)
        )
    }

    private func list(_ items: [Expression], _ compilation: inout Compilation) -> Typed {
        var operands: [Int] = []
        var kind: Kind?
        for item in items {
            let typed = check(item, &compilation)
            operands.append(typed.index)
            guard let known = kind else {
                kind = typed.kind
                continue
            }
            if let joined = known.joined(typed.kind) {
                kind = joined
            } else {
                compilation.report(
                    .wrongType,
                    context.at(item.span),
                    "\(typed.kind) stands in a list that begins with \(known)"
                )
            }
        }
        return Typed(kind: .list(kind ?? .unknown), index: compilation.program.addList(operands))
    }
}
