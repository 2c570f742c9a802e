// The grammar of JSON, as strict as RFC 8259 writes it: what is almost JSON is told at the character where
// it stops being JSON.

import Diagnostics

/// What keeps a text from being JSON, and where.
struct JSONMistake: Error {
    var offset: Int
    var length = 1
    var message: String
    var suggestion: String?
    var rule = ReadingRule.jsonSyntax
}

/// One pass over a JSON text.
struct JSONParser {
    let text: IndexedText
    let bytes: [UInt8]
    var position: Int
    private var repeatedKeys: [(key: String, start: Int, end: Int, first: Int)] = []

    init(text: IndexedText) {
        self.text = text
        bytes = text.source.bytes
        position = bytes.starts(with: Byte.mark) ? Byte.mark.count : 0
    }

    /// Reads the only value of the text.
    mutating func document() throws(JSONMistake) -> JSONNode {
        let root = try value(depth: 1)
        skipSpace()
        guard position == bytes.count else {
            throw mistake("text follows the end of the JSON value")
        }
        return root
    }

    func report(_ mistake: JSONMistake, _ log: inout CappedLog) {
        log.report(
            mistake.rule,
            at: text.location(mistake.offset),
            mistake.message,
            excerpt: text.source.excerpt(mistake.offset, mistake.offset + mistake.length),
            suggestion: mistake.suggestion
        )
    }

    func reportRepeatedKeys(_ log: inout CappedLog) {
        for repeated in repeatedKeys {
            let line = text.location(repeated.first).line
            log.report(
                .jsonKeyRepeated,
                at: text.location(repeated.start),
                "the key “\(repeated.key)” is given twice in one object",
                excerpt: text.source.excerpt(repeated.start, repeated.end),
                suggestion: "It stands on line \(line) already. Delete one of the two."
            )
        }
    }

    private mutating func value(depth: Int) throws(JSONMistake) -> JSONNode {
        skipSpace()
        let start = position
        guard start < bytes.count else { throw mistake("the text ends where a value is expected") }
        let value: JSONNode.Value
        switch bytes[start] {
        case UInt8(ascii: "{"): value = try object(depth)
        case UInt8(ascii: "["): value = try array(depth)
        case Byte.quote: value = .string(try string())
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
            value = .number(try number())
        case UInt8(ascii: "t") where take("true"): value = .bool(true)
        case UInt8(ascii: "f") where take("false"): value = .bool(false)
        case UInt8(ascii: "n") where take("null"): value = .null
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
        return JSONNode(value: value, start: start, end: position)
    }

    private mutating func array(_ depth: Int) throws(JSONMistake) -> JSONNode.Value {
        try checkDepth(depth)
        let open = position
        position += 1
        var items: [JSONNode] = []
        skipSpace()
        if take("]") { return .array(items) }
        while true {
            items.append(try value(depth: depth + 1))
            skipSpace()
            if take("]") { return .array(items) }
            try comma(open, "]")
        }
    }

    private mutating func object(_ depth: Int) throws(JSONMistake) -> JSONNode.Value {
        try checkDepth(depth)
        let open = position
        position += 1
        var members: [JSONNode.Member] = []
        var seen: [String: Int] = [:]
        skipSpace()
        if take("}") { return .object(members) }
        while true {
            skipSpace()
            let start = position
            guard start < bytes.count, bytes[start] == Byte.quote else {
                throw mistake(
                    "a key in double quotes is expected here",
                    start < bytes.count && bytes[start] == UInt8(ascii: "}")
                        ? "Is there a comma too many before it?" : nil
                )
            }
            let key = try string()
            let end = position
            skipSpace()
            guard take(":") else { throw mistake("“:” is expected after the key “\(key)”") }
            let node = try value(depth: depth + 1)
            if let first = seen[key] {
                repeatedKeys.append((key, start, end, first))
            } else {
                seen[key] = start
                members.append(JSONNode.Member(key: key, value: node, keyStart: start))
            }
            skipSpace()
            if take("}") { return .object(members) }
            try comma(open, "}")
        }
    }

    private mutating func comma(_ open: Int, _ end: String) throws(JSONMistake) {
        if take(",") { return }
        let line = text.location(open).line
        throw mistake(
            position < bytes.count
                ? "“,” or “\(end)” is expected here"
                : "the text ends before the “\(end)” that belongs to line \(line)"
        )
    }

    private func checkDepth(_ depth: Int) throws(JSONMistake) {
        guard depth <= JSONReader.depthLimit else {
            throw JSONMistake(
                offset: position,
                message: "lists and objects are nested more than \(JSONReader.depthLimit) deep",
                rule: .nestingTooDeep
            )
        }
    }

    private mutating func number() throws(JSONMistake) -> String {
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

    mutating func take(_ word: StaticString) -> Bool {
        guard position + word.utf8CodeUnitCount <= bytes.count else { return false }
        for offset in 0..<word.utf8CodeUnitCount
        where bytes[position + offset] != word.utf8Start[offset] { return false }
        position += word.utf8CodeUnitCount
        return true
    }

    func mistake(_ message: String, _ suggestion: String? = nil) -> JSONMistake {
        JSONMistake(offset: position, message: message, suggestion: suggestion)
    }
}
