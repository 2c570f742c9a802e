// The text of a link to a figure or a claim is read more strictly than other prose. Readers take a number in
// it as the number of the records, so what looks like a number and cannot be read is never ignored: dozens,
// 3k, 10², a digit of another script, a character that changes the order of digits.

/// What the text of a bound link states.
struct BoundText {
    /// The numerals that are compared with the records.
    private(set) var numerals: [Numeral] = []
    /// Why the first number that cannot be read cannot be, as a clause: "“3k” has letters attached".
    private(set) var flaw: String?

    private let text: String

    /// Reads the text of a link.
    init(_ text: String, readers: ScriptReaders) {
        self.text = text
        for (order, reader) in readers.readers(for: text).enumerated() {
            let tokens = reader.tokens(of: text)
            if order == 0 { checkLetters(of: tokens) }
            let found = reader.numerals(in: text, tokens: tokens, isBound: true)
            for numeral in found where order == 0 || numeral.isWord {
                add(numeral, tokens: tokens, reader)
            }
        }
        numerals.sort { $0.range.lowerBound < $1.range.lowerBound }
        checkNeighbours()
        if !isEmpty, text.unicodeScalars.contains(where: \.changesDirection) {
            flaw = flaw ?? "the text contains characters that change the order of digits"
        }
    }

    /// Whether the text states nothing that is compared with the records.
    var isEmpty: Bool { numerals.isEmpty && flaw == nil }

    private mutating func report(_ range: Range<String.Index>, _ reason: String) {
        if flaw == nil { flaw = "“\(text[range])” \(reason)" }
    }

    // MARK: Numerals

    private mutating func add(_ numeral: Numeral, tokens: [TextToken], _ reader: NumeralReader) {
        switch numeral.role {
        case .date, .ordinal, .pronoun: return
        case .time:
            if numeral.value ?? 60 < 60 { return }
            reportAttached(numeral)
        case .identifier:
            if numeral.isWord ? numeral.value == 1 : isName(numeral, tokens, reader) { return }
            reportAttached(numeral)
        case .attached:
            if numeral.isWord && numeral.value == 1 { return }
            reportAttached(numeral)
        case .vague:
            report(
                numeral.range,
                numeral.isWord ? "is not an exact number" : "is not a digit, but reads like one"
            )
        case .amount:
            report(numeral.range, "is a percentage, a sum of money or below zero")
        case .count, .fraction:
            if numeral.value == nil {
                report(
                    numeral.range,
                    numeral.isWord
                        ? "cannot be read as one number"
                        : "is not a whole number as the page's language writes it"
                )
            }
            checkDigits(of: numeral, tokens: tokens, reader)
        }
        numerals.append(numeral)
    }

    /// Whether the characters directly before a number are those of a name, such as CS1621 or CLM-048.
    private func isName(
        _ numeral: Numeral,
        _ tokens: [TextToken],
        _ reader: NumeralReader
    ) -> Bool {
        // "Killed77"
        let word = numeral.tokens.lowerBound - 1
        if word >= 0, reader.isCasualtyWord(tokens, at: word) { return false }
        return text[text.glued(numeral.range)].unicodeScalars.first { $0.kind == .letter }?
            .isCapital
            == true
    }

    private mutating func reportAttached(_ numeral: Numeral) {
        report(text.glued(numeral.range), "has letters or signs attached to the number")
    }

    /// Checks that the digits of a numeral are those that readers see.
    private mutating func checkDigits(
        of numeral: Numeral,
        tokens: [TextToken],
        _ reader: NumeralReader
    ) {
        for token in tokens[numeral.tokens] where token.number != nil {
            let scalars = text[token.range].unicodeScalars
            if scalars.contains(where: { $0.kind == .invisible }) {
                report(token.range, "contains characters that readers do not see")
            } else if scalars.contains(where: { $0.kind == .digit && !reader.uses($0) }) {
                report(token.range, "has digits that are not those of the page's language")
            }
        }
    }

    /// Checks that no two numerals stand side by side: "1 600", "three fifty".
    private mutating func checkNeighbours() {
        for (one, next) in zip(numerals, numerals.dropFirst()) {
            guard !next.hasParticle, one.range.upperBound <= next.range.lowerBound,
                text[one.range.upperBound..<next.range.lowerBound].isBlank
            else { continue }
            report(
                one.range.lowerBound..<next.range.upperBound,
                "is two numbers with nothing between them"
            )
        }
    }

    /// Checks that no word mixes the letters of alphabets that look alike, or only looks like letters.
    private mutating func checkLetters(of tokens: [TextToken]) {
        for token in tokens where token.isWord && token.hasOtherLetters {
            let word = text[token.range]
            if Script.all(in: String(word)).count(where: \.hasLookAlikes) > 1 {
                report(token.range, "mixes letters of alphabets that look alike")
            } else if word.unicodeScalars.contains(where: \.isStyled) {
                report(token.range, "is written in characters that only look like its letters")
            } else if word.unicodeScalars.contains(where: \.isNumeralLetter) {
                report(token.range, "has a numeral of a script whose numbers are not read")
            }
        }
    }
}

extension TextToken {
    /// Whether it has letters outside ASCII.
    fileprivate var hasOtherLetters: Bool { text.utf8.contains { $0 >= 0x80 } }
}

extension NumeralReader {
    /// Whether a digit is one that readers of the language know.
    fileprivate func uses(_ digit: Unicode.Scalar) -> Bool {
        switch digit.value {
        // Those of ASCII, and those of Arabic and Persian.
        case 0x30...0x39, 0x660...0x669, 0x6F0...0x6F9: true
        default: isOwnDigit(digit)
        }
    }
}

extension Unicode.Scalar {
    /// Whether it embeds, overrides or isolates a direction.
    var changesDirection: Bool {
        (0x202A...0x202E).contains(value) || (0x2066...0x2069).contains(value)
    }

    /// Whether it overrides the direction of digits, also of those after it.
    var overridesDirection: Bool { value == 0x202D || value == 0x202E }

    /// Whether it is a letter that is a number by itself, such as 三.
    fileprivate var isNumeralLetter: Bool {
        kind == .letter && properties.numericType != nil
    }

    /// Whether it is a letter in a style of its own: in full width, mathematical, encircled, or a form of an
    /// Arabic letter that Unicode holds only for old encodings.
    fileprivate var isStyled: Bool {
        switch value {
        case 0x24B6...0x24E9, 0xFB50...0xFDFF, 0xFE70...0xFEFC, 0xFF21...0xFF5A, 0x1D400...0x1D7FF,
            0x1F130...0x1F189:
            true
        default: false
        }
    }
}

extension StringProtocol {
    /// Whether it has only white space and characters that readers do not see.
    var isBlank: Bool { unicodeScalars.allSatisfy { $0.kind == .space || $0.kind == .invisible } }
}

extension String {
    /// A range with the letters, digits and signs directly beside it, without punctuation at its ends.
    func glued(_ range: Range<Index>) -> Range<Index> {
        var lower = range.lowerBound
        var upper = range.upperBound
        while lower > startIndex, !self[index(before: lower)].isWhitespace {
            lower = index(before: lower)
        }
        while upper < endIndex, !self[upper].isWhitespace { upper = index(after: upper) }
        let punctuation = ".,;:!?…،؛؟()[]“”‘’\"«»"
        while lower < range.lowerBound, punctuation.contains(self[lower]) {
            lower = index(after: lower)
        }
        while upper > range.upperBound, punctuation.contains(self[index(before: upper)]) {
            upper = index(before: upper)
        }
        return lower..<upper
    }
}
