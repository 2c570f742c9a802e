// Finds the numbers in a text as its language writes them: digits of any script, with the language's
// separators; number words from its list; and the words around them that say which end of a range
// they are. What is plainly something else (a day, an hour, a record's id) is found as well, and
// told apart.

/// Finds the numerals in texts of one language.
struct NumeralReader: Sendable {
    private let vocabulary: NumeralVocabulary
    private let extraCasualties: PhraseTable<Void>

    /// Makes a reader for a language; a site can add words for people harmed.
    init(language: Language, casualtyWords: PhraseTable<Void> = PhraseTable([])) {
        vocabulary = language.vocabulary
        extraCasualties = casualtyWords
    }

    /// The tokens of a text.
    func tokens(of text: String) -> [TextToken] {
        TextTokens.of(text, grouping: vocabulary.grouping)
    }

    /// The numerals in a text, in order, each with its role.
    func numerals(in text: String) -> [Numeral] {
        numerals(text, tokens(of: text))
    }

    /// The numerals among the tokens of a text.
    func numerals(_ text: String, _ tokens: [TextToken]) -> [Numeral] {
        let dates = DatePhrases(vocabulary: vocabulary, tokens: tokens) {
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
                ? .date : self.role(found, tokens, previous: numerals.last)
            numerals.append(numeral(found, role, text, tokens))
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

    private struct Found {
        let value: Int?
        let tokens: Range<Int>
        let isWord: Bool
        let isYearLike: Bool
        let isFirst: Bool
    }

    private func number(_ tokens: [TextToken], _ position: Int, isFirst: Bool) -> Found? {
        if let number = tokens[position].number {
            let end = multiplied(number.value, tokens, position + 1)
            return Found(
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
            isJoint(tokens, end), let unit = vocabulary.numbers.match(tokens, at: end + 1),
            (1...9).contains(unit.value)
        {
            value += unit.value
            end = unit.end
        }
        let product = multiplied(value, tokens, end)
        return Found(
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
    private func zero(_ tokens: [TextToken]) -> Found? {
        guard let none = vocabulary.none.match(tokens, at: 0) else { return nil }
        if let qualifier = vocabulary.qualifiers.match(tokens, at: 0), qualifier.end > none.end {
            return nil
        }
        return Found(value: 0, tokens: 0..<none.end, isWord: true, isYearLike: false, isFirst: true)
    }

    /// Whether a hyphen at a position joins the words on both sides of it.
    private func isJoint(_ tokens: [TextToken], _ position: Int) -> Bool {
        position + 1 < tokens.count && tokens[position].isMark("-‐‑")
            && !tokens[position].followsSpace && !tokens[position + 1].followsSpace
    }

    // MARK: Roles

    private func role(_ found: Found, _ tokens: [TextToken], previous: Numeral?) -> Numeral.Role {
        if let role = roleFromBefore(found, tokens, previous) { return role }
        if let role = roleFromBehind(found, tokens) { return role }
        return isPronoun(found, tokens) ? .pronoun : .count
    }

    private func roleFromBefore(
        _ found: Found,
        _ tokens: [TextToken],
        _ previous: Numeral?
    ) -> Numeral.Role? {
        let start = found.tokens.lowerBound
        guard start > 0 else { return nil }
        let before = tokens[start - 1]
        if before.isCurrency { return .amount }
        guard !tokens[start].followsSpace else { return nil }
        if before.isWord { return isGlue(before) ? .identifier : nil }
        if before.isMark("_") { return .identifier }
        guard before.isMark(TextToken.dashes) else { return nil }
        if start == 1 || before.followsSpace {
            let isRange = previous.map { $0.tokens.upperBound == start - 1 } ?? false
            return before.isMark("-−") && !isRange ? .amount : nil
        }
        let word = tokens[start - 2]
        let isNumber = previous.map { $0.tokens.upperBound == start - 1 } ?? false
        return word.isWord && !isNumber && before.isMark("-‐‑_") ? .identifier : nil
    }

    private func roleFromBehind(_ found: Found, _ tokens: [TextToken]) -> Numeral.Role? {
        let end = found.tokens.upperBound
        guard end < tokens.count else { return nil }
        let next = tokens[end]
        if next.isMark("%٪‰") || next.isCurrency { return .amount }
        guard !next.followsSpace else { return nil }
        if next.isMark("ºª°") { return .ordinal }
        if next.isWord {
            if Self.ordinalSuffixes.contains(next.text) { return .ordinal }
            return isGlue(next) ? .attached : nil
        }
        if isJoint(tokens, end), tokens[end + 1].isWord,
            vocabulary.numbers.match(tokens, at: end + 1) == nil
        {
            return .attached
        }
        return nil
    }

    private static let ordinalSuffixes: Set<String> = [
        "st", "nd", "rd", "th", "er", "ère", "re", "e", "ème", "ième", "os", "as",
    ]

    /// Whether a word right beside a digit makes it part of a name.
    private func isGlue(_ word: TextToken) -> Bool {
        guard let scalar = word.text.unicodeScalars.last, !scalar.runsWordsTogether else {
            return false
        }
        return !TextFolding.isParticle(word.text)
    }

    /// "one of them", "un immeuble": the word for one counts only where it plainly says how many.
    private func isPronoun(_ found: Found, _ tokens: [TextToken]) -> Bool {
        guard found.isWord, found.value == 1, !found.isFirst else { return false }
        let (start, end) = (found.tokens.lowerBound, found.tokens.upperBound)
        return !isCasualtyWord(tokens, at: end)
            && vocabulary.qualifiers.match(tokens, endingAt: start) == nil
            && !joinsNumber(tokens, before: start) && !joinsNumber(tokens, after: end)
    }

    private func joinsNumber(_ tokens: [TextToken], before start: Int) -> Bool {
        guard start > 1 else { return false }
        let joint =
            tokens[start - 1].isMark(TextToken.dashes)
            ? start - 1 : vocabulary.ranges.match(tokens, endingAt: start)?.start
        guard let joint, joint > 0 else { return false }
        return tokens[joint - 1].number != nil
            || vocabulary.numbers.match(tokens, endingAt: joint) != nil
    }

    private func joinsNumber(_ tokens: [TextToken], after end: Int) -> Bool {
        guard end < tokens.count else { return false }
        let next =
            tokens[end].isMark(TextToken.dashes)
            ? end + 1 : vocabulary.ranges.match(tokens, at: end)?.end
        guard let next, next < tokens.count else { return false }
        return tokens[next].number != nil || vocabulary.numbers.match(tokens, at: next) != nil
    }

    // MARK: Qualifiers

    private func numeral(
        _ found: Found,
        _ role: Numeral.Role,
        _ text: String,
        _ tokens: [TextToken]
    ) -> Numeral {
        let range =
            tokens[found.tokens.lowerBound].range
            .lowerBound..<tokens[found.tokens.upperBound - 1].range.upperBound
        let qualifier = qualifier(found.tokens, tokens)
        return Numeral(
            value: found.value,
            range: range,
            written: String(text[range]),
            qualifier: qualifier.value,
            phrase: String(text[qualifier.range]),
            role: role == .count ? pairRole(found.tokens, tokens) : role,
            isWord: found.isWord,
            isYearLike: found.isYearLike && (1900...2100).contains(found.value ?? 0),
            isFirst: found.isFirst,
            tokens: found.tokens
        )
    }

    /// 14:30 is a time, 24/7 a fraction: two numbers with nothing but a mark between them.
    private func pairRole(_ range: Range<Int>, _ tokens: [TextToken]) -> Numeral.Role {
        for (mark, other) in [
            (range.lowerBound - 1, range.lowerBound - 2), (range.upperBound, range.upperBound + 1),
        ]
        where tokens.indices.contains(mark) && tokens.indices.contains(other) {
            let first = min(mark, other)
            guard tokens[other].number != nil, !tokens[max(mark, other)].followsSpace,
                !tokens[max(first + 1, mark)].followsSpace
            else { continue }
            if tokens[mark].isMark(":") { return .time }
            if tokens[mark].isMark("/") { return .fraction }
        }
        return .count
    }

    private func qualifier(
        _ range: Range<Int>,
        _ tokens: [TextToken]
    ) -> (value: Numeral.Qualifier, range: Range<String.Index>) {
        let whole =
            tokens[range.lowerBound].range
            .lowerBound..<tokens[range.upperBound - 1].range.upperBound
        if let before = vocabulary.qualifiers.match(tokens, endingAt: range.lowerBound) {
            return (before.value, tokens[before.start].range.lowerBound..<whole.upperBound)
        }
        if range.lowerBound > 0 {
            let mark = tokens[range.lowerBound - 1]
            if let value = Self.marksBefore[mark.text] {
                return (value, mark.range.lowerBound..<whole.upperBound)
            }
        }
        guard range.upperBound < tokens.count else { return (.none, whole) }
        let mark = tokens[range.upperBound]
        if mark.isMark("+"), !mark.followsSpace {
            return (.minimum, whole.lowerBound..<mark.range.upperBound)
        }
        if let behind = vocabulary.qualifiers.match(tokens, at: range.upperBound),
            behind.end == tokens.count || number(tokens, behind.end, isFirst: false) == nil
        {
            return (behind.value, whole.lowerBound..<tokens[behind.end - 1].range.upperBound)
        }
        return (.none, whole)
    }

    private static let marksBefore: [String: Numeral.Qualifier] = [
        "≥": .minimum, ">": .minimum, "≤": .maximum, "<": .maximum, "~": .approximate,
        "≈": .approximate,
    ]
}

extension TextToken {
    /// Whether it is the sign of a currency.
    fileprivate var isCurrency: Bool {
        kind == .mark && text.unicodeScalars.first?.properties.generalCategory == .currencySymbol
    }
}
