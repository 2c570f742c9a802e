// Templates as wholes: inheritance, blocks and includes.

import Diagnostics

extension Checker {
    /// Compiles a template with those that it extends; returns the one whose text comes last.
    @discardableResult
    func unit(_ template: ParsedTemplate, _ flow: inout Flow) -> ParsedTemplate {
        let chain = chain(of: template)
        let unit = Unit(chain: chain, outer: flow.names, scope: newScope())
        flow.scope = unit.scope
        holders.append(contentsOf: chain.map(\.path))
        for child in chain.dropLast() {
            checkBlocks(of: child, in: unit)
            prelude(Context(template: child, unit: unit), &flow)
        }
        let last = chain[chain.count - 1]
        body(last.statements, Context(template: last, unit: unit), &flow)
        holders.removeLast(chain.count)
        return last
    }

    /// A template and all that it extends, as far as they can be found.
    private func chain(of template: ParsedTemplate) -> [ParsedTemplate] {
        var chain = [template]
        var last = template
        while let name = last.parent {
            let context = Context(template: last, unit: Unit(chain: [], outer: [:], scope: 0))
            guard let parent = find(name, context, holders: holders + chain.map(\.path)) else {
                break
            }
            chain.append(parent)
            last = parent
        }
        return chain
    }

    /// The template that a path names, unless it would hold itself.
    func find(_ name: Name, _ context: Context, holders: [String]) -> ParsedTemplate? {
        guard let template = templates[name.text] else {
            report(
                .unknownTemplate,
                context,
                name.span,
                "there is no template “\(name.text)”",
                Spelling.question(name.text, templates.keys)
                    ?? "Paths begin at the folder of templates, as in “partials/nav.html”."
            )
            return nil
        }
        if let start = holders.lastIndex(of: name.text) {
            let cycle = holders[start...] + [name.text]
            report(
                .templateCycle,
                context,
                name.span,
                "“\(name.text)” would hold itself: \(cycle.joined(separator: " → "))",
                "For a tree of unknown depth write a macro that calls itself."
            )
            return nil
        }
        return template
    }

    /// Reports blocks that no parent has, which would never be seen.
    private func checkBlocks(of child: ParsedTemplate, in unit: Unit) {
        guard let position = unit.chain.firstIndex(where: { $0 === child }) else { return }
        let known = unit.chain[(position + 1)...].flatMap { $0.blocks.keys }
        for block in child.blocks.values where !block.isNested && !known.contains(block.name.text) {
            report(
                .unknownBlock,
                Context(template: child, unit: unit),
                block.name.span,
                "no template that this one extends has a block “\(block.name.text)”",
                Spelling.question(block.name.text, known)
                    ?? "It has \(Set(known).sorted().map { "“\($0)”" }.joined(separator: ", "))."
            )
        }
    }

    /// Compiles what a template that extends another says outside its blocks.
    private func prelude(_ context: Context, _ flow: inout Flow) {
        var hasExtended = false
        for statement in context.template.statements {
            switch statement.kind {
            case .extends:
                if hasExtended {
                    report(.syntax, context, statement.span, "a template extends only one other")
                }
                hasExtended = true
            case .text(let range):
                let bytes = context.template.source.bytes
                let start = WhiteSpace.end(bytes, from: range.lowerBound)
                if !hasExtended {
                    reportLate(context, statement.span)
                } else if start < range.upperBound {
                    let end = WhiteSpace.trimmedEnd(bytes, in: range)
                    reportOutside(context, Span(start: start, end: end))
                }
            case .output, .condition, .loop, .include:
                hasExtended
                    ? reportOutside(context, statement.span) : reportLate(context, statement.span)
            case .block: break
            case .macro, .importing, .set, .capture: self.statement(statement, context, &flow)
            }
        }
    }

    private func reportLate(_ context: Context, _ span: Span) {
        report(
            .outsideBlock,
            context,
            span,
            "something stands before extends",
            "Put {% extends … %} first; only comments may stand before it."
        )
    }

    private func reportOutside(_ context: Context, _ span: Span) {
        report(
            .outsideBlock,
            context,
            span,
            "this stands outside all blocks and would never be seen",
            "A template that extends another says everything inside its blocks."
        )
    }

    func include(_ name: Name, _ context: Context, _ flow: inout Flow) {
        guard let template = find(name, context, holders: holders) else { return }
        var inner = flow
        inner.names["loop"] = nil
        inner.partlySet = []
        unit(template, &inner)
        flow.place = inner.place
    }

    func block(_ block: Block, _ context: Context, _ flow: inout Flow) {
        if context.isInMacro { return }
        definition(context.unit.definitions(block.name.text)[...], context, &flow)
    }

    /// Compiles the first of a block's definitions; the others are what `super()` prints.
    func definition(
        _ definitions: ArraySlice<(block: Block, template: ParsedTemplate)>,
        _ context: Context,
        _ flow: inout Flow
    ) {
        guard let (block, template) = definitions.first else { return }
        var inner = flow
        inner.names = context.unit.visibleInBlocks(flow.names)
        inner.scope = newScope()
        let context = Context(
            template: template,
            unit: context.unit,
            overridden: definitions.dropFirst()
        )
        body(block.body, context, &inner)
        flow.place = inner.place
    }
}
