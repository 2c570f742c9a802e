// One function for every statement.

import Diagnostics

extension Checker {
    func body(_ statements: [Statement], _ context: Context, _ flow: inout Flow) {
        for statement in statements {
            guard mayGoOn(context, statement.span) else { return }
            self.statement(statement, context, &flow)
        }
    }

    func statement(_ statement: Statement, _ context: Context, _ flow: inout Flow) {
        switch statement.kind {
        case .text(let range):
            let base = context.template.base
            let (start, end) = (base + range.lowerBound, base + range.upperBound)
            operations.append(.literal(start: start, end: end))
            flow.place.read(context.template.source.bytes[range])
        case .output(let value): output(value, context, &flow)
        case .condition(let branches, let otherwise):
            nested(context, statement.span) {
                condition(branches, otherwise, statement.span, context, &flow)
            }
        case .loop(let name, let list, let statements, let otherwise):
            nested(context, statement.span) {
                loop(name, list, statements, otherwise, statement.span, context, &flow)
            }
        case .include(let name):
            nested(context, statement.span) { include(name, context, &flow) }
        case .extends:
            if context.template.parent == nil
                || !context.template.statements.contains(
                    where: { $0.span == statement.span }
                )
            {
                report(
                    .syntax,
                    context,
                    statement.span,
                    "extends stands inside another tag",
                    "Put it first in the file."
                )
            }
        case .block(let block):
            nested(context, statement.span) { self.block(block, context, &flow) }
        case .macro(let macro):
            let hidden = Set(rootNames.keys.filter { !isRoot(context.unit.outer[$0]) })
            let reference = MacroReference(
                template: context.template.path,
                name: macro.name.text,
                withContext: true,
                hidden: hidden
            )
            define(macro.name, reference, context, &flow)
        case .importing(let path, let names, let withContext):
            importing(path, names, withContext, context, &flow)
        case .set(let name, let value):
            let value = expression(value, context, flow)
            let target = assign(name, value.kind, context, &flow)
            if let target { operations.append(.store(value.index, slot: target)) }
        case .capture(let name, let statements):
            nested(context, statement.span) { capture(name, statements, context, &flow) }
        }
    }

    private func isRoot(_ binding: Binding?) -> Bool {
        guard let binding, case .root = binding.storage else { return false }
        return true
    }

    private func capture(
        _ name: Name,
        _ statements: [Statement],
        _ context: Context,
        _ flow: inout Flow
    ) {
        operations.append(.beginCapture)
        var inner = flow
        inner.place = HTMLPlace(isXML: flow.place.isXML)
        inner.scope = newScope()
        body(statements, context, &inner)
        if inner.place.state != .text { reportBroken(context, name.span, "this part") }
        let target = assign(name, .html(hasTags: true), context, &flow)
        operations.append(.endCapture(slot: target ?? newSlot()))
    }

    func reportBroken(_ context: Context, _ span: Span, _ what: String) {
        report(
            .brokenMarkup,
            context,
            span,
            "\(what) does not end in the HTML where it began",
            "Open and close tags, quotes and comments on the same side of a template tag."
        )
    }

    /// Gives a name a value of a type; returns where it is kept.
    private func assign(
        _ name: Name,
        _ kind: Kind,
        _ context: Context,
        _ flow: inout Flow
    ) -> Int? {
        let known = flow.names[name.text]
        if let known, !canSet(name, known, kind, context, flow) { return nil }
        let variable: (slot: Int, id: Int)
        if let known, case .local(let slot) = known.storage {
            variable = (slot, known.id)
        } else {
            variable = self.variable(name.text, in: flow.scope)
        }
        flow.forget(variable.id)
        flow.names[name.text] = Binding(
            storage: .local(variable.slot),
            kind: kind,
            scope: flow.scope,
            id: variable.id
        )
        flow.partlySet.remove(name.text)
        return variable.slot
    }

    private func canSet(
        _ name: Name,
        _ known: Binding,
        _ kind: Kind,
        _ context: Context,
        _ flow: Flow
    ) -> Bool {
        if known.scope == flow.scope, case .local = known.storage {
            if join(known.kind, kind) != nil { return true }
            report(
                .wrongType,
                context,
                name.span,
                "“\(name.text)” is \(known.kind) and cannot become \(kind)",
                "Give the other value another name."
            )
            return false
        }
        switch known.storage {
        case .root:
            report(
                .nameTaken,
                context,
                name.span,
                "“\(name.text)” is a value of the page and cannot be set",
                "Choose another name."
            )
        case .macro:
            report(.nameTaken, context, name.span, "“\(name.text)” is a macro and cannot be set")
        case .local, .loop:
            report(
                .nameTaken,
                context,
                name.span,
                "“\(name.text)” is set further out; a value set here would be lost at the end of"
                    + " this loop, block, macro or template",
                "Choose another name, or set it where it was set first."
            )
        }
        return false
    }

    func define(
        _ name: Name,
        _ macro: MacroReference,
        _ context: Context,
        _ flow: inout Flow
    ) {
        if let known = flow.names[name.text] {
            switch known.storage {
            case .macro: break
            case .root, .local, .loop:
                return report(
                    .nameTaken,
                    context,
                    name.span,
                    "“\(name.text)” is a value already and cannot be a macro",
                    "Choose another name; an import can say “as”."
                )
            }
        }
        flow.names[name.text] = Binding(
            storage: .macro(macro),
            kind: .unknown,
            scope: flow.scope,
            id: newID()
        )
    }
}
