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
        var bytes: [UInt8] = []
        Escaping.append(text, to: &bytes)
        markup = String(decoding: bytes, as: UTF8.self)
    }
}

/// Escapes as MarkupSafe does: five characters, the same in text and in quoted attribute values.
enum Escaping {
    /// Appends `text`, escaped, in as few runs as there are characters to escape.
    static func append(_ text: String, to output: inout [UInt8]) {
        var text = text
        text.withUTF8 { append($0, to: &output) }
    }

    /// Appends UTF-8 bytes, escaped.
    static func append(_ bytes: UnsafeBufferPointer<UInt8>, to output: inout [UInt8]) {
        var start = 0
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            if byte <= 0x3E, let entity = entity(byte) {
                output.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start..<index]))
                entity.withUTF8Buffer { output.append(contentsOf: $0) }
                start = index + 1
            }
            index += 1
        }
        output.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start..<index]))
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
