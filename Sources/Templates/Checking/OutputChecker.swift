// `{{ … }}`: prints a value, a macro's output, or the block that this one replaces.

import Diagnostics

/// Checks output tags.
struct OutputChecker {
    let context: Context

    /// Checks what an output tag prints, and compiles it in the way that its place in HTML needs.
    func check(_ value: Expression, _ flow: inout Flow, _ compilation: inout Compilation) {
        if case .call(let name, let arguments) = value.kind {
            if let inner = compilation.deeper(context.at(value.span)) {
                OutputChecker(context: inner)
                    .call(name, arguments, &flow, &compilation)
            }
            return
        }
        let typed = ExpressionChecker(context, flow).check(value, &compilation)
        let printing = PrintChecker(context: context)
        guard printing.canPrint(typed.kind, value, &compilation) else {
            flow.place.print(settles: true)
            return
        }
        let placement = Placement(flow.place)
        flow.place.print(settles: typed.kind == .url)
        guard typed.kind != .unknown, printing.fits(typed.kind, placement, value, &compilation)
        else { return }
        let location = context.template.source.location(value.span.start)
        switch placement {
        case .link:
            let place = compilation.program.addPlace(location)
            compilation.routine.append(.printLink(typed.index, place: place))
        case .numbers:
            let place = compilation.program.addPlace(location)
            compilation.routine.append(.printNumber(typed.index, place: place))
        case .anything, .plain:
            if let filling = compilation.program.filling(typed.index) {
                compilation.routine.append(.fill(filling))
            } else {
                compilation.routine.append(.print(typed.index))
            }
        }
    }

    private func call(
        _ name: Name,
        _ arguments: [Argument],
        _ flow: inout Flow,
        _ compilation: inout Compilation
    ) {
        if name.text == "super" {
            return superBlock(name, arguments, &flow, &compilation)
        }
        let checker = CallChecker(expressions: ExpressionChecker(context, flow))
        guard let call = checker.check(name, arguments, at: flow.place, &compilation) else {
            return
        }
        compilation.routine.append(.call(call.number))
        flow.place = call.end
    }

    private func superBlock(
        _ name: Name,
        _ arguments: [Argument],
        _ flow: inout Flow,
        _ compilation: inout Compilation
    ) {
        if let argument = arguments.first {
            compilation.report(
                .wrongArguments,
                context.at(argument.value.span),
                "super() takes no arguments"
            )
        }
        if context.overridden.isEmpty {
            compilation.report(
                .unknownBlock,
                context.at(name.span),
                "super() has nothing to print here",
                "It prints the part that a block replaces, and stands inside that block."
            )
        }
        UnitChecker(context: context)
            .definition(context.overridden, &flow, &compilation)
    }
}
