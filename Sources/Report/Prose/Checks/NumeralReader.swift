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
    ///
    /// In the text of a bound link, quantities that are no exact numbers ("dozens"), nouns in the dual and
    /// characters such as ½ are found too.
    func numerals(in text: String, tokens: [TextToken], isBound: Bool = false) -> [Numeral] {
        let dates = DatePhrases(vocabulary: vocabulary, tokens: tokens) {
            isCasualtyWord(tokens, at: $0)
        }
        let surroundings = NumeralSurroundings(vocabulary: vocabulary, tokens: tokens) {
            isCasualtyWord(tokens, at: $0)
        }
        let phrases = NumberPhrases(
            vocabulary: vocabulary,
            tokens: tokens,
            readsBareScales: isBound
        )
        var numerals: [Numeral] = []
        var position = 0
        while position < tokens.count {
            let number = number(in: tokens, at: position, phrases)
            let unit = vocabulary.units.match(tokens, at: position)?.end ?? 0
            // "in the first half", "في المئة"
            if unit > position + 1 || number != nil, unit >= number?.tokens.upperBound ?? 0 {
                position = unit
                continue
            }
            let vague = isBound ? vague(in: tokens, at: position, before: number) : nil
            guard let found = vague ?? number else {
                position += 1
                continue
            }
            let role =
                vague != nil
                ? .vague
                : dates.contains(position)
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
                    hasParticle: found.hasParticle,
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

    /// Whether a digit is one of the language's own, or of its script.
    func isOwnDigit(_ digit: Unicode.Scalar) -> Bool {
        if let zero = vocabulary.zero, (zero.value..<zero.value + 10).contains(digit.value) {
            return true
        }
        return Script(digit) != nil && Script(digit) == vocabulary.script
    }

    /// Whether words beside a numeral show that it counts no people.
    func hasUnit(_ numeral: Numeral, _ tokens: [TextToken]) -> Bool {
        vocabulary.units.match(tokens, at: numeral.tokens.upperBound) != nil
            || vocabulary.units.match(tokens, endingAt: numeral.tokens.lowerBound) != nil
    }

    // MARK: Numbers

    private func number(
        in tokens: [TextToken],
        at position: Int,
        _ phrases: NumberPhrases
    ) -> FoundNumber? {
        if position == 0, let zero = zero(tokens) { return zero }
        if let number = phrases.number(at: position) { return number }
        // "قتيلان", "شخصان اثنان"
        guard phrases.readsBareScales, let dual = vocabulary.duals.match(tokens, at: position)
        else {
            return nil
        }
        let two = phrases.number(at: dual.end)
        return FoundNumber(
            value: 2,
            tokens: position..<(two?.value == 2 ? two?.tokens.upperBound ?? dual.end : dual.end),
            isWord: true,
            isYearLike: false,
            isFirst: position == 0
        )
    }

    /// A quantity that is no exact number, unless a number that begins here is longer: "half a dozen".
    private func vague(
        in tokens: [TextToken],
        at position: Int,
        before number: FoundNumber?
    ) -> FoundNumber? {
        let end =
            tokens[position].isNumberSign || (number == nil && isRunTogether(tokens[position]))
            ? position + 1 : vocabulary.vague.match(tokens, at: position)?.end
        guard let end, end >= number?.tokens.upperBound ?? 0 else { return nil }
        return FoundNumber(
            value: nil,
            tokens: position..<end,
            isWord: tokens[position].isWord,
            isYearLike: false,
            isFirst: position == 0
        )
    }

    /// Whether a word begins with number words without a space: "seventyeight", "ثلاثةوعشرون".
    private func isRunTogether(_ token: TextToken) -> Bool {
        guard token.isWord else { return false }
        let word = token.text.utf8
        func isNumber(_ part: Substring.UTF8View) -> Bool {
            vocabulary.numbers.contains(part) || vocabulary.parts.contains(part)
                || vocabulary.scales.contains(part)
        }
        let splits = word.indices.dropFirst().filter { word[$0] & 0xC0 != 0x80 }
        return splits.contains { split in
            guard isNumber(word[..<split]) else { return false }
            let rest = word[split...]
            let ends = splits.filter { $0 > split } + [word.endIndex]
            return ends.contains { end in
                let next = rest[..<end]
                return isNumber(next)
                    || TextFolding.cuts(next).contains { isNumber(next.dropFirst($0)) }
            }
        }
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
    /// Whether a particle such as the Arabic "and" is written on it.
    var hasParticle = false
}

extension TextToken {
    /// Whether it is a character that states a number and is no digit: ², ½, Ⅻ, ①.
    fileprivate var isNumberSign: Bool {
        guard kind == .mark, let scalar = text.unicodeScalars.first, !scalar.isASCII else {
            return false
        }
        return [.otherNumber, .letterNumber].contains(scalar.properties.generalCategory)
    }
}
