// Splits a text into words, numbers and marks, so that the checks of prose compare words instead of
// characters. Case, vowel signs, invisible characters and the digits of other scripts are handled here.

/// A word, a number written in digits, or a mark of a text.
struct TextToken: Hashable, Sendable {
    /// What it is.
    enum Kind: Hashable, Sendable {
        /// Letters, folded in ``TextToken/text``.
        case word
        /// Digits with their separators.
        case number(DigitNumber)
        /// Any other visible character.
        case mark
    }

    /// What it is.
    let kind: Kind
    /// A word in its folded form; anything else as written.
    let text: String
    /// The key of the text.
    let key: WordKey
    /// Its range in the text.
    let range: Range<String.Index>
    /// Whether it follows white space or begins the text.
    let followsSpace: Bool
    /// Whether it begins with a capital letter.
    let isCapitalized: Bool

    /// Whether it is a word.
    var isWord: Bool { kind == .word }

    /// Whether it is one of the marks in a text.
    func isMark(_ marks: String) -> Bool {
        guard kind == .mark, let mark = text.unicodeScalars.first else { return false }
        return marks.unicodeScalars.contains(mark == "\u{37E}" ? ";" : mark)
    }

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
    private var folded: [UInt8] = []

    /// The tokens of a text; `grouping` is how its language groups digits.
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
        for index in text.unicodeScalars.indices {
            let scalar = text.unicodeScalars[index]
            if scalar.kind == .invisible { continue }
            scalars.append(scalar)
            indices.append(index)
        }
        self.scalars = scalars
        self.indices = indices
    }

    private mutating func read() {
        var followsSpace = true
        while position < scalars.count {
            let scalar = scalars[position]
            switch scalar.kind {
            case .space:
                position += 1
                followsSpace = true
                continue
            case .digit: readNumber(followsSpace: followsSpace)
            case .letter: readWord(followsSpace: followsSpace)
            case .mark, .invisible:
                add(
                    .mark,
                    text: String(scalar),
                    range: position..<position + 1,
                    followsSpace: followsSpace
                )
                position += 1
            }
            followsSpace = false
        }
    }

    private mutating func readWord(followsSpace: Bool) {
        let start = position
        folded.removeAll(keepingCapacity: true)
        while position < scalars.count, scalars[position].kind == .letter {
            let previous = position > start ? scalars[position - 1] : nil
            TextFolding.fold(scalars[position], after: previous, into: &folded)
            position += 1
        }
        let word = String(decoding: folded, as: UTF8.self)
        add(.word, text: word, range: start..<position, followsSpace: followsSpace)
    }

    private mutating func readNumber(followsSpace: Bool) {
        let start = position
        let number = grouping.read(scalars, &position)
        let written = String(text[indices[start]..<end(position)])
        add(.number(number), text: written, range: start..<position, followsSpace: followsSpace)
    }

    private mutating func add(
        _ kind: TextToken.Kind,
        text: String,
        range: Range<Int>,
        followsSpace: Bool
    ) {
        tokens.append(
            TextToken(
                kind: kind,
                text: text,
                key: WordKey(text.utf8),
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
