// Macros: each is checked for the types it is called with and for the place in HTML where it prints,
// and compiled once for each such use.

import Diagnostics

/// One use of a macro.
struct InstanceKey: Hashable {
    var macro: MacroReference
    var kinds: [Kind]
    var place: HTMLPlace
    var root: RecordType?
}

/// A macro compiled for one use.
struct Instance {
    var routine: Int
    var end: HTMLPlace
}

extension Checker {
    func importing(
        _ path: Name,
        _ names: [Imported],
        _ withContext: Bool,
        _ context: Context,
        _ flow: inout Flow
    ) {
        guard let template = find(path, context, holders: []) else {
            for name in names { hide(name.alias, &flow) }
            return
        }
        for name in names {
            guard template.macros[name.name.text] != nil else {
                hide(name.alias, &flow)
                report(
                    .unknownMacro,
                    context,
                    name.name.span,
                    "“\(path.text)” has no macro “\(name.name.text)”",
                    hint(name.name.text, template.macros.keys.sorted())
                )
                continue
            }
            let hidden = Set(rootNames.keys.filter { flow.names[$0]?.id != rootNames[$0]?.id })
            let reference = MacroReference(
                template: template.path,
                name: name.name.text,
                withContext: withContext,
                hidden: withContext ? hidden : []
            )
            define(name.alias, reference, context, &flow)
        }
    }

    private func hint(_ name: String, _ known: [String]) -> String {
        Spelling.question(name, known)
            ?? (known.isEmpty
                ? "It defines none." : "It has \(known.joined(separator: ", ")).")
    }

    /// Makes a name that could not be imported known, so that it is reported only once.
    private func hide(_ name: Name, _ flow: inout Flow) {
        guard flow.names[name.text] == nil else { return }
        flow.names[name.text] = Binding(
            storage: .local(newSlot()),
            kind: .unknown,
            scope: flow.scope,
            id: newID()
        )
    }

    /// Checks a call; returns it with the place in HTML where it leaves off.
    func call(
        _ name: Name,
        _ arguments: [Argument],
        _ place: HTMLPlace,
        _ context: Context,
        _ flow: Flow
    ) -> (index: Int, end: HTMLPlace)? {
        let given = arguments.map { expression($0.value, context, flow) }
        guard let reference = macro(name, context, flow),
            let template = templates[reference.template],
            let macro = template.macros[reference.name],
            let values = match(arguments, given, name, macro, template, reference, context, flow)
        else { return nil }
        let key = InstanceKey(
            macro: reference,
            kinds: values.map(\.kind),
            place: place,
            root: kind.map { RecordType(type: $0.root) }
        )
        let location = self.place(context, name.span)
        guard let instance = instance(key, macro, template, location, context, name.span) else {
            return nil
        }
        let first = program.arguments.count
        program.arguments += values.map(\.index)
        program.calls.append(
            Call(
                macro: instance.routine,
                arguments: first..<program.arguments.count,
                place: location
            )
        )
        return (program.calls.count - 1, instance.end)
    }

    private func macro(_ name: Name, _ context: Context, _ flow: Flow) -> MacroReference? {
        let macros = flow.names.filter { entry in
            if case .macro = entry.value.storage { return true }
            return false
        }
        switch flow.names[name.text]?.storage {
        case .macro(let reference)?: return reference
        case .root?, .local?, .loop?:
            if flow.names[name.text]?.kind == .unknown { return nil }
            report(
                .unknownMacro,
                context,
                name.span,
                "“\(name.text)” is a value and cannot be called"
            )
        case nil:
            report(
                .unknownMacro,
                context,
                name.span,
                "no macro is called “\(name.text)” here",
                Spelling.question(name.text, macros.keys)
                    ?? "Define it above with {% macro %}, or import it with"
                    + " {% from \"…\" import \(name.text) %}."
            )
        }
        return nil
    }

    /// A value for every parameter.
    private func match(
        _ arguments: [Argument],
        _ given: [Typed],
        _ name: Name,
        _ macro: Macro,
        _ template: ParsedTemplate,
        _ reference: MacroReference,
        _ context: Context,
        _ flow: Flow
    ) -> [Typed]? {
        let parameters = macro.parameters
        var values = [Typed?](repeating: nil, count: parameters.count)
        var isRight = true
        for (position, (argument, value)) in zip(arguments, given).enumerated() {
            let known = parameters.map(\.name.text)
            let target: Int?
            if let name = argument.name {
                target = known.firstIndex(of: name.text)
                if target == nil {
                    report(
                        .wrongArguments,
                        context,
                        name.span,
                        "“\(macro.name.text)” has no parameter “\(name.text)”",
                        hint(name.text, known)
                    )
                }
            } else {
                target = position < parameters.count ? position : nil
                if target == nil {
                    let count = parameters.count
                    reportCount(
                        name,
                        count == 1 ? "1 argument" : "\(count) arguments",
                        argument,
                        context
                    )
                }
            }
            guard let target else {
                isRight = false
                continue
            }
            if values[target] != nil {
                let span = argument.name?.span ?? argument.value.span
                report(.wrongArguments, context, span, "“\(known[target])” is given twice")
                isRight = false
            }
            values[target] = value
        }
        for (index, parameter) in parameters.enumerated() where values[index] == nil {
            if let standard = parameter.standard {
                let inside = Context(
                    template: template,
                    unit: Unit(chain: [template], outer: [:], scope: 0),
                    isInMacro: true
                )
                let names = Flow(names: base(reference, template), place: flow.place)
                values[index] = expression(standard, inside, names)
            } else if isRight {
                report(
                    .wrongArguments,
                    context,
                    name.span,
                    "“\(macro.name.text)” needs a value for “\(parameter.name.text)”"
                )
                return nil
            }
        }
        return isRight ? values.compactMap(\.self) : nil
    }

    /// The names that a macro sees beside its parameters.
    private func base(_ reference: MacroReference, _ template: ParsedTemplate) -> [String: Binding]
    {
        var flow = Flow(place: HTMLPlace(isXML: false))
        if reference.withContext {
            flow.names = rootNames.filter { !reference.hidden.contains($0.key) }
        }
        let context = Context(
            template: template,
            unit: Unit(chain: [template], outer: [:], scope: 0),
            isInMacro: true
        )
        for statement in template.statements {
            switch statement.kind {
            case .importing(let path, let names, let withContext):
                importing(path, names, withContext && reference.withContext, context, &flow)
            case .macro(let macro):
                var sibling = reference
                sibling.name = macro.name.text
                define(macro.name, sibling, context, &flow)
            case .text, .output, .condition, .loop, .include, .extends, .block, .set, .capture:
                break
            }
        }
        return flow.names
    }

    private func instance(
        _ key: InstanceKey,
        _ macro: Macro,
        _ template: ParsedTemplate,
        _ location: Int,
        _ context: Context,
        _ span: Span
    ) -> Instance? {
        if let known = instances[key] { return known }
        let routine = program.routines.count
        program.routines.append(Routine())
        instances[key] = Instance(routine: routine, end: key.place)
        let outer = (operations, slots, loopLevel)
        (operations, slots, loopLevel) = ([], 0, 0)
        trail.append(program.places[location])

        var flow = Flow(names: base(key.macro, template), place: key.place)
        flow.scope = newScope()
        for (parameter, kind) in zip(macro.parameters, key.kinds) {
            flow.names[parameter.name.text] = Binding(
                storage: .local(newSlot()),
                kind: kind,
                scope: flow.scope,
                id: newID()
            )
        }
        let inside = Context(
            template: template,
            unit: Unit(chain: [template], outer: [:], scope: 0),
            isInMacro: true
        )
        nested(context, span) { body(macro.body, inside, &flow) }
        let end = key.place.joined(flow.place)
        if end == nil { reportBroken(inside, macro.name.span, "the macro “\(macro.name.text)”") }
        program.routines[routine] = program.routine(operations, slots: slots)
        trail.removeLast()
        (operations, slots, loopLevel) = outer
        let instance = Instance(routine: routine, end: end ?? key.place)
        instances[key] = instance
        return instance
    }
}
