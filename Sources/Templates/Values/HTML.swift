// The only text that reaches a page unescaped, and the only place that escapes.

/// HTML that is already escaped; the only text that passes unescaped.
public struct HTML: Sendable, Hashable {
    /// The markup as it stands on the page.
    public let markup: String

    /// Takes text for HTML as it is; whoever calls this answers for it.
    public init(unsafeHTML markup: String) {
        self.markup = markup
    }

    /// Escapes text.
    public init(text: String) {
        var escaped = ByteText(capacity: text.utf8.count + 64)
        Escaping.append(text, to: &escaped)
        markup = escaped.text()
    }
}

/// Escapes as MarkupSafe does: five characters, the same in text and in quoted attribute values.
enum Escaping {
    /// Appends `text`, escaped, in as few runs as there are characters to escape.
    static func append(_ text: String, to output: inout ByteText) {
        text.withBytes { append($0, to: &output) }
    }

    /// Appends UTF-8 bytes, escaped.
    static func append(_ bytes: UnsafeBufferPointer<UInt8>, to output: inout ByteText) {
        var start = 0
        var index = 0
        while index < bytes.count {
            if isSpecial(bytes[index]), let entity = entity(bytes[index]) {
                output.append(UnsafeBufferPointer(rebasing: bytes[start..<index]))
                output.append(entity)
                start = index + 1
            }
            index += 1
        }
        output.append(UnsafeBufferPointer(rebasing: bytes[start..<index]))
    }

    /// Whether a byte has an entity: asked of every byte, and so without a branch for each of them.
    private static func isSpecial(_ byte: UInt8) -> Bool {
        let special: UInt64 = 1 << 0x22 | 1 << 0x26 | 1 << 0x27 | 1 << 0x3C | 1 << 0x3E
        return byte < 64 && special >> UInt64(byte) & 1 == 1
    }

    private static func entity(_ byte: UInt8) -> StaticString? {
        switch byte {
        case UInt8(ascii: "&"): "&amp;"
        case UInt8(ascii: "<"): "&lt;"
        case UInt8(ascii: ">"): "&gt;"
        case UInt8(ascii: "'"): "&#39;"
        case UInt8(ascii: "\""): "&#34;"
        default: nil
        }
    }
}
