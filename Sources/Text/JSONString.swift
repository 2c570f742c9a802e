/// Writes texts as JSON strings (RFC 8259, section 7).
package enum JSONString {
    /// A text in quotes, with what must be escaped escaped.
    package static func quoted(_ text: String) -> String {
        var output = ByteText(capacity: text.utf8.count + 16)
        append(text, to: &output)
        return output.text()
    }

    /// Appends a text in quotes.
    package static func append(_ text: String, to output: inout ByteText) {
        output.append(Byte.quote)
        text.withBytes { source in
            if needsNoEscape(source) { return output.append(source) }
            var start = 0
            var index = 0
            while index < source.count {
                if mustEscape(source[index]) {
                    output.append(UnsafeBufferPointer(rebasing: source[start..<index]))
                    escape(source[index], to: &output)
                    start = index + 1
                }
                index += 1
            }
            output.append(UnsafeBufferPointer(rebasing: source[start...]))
        }
        output.append(Byte.quote)
    }

    /// Whether no byte must be escaped, as in nearly every text.
    private static func needsNoEscape(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        !EightBytes.any(of: bytes) { eight in
            eight.holdLess(than: Byte.space) || eight.hold(Byte.quote) || eight.hold(Byte.backslash)
        }
    }

    private static func mustEscape(_ byte: UInt8) -> Bool {
        byte < Byte.space || byte == Byte.quote || byte == Byte.backslash
    }

    private static func escape(_ byte: UInt8, to output: inout ByteText) {
        output.append(Byte.backslash)
        switch byte {
        case Byte.quote, Byte.backslash: output.append(byte)
        case Byte.lineFeed: output.append("n")
        case Byte.carriageReturn: output.append("r")
        case Byte.tab: output.append("t")
        default:
            output.append("u00")
            output.append(Byte.hexDigits[Int(byte >> 4)])
            output.append(Byte.hexDigits[Int(byte & 15)])
        }
    }
}
