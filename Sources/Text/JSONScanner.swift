// The grammar of JSON, as strict as RFC 8259 writes it: what is almost JSON is reported at the character
// where it stops being JSON. A caller pulls the values that it expects; ``JSONParser`` builds a tree of
// any value.

/// One pass over a JSON text.
package struct JSONScanner {
    /// How deep lists and objects may be nested.
    package static let depthLimit = 100

    /// The text.
    package let bytes: [UInt8]
    /// The offset of the next byte.
    package internal(set) var position: Int
    /// Where the lists and objects that are being read begin.
    private var opened: [Int] = []
    /// Whether nothing of the innermost one has been read yet.
    private var isFirst = true

    /// Begins before the first value of a text, after a byte order mark.
    package init(_ bytes: [UInt8]) {
        self.bytes = bytes
        position = bytes.starts(with: Byte.mark) ? Byte.mark.count : 0
    }

    /// The kinds of values, each recognised by its first byte.
    package enum Kind: Sendable {
        case object
        case array
        case string
        case number
        /// `true`, `false` or `null`.
        case word
    }

    /// The kind of the next value, which begins at ``position`` then.
    package mutating func next() throws(JSONMistake) -> Kind {
        skipSpace()
        guard position < bytes.count else {
            throw mistake("the text ends where a value is expected")
        }
        switch bytes[position] {
        case UInt8(ascii: "{"): return .object
        case UInt8(ascii: "["): return .array
        case Byte.quote: return .string
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return .number
        case UInt8(ascii: "t") where holds("true"): return .word
        case UInt8(ascii: "f") where holds("false"): return .word
        case UInt8(ascii: "n") where holds("null"): return .word
        case UInt8(ascii: "]"), UInt8(ascii: "}"):
            throw mistake("a value is missing here", "Is there a comma too many before it?")
        case UInt8(ascii: "'"):
            throw mistake("a text stands in double quotes, not in single ones")
        default:
            throw mistake(
                "this is not a JSON value",
                "A value is a text in double quotes, a number, true, false, null, a list or an object."
            )
        }
    }

    /// Reads `true`, `false` or, as `nil`, `null`, after ``next()`` has found one.
    package mutating func word() -> Bool? {
        if take("true") { return true }
        if take("false") { return false }
        _ = take("null")
        return nil
    }

    /// Enters an object or a list, after ``next()`` has found one; ``nextKey()`` or ``hasItem()`` goes on.
    package mutating func enter() throws(JSONMistake) {
        guard opened.count < JSONScanner.depthLimit else {
            throw JSONMistake(
                offset: position,
                message: "lists and objects are nested more than \(JSONScanner.depthLimit) deep",
                kind: .nesting
            )
        }
        opened.append(position)
        isFirst = true
        position += 1
    }

    /// A key of an object, and its range with its quotes.
    package struct Key: Sendable {
        /// The text.
        package let text: String
        /// Its bytes.
        package let span: Range<Int>
    }

    /// Reads the next key of the innermost object, whose value follows; leaves the object with `nil`.
    package mutating func nextKey() throws(JSONMistake) -> Key? {
        guard try hasMore("}") else { return nil }
        skipSpace()
        let start = position
        guard start < bytes.count, bytes[start] == Byte.quote else {
            throw mistake(
                "a key in double quotes is expected here",
                start < bytes.count && bytes[start] == UInt8(ascii: "}")
                    ? "Is there a comma too many before it?" : nil
            )
        }
        let text = try string()
        let key = Key(text: text, span: start..<position)
        skipSpace()
        guard take(":") else { throw mistake("“:” is expected after a key") }
        return key
    }

    /// Whether another item of the innermost list follows; leaves the list when none does.
    package mutating func hasItem() throws(JSONMistake) -> Bool { try hasMore("]") }

    /// Passes a comma between members or items, or the closing bracket.
    private mutating func hasMore(_ close: StaticString) throws(JSONMistake) -> Bool {
        skipSpace()
        if take(close) {
            opened.removeLast()
            isFirst = false
            return false
        }
        if !isFirst, !take(",") {
            throw mistake(
                position < bytes.count
                    ? "“,” or “\(close)” is expected here"
                    : "the text ends before the “\(close)” that belongs to line "
                        + "\(opened.last.map(line) ?? 1)"
            )
        }
        isFirst = false
        return true
    }

    /// Reads the next value, whatever it is.
    package mutating func skipValue() throws(JSONMistake) {
        switch try next() {
        case .object:
            try enter()
            while try nextKey() != nil { try skipValue() }
        case .array:
            try enter()
            while try hasItem() { try skipValue() }
        case .string: _ = try string()
        case .number: _ = try number()
        case .word: _ = word()
        }
    }

    /// Makes sure that nothing but white space follows.
    package mutating func end() throws(JSONMistake) {
        skipSpace()
        guard position == bytes.count else {
            throw mistake("text follows the end of the JSON value")
        }
    }

    /// Reads a number as it is spelled, after ``next()`` has found one.
    package mutating func number() throws(JSONMistake) -> String {
        let start = position
        _ = take("-")
        let first = position
        skipDigits()
        let integer = position - first
        if integer == 0 { throw mistake("a digit is expected here") }
        if integer > 1, bytes[first] == UInt8(ascii: "0") {
            throw JSONMistake(
                offset: start,
                length: position - start,
                message: "a number does not begin with 0",
                suggestion: "Put it in double quotes if the 0 belongs to it."
            )
        }
        if take(".") {
            let fraction = position
            skipDigits()
            if position == fraction { throw mistake("a digit is expected here") }
        }
        if take("e") || take("E") {
            if !take("+") { _ = take("-") }
            let exponent = position
            skipDigits()
            if position == exponent { throw mistake("a digit is expected here") }
        }
        return String(decoding: bytes[start..<position], as: UTF8.self)
    }

    /// The line of an offset, from 1, counted only when a message needs it.
    package func line(of offset: Int) -> Int {
        SourceText(file: "", bytes: bytes).location(offset).line
    }

    private mutating func skipDigits() {
        while position < bytes.count, bytes[position] &- UInt8(ascii: "0") < 10 { position += 1 }
    }

    private mutating func skipSpace() {
        while position < bytes.count {
            switch bytes[position] {
            case Byte.space, Byte.tab, Byte.lineFeed, Byte.carriageReturn: position += 1
            default: return
            }
        }
    }

    private func holds(_ word: StaticString) -> Bool {
        guard position + word.utf8CodeUnitCount <= bytes.count else { return false }
        for offset in 0..<word.utf8CodeUnitCount
        where bytes[position + offset] != word.utf8Start[offset] { return false }
        return true
    }

    mutating func take(_ word: StaticString) -> Bool {
        guard holds(word) else { return false }
        position += word.utf8CodeUnitCount
        return true
    }

    func mistake(_ message: String, _ suggestion: String? = nil) -> JSONMistake {
        JSONMistake(offset: position, message: message, suggestion: suggestion)
    }
}
