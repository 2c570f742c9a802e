// Finds the days and years beside a month's name, so that "33 killed on 22 August 2017" has one number of
// people and not three.

/// The numbers of a text that are parts of dates.
struct DatePhrases {
    private let vocabulary: NumeralVocabulary
    private let tokens: [TextToken]
    private let isCasualtyWord: (Int) -> Bool
    private var positions: Set<Int> = []

    /// Finds the dates among tokens.
    init(
        vocabulary: NumeralVocabulary,
        tokens: [TextToken],
        isCasualtyWord: @escaping (Int) -> Bool
    ) {
        self.vocabulary = vocabulary
        self.tokens = tokens
        self.isCasualtyWord = isCasualtyWord
        for position in tokens.indices {
            findNumericDate(at: position)
            guard let month = vocabulary.months.match(tokens, at: position) else { continue }
            // "May" is a month, "may" is not.
            guard !month.value || tokens[position].isCapitalized else { continue }
            let hasDay = findDays(before: position)
            findRest(after: month.end, hasDay: hasDay)
        }
    }

    /// Whether the number at a token is part of a date.
    func contains(_ position: Int) -> Bool { positions.contains(position) }

    /// Finds dates such as 22.08.2017, 2017-08-22 and 22/08/2017.
    private mutating func findNumericDate(at position: Int) {
        if case .number(let number) = tokens[position].kind, number.form == .date {
            positions.insert(position)
        }
        guard position + 4 < tokens.count, tokens[position].number != nil,
            tokens[position + 2].number != nil, tokens[position + 4].number != nil,
            tokens[position + 1].isMark("-/"),
            tokens[position + 1].text == tokens[position + 3].text,
            !(position + 1...position + 4).contains(where: { tokens[$0].followsSpace })
        else { return }
        positions.formUnion([position, position + 2, position + 4])
    }

    /// Finds the days of "22 August", "27 and 29 September", "12 de octubre"; returns whether there are any.
    private mutating func findDays(before month: Int) -> Bool {
        var position = month - 1
        if position > 0, tokens[position].isDateParticle { position -= 1 }
        if position > 0, tokens[position].isWord, tokens[position - 1].number != nil,
            !tokens[position].followsSpace
        {
            position -= 1
        }
        guard isDay(position) else { return false }
        positions.insert(position)
        var isList = false
        while position >= 2, let joint = joint(before: position, isList: isList), isDay(joint - 1) {
            position = joint - 1
            positions.insert(position)
            isList = true
        }
        return true
    }

    /// The first token of a dash or a word such as "and" before a position.
    ///
    /// In a list of days that ends with one of these ("27, 28 and 29 August"), commas are found as well.
    private func joint(before position: Int, isList: Bool) -> Int? {
        if tokens[position - 1].isMark(TextToken.dashes) { return position - 1 }
        if isList, tokens[position - 1].isMark(",،") { return position - 1 }
        return vocabulary.ranges.match(tokens, endingAt: position)?.start
    }

    /// Finds the day and the year of "August 2017", "August 22, 2017", "octubre de 2017".
    private mutating func findRest(after month: Int, hasDay: Bool) {
        var position = month
        if position < tokens.count, tokens[position].isMark(".") { position += 1 }
        if !hasDay, isDay(position), !isCasualtyWord(position + 1),
            vocabulary.months.match(tokens, at: position + 1) == nil
        {
            positions.insert(position)
            position += 1
            if position + 1 < tokens.count, tokens[position].isMark(TextToken.dashes),
                isDay(position + 1)
            {
                positions.insert(position + 1)
                position += 2
            }
        }
        if position < tokens.count, tokens[position].isMark(",،") || tokens[position].isDateParticle
        {
            position += 1
        }
        if isYear(position) { positions.insert(position) }
    }

    private func isDay(_ position: Int) -> Bool {
        guard tokens.indices.contains(position), let value = tokens[position].number?.value else {
            return false
        }
        return (1...31).contains(value)
    }

    private func isYear(_ position: Int) -> Bool {
        guard tokens.indices.contains(position), let number = tokens[position].number,
            let value = number.value
        else { return false }
        return number.isFourPlainDigits && (1900...2100).contains(value)
    }
}

extension TextToken {
    /// Whether it is a particle or a full stop between a day and its month: "de", "of", "12.".
    fileprivate var isDateParticle: Bool {
        isMark(".") || ["de", "of", "من"].contains(text)
    }
}
