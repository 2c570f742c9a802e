// Checks statements one after another, and compiles them into a routine.

import Diagnostics

/// Checks the statements of one body.
struct StatementChecker {
    let context: Context

    /// Checks statements; `flow` is the state before them and becomes the state after them.
    func check(_ statements: [Statement], _ flow: inout Flow, _ compilation: inout Compilation) {
        for statement in statements {
            guard compilation.countStep(context.at(statement.span)) else { return }
            check(statement, &flow, &compilation)
        }
    }

    func check(_ statement: Statement, _ flow: inout Flow, _ compilation: inout Compilation) {
        switch statement.kind {
        case .text(let range):
            let start = context.template.base + range.lowerBound
            compilation.routine.append(.literal(start: start, end: start + range.count))
            flow.place.read(context.template.source.bytes[range])
        case .output(let value):
            OutputChecker(context: context).check(value, &flow, &compilation)
        case .extends: checkExtends(statement.span, &compilation)
        case .macro(let macro):
            let outer = context.unit.outer
            let hidden = context.page.names.keys.filter { outer[$0]?.isRoot != true }
            let reference = MacroReference(
                template: context.template.path,
                name: macro.name.text,
                withContext: true,
                hidden: Set(hidden)
            )
            MacroNames(context: context).define(macro.name, reference, &flow, &compilation)
        case .importing(let path, let names, let withContext):
            MacroNames(context: context)
                .add(names, from: path, withContext: withContext, &flow, &compilation)
        case .set(let name, let value):
            let value = ExpressionChecker(context, flow).check(value, &compilation)
            if let slot = slot(for: name, value.kind, &flow, &compilation) {
                compilation.routine.append(.store(value.index, slot: slot))
            }
        case .condition(let branches, let otherwise):
            guard let inner = compilation.deeper(context.at(statement.span)) else { return }
            BranchChecker(context: inner, span: statement.span)
                .condition(branches, otherwise, &flow, &compilation)
        case .loop(let name, let list, let body, let otherwise):
            guard let inner = compilation.deeper(context.at(statement.span)) else { return }
            BranchChecker(context: inner, span: statement.span)
                .loop(name, over: list, body, otherwise, &flow, &compilation)
        case .include(let name):
            guard let inner = compilation.deeper(context.at(statement.span)) else { return }
            UnitChecker(context: inner).include(name, &flow, &compilation)
        case .block(let block):
            guard let inner = compilation.deeper(context.at(statement.span)) else { return }
            UnitChecker(context: inner).block(block, &flow, &compilation)
        case .capture(let name, let statements):
            guard let inner = compilation.deeper(context.at(statement.span)) else { return }
            StatementChecker(context: inner)
                .capture(name, statements, &flow, &compilation)
        }
    }

    /// Reports an `extends` that is not at the top of its template.
    private func checkExtends(_ span: Span, _ compilation: inout Compilation) {
        let isAtTop = context.template.statements.contains { $0.span == span }
        if context.template.parent != nil, isAtTop { return }
        compilation.report(
            .syntax,
            context.at(span),
            "extends stands inside another tag",
            "Put it first in the file."
        )
    }

    private func capture(
        _ name: Name,
        _ statements: [Statement],
        _ flow: inout Flow,
        _ compilation: inout Compilation
    ) {
        compilation.routine.append(.beginCapture)
        var inner = flow
        inner.place = HTMLPlace(isXML: flow.place.isXML)
        inner.scope = compilation.newScope()
        check(statements, &inner, &compilation)
        if inner.place.state != .text {
            compilation.reportBroken(context.at(name.span), "this part")
        }
        let slot = slot(for: name, .html(hasTags: true), &flow, &compilation)
        compilation.routine.append(.endCapture(slot: slot ?? compilation.routine.newSlot()))
    }

    /// Gives a name a value of a kind; returns the slot of the value, or `nil` after a report.
    private func slot(
        for name: Name,
        _ kind: Kind,
        _ flow: inout Flow,
        _ compilation: inout Compilation
    ) -> Int? {
        let known = flow.names[name.text]
        if let known, !canSet(name, known, kind, flow, &compilation) { return nil }
        let variable: (slot: Int, id: Int)
        if let known, case .local(let slot) = known.storage {
            variable = (slot, known.id)
        } else {
            variable = compilation.routine
                .variable(name.text, in: flow.scope, newID: compilation.newID())
        }
        flow.discardTests(of: variable.id)
        flow.bind(name.text, to: .local(variable.slot), kind, id: variable.id)
        flow.partlySet.remove(name.text)
        return variable.slot
    }

    private func canSet(
        _ name: Name,
        _ known: Binding,
        _ kind: Kind,
        _ flow: Flow,
        _ compilation: inout Compilation
    ) -> Bool {
        if known.scope == flow.scope, case .local = known.storage {
            if context.page.environment.join(known.kind, kind) != nil { return true }
            compilation.report(
                .wrongType,
                context.at(name.span),
                "“\(name.text)” is \(known.kind) and cannot become \(kind)",
                "Give the other value another name."
            )
            return false
        }
        let (problem, advice): (String, String?) =
            switch known.storage {
            case .root: ("is a value of the page and cannot be set", "Choose another name.")
            case .macro: ("is a macro and cannot be set", nil)
            case .local, .loop:
                (
                    "is set further out; a value set here would be lost at the end of this loop,"
                        + " block, macro or template",
                    "Choose another name, or set it where it was set first."
                )
            }
        let place = context.at(name.span)
        compilation.report(.nameTaken, place, "“\(name.text)” \(problem)", advice)
        return false
    }
}
