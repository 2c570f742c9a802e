// Computes values. The checker has verified that operands have the types expected here.

extension Renderer {
    /// The value of a computation.
    mutating func value(_ index: Int) -> Value {
        switch program.computations[index] {
        case .constant(let constant): return program.constants[constant]
        case .root(let slot, _): return root.value(at: slot)
        case .cached(let computation, let place):
            cache(computation, at: place)
            return cached.values[place]
        case .local(let slot): return local(slot)
        case .field(let base, let slot, _):
            return withValue(base) { Renderer.field(slot, of: &$0) }
        case .entry(let base, let name, let hint, let place):
            return entry(base, program.names[name], hint, place)
        case .loopIndex(let level, let offset): return .integer(loop(level).index + offset)
        case .loopLength(let level): return .integer(loop(level).count)
        case .loopIsFirst, .loopIsLast, .not, .and, .or, .isNone, .equal, .less, .lessOrEqual,
            .contains:
            return .boolean(isTrue(index))
        case .conditional(let condition, let then, let otherwise):
            return isTrue(condition) ? value(then) : value(otherwise)
        case .concatenation(let operands):
            return concatenation(program.operands[operands], by: index)
        case .address(let root, let path):
            return .url(plainText(value(root)) + plainText(value(path)))
        case .list(let operands):
            var items: [Value] = []
            for operand in program.operands[operands] { items.append(value(operand)) }
            return .list(items)
        case .fallback(let wanted, let other):
            let wanted = value(wanted)
            if case .none = wanted { return value(other) }
            return wanted
        case .length(let operand):
            let operand = value(operand)
            if case .text(let text) = operand { search(text.utf8.count) }
            return .integer(length(operand))
        case .join(let list, let separator):
            let (list, separator) = (value(list), value(separator))
            return join(list, separator, by: index)
        case .lower(let operand):
            let text = plainText(value(operand))
            return makes(text.utf8.count) ? .text(text.lowercased()) : .none
        case .upper(let operand):
            let text = plainText(value(operand))
            return makes(text.utf8.count) ? .text(text.uppercased()) : .none
        case .first(let list):
            let list = value(list)
            return items(list).first ?? .none
        case .last(let list):
            let list = value(list)
            return items(list).last ?? .none
        case .number(let operand):
            guard case .integer(let number) = value(operand) else { return .none }
            return .text(formatting.number(number))
        case .fill(let filling):
            let start = output.count
            fill(program.fillings[filling])
            return captured(from: start)
        case .call(let call):
            let start = output.count
            self.call(program.calls[call])
            return captured(from: start)
        }
    }

    /// Whether a computation's value holds as a condition.
    mutating func isTrue(_ index: Int) -> Bool {
        switch program.computations[index] {
        case .not(let operand): return !isTrue(operand)
        case .and(let left, let right): return isTrue(left) && isTrue(right)
        case .or(let left, let right): return isTrue(left) || isTrue(right)
        case .isNone(let operand):
            return withValue(operand) { $0.isNone }
        case .equal(let left, let right):
            let left = value(left)
            if case .text(let text) = left { search(text.utf8.count) }
            return Renderer.equal(left, value(right))
        case .less(let left, let right):
            let (left, right) = (value(left), value(right))
            guard case .integer(let left) = left, case .integer(let right) = right else {
                return false
            }
            return left < right
        case .lessOrEqual(let left, let right):
            let (left, right) = (value(left), value(right))
            guard case .integer(let left) = left, case .integer(let right) = right else {
                return false
            }
            return left <= right
        case .contains(let item, let container):
            let (item, container) = (value(item), value(container))
            return contains(item, container)
        case .loopIsFirst(let level): return loop(level).index == 0
        case .loopIsLast(let level):
            let loop = loop(level)
            return loop.index == loop.count - 1
        case .constant, .root, .cached, .local, .field, .entry, .loopIndex, .loopLength,
            .conditional, .concatenation, .address, .list, .fallback, .length, .join, .lower,
            .upper, .first,
            .last, .number, .fill, .call:
            return withValue(index) { $0.isTrue }
        }
    }

    /// Passes a cached value or a variable without a copy, which would retain what it refers to.
    private mutating func withValue<Result>(
        _ index: Int,
        _ body: (inout Value) -> Result
    ) -> Result {
        let computation = program.computations[index]
        if case .local(let slot) = computation { return body(&locals[frame + slot]) }
        if case .cached(let inner, let place) = computation {
            cache(inner, at: place)
            return body(&cached.values[place])
        }
        var value = value(index)
        return body(&value)
    }

    private static func field(_ slot: Int, of value: inout Value) -> Value {
        guard case .record(let record) = value else { return .none }
        return record.value(at: slot)
    }

    private mutating func entry(_ base: Int, _ name: String, _ hint: Int, _ place: Int) -> Value {
        let found = withValue(base) { Renderer.entry(name, hint, of: &$0) }
        if found == nil, place >= 0 {
            fail(place, "the table has no “\(name)”, although it is declared")
        }
        return found ?? .none
    }

    private static func entry(_ name: String, _ hint: Int, of value: inout Value) -> Value? {
        guard case .table(let table) = value else { return Value.none }
        return table.value(name, expectedAt: hint)
    }

    /// Equality as in Python: text is compared byte by byte, and different types are never equal.
    private static func equal(_ left: Value, _ right: Value) -> Bool {
        switch (left, right) {
        case (.none, .none): true
        case (.boolean(let left), .boolean(let right)): left == right
        case (.integer(let left), .integer(let right)): left == right
        case (.text(let left), .text(let right)), (.text(let left), .url(let right)),
            (.url(let left), .text(let right)), (.url(let left), .url(let right)):
            left.utf8.elementsEqual(right.utf8)
        default: false
        }
    }

    private mutating func contains(_ item: Value, _ container: Value) -> Bool {
        if case .list(let values) = container {
            return values.contains { Renderer.equal(item, $0) }
        }
        let (needle, text) = (Array(plainText(item).utf8), Array(plainText(container).utf8))
        if needle.isEmpty { return true }
        guard needle.count <= text.count else { return false }
        search(needle.count * text.count)
        if failure != nil { return false }
        return (0...(text.count - needle.count))
            .contains { start in
                text[start..<(start + needle.count)].elementsEqual(needle)
            }
    }

    private mutating func concatenation(_ operands: [Int], by computation: Int) -> Value {
        var values: [Value] = []
        for operand in operands { values.append(value(operand)) }
        let isHTML = values.contains { value in
            if case .html = value { return true }
            return false
        }
        var text = ""
        for value in values {
            if case .html(let html) = value {
                text += html.markup
            } else {
                text += isHTML ? HTML(text: plainText(value)).markup : plainText(value)
            }
            if text.utf8.count > Effort.mostBytes { break }
        }
        guard makes(text.utf8.count, by: computation) else { return .none }
        return isHTML ? .html(HTML(unsafeHTML: text)) : .text(text)
    }

    private func length(_ value: Value) -> Int {
        if case .list(let items) = value { return items.count }
        return plainText(value).unicodeScalars.count
    }

    private func items(_ value: Value) -> [Value] {
        if case .list(let items) = value { return items }
        return []
    }

    private mutating func join(
        _ list: Value,
        _ separator: Value,
        by computation: Int
    ) -> Value {
        let separator = plainText(separator)
        var text = ""
        for (position, item) in items(list).enumerated() {
            if position > 0 { text += separator }
            text += plainText(item)
            if text.utf8.count > Effort.mostBytes { break }
        }
        return makes(text.utf8.count, by: computation) ? .text(text) : .none
    }

    /// A value's text, not escaped.
    func plainText(_ value: Value) -> String {
        switch value {
        case .integer(let number): String(number)
        case .text(let text), .url(let text): text
        case .phrase(let phrase): phrase.text(formatting: formatting)
        case .html(let html): html.markup
        case .none, .boolean, .list, .record, .table: ""
        }
    }
}
