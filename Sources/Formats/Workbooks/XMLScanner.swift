// The little XML that workbooks are written in, read in one pass without a tree. It knows no document
// types and no entities of its own, so nothing in a file can make it fetch or multiply anything.

import Text

/// A pass over an XML text, one tag or piece of text at a time.
struct XMLScanner {
    /// The item at which the scanner is.
    enum Token {
        /// `<name …>`; an element that closes itself is followed by its end.
        case start
        /// `</name>`
        case end
        /// Text between tags.
        case text
    }

    /// The text is no XML that this reads.
    struct Damage: Error {}

    private let bytes: [UInt8]
    private var position = 0
    private var name: Range<Int> = 0..<0
    private var attributes: Range<Int> = 0..<0
    private var content: Range<Int> = 0..<0
    private var isVerbatim = false
    private var closesItself = false

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// Goes to the next token; `nil` at the end.
    mutating func next() throws(Damage) -> Token? {
        if closesItself {
            closesItself = false
            return .end
        }
        while position < bytes.count {
            if bytes[position] != UInt8(ascii: "<") {
                let start = position
                while position < bytes.count, bytes[position] != UInt8(ascii: "<") { position += 1 }
                content = start..<position
                isVerbatim = false
                return .text
            }
            if skips("<?", to: "?>") || skips("<!--", to: "-->") { continue }
            if begins("<![CDATA[") {
                let start = position + 9
                guard skips("<![CDATA[", to: "]]>") else { throw Damage() }
                content = start..<position - 3
                isVerbatim = true
                return .text
            }
            if begins("<!") || begins("<?") { throw Damage() }
            return try tag()
        }
        return nil
    }

    /// Whether the tag's name, without its prefix, is this one.
    func isNamed(_ wanted: StaticString) -> Bool {
        equals(name, wanted)
    }

    /// The value of an attribute, by its name without prefix.
    func attribute(_ wanted: StaticString) throws(Damage) -> String? {
        var index = attributes.lowerBound
        while true {
            while index < attributes.upperBound, isSpace(bytes[index]) { index += 1 }
            guard index < attributes.upperBound else { return nil }
            let start = index
            while index < attributes.upperBound, bytes[index] != UInt8(ascii: "="),
                !isSpace(bytes[index])
            { index += 1 }
            let key = local(start..<index)
            while index < attributes.upperBound, bytes[index] != UInt8(ascii: "\""),
                bytes[index] != UInt8(ascii: "'")
            { index += 1 }
            guard index < attributes.upperBound else { throw Damage() }
            let quote = bytes[index]
            let first = index + 1
            index = first
            while index < attributes.upperBound, bytes[index] != quote { index += 1 }
            guard index < attributes.upperBound else { throw Damage() }
            if equals(key, wanted) { return try decoded(first..<index) }
            index += 1
        }
    }

    /// The text of a text token.
    func text() throws(Damage) -> String {
        isVerbatim ? String(decoding: bytes[content], as: UTF8.self) : try decoded(content)
    }

    private mutating func tag() throws(Damage) -> Token {
        var index = position + 1
        let isEnd = index < bytes.count && bytes[index] == UInt8(ascii: "/")
        if isEnd { index += 1 }
        let start = index
        while index < bytes.count, !isSpace(bytes[index]), bytes[index] != UInt8(ascii: ">"),
            bytes[index] != UInt8(ascii: "/")
        { index += 1 }
        name = local(start..<index)
        let rest = index
        var quote: UInt8 = 0
        while index < bytes.count {
            let byte = bytes[index]
            if quote != 0 {
                if byte == quote { quote = 0 }
            } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
                quote = byte
            } else if byte == UInt8(ascii: ">") {
                break
            }
            index += 1
        }
        guard index < bytes.count, !name.isEmpty else { throw Damage() }
        closesItself = !isEnd && bytes[index - 1] == UInt8(ascii: "/")
        attributes = rest..<(closesItself ? index - 1 : index)
        position = index + 1
        return isEnd ? .end : .start
    }

    /// A name without its prefix.
    private func local(_ range: Range<Int>) -> Range<Int> {
        guard let colon = bytes[range].firstIndex(of: UInt8(ascii: ":")) else { return range }
        return colon + 1..<range.upperBound
    }

    private func decoded(_ range: Range<Int>) throws(Damage) -> String {
        guard bytes[range].contains(UInt8(ascii: "&")) else {
            return String(decoding: bytes[range], as: UTF8.self)
        }
        var result: [UInt8] = []
        var index = range.lowerBound
        while index < range.upperBound {
            guard bytes[index] == UInt8(ascii: "&") else {
                result.append(bytes[index])
                index += 1
                continue
            }
            guard let end = bytes[index..<range.upperBound].firstIndex(of: UInt8(ascii: ";")) else {
                throw Damage()
            }
            let entity = String(decoding: bytes[index + 1..<end], as: UTF8.self)
            result += Array(String(try character(entity)).utf8)
            index = end + 1
        }
        return String(decoding: result, as: UTF8.self)
    }

    private func character(_ entity: String) throws(Damage) -> UnicodeScalar {
        switch entity {
        case "lt": return "<"
        case "gt": return ">"
        case "amp": return "&"
        case "quot": return "\""
        case "apos": return "'"
        default:
            let isHexadecimal = entity.hasPrefix("#x")
            let digits = entity.dropFirst(isHexadecimal ? 2 : 1)
            guard entity.hasPrefix("#"),
                let value = UInt32(digits, radix: isHexadecimal ? 16 : 10),
                let scalar = UnicodeScalar(value)
            else { throw Damage() }
            return scalar
        }
    }

    private mutating func skips(_ start: StaticString, to end: StaticString) -> Bool {
        guard begins(start) else { return false }
        var index = position + start.utf8CodeUnitCount
        while index + end.utf8CodeUnitCount <= bytes.count {
            let range = index..<index + end.utf8CodeUnitCount
            if equals(range, end) {
                position = range.upperBound
                return true
            }
            index += 1
        }
        return false
    }

    private func begins(_ word: StaticString) -> Bool {
        let end = position + word.utf8CodeUnitCount
        return end <= bytes.count && equals(position..<end, word)
    }

    private func equals(_ range: Range<Int>, _ word: StaticString) -> Bool {
        guard range.count == word.utf8CodeUnitCount else { return false }
        for offset in 0..<range.count
        where bytes[range.lowerBound + offset] != word.utf8Start[offset] {
            return false
        }
        return true
    }

    private func isSpace(_ byte: UInt8) -> Bool {
        byte == Byte.space || byte == Byte.lineFeed || byte == Byte.tab
            || byte == Byte.carriageReturn
    }
}
