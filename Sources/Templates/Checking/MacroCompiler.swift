// Macros: each is checked for the kinds of values it is called with and for the place in HTML where it
// prints, and compiled once for each such use.

import Diagnostics

/// One use of a macro; calls that are alike in this share what is compiled.
struct MacroUse: Hashable {
    var macro: MacroReference
    var kinds: [Kind]
    var place: HTMLPlace
    var root: RecordType
}

/// A macro compiled for one use.
struct CompiledMacro {
    var routine: Int
    /// The place in HTML after what it prints.
    var end: HTMLPlace
}

/// Compiles a macro for one use.
struct MacroCompiler {
    let use: MacroUse
    let macro: Macro
    let template: ParsedTemplate

    /// The macro for a call in `caller`, compiled unless an earlier call was alike.
    func compile(
        from caller: Context,
        _ location: SourceLocation,
        _ span: Span,
        _ compilation: inout Compilation
    ) -> CompiledMacro {
        if let known = compilation.macros[use] { return known }
        // A call inside the macro itself finds it here, and is taken to leave the place as it is.
        let number = compilation.program.reserveRoutine()
        compilation.macros[use] = CompiledMacro(routine: number, end: use.place)

        var caller = caller
        caller.call = location
        let context = caller.enteringMacro(of: template)
        var flow = Flow(
            names: MacroNames(context: context).visible(in: use.macro, &compilation),
            place: use.place
        )
        flow.scope = compilation.newScope()
        compilation.compileRoutine(number) { compilation in
            for (parameter, kind) in zip(macro.parameters, use.kinds) {
                let slot = compilation.routine.newSlot()
                flow.bind(parameter.name.text, to: .local(slot), kind, id: compilation.newID())
            }
            if let deeper = compilation.deeper(caller.at(span)) {
                StatementChecker(context: deeper.enteringMacro(of: template))
                    .check(macro.body, &flow, &compilation)
            }
        }
        let end = use.place.joined(flow.place)
        if end == nil {
            compilation.reportBroken(context.at(macro.name.span), "the macro “\(macro.name.text)”")
        }
        let compiled = CompiledMacro(routine: number, end: end ?? use.place)
        compilation.macros[use] = compiled
        return compiled
    }
}
