// The one place where text becomes HTML or XML. All else that is written into a page is markup that the
// program or a template states.

/// Escapes text so that it shows as it is, in content and in quoted attribute values alike.
package enum HTMLEscaping {
    /// How quotation marks are written; both forms are safe in both places.
    package enum Quotes: Sendable {
        /// `&#34;` and `&#39;`, as MarkupSafe and so Jinja2 writes them.
        case numeric
        /// `&quot;` and a bare apostrophe, as the CommonMark specification writes them; not for values in
        /// single quotes.
        case commonMark
    }

    /// The text, escaped.
    package static func escaped(_ text: String, quotes: Quotes = .numeric) -> String {
        var output = ByteText(capacity: text.utf8.count + 64)
        append(text, quotes: quotes, to: &output)
        return output.text()
    }

    /// Appends a text, escaped, in as few runs as there are characters to escape.
    package static func append(
        _ text: String,
        quotes: Quotes = .numeric,
        to output: inout ByteText
    ) {
        text.withBytes { append($0, quotes: quotes, to: &output) }
    }

    /// Appends UTF-8 bytes, escaped.
    package static func append(
        _ bytes: UnsafeBufferPointer<UInt8>,
        quotes: Quotes = .numeric,
        to output: inout ByteText
    ) {
        if needsNoEscape(bytes) { return output.append(bytes) }
        var start = 0
        var index = 0
        while index < bytes.count {
            if isSpecial(bytes[index]), let entity = entity(bytes[index], quotes) {
                output.append(UnsafeBufferPointer(rebasing: bytes[start..<index]))
                output.append(entity)
                start = index + 1
            }
            index += 1
        }
        output.append(UnsafeBufferPointer(rebasing: bytes[start..<index]))
    }

    /// Whether no byte has an entity, as in nearly every text.
    private static func needsNoEscape(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        !EightBytes.any(of: bytes) { eight in
            // The ampersand and the apostrophe differ in one bit, and so do the angle brackets.
            eight.hold(0x26, ignoring: 0x01) || eight.hold(0x3C, ignoring: 0x02) || eight.hold(0x22)
        }
    }

    /// Whether a byte may have an entity, decided without a branch because every byte is tested.
    private static func isSpecial(_ byte: UInt8) -> Bool {
        let special: UInt64 = 1 << 0x22 | 1 << 0x26 | 1 << 0x27 | 1 << 0x3C | 1 << 0x3E
        return byte < 64 && special >> UInt64(byte) & 1 == 1
    }

    private static func entity(_ byte: UInt8, _ quotes: Quotes) -> StaticString? {
        switch byte {
        case UInt8(ascii: "&"): "&amp;"
        case UInt8(ascii: "<"): "&lt;"
        case UInt8(ascii: ">"): "&gt;"
        case UInt8(ascii: "'"): quotes == .numeric ? "&#39;" : nil
        case UInt8(ascii: "\""): quotes == .numeric ? "&#34;" : "&quot;"
        default: nil
        }
    }
}
