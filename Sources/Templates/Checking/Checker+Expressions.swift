// Expressions: their types, and what computes them.

import Diagnostics

/// An expression's type and the computation that yields its value.
struct Typed {
    var kind: Kind
    var index: Int
}

extension Checker {
    /// Stands for a value that could not be understood.
    var unknown: Typed { Typed(kind: .unknown, index: constant(.none, key: "none")) }

    func expression(_ value: Expression, _ context: Context, _ flow: Flow) -> Typed {
        guard mayGoOn(context, value.span) else { return unknown }
        switch value.kind {
        case .invalid: return unknown
        case .none: return Typed(kind: .none, index: constant(.none, key: "none"))
        case .boolean(let flag):
            return Typed(kind: .boolean, index: constant(.boolean(flag), key: "\(flag)"))
        case .integer(let number):
            return Typed(kind: .integer, index: constant(.integer(number), key: "\(number)"))
        case .text(let text):
            return Typed(kind: .text, index: constant(.text(text), key: "“" + text))
        case .name(let name): return variable(name, value.span, context, flow)
        case .attribute(let base, let name): return attribute(base, name, value, context, flow)
        case .filter(let operand, let name, let arguments):
            return filter(operand, name, arguments, value, context, flow)
        case .list(let items): return list(items, context, flow)
        case .isNone(let operand):
            let operand = expression(operand, context, flow)
            return Typed(kind: .boolean, index: add(.isNone(operand.index)))
        case .not(let operand):
            return Typed(kind: .boolean, index: add(.not(condition(operand, context, flow))))
        case .and(let left, let right), .or(let left, let right):
            return logic(value, left, right, context, flow)
        case .compare(let comparison, let left, let right):
            return compare(comparison, left, right, value.span, context, flow)
        case .contains(let item, let container):
            return contains(item, container, context, flow)
        case .concatenation(let parts): return concatenation(parts, context, flow)
        case .conditional(let condition, let then, let otherwise):
            return conditional(condition, then, otherwise, context, flow)
        case .call(let name, let arguments):
            if name.text == "super" {
                report(
                    .wrongArguments,
                    context,
                    name.span,
                    "super() can only be printed",
                    "Write {{ super() }}."
                )
                return unknown
            }
            let place = HTMLPlace(isXML: flow.place.isXML)
            guard let call = call(name, arguments, place, context, flow) else { return unknown }
            return Typed(kind: .html(hasTags: true), index: add(.call(call.index)))
        }
    }

    /// A value that is only tested.
    func condition(_ value: Expression, _ context: Context, _ flow: Flow) -> Int {
        let typed = expression(value, context, flow)
        if typed.kind == .optional(.integer) {
            let text = context.template.source.text(value.span)
            report(
                .doubtfulTest,
                context,
                value.span,
                "“\(text)” does not hold when it is 0, nor when it is missing",
                "Unknown is not zero: write \(text) is not none, or compare it with 0."
            )
        }
        return typed.index
    }

    private func variable(
        _ name: String,
        _ span: Span,
        _ context: Context,
        _ flow: Flow
    ) -> Typed {
        guard let binding = flow.names[name] else {
            reportUnknown(name, span, context, flow)
            return unknown
        }
        switch binding.storage {
        case .root(let slot):
            let kind = present(binding.kind, Path(binding: binding.id, attributes: []), flow)
            return Typed(kind: kind, index: addKept(.root(slot)))
        case .local(let slot):
            let kind = present(binding.kind, Path(binding: binding.id, attributes: []), flow)
            return Typed(kind: kind, index: add(.local(slot)))
        case .loop:
            report(
                .wrongType,
                context,
                span,
                "loop is not a value",
                "It has loop.index, loop.index0, loop.first, loop.last and loop.length."
            )
        case .macro:
            report(
                .wrongType,
                context,
                span,
                "“\(name)” is a macro, not a value",
                "Call it: \(name)(…)."
            )
        }
        return unknown
    }

    private func present(_ kind: Kind, _ path: Path?, _ flow: Flow) -> Kind {
        guard kind.isOptional, let path, flow.present.contains(path) else { return kind }
        return kind.present
    }

    private func reportUnknown(_ name: String, _ span: Span, _ context: Context, _ flow: Flow) {
        let suggestion: String?
        if name == "loop" {
            suggestion =
                "It is there inside {% for %} only, not in what the loop includes or calls."
        } else if flow.partlySet.contains(name) {
            suggestion = "It is set on some ways to this place only; set it on all of them."
        } else if context.isInMacro, rootNames[name] != nil {
            suggestion =
                "This macro does not see the page: pass the value as an argument, or import the"
                + " macro “with context”."
        } else if let near = Spelling.question(name, flow.names.keys) {
            suggestion = near
        } else {
            let names = flow.names.keys.sorted()
            let list = names.prefix(12).joined(separator: ", ") + (names.count > 12 ? ", …" : "")
            suggestion = names.isEmpty ? nil : "There are \(list)."
        }
        let page = kind.map { " on pages of kind “\($0.name)”" } ?? ""
        let message = "nothing is called “\(name)” here" + (context.isInMacro ? "" : page)
        report(.unknownVariable, context, span, message, suggestion)
    }

    private func attribute(
        _ base: Expression,
        _ name: Name,
        _ value: Expression,
        _ context: Context,
        _ flow: Flow
    ) -> Typed {
        if case .name("loop") = base.kind, case .loop(let level)? = flow.names["loop"]?.storage {
            return loopAttribute(name, level, context)
        }
        let typed = expression(base, context, flow)
        switch typed.kind {
        case .unknown: break
        case .record(let type):
            let fields = type.shape.fields
            if let slot = fields.firstIndex(where: { $0.name == name.text }) {
                let kind = present(Kind(fields[slot].type), path(value, flow), flow)
                let field = Computation.field(typed.index, slot: slot)
                let isKept = isKept(typed.index)
                return Typed(kind: kind, index: isKept ? addKept(field) : add(field))
            }
            reportAttribute(name, "a \(type.name)", fields.map(\.name), context)
        case .table(let table):
            let entries = environment.tables[table] ?? [:]
            if let type = entries[name.text] {
                return entry(typed, table, name, type, path(value, flow), context, flow)
            }
            reportAttribute(name, "the table “\(table)”", Array(entries.keys), context)
        case .optional, .none: reportMissing(base, context)
        case .boolean, .condition, .integer, .text, .url, .html, .phrase, .list:
            report(
                .unknownAttribute,
                context,
                name.span,
                "\(typed.kind) has no attributes, so no “\(name.text)”",
                Filter(rawValue: name.text).map { "Did you mean the filter: | \($0.rawValue)?" }
            )
        }
        return unknown
    }

    private func reportAttribute(
        _ name: Name,
        _ owner: String,
        _ known: [String],
        _ context: Context
    ) {
        let names = known.sorted()
        let list = names.prefix(12).joined(separator: ", ") + (names.count > 12 ? ", …" : "")
        report(
            .unknownAttribute,
            context,
            name.span,
            "\(owner) has no “\(name.text)”",
            Spelling.question(name.text, known) ?? (names.isEmpty ? nil : "It has \(list).")
        )
    }

    private func entry(
        _ table: Typed,
        _ tableName: String,
        _ name: Name,
        _ type: ValueType,
        _ path: Path?,
        _ context: Context,
        _ flow: Flow
    ) -> Typed {
        var kind = Kind(type)
        if tableName == Checker.words, case .phrase = kind { kind = .phrase([name.text]) }
        let hint = environment.places[tableName]?[name.text] ?? 0
        program.names.append(name.text)
        let computation = Computation.entry(
            table.index,
            name: program.names.count - 1,
            hint: hint,
            place: kind.isOptional ? -1 : place(context, name.span)
        )
        return Typed(kind: present(kind, path, flow), index: add(computation))
    }

    /// The table whose phrases the environment describes.
    static let words = "words"

    private func loopAttribute(_ name: Name, _ level: Int, _ context: Context) -> Typed {
        switch LoopAttribute(rawValue: name.text) {
        case .index?: return Typed(kind: .integer, index: add(.loopIndex(level: level, offset: 1)))
        case .index0?: return Typed(kind: .integer, index: add(.loopIndex(level: level, offset: 0)))
        case .first?: return Typed(kind: .boolean, index: add(.loopIsFirst(level: level)))
        case .last?: return Typed(kind: .boolean, index: add(.loopIsLast(level: level)))
        case .length?: return Typed(kind: .integer, index: add(.loopLength(level: level)))
        case nil:
            reportAttribute(name, "loop", LoopAttribute.allCases.map(\.rawValue), context)
            return unknown
        }
    }

    /// The variable and attributes that an expression reads, when it does nothing else.
    func path(_ value: Expression, _ flow: Flow) -> Path? {
        switch value.kind {
        case .name(let name): return flow.names[name].map { Path(binding: $0.id, attributes: []) }
        case .attribute(let base, let name):
            guard var path = path(base, flow) else { return nil }
            path.attributes.append(name.text)
            return path
        case .none, .boolean, .integer, .text, .list, .filter, .isNone, .not, .and, .or, .compare,
            .contains, .concatenation, .conditional, .call, .invalid:
            return nil
        }
    }
}

/// What a loop tells about itself.
enum LoopAttribute: String, CaseIterable {
    case index
    case index0
    case first
    case last
    case length
}
