import Diagnostics
import Markdown
import Records

// Finds the numbers of people that an author typed without binding them to a record: those are the
// ones that drift. Only numerals beside a word for people harmed are reported; days, years beside a
// month, hours, percentages, money, ordinals, ids and numbers of metres are not.

extension ProseCheck {
    /// Reports numerals beside casualty words that are bound to nothing, and declarations that
    /// exempt nothing.
    func reportUnbound(
        _ text: PlannedText,
        article: Article,
        language: Language,
        log: inout DiagnosticLog
    ) {
        var search = UnboundFigures(reader: reader(language), article: article)
        for (name, text) in article.headTexts { search.look(inHead: text, name) }
        for run in text.document.proseRuns { search.look(in: run) }
        for (link, target) in zip(text.document.links, text.links) {
            switch target {
            case .strike, .page, .fragment: search.look(in: link)
            case .figure, .claim, .source, .external, .file, .broken: continue
            }
        }
        search.reportUnusedDeclarations()
        log.append(search.log)
    }
}

/// One search for unbound figures in an article.
private struct UnboundFigures {
    private let reader: NumeralReader
    private let lines: [Substring]
    private let firstLine: Int
    private var declarations: [(declaration: DeliberateNumeral, text: String, isUsed: Bool)]
    private(set) var log = DiagnosticLog()

    /// How many words a numeral and a casualty word may be apart.
    private static let reach = 4

    init(reader: NumeralReader, article: Article) {
        self.reader = reader
        lines = article.body.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        firstLine = article.bodyFirstLine
        declarations = article.deliberate.map { ($0, $0.text.withSingleSpaces, false) }
    }

    mutating func look(in run: ProseRun) {
        for (numeral, word) in unbound(in: run.text) {
            let location = run.location(at: numeral.range.lowerBound)
            report(numeral, word, location, excerpt(location, run.text[numeral.range].count), "")
        }
    }

    mutating func look(in link: Link) {
        for (numeral, word) in unbound(in: link.plainText) {
            report(numeral, word, link.location, link.excerpt, "")
        }
    }

    /// Looks in the front matter, where no link can stand.
    mutating func look(inHead text: (value: String, location: SourceLocation), _ name: String) {
        for (numeral, word) in unbound(in: text.value) {
            report(numeral, word, text.location, nil, " in the \(name)")
        }
    }

    mutating func reportUnusedDeclarations() {
        for (declaration, text, isUsed) in declarations where !isUsed {
            log.report(
                ProseRule.deliberateUnused,
                at: declaration.location,
                text.isEmpty
                    ? "an empty text is declared deliberate"
                    : "“\(declaration.text)” is declared deliberate and does not stand in the article",
                suggestion: "Give the words as they stand in the text outside links, or remove the "
                    + "declaration."
            )
        }
    }

    private mutating func report(
        _ numeral: Numeral,
        _ word: String,
        _ location: SourceLocation,
        _ excerpt: Excerpt?,
        _ place: String
    ) {
        let isInHead = !place.isEmpty
        log.report(
            ProseRule.unboundFigure,
            at: location,
            "“\(numeral.written)” beside “\(word)”\(place) is bound to no record",
            excerpt: excerpt,
            suggestion: (isInHead
                ? "The front matter cannot hold links: leave the number out"
                : "Bind it to a figure, [\(numeral.written)](figure:killed?…), or to a claim, "
                    + "[\(numeral.written)](claim:…)")
                + "; or declare it under deliberate: in the front matter, with a reason."
        )
    }

    private func excerpt(_ location: SourceLocation, _ length: Int) -> Excerpt? {
        let index = location.line - firstLine
        guard lines.indices.contains(index) else { return nil }
        return Excerpt(String(lines[index]), start: location.column - 1, length: length)
    }

    // MARK: Finding

    /// The numerals of a text that stand beside a casualty word, with that word.
    private mutating func unbound(in text: String) -> [(Numeral, String)] {
        let exempt = exemptRanges(text)
        let tokens = reader.tokens(of: text)
        let numerals = reader.numerals(text, tokens)
        return numerals.compactMap { numeral in
            guard !exempt.contains(where: { $0.encloses(numeral.range) }),
                let word = casualtyWord(beside: numeral, tokens)
            else { return nil }
            return (numeral, String(text[tokens[word].range]))
        }
    }

    private func casualtyWord(beside numeral: Numeral, _ tokens: [TextToken]) -> Int? {
        let next = numeral.tokens.upperBound
        let isDirect = reader.isCasualtyWord(tokens, at: next)
        switch numeral.role {
        case .count: break
        case .attached: return isDirect ? next : nil
        case .date, .time, .identifier, .ordinal, .amount, .fraction, .pronoun: return nil
        }
        if numeral.isWord && numeral.value == 0 { return nil }
        if isDirect { return next }
        if numeral.isYearLike || (numeral.isWord && numeral.value == 1) { return nil }
        if reader.hasUnit(numeral, tokens) { return nil }
        return nearest(tokens, from: next, by: 1)
            ?? nearest(tokens, from: numeral.tokens.lowerBound - 1, by: -1)
    }

    /// The first casualty word within reach, in one direction, in the same sentence.
    private func nearest(_ tokens: [TextToken], from start: Int, by step: Int) -> Int? {
        var words = 0
        var position = start
        while tokens.indices.contains(position), words < Self.reach {
            let token = tokens[position]
            if token.isEndOfSentence(before: position + 1, tokens) { return nil }
            if token.kind != .mark {
                words += 1
                if reader.isCasualtyWord(tokens, at: position) { return position }
            }
            position += step
        }
        return nil
    }

    // MARK: Declarations

    private mutating func exemptRanges(_ text: String) -> [Range<String.Index>] {
        var ranges: [Range<String.Index>] = []
        for index in declarations.indices {
            let found = text.occurrences(of: declarations[index].text)
            if !found.isEmpty { declarations[index].isUsed = true }
            ranges += found
        }
        return ranges
    }
}

extension Article {
    /// What the front matter says to readers, each with its name.
    fileprivate var headTexts: [(String, (value: String, location: SourceLocation))] {
        var texts = [("title", title), ("description", description)]
        for field in custom {
            switch field.value {
            case .text(let text): texts.append((field.name, text))
            case .texts(let list): texts += list.map { (field.name, $0) }
            case .boolean: continue
            }
        }
        return texts.map { ($0.0, ($0.1, location)) }
    }
}

extension TextToken {
    /// Whether a sentence ends with it.
    fileprivate func isEndOfSentence(before next: Int, _ tokens: [TextToken]) -> Bool {
        isMark(".!?;:…؟؛。！？") && (next >= tokens.count || tokens[next].followsSpace)
    }
}

extension Range<String.Index> {
    fileprivate func encloses(_ other: Range<String.Index>) -> Bool {
        lowerBound <= other.lowerBound && other.upperBound <= upperBound
    }
}

extension String {
    fileprivate var withSingleSpaces: String {
        split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    /// Where a text occurs, not counting the insides of words and numbers.
    fileprivate func occurrences(of other: String) -> [Range<String.Index>] {
        guard let first = other.first, let last = other.last else { return [] }
        var ranges: [Range<String.Index>] = []
        var start = startIndex
        while let index = self[start...].firstIndex(of: first) {
            start = self.index(after: index)
            guard self[index...].hasPrefix(other) else { continue }
            let end = self.index(index, offsetBy: other.count)
            let before = index == startIndex ? nil : self[self.index(before: index)]
            let after = end == endIndex ? nil : self[end]
            let opens = !first.isWordlike || before?.isWordlike != true
            let closes = !last.isWordlike || after?.isWordlike != true
            if opens, closes { ranges.append(index..<end) }
        }
        return ranges
    }
}

extension Character {
    fileprivate var isWordlike: Bool { isLetter || isNumber }
}
