// Texts in JSON: quotes, escapes, and the characters that are written as two escapes.

extension JSONScanner {
    /// Reads a text in double quotes, which the next byte opens.
    package mutating func string() throws(JSONMistake) -> String {
        let open = position
        position += 1
        var run = position
        var built: [UInt8] = []
        while position < bytes.count {
            let byte = bytes[position]
            if byte == Byte.quote {
                let rest = bytes[run..<position]
                position += 1
                if built.isEmpty { return String(decoding: rest, as: UTF8.self) }
                return String(decoding: built + rest, as: UTF8.self)
            }
            if byte == Byte.backslash {
                built += bytes[run..<position]
                try escape(&built)
                run = position
            } else if byte < Byte.space {
                throw mistake(
                    byte == Byte.lineFeed || byte == Byte.carriageReturn
                        ? "the text that begins on line \(line(of: open)) is not closed"
                        : "a control character stands in a text",
                    "Inside a text, write \\n for a new line and \\t for a tab."
                )
            } else {
                position += 1
            }
        }
        throw JSONMistake(offset: open, message: "this text is not closed")
    }

    private mutating func escape(_ built: inout [UInt8]) throws(JSONMistake) {
        let start = position
        position += 1
        guard position < bytes.count else { throw mistake("the text ends inside an escape") }
        let letter = bytes[position]
        position += 1
        switch letter {
        case Byte.quote, Byte.backslash, UInt8(ascii: "/"): built.append(letter)
        case UInt8(ascii: "b"): built.append(0x08)
        case UInt8(ascii: "f"): built.append(0x0C)
        case UInt8(ascii: "n"): built.append(Byte.lineFeed)
        case UInt8(ascii: "r"): built.append(Byte.carriageReturn)
        case UInt8(ascii: "t"): built.append(Byte.tab)
        case UInt8(ascii: "u"):
            let scalar = try unicodeScalar(start)
            built += Array(String(scalar).utf8)
        default:
            throw JSONMistake(
                offset: start,
                length: 2,
                message: "“\\\(Character(UnicodeScalar(letter)))” is not an escape",
                suggestion: "A backslash itself is written \\\\."
            )
        }
    }

    private mutating func unicodeScalar(_ start: Int) throws(JSONMistake) -> UnicodeScalar {
        let first = try hexadecimal(start)
        if let scalar = UnicodeScalar(first) { return scalar }
        if first < 0xDC00, take("\\u") {
            let second = try hexadecimal(start)
            let value = 0x10000 + (UInt32(first) - 0xD800) << 10
            if 0xDC00...0xDFFF ~= second,
                let scalar = UnicodeScalar(value + UInt32(second) - 0xDC00)
            {
                return scalar
            }
        }
        throw JSONMistake(
            offset: start,
            length: position - start,
            message: "this escape is half of a character",
            suggestion: "A character above U+FFFF is written as two escapes, or as itself."
        )
    }

    private mutating func hexadecimal(_ start: Int) throws(JSONMistake) -> UInt16 {
        let end = position + 4
        let digits = String(decoding: bytes[position..<min(end, bytes.count)], as: UTF8.self)
        guard digits.utf8.count == 4, digits.allSatisfy(\.isHexDigit), digits.first != "+",
            let value = UInt16(digits, radix: 16)
        else {
            throw JSONMistake(
                offset: start,
                length: 2,
                message: "four hexadecimal digits must follow “\\u”"
            )
        }
        position = end
        return value
    }
}
