// Variables and attributes.

import Diagnostics

/// Checks expressions that read a variable or an attribute.
struct NameChecker {
    let expressions: ExpressionChecker

    private var context: Context { expressions.context }
    private var flow: Flow { expressions.flow }

    func variable(_ name: String, _ span: Span, _ compilation: inout Compilation) -> Typed {
        guard let binding = flow.names[name] else {
            reportUnknown(name, span, &compilation)
            return .unknown
        }
        let kind = narrowed(binding.kind, Path(binding: binding.id))
        switch binding.storage {
        case .root(let slot, let isShared):
            let root = Computation.root(slot, isShared: isShared)
            return keyed(kind, compilation.program.addCached(root), &compilation)
        case .local(let slot):
            return keyed(kind, compilation.program.add(.local(slot)), &compilation)
        case .loop:
            compilation.report(
                .wrongType,
                context.at(span),
                "loop is not a value",
                "It has loop.index, loop.index0, loop.first, loop.last and loop.length."
            )
        case .macro:
            compilation.report(
                .wrongType,
                context.at(span),
                "“\(name)” is a macro, not a value",
                "Call it: \(name)(…)."
            )
        }
        return .unknown
    }

    /// A value of a kind; notes those that are records with a key.
    private func keyed(_ kind: Kind, _ index: Int, _ compilation: inout Compilation) -> Typed {
        if case .record(let record) = kind, record.type.hasSharedKey {
            compilation.program.setKeyed(index)
        }
        return Typed(kind: kind, index: index)
    }

    /// The kind without its optionality, when the value is known to be present.
    private func narrowed(_ kind: Kind, _ path: Path?) -> Kind {
        guard kind.isOptional, let path, flow.present.contains(path) else { return kind }
        return kind.present
    }

    private func reportUnknown(_ name: String, _ span: Span, _ compilation: inout Compilation) {
        let suggestion: String?
        if name == "loop" {
            suggestion =
                "It is there inside {% for %} only, not in what the loop includes or calls."
        } else if flow.partlySet.contains(name) {
            suggestion = "It is set on some ways to this place only; set it on all of them."
        } else if context.isInMacro, context.page.names[name] != nil {
            suggestion =
                "This macro does not see the page: pass the value as an argument, or import the"
                + " macro “with context”."
        } else if let near = Spelling.question(name, flow.names.keys) {
            suggestion = near
        } else {
            suggestion = flow.names.isEmpty ? nil : "There are \(listed(flow.names.keys))."
        }
        let page = context.isInMacro ? "" : " on pages of kind “\(context.page.kind.name)”"
        compilation.report(
            .unknownVariable,
            context.at(span),
            "nothing is called “\(name)” here" + page,
            suggestion
        )
    }

    /// The first dozen names in alphabetical order.
    private func listed(_ names: some Collection<String>) -> String {
        names.sorted().prefix(12).joined(separator: ", ") + (names.count > 12 ? ", …" : "")
    }

    /// Checks an attribute; `value` is the whole expression.
    func attribute(
        _ base: Expression,
        _ name: Name,
        _ value: Expression,
        _ compilation: inout Compilation
    ) -> Typed {
        if case .name("loop") = base.kind, case .loop(let level)? = flow.names["loop"]?.storage {
            return loopAttribute(name, level, &compilation)
        }
        let typed = expressions.check(base, &compilation)
        switch typed.kind {
        case .unknown: break
        case .record(let type):
            let fields = type.shape.fields
            if let slot = fields.firstIndex(where: { $0.name == name.text }) {
                compilation.program.noteRead(slot, of: type, root: context.page.kind.root)
                let isShared = fields[slot].isShared
                let field = Computation.field(typed.index, slot: slot, isShared: isShared)
                let isCached = compilation.program.isCached(typed.index)
                return keyed(
                    narrowed(Kind(fields[slot].type), Path(value, in: flow)),
                    isCached
                        ? compilation.program.addCached(field) : compilation.program.add(field),
                    &compilation
                )
            }
            reportAttribute(name, "a \(type.name)", fields.map(\.name), &compilation)
        case .table(let table):
            let entries = context.page.environment.tables[table] ?? [:]
            if let type = entries[name.text] {
                return entry(name, type, of: typed.index, table, value, &compilation)
            }
            reportAttribute(name, "the table “\(table)”", Array(entries.keys), &compilation)
        case .optional, .none: compilation.reportMissing(base, context)
        case .boolean, .condition, .integer, .text, .url, .html, .phrase, .list:
            compilation.report(
                .unknownAttribute,
                context.at(name.span),
                "\(typed.kind) has no attributes, so no “\(name.text)”",
                Filter(rawValue: name.text).map { "Did you mean the filter: | \($0.rawValue)?" }
            )
        }
        return .unknown
    }

    private func reportAttribute(
        _ name: Name,
        _ owner: String,
        _ known: [String],
        _ compilation: inout Compilation
    ) {
        compilation.report(
            .unknownAttribute,
            context.at(name.span),
            "\(owner) has no “\(name.text)”",
            Spelling.question(name.text, known)
                ?? (known.isEmpty ? nil : "It has \(listed(known)).")
        )
    }

    private func entry(
        _ name: Name,
        _ type: ValueType,
        of table: Int,
        _ tableName: String,
        _ value: Expression,
        _ compilation: inout Compilation
    ) -> Typed {
        var kind = Kind(type)
        if tableName == Environment.words, case .phrase = kind { kind = .phrase([name.text]) }
        let location = context.template.source.location(name.span.start)
        let index = compilation.program.addEntry(
            table,
            name.text,
            hint: context.page.environment.places[tableName]?[name.text] ?? 0,
            place: kind.isOptional ? -1 : compilation.program.addPlace(location)
        )
        return Typed(kind: narrowed(kind, Path(value, in: flow)), index: index)
    }

    private func loopAttribute(
        _ name: Name,
        _ level: Int,
        _ compilation: inout Compilation
    ) -> Typed {
        guard let attribute = LoopAttribute(rawValue: name.text) else {
            reportAttribute(name, "loop", LoopAttribute.allCases.map(\.rawValue), &compilation)
            return .unknown
        }
        return compilation.add(attribute.kind, attribute.computation(level))
    }
}

/// What `loop` offers inside a loop.
enum LoopAttribute: String, CaseIterable {
    case index
    case index0
    case first
    case last
    case length

    var kind: Kind {
        switch self {
        case .index, .index0, .length: .integer
        case .first, .last: .boolean
        }
    }

    func computation(_ level: Int) -> Computation {
        switch self {
        case .index: .loopIndex(level: level, offset: 1)
        case .index0: .loopIndex(level: level, offset: 0)
        case .first: .loopIsFirst(level: level)
        case .last: .loopIsLast(level: level)
        case .length: .loopLength(level: level)
        }
    }
}
