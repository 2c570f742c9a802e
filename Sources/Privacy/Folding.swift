// A value leaks in many spellings: in capitals, with other spaces, decomposed, with or without the marks of Arabic.
// Values and files are folded by one table, so that one comparison finds them all.

import Foundation
import Text

/// How single characters are folded before texts are compared.
enum Folding {
    /// The fold of a character between words.
    static let separator: UInt16 = 0
    /// The fold of a character that nobody sees, or of a mark on a letter.
    static let nothing: UInt16 = 1
    /// The fold of the ligature of lam and alef, which is two letters.
    static let lamAlef: UInt16 = 2

    /// What ``MarkedUnits`` gives for tags without a space beside them: perhaps the end of a word.
    static let joint: UInt16 = 3

    /// What a byte is in the fast path: 0 between words, 1 for one that needs a closer look, 2 for one that may begin or
    /// end a tag, else its fold.
    static let bytes: [UInt8] = (0...255)
        .map { number in
            let byte = UInt8(number)
            if byte.isDigit { return byte }
            if byte.isLetter { return byte | 0x20 }
            let isSpecial = byte >= 0x80 || byte == 0 || "&%\\".utf8.contains(byte)
            return isSpecial ? 1 : byte == TagSyntax.open || byte == TagSyntax.close ? 2 : 0
        }

    /// The fold of every character of the basic plane.
    static let plane: [UInt16] = (0...0xFFFF).map { Folding.fold(UInt32($0)) }

    /// The fold of a character.
    static func of(_ scalar: UInt32, _ plane: UnsafeBufferPointer<UInt16>) -> UInt16 {
        if scalar < 0x1_0000 { return plane[Int(scalar)] }
        // Letters outside the basic plane are rare, and emoji stand between words.
        return scalar < 0x1_F000 ? UInt16(truncatingIfNeeded: scalar) | 0x8000 : separator
    }

    private static func fold(_ scalar: UInt32) -> UInt16 {
        if scalar < 0x80 {
            let folded = bytes[Int(scalar)]
            return folded > 2 ? UInt16(folded) : separator
        }
        if isMark(scalar) { return nothing }
        let shape = CharacterShape.folded(scalar)
        if shape == CharacterShape.nothing { return nothing }
        if shape == CharacterShape.lamAlef { return lamAlef }
        if shape < 0x80 { return fold(shape) }
        if let digit = digit(shape) { return UInt16(0x30 + digit) }
        if isSeparator(shape) { return separator }
        return UInt16(truncatingIfNeeded: base(shape))
    }

    /// Marks that are written on a letter, and may be left out or composed with it.
    private static func isMark(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x300...0x36F, 0x483...0x489, 0x591...0x5BD, 0x5BF, 0x5C1...0x5C2, 0x5C4...0x5C5,
            0x610...0x61A, 0x64B...0x65F, 0x6D6...0x6DC, 0x6DF...0x6E4, 0x6E7...0x6E8,
            0x6EA...0x6ED, 0x1AB0...0x1AFF, 0x1DC0...0x1DFF, 0x20D0...0x20FF, 0xFE00...0xFE0F,
            0xFE20...0xFE2F:
            true
        default: false
        }
    }

    private static func digit(_ scalar: UInt32) -> UInt32? {
        switch scalar {
        case 0x660...0x669: scalar - 0x660
        case 0x6F0...0x6F9: scalar - 0x6F0
        default: nil
        }
    }

    private static func isSeparator(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x80...0xA9, 0xAB...0xB4, 0xB6...0xB9, 0xBB...0xBF, 0xD7, 0xF7, 0x589, 0x58A, 0x5BE,
            0x5C0, 0x5C3, 0x5F3, 0x5F4, 0x600...0x60F, 0x61B...0x61F, 0x66A...0x66D, 0x6D4,
            0x2000...0x2BFF, 0x2E00...0x2E7F, 0x3000...0x303F, 0xD800...0xF8FF, 0xFD3E, 0xFD3F,
            0xFE10...0xFE19, 0xFE30...0xFE6F, 0xFFF0...0xFFFF:
            true
        default: false
        }
    }

    /// A letter without the marks that are composed with it, in lower case.
    private static func base(_ scalar: UInt32) -> UInt32 {
        switch scalar {
        case 0xC0...0x24F, 0x370...0x52F, 0x10A0...0x10FF, 0x1E00...0x1FFF:
            guard let character = Unicode.Scalar(scalar) else { return scalar }
            let plain = String(Character(character)).decomposedStringWithCanonicalMapping
            let letter = plain.unicodeScalars.first ?? character
            let lower = letter.properties.lowercaseMapping.unicodeScalars.first ?? letter
            let shape = CharacterShape.folded(lower.value)
            return shape > CharacterShape.lamAlef ? shape : lower.value
        default: return scalar
        }
    }
}
