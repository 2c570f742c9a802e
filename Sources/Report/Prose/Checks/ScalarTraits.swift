// The traits of scalars that the checks of prose use. Looking up Unicode properties takes longer than all
// other steps of reading a letter, so those of the alphabets of two bytes (Latin with accents, Greek,
// Cyrillic, Hebrew, Arabic) are looked up once.

/// The kind of a scalar, and its folded form.
struct ScalarTraits: Sendable {
    /// What a scalar is.
    enum Kind: Sendable {
        /// White space of any kind.
        case space
        /// A decimal digit of any script.
        case digit
        /// A letter, or a mark on one.
        case letter
        /// A joiner, a direction mark or a soft hyphen, which readers do not see.
        case invisible
        /// Any other visible character.
        case mark
    }

    /// What it is.
    let kind: Kind
    /// Its folded form.
    let folding: TextFolding.Outcome

    /// The traits of a scalar outside ASCII.
    static func of(_ scalar: Unicode.Scalar) -> ScalarTraits {
        switch scalar.value {
        case 0x80..<0x800: known[Int(scalar.value - 0x80)]
        // Quotation marks, dashes and dots.
        case 0x2010...0x2027: ScalarTraits(kind: .mark, folding: .same)
        default: ScalarTraits(lookingUp: scalar)
        }
    }

    private static let known = (0x80..<0x800)
        .map { value in
            Unicode.Scalar(UInt32(value)).map(ScalarTraits.init(lookingUp:))
                ?? ScalarTraits(kind: .mark, folding: .same)
        }

    private init(kind: Kind, folding: TextFolding.Outcome) {
        self.kind = kind
        self.folding = folding
    }

    private init(lookingUp scalar: Unicode.Scalar) {
        let properties = scalar.properties
        let category = properties.generalCategory
        kind =
            if category == .format {
                .invisible
            } else if properties.isWhitespace {
                .space
            } else if category == .decimalNumber, properties.numericValue != nil {
                .digit
            } else if category.isPartOfWord {
                .letter
            } else {
                .mark
            }
        folding = TextFolding.Outcome(scalar)
    }
}

extension Unicode.GeneralCategory {
    /// Letters and the marks on them.
    fileprivate var isPartOfWord: Bool {
        switch self {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
            .nonspacingMark, .spacingMark, .enclosingMark:
            true
        default: false
        }
    }
}

extension Unicode.Scalar {
    /// What it is to the checks of prose.
    var kind: ScalarTraits.Kind {
        switch value {
        case 0x41...0x5A, 0x61...0x7A: .letter
        case 0x20, 0x09...0x0D: .space
        case 0x30...0x39: .digit
        case 0..<0x80: .mark
        default: ScalarTraits.of(self).kind
        }
    }

    /// The value of a decimal digit of any script.
    var decimalDigit: Int? {
        guard kind == .digit else { return nil }
        return isASCII ? Int(value) - 0x30 : properties.numericValue.map { Int($0) }
    }

    /// Whether it is a capital letter.
    var isCapital: Bool {
        isASCII ? (0x41...0x5A).contains(value) : properties.isUppercase
    }

    /// Whether its script has no spaces between words, so that a digit beside it is not part of a name.
    var hasNoWordSpaces: Bool {
        switch value {
        case 0x0E00...0x0EFF, 0x1000...0x109F, 0x1780...0x17FF, 0x3040...0x30FF, 0x3400...0x9FFF,
            0xAC00...0xD7A3, 0xF900...0xFAFF, 0x20000...0x3FFFF:
            true
        default: false
        }
    }
}
