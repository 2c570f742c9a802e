import Text

/// Finds the addresses that are written in text without brackets, by the rules of GFM's autolinks.
///
/// The library has an extension for this, which in the versions that systems ship reads beyond
/// its buffer; so it is done here. Addresses without a scheme (`www.`) are left as text.
public enum BareURLs {
    /// The ranges of the addresses, in order.
    public static func find(in bytes: [UInt8]) -> [Range<Int>] {
        guard bytes.holds(UInt8(ascii: ":")) else { return [] }
        var found: [Range<Int>] = []
        var index = 0
        while let start = next(in: bytes, from: index) {
            if let end = end(of: bytes, start) {
                found.append(start.lowerBound..<end)
                index = end
            } else {
                index = start.upperBound
            }
        }
        return found
    }

    /// The next `http://` or `https://` that no letter or digit precedes.
    private static func next(in bytes: [UInt8], from start: Int) -> Range<Int>? {
        var index = start
        while index < bytes.count {
            defer { index += 1 }
            guard bytes[index] | 0x20 == UInt8(ascii: "h"),
                index == 0 || !bytes[index - 1].isAlphanumeric
            else { continue }
            for scheme in ["https://", "http://"] where has(scheme, bytes, index) {
                return index..<(index + scheme.utf8.count)
            }
        }
        return nil
    }

    private static func has(_ scheme: String, _ bytes: [UInt8], _ start: Int) -> Bool {
        guard start + scheme.utf8.count <= bytes.count else { return false }
        var index = start
        for byte in scheme.utf8 {
            let other = bytes[index]
            guard other == byte || (other.isAlphanumeric && other | 0x20 == byte) else {
                return false
            }
            index += 1
        }
        return true
    }

    private static func end(of bytes: [UInt8], _ scheme: Range<Int>) -> Int? {
        guard let domain = domainEnd(bytes, scheme.upperBound) else { return nil }
        var end = domain
        while end < bytes.count, bytes[end] > 0x20, bytes[end] != UInt8(ascii: "<"),
            !isWideSpace(bytes, end)
        {
            end += 1
        }
        return trimmed(bytes, scheme.upperBound, end)
    }

    /// The end of a domain: parts of letters, digits, `-` and `_` with dots between; no `_` in the
    /// last two parts.
    private static func domainEnd(_ bytes: [UInt8], _ start: Int) -> Int? {
        var index = start
        var underscores = [0]
        while index < bytes.count {
            let byte = bytes[index]
            if byte == UInt8(ascii: "_") {
                underscores[underscores.count - 1] += 1
            } else if byte == UInt8(ascii: ".") {
                underscores.append(0)
            } else if !byte.isAlphanumeric, byte != UInt8(ascii: "-"), byte < 0x80 {
                break
            } else if isWideSpace(bytes, index) {
                break
            }
            index += 1
        }
        guard index > start, underscores.suffix(2).allSatisfy({ $0 == 0 }) else { return nil }
        return index
    }

    /// Leaves out what ends the sentence rather than the address.
    private static func trimmed(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Int? {
        var end = end
        var opened = 0
        var closed = 0
        for byte in bytes[start..<end] {
            if byte == UInt8(ascii: "(") { opened += 1 }
            if byte == UInt8(ascii: ")") { closed += 1 }
        }
        while end > start {
            switch bytes[end - 1] {
            case UInt8(ascii: ")"):
                guard closed > opened else { return end }
                closed -= 1
                end -= 1
            case UInt8(ascii: ";"): end = entityStart(bytes, start, end) ?? end - 1
            case UInt8(ascii: "?"), UInt8(ascii: "!"), UInt8(ascii: "."), UInt8(ascii: ","),
                UInt8(ascii: ":"), UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "~"),
                UInt8(ascii: "'"), UInt8(ascii: "\""):
                end -= 1
            default:
                guard let mark = wideMark(bytes, start, end) else { return end }
                end = mark
            }
        }
        return nil
    }

    /// Where `&name;` at the end begins.
    private static func entityStart(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Int? {
        var index = end - 2
        while index >= start, bytes[index].isAlphanumeric { index -= 1 }
        guard index >= start, index < end - 2, bytes[index] == UInt8(ascii: "&") else {
            return nil
        }
        return index
    }

    /// Where a typographic mark at the end begins, such as ” or ؟ of a quotation or a question.
    private static func wideMark(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Int? {
        for mark in ["”", "’", "“", "‘", "»", "«", "…", "،", "؛", "؟", "。"] {
            let length = mark.utf8.count
            guard end - length >= start else { continue }
            if bytes[(end - length)..<end].elementsEqual(mark.utf8) { return end - length }
        }
        return nil
    }

    /// Whether a no-break or other wide space begins at a byte.
    private static func isWideSpace(_ bytes: [UInt8], _ index: Int) -> Bool {
        guard bytes[index] >= 0xC2 else { return false }
        for space in ["\u{A0}", "\u{2002}", "\u{2003}", "\u{2009}", "\u{202F}", "\u{3000}"]
        where bytes[index...].starts(with: space.utf8) {
            return true
        }
        return false
    }
}
