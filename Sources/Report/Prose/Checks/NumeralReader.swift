// Finds the numbers in a text as its language writes them: digits of any script, with the language's
// separators; number words from its list; and the words around them that say which end of a range
// they are. What is plainly something else (a day, an hour, a record's id) is found as well, and
// told apart.

/// Finds the numerals in texts of one language.
struct NumeralReader: Sendable {
    private let vocabulary: NumeralVocabulary
    private let extraCasualties: PhraseTable<Void>
    private let numeralScreen: TextScreen
    private let harmScreen: TextScreen

    /// Makes a reader for a language; a site can add words for people harmed.
    init(language: Language, casualtyWords: PhraseTable<Void> = PhraseTable([])) {
        vocabulary = language.vocabulary
        extraCasualties = casualtyWords
        numeralScreen = TextScreen(.numeral, vocabulary, casualtyWords)
        harmScreen = TextScreen([.numeral, .casualty], vocabulary, casualtyWords)
    }

    /// Whether a text can hold both a numeral and a word for people harmed; most cannot.
    func canStateHarm(_ text: String) -> Bool { harmScreen.letsThrough(text) }

    /// The tokens of a text.
    func tokens(of text: String) -> [TextToken] {
        TextTokens.of(text, grouping: vocabulary.grouping)
    }

    /// The numerals in a text, in order, each with its role.
    func numerals(in text: String) -> [Numeral] {
        numeralScreen.letsThrough(text) ? numerals(text, tokens(of: text)) : []
    }

    /// The numerals among the tokens of a text.
    func numerals(_ text: String, _ tokens: [TextToken]) -> [Numeral] {
        let dates = DatePhrases(vocabulary: vocabulary, tokens: tokens) {
            isCasualtyWord(tokens, at: $0)
        }
        let surroundings = NumeralSurroundings(vocabulary: vocabulary, tokens: tokens) {
            isCasualtyWord(tokens, at: $0)
        }
        var numerals: [Numeral] = []
        var position = 0
        while position < tokens.count {
            guard let found = number(tokens, position, isFirst: position == 0) else {
                position += 1
                continue
            }
            let role =
                dates.contains(position)
                ? .date : surroundings.role(found, previous: numerals.last)
            let qualifier = surroundings.qualifier(found.tokens)
            numerals.append(numeral(found, role, qualifier, text, tokens))
            position = found.tokens.upperBound
        }
        return numerals
    }

    /// Whether a word for people harmed begins at a token.
    func isCasualtyWord(_ tokens: [TextToken], at position: Int) -> Bool {
        vocabulary.casualties.match(tokens, at: position) != nil
            || extraCasualties.match(tokens, at: position) != nil
    }

    /// Whether words beside a numeral show that it counts no people.
    func hasUnit(_ numeral: Numeral, _ tokens: [TextToken]) -> Bool {
        vocabulary.units.match(tokens, at: numeral.tokens.upperBound) != nil
            || vocabulary.units.match(tokens, endingAt: numeral.tokens.lowerBound) != nil
    }

    // MARK: Numbers

    private func number(_ tokens: [TextToken], _ position: Int, isFirst: Bool) -> FoundNumber? {
        if let number = tokens[position].number {
            let end = multiplied(number.value, tokens, position + 1)
            return FoundNumber(
                value: end.value,
                tokens: position..<end.position,
                isWord: false,
                isYearLike: number.isFourPlainDigits && end.position == position + 1,
                isFirst: isFirst
            )
        }
        if isFirst, let zero = zero(tokens) { return zero }
        guard let word = vocabulary.numbers.match(tokens, at: position) else { return nil }
        var end = word.end
        var value = word.value
        if (20...90).contains(value), value.isMultiple(of: 10), end < tokens.count,
            tokens.isJoint(at: end), let unit = vocabulary.numbers.match(tokens, at: end + 1),
            (1...9).contains(unit.value)
        {
            value += unit.value
            end = unit.end
        }
        let product = multiplied(value, tokens, end)
        return FoundNumber(
            value: product.value,
            tokens: position..<product.position,
            isWord: true,
            isYearLike: false,
            isFirst: isFirst
        )
    }

    /// "two hundred", "3 million": a number times the hundreds or thousands right behind it.
    private func multiplied(
        _ value: Int?,
        _ tokens: [TextToken],
        _ position: Int
    ) -> (value: Int?, position: Int) {
        guard let next = vocabulary.numbers.match(tokens, at: position), next.value >= 100,
            tokens[position].followsSpace
        else { return (value, position) }
        guard let value else { return (nil, next.end) }
        let (product, isTooLarge) = value.multipliedReportingOverflow(by: next.value)
        return (isTooLarge ? nil : product, next.end)
    }

    /// "None", "nobody", "no civilians" at the beginning of a text.
    private func zero(_ tokens: [TextToken]) -> FoundNumber? {
        guard let none = vocabulary.none.match(tokens, at: 0) else { return nil }
        if let qualifier = vocabulary.qualifiers.match(tokens, at: 0), qualifier.end > none.end {
            return nil
        }
        return FoundNumber(
            value: 0,
            tokens: 0..<none.end,
            isWord: true,
            isYearLike: false,
            isFirst: true
        )
    }

    private func numeral(
        _ found: FoundNumber,
        _ role: Numeral.Role,
        _ qualifier: (value: Numeral.Qualifier, range: Range<String.Index>),
        _ text: String,
        _ tokens: [TextToken]
    ) -> Numeral {
        let range =
            tokens[found.tokens.lowerBound].range
            .lowerBound..<tokens[found.tokens.upperBound - 1].range.upperBound
        return Numeral(
            value: found.value,
            range: range,
            written: String(text[range]),
            qualifier: qualifier.value,
            phrase: String(text[qualifier.range]),
            role: role,
            isWord: found.isWord,
            isYearLike: found.isYearLike && (1900...2100).contains(found.value ?? 0),
            isFirst: found.isFirst,
            tokens: found.tokens
        )
    }
}

/// A number among tokens, before its surroundings are looked at.
struct FoundNumber {
    /// The whole number, if it is one.
    let value: Int?
    /// Its tokens.
    let tokens: Range<Int>
    /// Whether it is a word.
    let isWord: Bool
    /// Whether it is four plain digits.
    let isYearLike: Bool
    /// Whether the text begins with it.
    let isFirst: Bool
}
