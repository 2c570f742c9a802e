// The surroundings of a number show what it is used for: a hyphen and letters make it an id, a percent sign
// a share, "at least" a minimum. In doubt, a number counts as a number of people: an author can correct a
// false report, but readers would believe a wrong number that is not reported.

/// Determines what a number in a text is used for, and which end of a range it is, from its surroundings.
struct NumeralSurroundings {
    private let vocabulary: NumeralVocabulary
    private let tokens: [TextToken]
    private let isCasualtyWord: (Int) -> Bool

    init(
        vocabulary: NumeralVocabulary,
        tokens: [TextToken],
        isCasualtyWord: @escaping (Int) -> Bool
    ) {
        self.vocabulary = vocabulary
        self.tokens = tokens
        self.isCasualtyWord = isCasualtyWord
    }

    /// What a number is used for; `previous` is the last numeral before it.
    func role(_ found: FoundNumber, previous: Numeral?) -> Numeral.Role {
        if let role = roleFromBefore(found.tokens.lowerBound, previous) { return role }
        if let role = roleFromAfter(found.tokens.upperBound) { return role }
        return isPronoun(found) ? .pronoun : pairRole(found.tokens)
    }

    private func roleFromBefore(_ start: Int, _ previous: Numeral?) -> Numeral.Role? {
        guard start > 0 else { return nil }
        let before = tokens[start - 1]
        if before.isCurrency { return .amount }
        guard !tokens[start].followsSpace else { return nil }
        if before.isWord { return isAttached(before) ? .identifier : nil }
        if before.isMark("_") { return .identifier }
        guard before.isMark(TextToken.dashes) else { return nil }
        if previous?.tokens.upperBound == start - 1 { return nil }
        if start == 1 || before.followsSpace { return before.isMark("-−") ? .amount : nil }
        return tokens[start - 2].isWord && before.isMark("-‐‑") ? .identifier : nil
    }

    private func roleFromAfter(_ end: Int) -> Numeral.Role? {
        guard end < tokens.count else { return nil }
        let next = tokens[end]
        if next.isMark("%٪‰") || next.isCurrency { return .amount }
        if vocabulary.shares.match(tokens, at: end) != nil { return .amount }
        guard !next.followsSpace else { return nil }
        if next.isMark("ºª°") { return .ordinal }
        if next.isWord {
            if Self.ordinalSuffixes.contains(next.text) { return .ordinal }
            return isAttached(next) ? .attached : nil
        }
        if tokens.isJoint(at: end), tokens[end + 1].isWord,
            vocabulary.numbers.match(tokens, at: end + 1) == nil
        {
            return .attached
        }
        return nil
    }

    private static let ordinalSuffixes: Set<String> = [
        "st", "nd", "rd", "th", "er", "ère", "re", "e", "ème", "ième", "os", "as",
    ]

    /// Whether a word directly beside a digit makes it part of a name.
    private func isAttached(_ word: TextToken) -> Bool {
        guard let scalar = word.text.unicodeScalars.last, !scalar.hasNoWordSpaces else {
            return false
        }
        return !TextFolding.isParticle(word.text)
    }

    /// "one of them", "un immeuble": the word for one counts only where it clearly states how many.
    private func isPronoun(_ found: FoundNumber) -> Bool {
        guard found.isWord, found.value == 1, !found.isFirst else { return false }
        let (start, end) = (found.tokens.lowerBound, found.tokens.upperBound)
        return !isCasualtyWord(end)
            && vocabulary.qualifiers.match(tokens, endingAt: start) == nil
            && !joinsNumber(before: start) && !joinsNumber(after: end)
    }

    private func joinsNumber(before start: Int) -> Bool {
        guard start > 1 else { return false }
        let joint =
            tokens[start - 1].isMark(TextToken.dashes)
            ? start - 1 : vocabulary.ranges.match(tokens, endingAt: start)?.start
        guard let joint, joint > 0 else { return false }
        return tokens[joint - 1].number != nil
            || vocabulary.numbers.match(tokens, endingAt: joint) != nil
    }

    private func joinsNumber(after end: Int) -> Bool {
        guard end < tokens.count else { return false }
        // "واحد وخمسة"
        if let number = vocabulary.numbers.match(tokens, at: end),
            vocabulary.isJoiner(tokens[end].text.utf8.prefix(number.cut))
        {
            return true
        }
        let next =
            tokens[end].isMark(TextToken.dashes)
            ? end + 1 : vocabulary.ranges.match(tokens, at: end)?.end
        guard let next else { return false }
        return beginsNumber(next)
    }

    private func beginsNumber(_ position: Int) -> Bool {
        guard position < tokens.count else { return false }
        return tokens[position].number != nil
            || vocabulary.numbers.match(tokens, at: position) != nil
    }

    /// 14:30 is a time and 24/7 a fraction: two numbers with only a mark between them.
    private func pairRole(_ range: Range<Int>) -> Numeral.Role {
        for (mark, other) in [
            (range.lowerBound - 1, range.lowerBound - 2), (range.upperBound, range.upperBound + 1),
        ]
        where tokens.indices.contains(mark) && tokens.indices.contains(other) {
            let last = max(other, mark + 1)
            guard tokens[other].number != nil, !tokens[mark].followsSpace,
                !tokens[last].followsSpace
            else { continue }
            if tokens[mark].isMark(":") { return .time }
            if tokens[mark].isMark("/") { return .fraction }
        }
        return .count
    }

    // MARK: Qualifiers

    /// The end of a range that the words around a number name, and the range of the text with them.
    func qualifier(
        _ range: Range<Int>
    ) -> (value: Numeral.Qualifier, range: Range<String.Index>) {
        let whole = tokens.textRange(range)
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
        if let after = vocabulary.qualifiers.match(tokens, at: range.upperBound),
            !beginsNumber(after.end)
        {
            return (after.value, whole.lowerBound..<tokens[after.end - 1].range.upperBound)
        }
        return (.none, whole)
    }

    private static let marksBefore: [String: Numeral.Qualifier] = [
        "≥": .minimum, ">": .minimum, "≤": .maximum, "<": .maximum, "~": .approximate,
        "≈": .approximate,
    ]
}

extension [TextToken] {
    /// The range in the text of a non-empty range of tokens.
    func textRange(_ tokens: Range<Int>) -> Range<String.Index> {
        self[tokens.lowerBound].range.lowerBound..<self[tokens.upperBound - 1].range.upperBound
    }

    /// Whether a hyphen at a position joins the words on both sides of it.
    func isJoint(at position: Int) -> Bool {
        position + 1 < count && self[position].isMark("-‐‑") && !self[position].followsSpace
            && !self[position + 1].followsSpace
    }
}

extension TextToken {
    /// Whether it is the sign of a currency.
    fileprivate var isCurrency: Bool {
        kind == .mark && text.unicodeScalars.first?.properties.generalCategory == .currencySymbol
    }
}
