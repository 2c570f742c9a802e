// Calls of macros: each argument must match a parameter.

import Diagnostics

/// A call that has been compiled.
struct CheckedCall {
    /// Its number among the program's calls.
    var number: Int
    /// The place in HTML after what it prints.
    var end: HTMLPlace
}

/// Checks calls of macros.
struct CallChecker {
    let expressions: ExpressionChecker

    private var context: Context { expressions.context }
    private var flow: Flow { expressions.flow }

    /// Checks a call that prints at a place in HTML; `nil` after a report.
    func check(
        _ name: Name,
        _ arguments: [Argument],
        at place: HTMLPlace,
        _ compilation: inout Compilation
    ) -> CheckedCall? {
        let given = arguments.map { expressions.check($0.value, &compilation) }
        guard let reference = reference(name, &compilation),
            let template = context.page.templates[reference.template],
            let macro = template.macros[reference.name]
        else { return nil }
        let call = MacroCall(
            name: name,
            arguments: arguments,
            given: given,
            macro: macro,
            reference: reference,
            inside: context.enteringMacro(of: template)
        )
        guard let values = match(call, &compilation) else { return nil }
        let location = context.template.source.location(name.span.start)
        let use = MacroUse(
            macro: reference,
            kinds: values.map(\.kind),
            place: place,
            root: RecordType(type: context.page.kind.root)
        )
        let number = compilation.program.addPlace(location)
        let compiled = MacroCompiler(use: use, macro: macro, template: template)
            .compile(from: context, location, name.span, &compilation)
        return CheckedCall(
            number: compilation.program.addCall(
                compiled.routine,
                values.map(\.index),
                place: number
            ),
            end: compiled.end
        )
    }

    /// The macro that a name stands for; `nil` after a report, now or when it was imported.
    private func reference(_ name: Name, _ compilation: inout Compilation) -> MacroReference? {
        guard let binding = flow.names[name.text] else {
            let macros = flow.names.filter { entry in
                if case .macro = entry.value.storage { return true }
                return false
            }
            compilation.report(
                .unknownMacro,
                context.at(name.span),
                "no macro is called “\(name.text)” here",
                Spelling.question(name.text, macros.keys)
                    ?? "Define it above with {% macro %}, or import it with"
                    + " {% from \"…\" import \(name.text) %}."
            )
            return nil
        }
        if case .macro(let reference) = binding.storage { return reference }
        if binding.kind != .unknown {
            compilation.report(
                .unknownMacro,
                context.at(name.span),
                "“\(name.text)” is a value and cannot be called"
            )
        }
        return nil
    }

    /// A call with the macro that it names.
    private struct MacroCall {
        let name: Name
        let arguments: [Argument]
        /// The values of the arguments.
        let given: [Typed]
        let macro: Macro
        let reference: MacroReference
        /// The context of the macro's definition.
        let inside: Context
    }

    /// A value for every parameter; `nil` after a report.
    private func match(_ call: MacroCall, _ compilation: inout Compilation) -> [Typed]? {
        let parameters = call.macro.parameters
        var values = [Typed?](repeating: nil, count: parameters.count)
        var isRight = true
        for (position, argument) in call.arguments.enumerated() {
            guard let target = parameter(for: argument, at: position, call, &compilation) else {
                isRight = false
                continue
            }
            if values[target] != nil {
                compilation.report(
                    .wrongArguments,
                    context.at(argument.name?.span ?? argument.value.span),
                    "“\(parameters[target].name.text)” is given twice"
                )
                isRight = false
            }
            values[target] = call.given[position]
        }
        for (index, parameter) in parameters.enumerated() where values[index] == nil {
            if let standard = parameter.standard {
                let names = MacroNames(context: call.inside)
                    .visible(in: call.reference, &compilation)
                let flow = Flow(names: names, place: flow.place)
                values[index] = ExpressionChecker(call.inside, flow).check(standard, &compilation)
            } else if isRight {
                compilation.report(
                    .wrongArguments,
                    context.at(call.name.span),
                    "“\(call.macro.name.text)” needs a value for “\(parameter.name.text)”"
                )
                return nil
            }
        }
        return isRight ? values.compactMap(\.self) : nil
    }

    /// The number of the parameter that an argument is for; `nil` after a report.
    private func parameter(
        for argument: Argument,
        at position: Int,
        _ call: MacroCall,
        _ compilation: inout Compilation
    ) -> Int? {
        let known = call.macro.parameters.map(\.name.text)
        if let name = argument.name {
            if let target = known.firstIndex(of: name.text) { return target }
            compilation.report(
                .wrongArguments,
                context.at(name.span),
                "“\(call.macro.name.text)” has no parameter “\(name.text)”",
                Spelling.suggestion(name.text, known)
            )
            return nil
        }
        if position < known.count { return position }
        let wanted = known.count == 1 ? "1 argument" : "\(known.count) arguments"
        compilation.reportCount(call.name, wanted, argument, context)
        return nil
    }
}
