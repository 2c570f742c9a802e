/// The encoding of values in selections: as in a URL's query, with `+` for a space.
public enum QueryText {
    /// Encodes what would end a value or not survive in a link; other letters stay readable.
    public static func encoded(_ text: String) -> String {
        var result: [UInt8] = []
        for byte in text.utf8 {
            switch byte {
            case 32: result.append(43)
            case 48...57, 65...90, 97...122, 45, 46, 95, 126, 128...: result.append(byte)
            default:
                result.append(37)
                result.append(hex(byte >> 4))
                result.append(hex(byte & 15))
            }
        }
        return String(decoding: result, as: UTF8.self)
    }

    /// Decodes `+` and `%XX`; a percent sign that encodes nothing stays as it is.
    public static func decoded(_ text: some StringProtocol) -> String {
        let bytes = Array(text.utf8)
        var result: [UInt8] = []
        var position = 0
        while position < bytes.count {
            let byte = bytes[position]
            if byte == 37, position + 2 < bytes.count, let high = value(bytes[position + 1]),
                let low = value(bytes[position + 2])
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

    private static func hex(_ nibble: UInt8) -> UInt8 {
        nibble < 10 ? 48 + nibble : 55 + nibble
    }

    private static func value(_ digit: UInt8) -> UInt8? {
        switch digit {
        case 48...57: digit - 48
        case 65...70: digit - 55
        case 97...102: digit - 87
        default: nil
        }
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
    /// The text without spaces at its ends.
    public static func trimmed(_ text: some StringProtocol) -> String {
        text.trimmingSpaces()
    }
}
