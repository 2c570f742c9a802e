// A value is still published when it is written as an entity, percent-encoded, or as an escape of JSON or of a
// PDF file. These are decoded while a file is read, so that values need not be searched for in each form.

import Text

/// Decodes the character at a place of a file, whatever way it is escaped.
struct EscapedScalar {
    /// The character; a byte that is not UTF-8 counts as Latin-1.
    var scalar: UInt32
    /// How many bytes it takes.
    var length: Int

    private static let separator: UInt32 = 0x20
    /// A character that is skipped, and does not end a word.
    private static let skipped: UInt32 = 0x200B

    /// Decodes the character at `start`, which must be inside the bytes.
    init(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int) {
        let byte = bytes[start]
        let found: EscapedScalar? =
            switch byte {
            case UInt8(ascii: "&"): EscapedScalar.entity(bytes, start)
            case UInt8(ascii: "%"): EscapedScalar.percent(bytes, start)
            case UInt8(ascii: "\\"): EscapedScalar.backslash(bytes, start)
            case 0: EscapedScalar.null(bytes, start)
            case 0x80...: EscapedScalar.utf8(bytes, start)
            default: EscapedScalar(UInt32(byte), 1)
            }
        self = found ?? EscapedScalar(byte < 0x80 ? EscapedScalar.separator : UInt32(byte), 1)
    }

    private init(_ scalar: UInt32, _ length: Int) {
        self.scalar = scalar
        self.length = length
    }

    private static func utf8(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> EscapedScalar? {
        decode(first: bytes[start]) { place in
            let next = start + place
            return next < bytes.count ? bytes[next] : nil
        }
    }

    /// Decodes UTF-8 whose further bytes are handed out one by one.
    private static func decode(
        first: UInt8,
        width: Int = 1,
        _ byte: (Int) -> UInt8?
    ) -> EscapedScalar? {
        let count = first < 0x80 ? 1 : first < 0xC2 ? 0 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
        if count == 1 { return EscapedScalar(UInt32(first), width) }
        guard count > 0, first < 0xF5 else { return nil }
        var scalar = UInt32(first) & (0x7F >> UInt32(count))
        for place in 1..<count {
            guard let next = byte(place), next & 0xC0 == 0x80 else { return nil }
            scalar = scalar << 6 | UInt32(next & 0x3F)
        }
        return EscapedScalar(scalar, count * width)
    }

    // MARK: - Percent

    private static func percent(
        _ bytes: UnsafeBufferPointer<UInt8>,
        _ start: Int
    ) -> EscapedScalar? {
        let width = 3 + 2 * repeats(bytes, start)
        func byte(_ place: Int) -> UInt8? {
            let at = start + width * place
            guard at + width <= bytes.count, bytes[at] == UInt8(ascii: "%"),
                2 * repeats(bytes, at) + 3 == width
            else { return nil }
            return hex(bytes, at + width - 2, 2).map { UInt8($0) }
        }
        guard let first = byte(0) else { return nil }
        return decode(first: first, width: width, byte) ?? EscapedScalar(UInt32(first), width)
    }

    /// How often a percent sign was encoded again: once in “%2520”.
    private static func repeats(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int {
        var count = 0
        var place = start + 1
        while hex(bytes, place, 2) == 0x25, hex(bytes, place + 2, 2) != nil {
            count += 1
            place += 2
        }
        return count
    }

    /// The value of some hexadecimal digits.
    private static func hex(
        _ bytes: UnsafeBufferPointer<UInt8>,
        _ start: Int,
        _ count: Int
    ) -> UInt32? {
        guard start + count <= bytes.count else { return nil }
        var value: UInt32 = 0
        for place in start..<start + count {
            guard let digit = bytes[place].hexDigitValue else { return nil }
            value = value << 4 | UInt32(digit)
        }
        return value
    }

    // MARK: - Backslash

    private static func backslash(
        _ bytes: UnsafeBufferPointer<UInt8>,
        _ start: Int
    ) -> EscapedScalar? {
        guard start + 1 < bytes.count else { return nil }
        let letter = bytes[start + 1]
        switch letter {
        case UInt8(ascii: "u"):
            if let scalar = hex(bytes, start + 2, 4) { return pair(bytes, start, scalar) }
            return braced(bytes, start)
        case UInt8(ascii: "x"):
            return hex(bytes, start + 2, 2).map { EscapedScalar($0, 4) }
        case 0x30...0x37: return octal(bytes, start) ?? style(bytes, start)
        case UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"), UInt8(ascii: "b"),
            UInt8(ascii: "f"):
            return EscapedScalar(separator, 2)
        default: return style(bytes, start)
        }
    }

    /// `\4b ` or `\00004b`, as style sheets write it.
    private static func style(
        _ bytes: UnsafeBufferPointer<UInt8>,
        _ start: Int
    ) -> EscapedScalar? {
        var end = start + 1
        while end < bytes.count, end < start + 7, bytes[end].hexDigitValue != nil { end += 1 }
        guard end - start > 2, let scalar = hex(bytes, start + 1, end - start - 1),
            scalar <= 0x10_FFFF
        else { return nil }
        if end < bytes.count, bytes[end] == Byte.space { end += 1 }
        return EscapedScalar(scalar, end - start)
    }

    /// `\uD83D\uDE00` is one character.
    private static func pair(
        _ bytes: UnsafeBufferPointer<UInt8>,
        _ start: Int,
        _ first: UInt32
    ) -> EscapedScalar {
        guard (0xD800..<0xDC00).contains(first), start + 12 <= bytes.count,
            bytes[start + 6] == UInt8(ascii: "\\"), bytes[start + 7] == UInt8(ascii: "u"),
            let second = hex(bytes, start + 8, 4), (0xDC00..<0xE000).contains(second)
        else { return EscapedScalar(first, 6) }
        return EscapedScalar(0x1_0000 + ((first - 0xD800) << 10) + (second - 0xDC00), 12)
    }

    /// `\u{41}`, as scripts write it.
    private static func braced(
        _ bytes: UnsafeBufferPointer<UInt8>,
        _ start: Int
    ) -> EscapedScalar? {
        guard start + 2 < bytes.count, bytes[start + 2] == UInt8(ascii: "{") else { return nil }
        var end = start + 3
        while end < bytes.count, end < start + 9, bytes[end].hexDigitValue != nil { end += 1 }
        guard end < bytes.count, bytes[end] == UInt8(ascii: "}"),
            let scalar = hex(bytes, start + 3, end - start - 3)
        else { return nil }
        return EscapedScalar(scalar, end + 1 - start)
    }

    /// `\101`, as PDF files and old scripts write it.
    private static func octal(
        _ bytes: UnsafeBufferPointer<UInt8>,
        _ start: Int
    ) -> EscapedScalar? {
        guard start + 3 < bytes.count else { return nil }
        // Six digits that begin with zeros are those of a style sheet.
        if bytes[start + 1] == 0x30, bytes[start + 2] == 0x30, hex(bytes, start + 1, 6) != nil {
            return nil
        }
        var value: UInt32 = 0
        for place in start + 1...start + 3 {
            guard (0x30...0x37).contains(bytes[place]) else { return nil }
            value = value << 3 | UInt32(bytes[place] & 7)
        }
        return value < 256 ? EscapedScalar(value, 4) : nil
    }

    // MARK: - UTF-16

    /// A null byte belongs to a Latin letter of UTF-16 where every second byte is one; elsewhere it ends a text.
    private static func null(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int) -> EscapedScalar {
        func isLetter(_ place: Int) -> Bool { bytes.indices.contains(place) && bytes[place] != 0 }
        func isNull(_ place: Int) -> Bool { bytes.indices.contains(place) && bytes[place] == 0 }
        let isBeforeOne = isLetter(at + 1) && isNull(at + 2)
        let isAfterOne = isLetter(at - 1) && isNull(at - 2)
        return EscapedScalar(isBeforeOne || isAfterOne ? skipped : separator, 1)
    }
}

// MARK: - Entities

extension EscapedScalar {
    private static func entity(
        _ bytes: UnsafeBufferPointer<UInt8>,
        _ start: Int
    ) -> EscapedScalar? {
        guard start + 2 < bytes.count else { return nil }
        if bytes[start + 1] == UInt8(ascii: "#") {
            guard let found = number(bytes, start) else { return nil }
            let isAmpersand = found.scalar == UInt32(UInt8(ascii: "&"))
            return isAmpersand ? escapedAgain(bytes, start, found.length) ?? found : found
        }
        var end = start + 1
        while end < bytes.count, end - start < 32, bytes[end].isAlphanumeric { end += 1 }
        guard end < bytes.count, bytes[end] == UInt8(ascii: ";"), end - start > 2 else {
            return nil
        }
        // “&eacute;” is an e with a mark; every other named character that matters stands between words.
        let mark = String(decoding: bytes[start + 2..<end], as: UTF8.self)
        let letter = bytes[start + 1]
        let isLetter = letter.isLetter && marks.contains(mark)
        if isLetter { return EscapedScalar(UInt32(letter), end + 1 - start) }
        let name = String(decoding: bytes[start + 1..<end], as: UTF8.self)
        if name == "amp", let inner = escapedAgain(bytes, start, end + 1 - start) { return inner }
        let isUnseen = ["shy", "zwj", "zwnj", "lrm", "rlm", "ZeroWidthSpace"].contains(name)
        return EscapedScalar(isUnseen ? skipped : separator, end + 1 - start)
    }

    /// `&amp;eacute;` was escaped twice; `length` is that of the escaped “&”.
    private static func escapedAgain(
        _ bytes: UnsafeBufferPointer<UInt8>,
        _ start: Int,
        _ length: Int
    ) -> EscapedScalar? {
        let last = start + length - 1
        guard bytes[last] == UInt8(ascii: ";"), let inner = entity(bytes, last),
            bytes[last + inner.length - 1] == UInt8(ascii: ";")
        else { return nil }
        return EscapedScalar(inner.scalar, length - 1 + inner.length)
    }

    private static let marks: Set = [
        "acute", "grave", "circ", "uml", "tilde", "cedil", "ring", "caron", "macr", "breve",
        "ogon", "dot", "dblac",
    ]

    private static func number(
        _ bytes: UnsafeBufferPointer<UInt8>,
        _ start: Int
    ) -> EscapedScalar? {
        let isHex = bytes[start + 2] | 0x20 == UInt8(ascii: "x")
        var place = start + (isHex ? 3 : 2)
        let first = place
        var value: UInt32 = 0
        while place < bytes.count, value < 0x100_0000 {
            guard let digit = bytes[place].hexDigitValue, isHex || digit < 10 else { break }
            value = value * (isHex ? 16 : 10) + UInt32(digit)
            place += 1
        }
        guard place > first, value <= 0x10_FFFF else { return nil }
        if place < bytes.count, bytes[place] == UInt8(ascii: ";") { place += 1 }
        return EscapedScalar(value, place - start)
    }
}
