// Templates as wholes: inheritance, blocks and includes.

import Diagnostics

/// Checks templates and blocks that are rendered at one place.
struct UnitChecker {
    /// The place where the template or block is rendered.
    let context: Context

    /// Compiles a template with those that it extends; returns the one whose text comes last.
    @discardableResult
    func check(
        _ template: ParsedTemplate,
        _ flow: inout Flow,
        _ compilation: inout Compilation
    ) -> ParsedTemplate {
        let chain = chain(of: template, &compilation)
        let unit = Unit(chain: chain, outer: flow.names, scope: compilation.newScope())
        flow.scope = unit.scope
        let holders = context.holders + chain.map(\.path)
        for child in chain.dropLast() {
            var inner = context.entering(child, of: unit)
            inner.holders = holders
            UnitChecker(context: inner).checkBlocks(&compilation)
            UnitChecker(context: inner).prelude(&flow, &compilation)
        }
        let last = chain[chain.count - 1]
        var inner = context.entering(last, of: unit)
        inner.holders = holders
        StatementChecker(context: inner).check(last.statements, &flow, &compilation)
        return last
    }

    /// A template and all that it extends, as far as they can be found.
    private func chain(
        of template: ParsedTemplate,
        _ compilation: inout Compilation
    ) -> [ParsedTemplate] {
        var chain = [template]
        var last = template
        while let name = last.parent {
            var context = context
            context.template = last
            context.holders += chain.map(\.path)
            guard let parent = compilation.template(name, context) else { break }
            chain.append(parent)
            last = parent
        }
        return chain
    }

    /// Reports blocks of a template that none of those that it extends has.
    private func checkBlocks(_ compilation: inout Compilation) {
        let (child, chain) = (context.template, context.unit.chain)
        guard let position = chain.firstIndex(where: { $0 === child }) else { return }
        let known = chain[(position + 1)...].flatMap { $0.blocks.keys }
        for block in child.blocks.values where !block.isNested && !known.contains(block.name.text) {
            compilation.report(
                .unknownBlock,
                context.at(block.name.span),
                "no template that this one extends has a block “\(block.name.text)”",
                Spelling.question(block.name.text, known)
                    ?? "It has \(Set(known).sorted().map { "“\($0)”" }.joined(separator: ", "))."
            )
        }
    }

    /// Compiles what a template that extends another contains outside its blocks.
    private func prelude(_ flow: inout Flow, _ compilation: inout Compilation) {
        var hasExtended = false
        for statement in context.template.statements {
            switch statement.kind {
            case .extends:
                if hasExtended {
                    compilation.report(
                        .syntax,
                        context.at(statement.span),
                        "a template extends only one other"
                    )
                }
                hasExtended = true
            case .text(let range):
                let bytes = context.template.source.bytes
                let start = WhiteSpace.end(bytes, from: range.lowerBound)
                if !hasExtended {
                    reportEarly(statement.span, &compilation)
                } else if start < range.upperBound {
                    let end = WhiteSpace.trimmedEnd(bytes, in: range)
                    reportOutside(Span(start: start, end: end), &compilation)
                }
            case .output, .condition, .loop, .include:
                if hasExtended {
                    reportOutside(statement.span, &compilation)
                } else {
                    reportEarly(statement.span, &compilation)
                }
            case .block: break
            case .macro, .importing, .set, .capture:
                StatementChecker(context: context)
                    .check(statement, &flow, &compilation)
            }
        }
    }

    private func reportEarly(_ span: Span, _ compilation: inout Compilation) {
        compilation.report(
            .outsideBlock,
            context.at(span),
            "something stands before extends",
            "Put {% extends … %} first; only comments may stand before it."
        )
    }

    private func reportOutside(_ span: Span, _ compilation: inout Compilation) {
        compilation.report(
            .outsideBlock,
            context.at(span),
            "this stands outside all blocks and would never be seen",
            "A template that extends another says everything inside its blocks."
        )
    }

    func include(_ name: Name, _ flow: inout Flow, _ compilation: inout Compilation) {
        guard let template = compilation.template(name, context) else { return }
        var inner = flow
        inner.names["loop"] = nil
        inner.partlySet = []
        check(template, &inner, &compilation)
        flow.place = inner.place
    }

    func block(_ block: TemplateBlock, _ flow: inout Flow, _ compilation: inout Compilation) {
        if context.isInMacro { return }
        let definitions = context.unit.definitions(block.name.text)
        definition(definitions[...], &flow, &compilation)
    }

    /// Compiles the first of a block's definitions; the others are what `super()` prints in it.
    func definition(
        _ definitions: ArraySlice<BlockDefinition>,
        _ flow: inout Flow,
        _ compilation: inout Compilation
    ) {
        guard let first = definitions.first else { return }
        var inner = flow
        inner.names = context.unit.visibleInBlocks(flow.names)
        inner.scope = compilation.newScope()
        var body = context.entering(first.template, of: context.unit)
        body.overridden = definitions.dropFirst()
        StatementChecker(context: body).check(first.block.body, &inner, &compilation)
        flow.place = inner.place
    }
}

extension Compilation {
    /// The template that a path names; `nil`, after a report, when it does not exist or would include
    /// or extend itself.
    mutating func template(_ name: Name, _ context: Context) -> ParsedTemplate? {
        let templates = context.page.templates
        guard let template = templates[name.text] else {
            report(
                .unknownTemplate,
                context.at(name.span),
                "there is no template “\(name.text)”",
                Spelling.question(name.text, templates.keys)
                    ?? "Paths begin at the folder of templates, as in “partials/nav.html”."
            )
            return nil
        }
        if let start = context.holders.lastIndex(of: name.text) {
            let cycle = context.holders[start...] + [name.text]
            report(
                .templateCycle,
                context.at(name.span),
                "“\(name.text)” would hold itself: \(cycle.joined(separator: " → "))",
                "For a tree of unknown depth write a macro that calls itself."
            )
            return nil
        }
        return template
    }
}
