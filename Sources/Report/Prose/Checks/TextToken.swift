// Splits a text into words, numbers and marks, so that the checks of prose compare words instead of
// characters: case, vowel signs, invisible characters and the digits of other scripts are settled
// here, once.

/// A word, a number written in digits, or a mark of a text.
struct TextToken: Hashable, Sendable {
    /// What it is.
    enum Kind: Hashable, Sendable {
        /// Letters, folded in ``TextToken/text``.
        case word
        /// Digits, with what groups them.
        case number(DigitNumber)
        /// Any other visible character.
        case mark
    }

    /// What it is.
    let kind: Kind
    /// A word in its folded form; anything else as written.
    let text: String
    /// Where it stands.
    let range: Range<String.Index>
    /// Whether white space, or nothing, stands before it.
    let followsSpace: Bool
    /// Whether it begins with a capital letter.
    let isCapitalized: Bool

    /// Whether it is a word.
    var isWord: Bool { kind == .word }

    /// Whether it is one of some marks, each one character.
    func isMark(_ marks: String) -> Bool { kind == .mark && marks.contains(text) }

    /// The number it writes in digits.
    var number: DigitNumber? {
        if case .number(let number) = kind { return number }
        return nil
    }

    /// Every hyphen and dash that can join words or the two ends of a range.
    static let dashes = "-‐‑‒–—−"
}

/// Splits a text into tokens.
struct TextTokens {
    private let text: String
    private let scalars: [Unicode.Scalar]
    private let indices: [String.Index]
    private let grouping: DigitGrouping
    private var tokens: [TextToken] = []
    private var position = 0

    /// The tokens of a text; `grouping` tells how its language groups digits.
    static func of(_ text: String, grouping: DigitGrouping) -> [TextToken] {
        var reader = TextTokens(text, grouping)
        reader.read()
        return reader.tokens
    }

    private init(_ text: String, _ grouping: DigitGrouping) {
        self.text = text
        self.grouping = grouping
        var scalars: [Unicode.Scalar] = []
        var indices: [String.Index] = []
        scalars.reserveCapacity(text.utf8.count)
        indices.reserveCapacity(text.utf8.count)
        var index = text.unicodeScalars.startIndex
        while index < text.unicodeScalars.endIndex {
            let scalar = text.unicodeScalars[index]
            if !scalar.isInvisible {
                scalars.append(scalar)
                indices.append(index)
            }
            text.unicodeScalars.formIndex(after: &index)
        }
        self.scalars = scalars
        self.indices = indices
    }

    private mutating func read() {
        var followsSpace = true
        while position < scalars.count {
            let scalar = scalars[position]
            if scalar.isSpace {
                followsSpace = true
                position += 1
                continue
            }
            if scalar.decimalDigit != nil {
                number(followsSpace)
            } else if scalar.isPartOfWord {
                word(followsSpace)
            } else {
                add(.mark, String(scalar), position..<position + 1, followsSpace)
                position += 1
            }
            followsSpace = false
        }
    }

    private mutating func word(_ followsSpace: Bool) {
        let start = position
        while position < scalars.count, scalars[position].isPartOfWord { position += 1 }
        let word = TextFolding.folded(scalars[start..<position])
        add(.word, word, start..<position, followsSpace)
    }

    private mutating func number(_ followsSpace: Bool) {
        let start = position
        let number = grouping.read(scalars, &position)
        let written = String(text[indices[start]..<end(position)])
        add(.number(number), written, start..<position, followsSpace)
    }

    private mutating func add(
        _ kind: TextToken.Kind,
        _ text: String,
        _ range: Range<Int>,
        _ followsSpace: Bool
    ) {
        tokens.append(
            TextToken(
                kind: kind,
                text: text,
                range: indices[range.lowerBound]..<end(range.upperBound),
                followsSpace: followsSpace,
                isCapitalized: scalars[range.lowerBound].isCapital
            )
        )
    }

    /// The end of the character before a position.
    private func end(_ position: Int) -> String.Index {
        position == 0 ? text.startIndex : text.unicodeScalars.index(after: indices[position - 1])
    }
}

/// Makes spellings of one word equal.
enum TextFolding {
    /// Lower case; Arabic without vowel signs, with one spelling of alef and of final ya.
    static func folded(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
        var result = String.UnicodeScalarView()
        for scalar in scalars {
            switch scalar.value {
            case 0x41...0x5A: result.append(Unicode.Scalar(UInt8(scalar.value + 32)))
            case 0..<0x80: result.append(scalar)
            case 0x0640, 0x064B...0x065F, 0x0670: continue
            case 0x0622, 0x0623, 0x0625, 0x0671: result.append("\u{0627}")
            case 0x0649: result.append("\u{064A}")
            default: result.append(contentsOf: scalar.properties.lowercaseMapping.unicodeScalars)
            }
        }
        return String(result)
    }

    /// What is left of a word without the particles that Arabic writes on it.
    static func rests(_ word: String) -> [String] {
        guard let first = word.unicodeScalars.first, (0x0600...0x06FF).contains(first.value) else {
            return []
        }
        var results: [String] = []
        let bare = word.unicodeScalars
        for prefix in [
            "ال", "لل", "و", "ف", "ب", "ل", "ك", "وال", "فال", "بال", "كال", "ولل", "وب", "ول",
            "فب",
        ]
        where bare.count > prefix.unicodeScalars.count + 1 && word.hasScalarPrefix(prefix) {
            let rest = bare.dropFirst(prefix.unicodeScalars.count)
            results.append(String(String.UnicodeScalarView(rest)))
        }
        return results
    }

    /// Whether a word is nothing but particles that Arabic writes on the next word.
    static func isParticle(_ word: String) -> Bool {
        ["و", "ف", "ب", "ل", "ك", "ال", "لل", "وال", "فال", "بال", "كال", "وب", "ول", "وك"]
            .contains(word)
    }
}

extension String {
    fileprivate func hasScalarPrefix(_ prefix: String) -> Bool {
        unicodeScalars.starts(with: prefix.unicodeScalars)
    }
}

extension Unicode.Scalar {
    /// The value of a decimal digit of any script.
    var decimalDigit: Int? {
        if value < 0x80 { return (48...57).contains(value) ? Int(value) - 48 : nil }
        guard properties.generalCategory == .decimalNumber, let value = properties.numericValue
        else { return nil }
        return Int(value)
    }

    /// White space of any kind.
    fileprivate var isSpace: Bool {
        value < 0x80 ? value == 32 || (9...13).contains(value) : properties.isWhitespace
    }

    /// Whether it is a capital letter.
    fileprivate var isCapital: Bool {
        value < 0x80 ? (65...90).contains(value) : properties.isUppercase
    }

    /// Letters and the marks on them.
    var isPartOfWord: Bool {
        if value < 0x80 { return (65...90).contains(value) || (97...122).contains(value) }
        switch properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
            .nonspacingMark, .spacingMark, .enclosingMark:
            return true
        default: return false
        }
    }

    /// Joiners, direction marks and soft hyphens: a reader does not see them.
    fileprivate var isInvisible: Bool {
        value >= 0x80 && properties.generalCategory == .format
    }

    /// Whether its script runs words together, so that a digit beside it is not glued to a name.
    var runsWordsTogether: Bool {
        switch value {
        case 0x0E00...0x0EFF, 0x1000...0x109F, 0x1780...0x17FF, 0x3040...0x30FF, 0x3400...0x9FFF,
            0xAC00...0xD7A3, 0xF900...0xFAFF, 0x20000...0x3FFFF:
            true
        default: false
        }
    }
}
