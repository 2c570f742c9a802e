import Templates

/// JSON as bytes, written member by member in a given order, so that it is the same every time.
struct JSONText: ~Copyable {
    private var bytes = ByteText()
    private var needsComma = false
    private var depth = 0

    /// The text, with a line feed at its end.
    mutating func finished() -> [UInt8] {
        bytes.append(10)
        return bytes.bytes
    }

    /// Writes an object as the next value.
    mutating func object(_ body: (inout JSONText) -> Void) {
        open(UInt8(ascii: "{"))
        body(&self)
        close(UInt8(ascii: "}"))
    }

    /// Writes an object as a member.
    mutating func object(_ name: String, _ body: (inout JSONText) -> Void) {
        key(name)
        object(body)
    }

    /// Writes an array of values as the next value.
    mutating func array<Items: Sequence>(
        _ items: Items,
        _ body: (inout JSONText, Items.Element) -> Void
    ) {
        open(UInt8(ascii: "["))
        for item in items { body(&self, item) }
        close(UInt8(ascii: "]"))
    }

    /// Writes an array as a member.
    mutating func array<Items: Sequence>(
        _ name: String,
        _ items: Items,
        _ body: (inout JSONText, Items.Element) -> Void
    ) {
        key(name)
        array(items, body)
    }

    /// Writes a text as a member.
    mutating func member(_ name: String, _ text: String) {
        key(name)
        string(text)
    }

    /// Writes a text as a member unless it is empty.
    mutating func optionalMember(_ name: String, _ text: String) {
        if !text.isEmpty { member(name, text) }
    }

    /// Writes a whole number, or null, as a member.
    mutating func member(_ name: String, _ number: Int?) {
        guard let number else { return null(name) }
        key(name)
        separate()
        bytes.append(number: number)
        needsComma = true
    }

    /// Writes true or false as a member.
    mutating func member(_ name: String, _ value: Bool) {
        key(name)
        raw(value ? "true" : "false")
    }

    /// Writes null as a member.
    mutating func null(_ name: String) {
        key(name)
        raw("null")
    }

    /// Writes a value, given in a spelling that JSON takes, as a member.
    mutating func raw(_ name: String, _ json: String) {
        key(name)
        raw(json)
    }

    /// Writes numbers, given in a spelling that JSON takes, as a member on one line.
    mutating func numbers(_ name: String, _ numbers: [String]) {
        key(name)
        raw("[" + numbers.joined(separator: ", ") + "]")
    }

    /// Writes a text as the next value.
    mutating func value(_ text: String) {
        string(text)
    }

    private mutating func key(_ name: String) {
        separate()
        quoted(name)
        bytes.append(UInt8(ascii: ":"))
        bytes.append(UInt8(ascii: " "))
        needsComma = false
        isAfterKey = true
    }

    private var isAfterKey = false

    private mutating func string(_ text: String) {
        separate()
        quoted(text)
        needsComma = true
    }

    private mutating func raw(_ text: String) {
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
        if needsComma { newLine() }
        bytes.append(bracket)
        needsComma = true
    }

    private mutating func separate() {
        if isAfterKey {
            isAfterKey = false
            return
        }
        if needsComma { bytes.append(UInt8(ascii: ",")) }
        if depth > 0 { newLine() }
    }

    private mutating func newLine() {
        bytes.append(10)
        bytes.append(32, times: depth)
    }

    private mutating func quoted(_ text: String) {
        bytes.append(UInt8(ascii: "\""))
        text.withBytes { source in
            var start = 0
            var index = 0
            while index < source.count {
                if JSONText.mustEscape(source[index]) {
                    bytes.append(UnsafeBufferPointer(rebasing: source[start..<index]))
                    escape(source[index])
                    start = index + 1
                }
                index += 1
            }
            bytes.append(UnsafeBufferPointer(rebasing: source[start...]))
        }
        bytes.append(UInt8(ascii: "\""))
    }

    private static func mustEscape(_ byte: UInt8) -> Bool {
        byte < 32 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
    }

    private mutating func escape(_ byte: UInt8) {
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"):
            bytes.append(UInt8(ascii: "\\"))
            bytes.append(byte)
        case 10: bytes.append("\\n")
        case 13: bytes.append("\\r")
        case 9: bytes.append("\\t")
        default:
            let digits = String(byte, radix: 16)
            bytes.append(digits.utf8.count == 1 ? "\\u000" : "\\u00")
            bytes.append(digits)
        }
    }
}
