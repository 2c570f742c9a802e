// Finds the numbers in a text as its language writes them: digits of any script with the language's
// separators, number words from its list, and the words around them that name an end of a range. Numbers
// that are clearly something else (a day, an hour, a record's id) are found too, with another role.

/// Finds the numerals in texts of one language.
struct NumeralReader: Sendable {
    private let vocabulary: NumeralVocabulary
    private let extraCasualties: PhraseTable<Void>
    private let numeralScreen: TextScreen
    private let harmScreen: TextScreen

    /// Makes a reader for a language; a site can add casualty words.
    init(language: Language, casualtyWords: PhraseTable<Void> = PhraseTable([])) {
        vocabulary = language.vocabulary
        extraCasualties = casualtyWords
        numeralScreen = TextScreen(
            for: .numeral,
            vocabulary: vocabulary,
            casualties: casualtyWords
        )
        harmScreen = TextScreen(
            for: [.numeral, .casualty],
            vocabulary: vocabulary,
            casualties: casualtyWords
        )
    }

    /// Whether a text may contain both a numeral and a casualty word; most texts do not.
    func mayStateHarm(_ text: String) -> Bool { harmScreen.mayContain(text) }

    /// The tokens of a text.
    func tokens(of text: String) -> [TextToken] {
        TextTokens.of(text, grouping: vocabulary.grouping)
    }

    /// The numerals in a text, in order, each with its role.
    func numerals(in text: String) -> [Numeral] {
        numeralScreen.mayContain(text) ? numerals(in: text, tokens: tokens(of: text)) : []
    }

    /// The numerals in a text whose tokens are known.
    func numerals(in text: String, tokens: [TextToken]) -> [Numeral] {
        let dates = DatePhrases(vocabulary: vocabulary, tokens: tokens) {
            isCasualtyWord(tokens, at: $0)
        }
        let surroundings = NumeralSurroundings(vocabulary: vocabulary, tokens: tokens) {
            isCasualtyWord(tokens, at: $0)
        }
        var numerals: [Numeral] = []
        var position = 0
        while position < tokens.count {
            guard let found = number(in: tokens, at: position) else {
                position += 1
                continue
            }
            let role =
                dates.contains(position)
                ? .date : surroundings.role(found, previous: numerals.last)
            let qualifier = surroundings.qualifier(found.tokens)
            let range = tokens.textRange(found.tokens)
            numerals.append(
                Numeral(
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
            )
            position = found.tokens.upperBound
        }
        return numerals
    }

    /// Whether a casualty word begins at a token.
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

    private func number(in tokens: [TextToken], at position: Int) -> FoundNumber? {
        let isFirst = position == 0
        if let number = tokens[position].number {
            let end = multiplied(number.value, in: tokens, at: position + 1)
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
        let product = multiplied(value, in: tokens, at: end)
        return FoundNumber(
            value: product.value,
            tokens: position..<product.position,
            isWord: true,
            isYearLike: false,
            isFirst: isFirst
        )
    }

    /// "two hundred", "3 million": a number times the hundreds or thousands directly after it.
    private func multiplied(
        _ value: Int?,
        in tokens: [TextToken],
        at position: Int
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
}

/// A number among tokens, before its surroundings are examined.
struct FoundNumber {
    /// The whole number, if it is one.
    let value: Int?
    /// Its tokens.
    let tokens: Range<Int>
    /// Whether it is a word.
    let isWord: Bool
    /// Whether it is four digits without a separator.
    let isYearLike: Bool
    /// Whether the text begins with it.
    let isFirst: Bool
}
