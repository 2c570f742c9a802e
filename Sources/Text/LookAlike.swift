// Two texts can look the same and be different: a no-break space, a Cyrillic letter in a Latin word, an Arabic
// letter from another keyboard. Records that are grouped by such texts are split without anybody seeing why.

/// Texts as a reader sees them.
package enum LookAlike {
    /// The hash of a text's bytes, and that of the text as a reader sees it.
    package typealias Hashes = (exact: UInt64, seen: UInt64)

    /// The hashes of a text; texts that look alike have the same second hash.
    ///
    /// Not for secrets.
    package static func hashes(_ text: String) -> Hashes {
        text.utf8.withContiguousStorageIfAvailable(hashes)
            ?? Array(text.utf8)
            .withUnsafeBufferPointer(hashes)
    }

    private static func hashes(_ bytes: UnsafeBufferPointer<UInt8>) -> Hashes {
        var exact = start
        var seen = start
        var folding = LookAlikeFolding()
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            if byte < 0x80 {
                exact = (exact ^ UInt64(byte)) &* prime
                index += 1
                folding.add(ascii: byte) { seen = (seen ^ UInt64($0)) &* prime }
                continue
            }
            let length = byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
            var scalar = UInt32(byte) & (0x7F >> UInt32(length))
            for place in 1..<length where index + place < bytes.count {
                scalar = scalar << 6 | UInt32(bytes[index + place] & 0x3F)
            }
            exact = (exact ^ UInt64(scalar)) &* prime
            index += length
            folding.add(scalar) { seen = (seen ^ UInt64($0)) &* prime }
        }
        return (exact, seen)
    }

    /// A text as a reader sees it, as the values of its characters; texts that look alike are equal.
    package static func seen(_ text: String) -> [UInt32] {
        var seen: [UInt32] = []
        var folding = LookAlikeFolding()
        for scalar in text.unicodeScalars {
            if scalar.isASCII {
                folding.add(ascii: UInt8(truncatingIfNeeded: scalar.value)) { seen.append($0) }
            } else {
                folding.add(scalar.value) { seen.append($0) }
            }
        }
        return seen
    }

    /// Where two texts that look alike differ, as a sentence.
    package static func difference(_ text: String, _ other: String) -> String {
        let fold = { (text: String) in text.lowercased().split { $0.isWhitespace } }
        if fold(text) == fold(other) {
            let isSpace =
                text.split { $0.isWhitespace } == other.split { $0.isWhitespace }
            return isSpace ? "They differ only in spaces." : "They differ only in capitals."
        }
        let (left, right) = (Array(text.unicodeScalars), Array(other.unicodeScalars))
        var place = 0
        while place < left.count, place < right.count, left[place] == right[place] { place += 1 }
        switch (place < left.count ? left[place] : nil, place < right.count ? right[place] : nil) {
        case (let one?, let two?): return "They differ in \(named(one)) and \(named(two))."
        case (let one?, nil), (nil, let one?): return "One ends in \(named(one))."
        case (nil, nil): return "They differ in the order of their marks."
        }
    }

    /// The text that a word was probably meant to be and looks like, and where they differ; `nil` when it
    /// looks like none.
    ///
    /// "Did you mean" would print the same word twice.
    package static func advice(_ word: String, _ others: some Sequence<String>) -> String? {
        let seen = seen(word)
        let alike = others.filter { $0 != word && LookAlike.seen($0) == seen }.min()
        return alike.map { "“\($0.shortened())” looks like it. \(difference(word, $0))" }
    }

    /// A character with its number, because a reader cannot tell it from the other.
    private static func named(_ scalar: Unicode.Scalar) -> String {
        let digits = String(scalar.value, radix: 16, uppercase: true)
        let number = "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
        switch scalar.properties.generalCategory {
        case .control, .format, .nonspacingMark, .spaceSeparator, .lineSeparator,
            .paragraphSeparator:
            return number
        default: return "“\(scalar)” (\(number))"
        }
    }

    private static let start: UInt64 = 0xCBF2_9CE4_8422_2325
    private static let prime: UInt64 = 0x100_0000_01B3
}

/// Folds the characters of one text, one after the other.
private struct LookAlikeFolding {
    private var isEmpty = true
    private var hasSpace = false

    @inline(__always)
    mutating func add(ascii byte: UInt8, _ emit: (UInt32) -> Void) {
        if byte <= 0x20 {
            hasSpace = true
            return
        }
        if hasSpace {
            hasSpace = false
            if !isEmpty { emit(0x20) }
        }
        isEmpty = false
        emit(UInt32(byte &- 0x41 < 26 ? byte | 0x20 : byte))
    }

    mutating func add(_ scalar: UInt32, _ emit: (UInt32) -> Void) {
        let folded = CharacterShape.folded(scalar)
        switch folded {
        case CharacterShape.nothing: return
        case 0x20: hasSpace = true
        case CharacterShape.lamAlef:
            add(plain: 0x644, emit)
            add(plain: 0x627, emit)
        default: add(plain: folded, emit)
        }
    }

    private mutating func add(plain scalar: UInt32, _ emit: (UInt32) -> Void) {
        if hasSpace {
            hasSpace = false
            if !isEmpty { emit(0x20) }
        }
        isEmpty = false
        emit(scalar)
    }
}

/// Which characters outside ASCII look like others.
package enum CharacterShape {
    /// The shape of a character that is not seen.
    package static let nothing: UInt32 = 0
    /// The shape of the ligature of lam and alef, which is two letters.
    package static let lamAlef: UInt32 = 1

    /// The character for which another one is taken.
    package static func folded(_ scalar: UInt32) -> UInt32 {
        switch scalar {
        case 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: 0x20
        case 0xAD, 0x061C, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2069, 0xFEFF: nothing
        case 0xC0...0xD6, 0xD8...0xDE: scalar + 32
        case 0x100...0x137, 0x14A...0x177: scalar | 1
        case 0x370...0x3FF, 0x400...0x45F: letters[scalar] ?? smallLetter(scalar)
        case 0x2010...0x2015, 0x2212: 0x2D
        case 0x2018...0x201B, 0x2032, 0x02BC, 0x02B9, 0xB4: 0x27
        case 0x201C...0x201F, 0x2033, 0xAB, 0xBB: 0x22
        case 0x640, 0x64B...0x65F, 0x670: nothing
        case 0x622, 0x623, 0x625, 0x671: 0x627
        case 0x624: 0x648
        case 0x626, 0x649, 0x6CC, 0x6D2: 0x64A
        case 0x629, 0x6C1, 0x6C3, 0x6BE, 0x6D5: 0x647
        case 0x6A9, 0x6AA: 0x643
        case 0xFB8E...0xFB91: 0x643
        case 0xFBFC...0xFBFF: 0x64A
        case 0xFE70...0xFE7F: nothing
        case 0xFE80...0xFEFC: presentation[Int(scalar - 0xFE80)]
        case 0xFF21...0xFF3A: scalar - 0xFF21 + 0x61
        case 0xFF01...0xFF5E: scalar - 0xFEE0
        default: scalar
        }
    }

    private static func smallLetter(_ scalar: UInt32) -> UInt32 {
        switch scalar {
        case 0x391...0x3A9, 0x410...0x42F: scalar + 32
        case 0x400...0x40F: scalar + 80
        default: scalar
        }
    }

    /// Greek and Cyrillic letters, and the Latin ones that look like them.
    private static let letters: [UInt32: UInt32] = {
        let pairs: [(String, String)] = [
            ("a", "АаΑα"), ("b", "ВΒ"), ("c", "Ссϲ"), ("e", "ЕеΕ"), ("h", "НΗ"), ("i", "ІіΙι"),
            ("j", "Јј"), ("k", "КкΚκ"), ("m", "МмΜ"), ("n", "Ν"), ("o", "ОоΟο"), ("p", "РрΡρ"),
            ("s", "Ѕѕ"), ("t", "ТтΤτ"), ("v", "ν"), ("x", "ХхΧχ"), ("y", "УуΥυ"), ("z", "Ζ"),
        ]
        var letters: [UInt32: UInt32] = [:]
        for (latin, others) in pairs {
            guard let letter = latin.unicodeScalars.first else { continue }
            for other in others.unicodeScalars { letters[other.value] = letter.value }
        }
        return letters
    }()

    /// The letters of the Arabic presentation forms from U+FE80 on, each as often as it has forms.
    private static let presentation: [UInt32] = {
        let forms: [(UInt32, Int)] = [
            (0x621, 1), (0x627, 2), (0x627, 2), (0x648, 2), (0x627, 2), (0x64A, 4), (0x627, 2),
            (0x628, 4), (0x647, 2), (0x62A, 4), (0x62B, 4), (0x62C, 4), (0x62D, 4), (0x62E, 4),
            (0x62F, 2), (0x630, 2), (0x631, 2), (0x632, 2), (0x633, 4), (0x634, 4), (0x635, 4),
            (0x636, 4), (0x637, 4), (0x638, 4), (0x639, 4), (0x63A, 4), (0x641, 4), (0x642, 4),
            (0x643, 4), (0x644, 4), (0x645, 4), (0x646, 4), (0x647, 4), (0x648, 2), (0x64A, 2),
            (0x64A, 4), (lamAlef, 8),
        ]
        return forms.flatMap { [UInt32](repeating: $0.0, count: $0.1) }
    }()
}
