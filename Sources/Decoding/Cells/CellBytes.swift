// Reading numbers and words from the bytes of cells. Counts of deaths are read strictly: what is not
// clearly a number is rejected, because lenient parsers have turned "016" into 14 and "1.5" into 15.

import Text

/// Reads the bytes of a cell without creating a `String`.
enum CellBytes {
    typealias Bytes = UnsafeBufferPointer<UInt8>

    /// The bytes without white space and invisible marks at both ends.
    ///
    /// Names copied from web pages often end in a left-to-right mark, a no-break space or a byte order mark.
    static func trimmed(_ bytes: Bytes) -> Bytes {
        guard let first = bytes.first, let last = bytes.last else { return bytes }
        if isPlain(first) && isPlain(last) { return bytes }
        var start = 0
        var end = bytes.count
        while start < end {
            let length = blankLength(bytes, start, end)
            if length == 0 { break }
            start += length
        }
        while end > start {
            let length = blankLength(before: end, bytes, start)
            if length == 0 { break }
            end -= length
        }
        return Bytes(rebasing: bytes[start..<end])
    }

    /// The bytes with one plain space for each run of spaces within a line; `nil` when they have no other.
    ///
    /// A no-break space or a second space is not seen, but would make another name.
    static func spaced(_ bytes: Bytes) -> [UInt8]? {
        var wasSpace = false
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            if byte == Byte.space {
                if wasSpace { break }
                wasSpace = true
            } else if byte == 0x09 || byte > 0xC1 && spaceLength(bytes, index) > 0 {
                break
            } else {
                wasSpace = false
            }
            index += 1
        }
        if index == bytes.count { return nil }
        var spaced: [UInt8] = []
        spaced.reserveCapacity(bytes.count)
        index = 0
        while index < bytes.count {
            let length = spaceLength(bytes, index)
            if length == 0 {
                spaced.append(bytes[index])
                index += 1
            } else {
                if spaced.last != Byte.space { spaced.append(Byte.space) }
                index += length
            }
        }
        return spaced
    }

    /// The length of the space within a line that begins at an index; 0 when there is none.
    private static func spaceLength(_ bytes: Bytes, _ index: Int) -> Int {
        switch bytes[index] {
        case Byte.space, 0x09: return 1
        case 0xC2: return index + 1 < bytes.count && bytes[index + 1] == 0xA0 ? 2 : 0
        case 0xE1...0xE3:
            guard index + 2 < bytes.count else { return 0 }
            switch (bytes[index], bytes[index + 1], bytes[index + 2]) {
            case (0xE1, 0x9A, 0x80), (0xE2, 0x80, 0x80...0x8A), (0xE2, 0x80, 0xAF),
                (0xE2, 0x81, 0x9F), (0xE3, 0x80, 0x80):
                return 3
            default: return 0
            }
        default: return 0
        }
    }

    /// Whether two runs of bytes are equal.
    static func equal(_ bytes: Bytes, _ other: [UInt8]) -> Bool {
        bytes.count == other.count && bytes.elementsEqual(other)
    }

    /// A number that is written in digits only, without leading zeros; `nil` for anything else.
    static func integer(_ bytes: Bytes) -> Int? {
        guard (1...18).contains(bytes.count) else { return nil }
        if bytes.count > 1 && bytes[0] == zero { return nil }
        var value = 0
        for byte in bytes {
            guard byte.isDigit else { return nil }
            value = value * 10 + Int(byte - zero)
        }
        return value
    }

    /// A decimal number with a point, such as -39.00416; `nil` for anything else.
    static func decimal(_ bytes: Bytes) -> Double? {
        var index = 0
        let isNegative = bytes.first == minus
        if isNegative { index = 1 }
        var mantissa = 0
        var digits = 0
        var fraction = 0
        var hasPoint = false
        while index < bytes.count {
            let byte = bytes[index]
            if byte.isDigit {
                digits += 1
                if hasPoint { fraction += 1 }
                if digits <= 15 { mantissa = mantissa * 10 + Int(byte - zero) }
            } else if byte == point && !hasPoint && digits > 0 {
                hasPoint = true
            } else {
                return nil
            }
            index += 1
        }
        guard digits > 0, !hasPoint || fraction > 0 else { return nil }
        guard digits <= 15 else { return Double(String(decoding: bytes, as: UTF8.self)) }
        // Both are whole numbers that a Double holds exactly, so the quotient is rounded once.
        let value = Double(mantissa) / powersOfTen[fraction]
        return isNegative ? -value : value
    }

    /// A decimal number with a comma, and its text with a point; `nil` for anything else.
    static func decimal(withComma bytes: Bytes) -> (value: Double, text: String)? {
        guard !bytes.contains(point) else { return nil }
        let pointed = bytes.map { $0 == Byte.comma ? point : $0 }
        return pointed.withUnsafeBufferPointer { bytes in
            decimal(bytes).map { ($0, text(bytes)) }
        }
    }

    /// A decimal number that is written with a comma, with a point; `nil` for anything else.
    static func pointed(_ number: String) -> String? {
        Array(number.utf8).withUnsafeBufferPointer { decimal(withComma: $0)?.text }
    }

    /// The number that some digits make; `nil` when one is no digit.
    static func digits(_ bytes: Bytes, _ range: Range<Int>) -> Int? {
        var value = 0
        for index in range {
            guard index < bytes.count, bytes[index].isDigit else { return nil }
            value = value * 10 + Int(bytes[index] - zero)
        }
        return value
    }

    /// The cell as text.
    static func text(_ bytes: Bytes) -> String { String(decoding: bytes, as: UTF8.self) }

    static let zero = UInt8(ascii: "0")
    static let minus = UInt8(ascii: "-")
    static let point = UInt8(ascii: ".")

    private static let powersOfTen: [Double] = [
        1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
    ]

    /// Whether a byte can be neither white space nor part of an invisible mark.
    private static func isPlain(_ byte: UInt8) -> Bool { byte > 0x20 && byte < 0x80 }

    /// The length of the blank that begins at an index; 0 when there is none.
    private static func blankLength(_ bytes: Bytes, _ index: Int, _ end: Int) -> Int {
        if bytes[index] <= 0x20 { return 1 }
        if index + 2 <= end, isBlank(bytes[index], bytes[index + 1]) { return 2 }
        if index + 3 <= end, isBlank(bytes[index], bytes[index + 1], bytes[index + 2]) { return 3 }
        return 0
    }

    private static func blankLength(before end: Int, _ bytes: Bytes, _ start: Int) -> Int {
        for length in 1...3 where end - length >= start {
            if blankLength(bytes, end - length, end) == length { return length }
        }
        return 0
    }

    /// No-break space U+00A0, Arabic letter mark U+061C.
    private static func isBlank(_ first: UInt8, _ second: UInt8) -> Bool {
        first == 0xC2 && second == 0xA0 || first == 0xD8 && second == 0x9C
    }

    /// Zero-width and directional marks U+200B…200F, U+2028…202F, U+2060…2069 and U+FEFF, and the
    /// spaces U+2000…200A and U+3000.
    private static func isBlank(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> Bool {
        switch (first, second) {
        case (0xE2, 0x80): (0x80...0x8F).contains(third) || (0xA8...0xAF).contains(third)
        case (0xE2, 0x81): (0xA0...0xA9).contains(third)
        case (0xE3, 0x80): third == 0x80
        case (0xEF, 0xBB): third == 0xBF
        default: false
        }
    }
}
