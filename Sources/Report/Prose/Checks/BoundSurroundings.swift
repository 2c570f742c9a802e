// Readers do not see where a link ends. "[10](figure:…)0" is a hundred to them, and "[3](figure:…) million" is
// not three; so the numerals of a bound link are read again together with the text beside it.

import Markdown

/// Finds bound links whose numbers go on outside the link.
struct BoundSurroundings {
    /// What stands for the number with which an empty link is filled in.
    static let filledIn = "7"

    private let readers: ScriptReaders
    /// The numerals of each bound link, by its position among the links.
    private let texts: [Int: BoundText]
    private var flaws: [Int: String] = [:]

    /// What is wrong beside the bound links of a text, by their positions among the links.
    static func flaws(
        beside texts: [Int: BoundText],
        in text: PlannedText,
        readers: ScriptReaders
    ) -> [Int: String] {
        guard !texts.isEmpty else { return [:] }
        var search = BoundSurroundings(readers: readers, texts: texts)
        for block in ShownText.all(in: text.document, holding: { texts[$0] != nil }) {
            search.look(in: block.text, block.links)
            // An empty link is only filled in on the page, so "[](figure:…)00" is looked at as "700".
            if block.links.contains(where: { $0.range.isEmpty }) {
                search.lookAtEmpty(block.text, block.links)
            }
        }
        return search.flaws
    }

    private init(readers: ScriptReaders, texts: [Int: BoundText]) {
        self.readers = readers
        self.texts = texts
    }

    private mutating func lookAtEmpty(
        _ text: String,
        _ links: [(index: Int, range: Range<String.Index>)]
    ) {
        for link in links where link.range.isEmpty && texts[link.index] != nil {
            var filled = text
            filled.insert(contentsOf: Self.filledIn, at: link.range.lowerBound)
            let offset = text.utf8.distance(from: text.startIndex, to: link.range.lowerBound)
            let lower = filled.utf8.index(filled.startIndex, offsetBy: offset)
            look(in: filled, [(link.index, lower..<filled.utf8.index(after: lower))])
            if flaws[link.index] != nil {
                flaws[link.index] = "the text beside the link goes on with its number"
            }
        }
    }

    private mutating func look(in text: String, _ links: [(index: Int, range: Range<String.Index>)])
    {
        let hasOverride = text.unicodeScalars.contains(where: \.overridesDirection)
        let reader = readers.reader(for: text)
        let numerals = reader.numerals(in: text, tokens: reader.tokens(of: text), isBound: true)
        var first = 0
        for (place, link) in links.enumerated() {
            // Links and numerals are both in the order of the text.
            while first < numerals.count, numerals[first].range.upperBound < link.range.lowerBound {
                first += 1
            }
            guard let stated = texts[link.index], stated.flaw == nil, flaws[link.index] == nil
            else {
                continue
            }
            let start = max(0, first - 1)
            let near = numerals[start...].prefix { $0.range.lowerBound <= link.range.upperBound }
            let after = numerals[(start + near.count)...].prefix(1)
            let before = place > 0 ? links[place - 1].range : nil
            let next = place + 1 < links.count ? links[place + 1].range : nil
            for numeral in near + after {
                let isOwn = link.range.holds(numeral.range)
                let isOther = [before, next].compactMap(\.self).contains { $0.holds(numeral.range) }
                guard !isOther else { continue }
                if isOwn
                    ? changes(numeral, stated) : continues(numeral, link.range, stated, in: text)
                {
                    let shown = shown(numeral.range, link.range, isOwn: isOwn, in: text)
                    flaws[link.index] = "with the text beside the link, readers see “\(shown)”"
                    break
                }
            }
            if flaws[link.index] == nil, hasOverride, text[..<link.range.lowerBound].endsOverridden
            {
                flaws[link.index] =
                    "a character before the link changes the order in which its digits are shown"
            }
            if flaws[link.index] == nil {
                flaws[link.index] = NumberEdges.flaw(in: text, link: link.range) { place in
                    [before, next].compactMap(\.self).contains { $0.contains(place) }
                }
            }
        }
    }

    /// Whether the text beside the link makes something else of a numeral in it: an amount, a name.
    private func changes(_ numeral: Numeral, _ stated: BoundText) -> Bool {
        switch numeral.role {
        case .count, .date, .fraction, .pronoun, .vague: false
        case .amount, .attached, .identifier, .ordinal, .time:
            stated.numerals.contains {
                $0.written == numeral.written && $0.role == .count && (!$0.isWord || $0.value != 1)
            }
        }
    }

    /// Whether a numeral that is not within a link goes on in it, or stands directly beside its number.
    private func continues(
        _ numeral: Numeral,
        _ link: Range<String.Index>,
        _ stated: BoundText,
        in text: String
    ) -> Bool {
        let range = numeral.range
        guard let first = stated.numerals.first, let last = stated.numerals.last else {
            return false
        }
        if range.overlaps(link) {
            let isOwn = first.value == numeral.value && range.upperBound <= link.upperBound
            return !(isOwn && text[range.lowerBound..<link.lowerBound].isParticle)
        }
        // "up to one [12](figure:…)" is no number of two words.
        guard numeral.role == .count || numeral.role == .vague, !numeral.isYearLike,
            !numeral.isWord || numeral.value ?? 2 > 1
        else { return false }
        let words = text[link]
        if range.upperBound <= link.lowerBound {
            return !first.hasParticle && words.hasPrefix(first.written)
                && text[range.upperBound..<link.lowerBound].isBlank
        }
        return !numeral.hasParticle && words.hasSuffix(last.written)
            && text[link.upperBound..<range.lowerBound].isBlank
    }

    /// The numeral and the link's number as readers see them.
    private func shown(
        _ range: Range<String.Index>,
        _ link: Range<String.Index>,
        isOwn: Bool,
        in text: String
    ) -> String {
        if isOwn { return String(text[text.glued(range)]) }
        let lower = min(range.lowerBound, link.lowerBound)
        return String(text[text.glued(lower..<max(range.upperBound, link.upperBound))])
    }
}

extension Range<String.Index> {
    fileprivate func holds(_ other: Range<String.Index>) -> Bool {
        lowerBound <= other.lowerBound && other.upperBound <= upperBound
    }
}

extension Substring {
    /// Whether it is a particle that Arabic attaches to the next word: "و[ثلاثة](figure:…)".
    fileprivate var isParticle: Bool {
        let tokens = TextTokens.of(String(self), grouping: DigitGrouping(separator: ""))
        return tokens.count == 1 && TextFolding.isParticle(tokens[0].text)
    }

    /// Whether an override of the direction of digits is still open at the end.
    fileprivate var endsOverridden: Bool {
        var open: [Bool] = []
        for scalar in unicodeScalars where scalar.changesDirection {
            switch scalar.value {
            case 0x202C, 0x2069: open = open.dropLast()
            default: open.append(scalar.overridesDirection)
            }
        }
        return open.contains(true)
    }
}
