/// JSON as bytes, written member by member in a given order, so that it is the same every time.
package struct JSONWriter: ~Copyable {
    private var bytes = ByteText()
    private var needsComma = false
    private var isAfterKey = false
    private var depth = 0
    private let layout: Layout

    /// Where lines break.
    package enum Layout: Sendable {
        /// Each member and item on a line of its own, indented by one space a level.
        case lines
        /// All on one line without white space.
        case compact
    }

    /// Begins an empty text.
    package init(_ layout: Layout = .lines) {
        self.layout = layout
    }

    /// The text, with a line feed at its end unless it is compact.
    package mutating func finished() -> [UInt8] {
        if layout == .lines { bytes.append(Byte.lineFeed) }
        return bytes.bytes
    }

    /// Passes on what was written, and forgets it, once it is enough for a piece of a file.
    package mutating func passOn(_ take: ([UInt8]) throws -> Void) rethrows {
        try bytes.passOn(take)
    }

    /// Writes an object as the next value.
    package mutating func object(_ body: (inout JSONWriter) throws -> Void) rethrows {
        open(UInt8(ascii: "{"))
        try body(&self)
        close(UInt8(ascii: "}"))
    }

    /// Writes an object as a member.
    package mutating func object(_ name: String, _ body: (inout JSONWriter) -> Void) {
        key(name)
        object(body)
    }

    /// Writes an array of values as the next value.
    package mutating func array<Items: Sequence>(
        _ items: Items,
        _ body: (inout JSONWriter, Items.Element) throws -> Void
    ) rethrows {
        open(UInt8(ascii: "["))
        for item in items { try body(&self, item) }
        close(UInt8(ascii: "]"))
    }

    /// Writes an array as a member.
    package mutating func array<Items: Sequence>(
        _ name: String,
        _ items: Items,
        _ body: (inout JSONWriter, Items.Element) throws -> Void
    ) rethrows {
        key(name)
        try array(items, body)
    }

    /// Writes a text, or null, as a member.
    package mutating func member(_ name: String, _ text: String?) {
        guard let text else { return null(name) }
        key(name)
        string(text)
    }

    /// Writes a text as a member unless it is empty.
    package mutating func optionalMember(_ name: String, _ text: String) {
        if !text.isEmpty { member(name, text) }
    }

    /// Writes a whole number, or null, as a member.
    package mutating func member(_ name: String, _ number: Int?) {
        key(name)
        value(number)
    }

    /// Writes true or false as a member.
    package mutating func member(_ name: String, _ value: Bool) {
        key(name)
        self.value(value)
    }

    /// Writes null as a member.
    package mutating func null(_ name: String) {
        key(name)
        raw("null")
    }

    /// Writes a value, given in a spelling that JSON takes, as a member.
    package mutating func raw(_ name: String, _ json: String) {
        key(name)
        raw(json)
    }

    /// Writes numbers, given in a spelling that JSON takes, as a member on one line.
    package mutating func numbers(_ name: String, _ numbers: [String]) {
        key(name)
        raw("[" + numbers.joined(separator: ", ") + "]")
    }

    /// Writes a text as the next value.
    package mutating func value(_ text: String) {
        string(text)
    }

    /// Writes true or false as the next value.
    package mutating func value(_ value: Bool) {
        raw(value ? "true" : "false")
    }

    /// Writes a whole number, or null, as the next value.
    package mutating func value(_ number: Int?) {
        guard let number else { return raw("null") }
        separate()
        bytes.append(number: number)
        needsComma = true
    }

    /// Writes the key of a member, whose value is written next.
    package mutating func key(_ key: JSONKey) {
        separate()
        bytes.append(key.quoted)
        endKey()
    }

    private mutating func key(_ name: String) {
        separate()
        quoted(name)
        endKey()
    }

    private mutating func endKey() {
        bytes.append(UInt8(ascii: ":"), then: Byte.space, times: layout == .lines ? 1 : 0)
        needsComma = false
        isAfterKey = true
    }

    private mutating func string(_ text: String) {
        separate()
        quoted(text)
        needsComma = true
    }

    /// Writes the next value, given in a spelling that JSON takes.
    package mutating func raw(_ text: String) {
        separate()
        bytes.append(text)
        needsComma = true
    }

    private mutating func open(_ bracket: UInt8) {
        separate()
        bytes.append(bracket)
        depth += 1
        needsComma = false
    }

    private mutating func close(_ bracket: UInt8) {
        depth -= 1
        if needsComma, layout == .lines {
            bytes.append(Byte.lineFeed, then: Byte.space, times: depth)
        }
        bytes.append(bracket)
        needsComma = true
    }

    private mutating func separate() {
        if isAfterKey {
            isAfterKey = false
            return
        }
        if needsComma { bytes.append(UInt8(ascii: ",")) }
        if depth > 0, layout == .lines {
            bytes.append(Byte.lineFeed, then: Byte.space, times: depth)
        }
    }

    private mutating func quoted(_ text: String) {
        JSONString.append(text, to: &bytes)
    }
}
