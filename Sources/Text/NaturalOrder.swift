// Names with numbers, bands and Arabic names, sorted as a reader expects and the same on every machine.

/// The natural order of short texts: numbers in them by size ("Ward 2" before "Ward 10", "0–9" before "10–19"),
/// letters without regard to case, accents and Arabic letter forms, and marks not at all.
public enum NaturalOrder {
    /// The texts in natural order; equal ones in the order of their bytes.
    public static func sorted(_ texts: some Sequence<String>) -> [String] {
        let keyed: [(key: Key, text: String)] = texts.map { (Key($0), $0) }
        let sorted = keyed.sorted { left, right in
            if left.key == right.key { return left.text < right.text }
            return left.key < right.key
        }
        return sorted.map(\.text)
    }

    /// A text as it is compared.
    struct Key: Comparable {
        private let pieces: [Piece]

        init(_ text: String) {
            var pieces: [Piece] = []
            var digits: [UInt8] = []
            var letters: [UInt32] = []
            func closeNumber() {
                if digits.isEmpty { return }
                pieces.append(.number(Array(digits.drop { $0 == 0 })))
                digits = []
            }
            func closeWord() {
                if letters.isEmpty { return }
                pieces.append(.word(letters))
                letters = []
            }
            for scalar in NaturalOrder.expanded(text).unicodeScalars {
                if let digit = NaturalOrder.digit(scalar) {
                    closeWord()
                    digits.append(digit)
                } else if let folded = NaturalOrder.folded(scalar) {
                    closeNumber()
                    letters.append(folded)
                } else if !NaturalOrder.isSilent(scalar) {
                    closeNumber()
                    closeWord()
                }
            }
            closeNumber()
            closeWord()
            self.pieces = pieces
        }

        static func < (left: Key, right: Key) -> Bool {
            left.pieces.lexicographicallyPrecedes(right.pieces)
        }
    }

    /// A number or a word.
    private enum Piece: Comparable {
        /// Digits without leading zeros.
        case number([UInt8])
        /// Folded letters.
        case word([UInt32])

        static func < (left: Piece, right: Piece) -> Bool {
            switch (left, right) {
            case (.number(let one), .number(let other)):
                one.count == other.count
                    ? one.lexicographicallyPrecedes(other) : one.count < other.count
            case (.word(let one), .word(let other)): one.lexicographicallyPrecedes(other)
            case (.number, .word): true
            case (.word, .number): false
            }
        }
    }

    /// The value of a digit of any script.
    private static func digit(_ scalar: Unicode.Scalar) -> UInt8? {
        if scalar.value < 0x80 {
            return (48...57).contains(scalar.value) ? UInt8(scalar.value - 48) : nil
        }
        guard scalar.properties.numericType == .decimal, let value = scalar.properties.numericValue
        else { return nil }
        return UInt8(value)
    }

    /// Whether a scalar neither counts nor parts words: accents, vowel signs, the tatweel, marks of direction.
    private static func isSilent(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.value == 0x27 || scalar.value == 0x2019 || scalar.value == 0x640 { return true }
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format: return true
        default: return false
        }
    }

    /// A text in small letters, with two letters for those that stand for two.
    public static func expanded(_ text: String) -> String {
        let text = text.lowercased()
        if text.utf8.allSatisfy({ $0 < 0x80 }) { return text }
        return text.replacing("œ", with: "oe").replacing("æ", with: "ae").replacing("ß", with: "ss")
    }

    /// A letter as it is compared; `nil` for everything else, accents and vowel signs included.
    public static func folded(_ scalar: Unicode.Scalar) -> UInt32? {
        if scalar.value < 0x80 { return (97...122).contains(scalar.value) ? scalar.value : nil }
        if let base = bases[scalar] { return base.value }
        return scalar.value != 0x640 && scalar.properties.isAlphabetic
            && scalar.properties.generalCategory != .nonspacingMark ? scalar.value : nil
    }

    /// Letters with accents and forms of Arabic letters, with the letter that each is sorted as.
    private static let bases: [Unicode.Scalar: Unicode.Scalar] = {
        let forms: [(Unicode.Scalar, String)] = [
            ("a", "àáâãäåāăąǎ"), ("c", "çćĉċč"), ("d", "ďđð"), ("e", "èéêëēĕėęě"), ("g", "ĝğġģǧ"),
            ("h", "ĥħḥḫ"), ("i", "ìíîïĩīĭįıǐ"), ("j", "ĵ"), ("k", "ķ"), ("l", "ĺļľŀł"),
            ("n", "ñńņň"), ("o", "òóôõöøōŏőǒ"), ("r", "ŕŗř"), ("s", "śŝşšșṣ"), ("t", "ţťŧțṭ"),
            ("u", "ùúûüũūŭůűųǔ"), ("w", "ŵ"), ("y", "ýÿŷ"), ("z", "źżžẓ"),
            ("ا", "أإآٱ"), ("ي", "ىیئ"), ("ه", "ة"), ("و", "ؤ"), ("ك", "ک"),
        ]
        var bases: [Unicode.Scalar: Unicode.Scalar] = [:]
        for (base, letters) in forms {
            for letter in letters.unicodeScalars { bases[letter] = base }
        }
        return bases
    }()
}
