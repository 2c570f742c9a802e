import Text

/// The encoding of values in selections: as in a URL's query, with `+` for a space.
public enum QueryText {
    /// Encodes what would end a value or not survive in a link; other letters stay readable.
    public static func encoded(_ text: String) -> String {
        // Spaces are replaced afterwards; a plus in the text is encoded, so that the two differ.
        let encoded = PercentEncoding.encoded(text, keeping: " ", keepsLetters: true)
        let bytes = encoded.utf8.map { $0 == Byte.space ? UInt8(ascii: "+") : $0 }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Decodes `+` and `%XX`; a percent sign that encodes nothing stays as it is.
    public static func decoded(_ text: some StringProtocol) -> String {
        let bytes = Array(text.utf8)
        var result: [UInt8] = []
        var position = 0
        while position < bytes.count {
            let byte = bytes[position]
            if byte == 37, position + 2 < bytes.count, let high = bytes[position + 1].hexDigitValue,
                let low = bytes[position + 2].hexDigitValue
            {
                result.append(high << 4 | low)
                position += 3
            } else {
                result.append(byte == 43 ? 32 : byte)
                position += 1
            }
        }
        return String(decoding: result, as: UTF8.self)
    }
}

extension QueryText {
    /// Decodes `%XX` alone, as in a path, where `+` is a plus.
    public static func decodedPath(_ text: some StringProtocol) -> String {
        decoded(
            String(
                text.split(separator: "+", omittingEmptySubsequences: false)
                    .joined(separator: "%2B")
            )
        )
    }
}

extension QueryText {
    /// Encodes a path, with its fragment if it has one, for an absolute address: everything that RFC 3986 does not
    /// allow in one, and letters beyond ASCII unless they are kept, as in an IRI.
    public static func encodedPath(_ path: String, keepingLetters: Bool = false) -> String {
        PercentEncoding.encoded(path, keeping: "/#!$&'()*+,;=:@", keepsLetters: keepingLetters)
    }
}

extension QueryText {
    /// The text without spaces at its ends.
    public static func trimmed(_ text: some StringProtocol) -> String {
        text.trimmingSpaces()
    }
}
