import Diagnostics
import Markdown
import Records

// Finds the numbers of people that an author typed without binding them to a record, because those become
// wrong when the records change. Only numerals beside a casualty word are reported; days, years beside a
// month, hours, percentages, money, ordinals, ids and numbers of metres are not.

extension ProseCheck {
    /// Reports numerals beside casualty words that are bound to no record, and unused declarations.
    func reportUnbound(
        _ text: PlannedText,
        article: Article,
        language: Language,
        log: inout DiagnosticLog
    ) {
        var search = UnboundFigures(
            reader: readers(for: text, article: article, language: language).own,
            article: article
        )
        for (name, text) in article.frontMatterTexts { search.look(inFrontMatter: text, key: name) }
        ProsePassage.forEach(in: text, lines: search.lines) {
            search.look(in: $0, of: text.document)
        }
        for (index, block) in text.blocks.sorted(by: { $0.key < $1.key }) {
            let location = text.document.fences[index].location
            search.look(inCaption: block.caption, at: location)
        }
        search.finish()
        log.append(search.log)
    }
}

/// A search for unbound figures in one article.
private struct UnboundFigures {
    private let reader: NumeralReader
    private let location: SourceLocation
    /// Whether the text stands in a cell, which has no front matter.
    private let isOfCell: Bool
    let lines: BodyLines
    private var declarations: [(declaration: DeliberateNumeral, text: String, isUsed: Bool)]
    private(set) var log = DiagnosticLog()
    /// How many more numerals were found than are listed.
    private var surplus = 0

    /// The greatest distance between a numeral and a casualty word, in words.
    private static let reach = 4
    /// The most numerals of one article that are listed.
    private static let limit = 100
    /// The length in bytes up to which a line is shown in full.
    private static let longLine = 2000

    init(reader: NumeralReader, article: Article) {
        self.reader = reader
        location = article.location
        isOfCell = CellAccounts.isCell(article)
        lines = BodyLines(article)
        declarations = article.deliberate.map { ($0, $0.text.withSingleSpaces, false) }
    }

    mutating func look(in passage: ProsePassage, of document: MarkdownDocument) {
        for (numeral, word) in unbound(in: passage.text) {
            let place = passage.source(at: numeral.range.lowerBound, in: document)
            switch place.source {
            case .link(_, isBound: true): continue
            case .link(let link, isBound: false):
                guard reserveEntry() else { continue }
                report(numeral, beside: word, at: link.location, excerpt: link.excerpt)
            case .run(let run):
                // "و[ثلاثة](figure:…)": the particle is part of the word.
                let end = passage.text.index(before: numeral.range.upperBound)
                if case .link(_, isBound: true) = passage.source(at: end, in: document).source {
                    continue
                }
                guard reserveEntry() else { continue }
                let location = run.location(at: place.index)
                let excerpt = excerpt(at: location, length: numeral.written.count)
                report(numeral, beside: word, at: location, excerpt: excerpt)
            }
        }
    }

    /// Searches a text of the front matter, which cannot contain links.
    mutating func look(inFrontMatter text: String, key: String) {
        look(in: text, named: key, holder: "The front matter", at: location)
    }

    /// Searches the caption of a block, which cannot contain links.
    mutating func look(inCaption text: String, at location: SourceLocation) {
        look(in: text, named: "caption", holder: "A caption", at: location)
    }

    private mutating func look(
        in text: String,
        named name: String,
        holder: String,
        at location: SourceLocation
    ) {
        for (numeral, word) in unbound(in: text) {
            guard reserveEntry() else { continue }
            report(
                numeral,
                beside: word,
                at: location,
                place: " in the \(name)",
                advice: "\(holder) cannot contain links: leave the number out"
            )
        }
    }

    /// Reports what is only known after all texts have been searched.
    mutating func finish() {
        if surplus > 0 {
            log.report(
                ProseRule.unboundFigure,
                at: location,
                "\(surplus) more numerals of this article are bound to no record",
                suggestion: "Fix the \(Self.limit) that are listed first."
            )
        }
        reportUnusedDeclarations()
    }

    /// Counts one more numeral; returns whether it is listed.
    private mutating func reserveEntry() -> Bool {
        if log.diagnostics.count < Self.limit { return true }
        surplus += 1
        return false
    }

    private mutating func reportUnusedDeclarations() {
        for (declaration, text, isUsed) in declarations where !isUsed {
            log.report(
                ProseRule.deliberateUnused,
                at: declaration.location,
                text.isEmpty
                    ? "an empty text is declared deliberate"
                    : "“\(declaration.text)” is declared deliberate, but does not occur in the article",
                suggestion: "Give the words as they stand in the text, or remove the declaration."
            )
        }
    }

    private mutating func report(
        _ numeral: Numeral,
        beside word: String,
        at location: SourceLocation,
        excerpt: Excerpt? = nil,
        place: String = "",
        advice: String? = nil
    ) {
        let binding =
            "Bind it to a figure, [\(numeral.written)](figure:killed?…), or to a claim, "
            + "[\(numeral.written)](claim:…)"
        log.report(
            ProseRule.unboundFigure,
            at: location,
            "“\(numeral.written)” beside “\(word)”\(place) is bound to no record",
            excerpt: excerpt,
            suggestion: (advice ?? binding)
                + (isOfCell
                    ? "." : "; or declare it under deliberate: in the front matter, with a reason.")
        )
    }

    private func excerpt(at location: SourceLocation, length: Int) -> Excerpt? {
        guard let line = lines[location.line] else { return nil }
        let start = location.column - 1
        guard line.utf8.count > Self.longLine else {
            return Excerpt(String(line), start: start, length: length)
        }
        let head = line.dropFirst(max(0, start - 80))
        return Excerpt(String(head.prefix(length + 160)), start: min(start, 80), length: length)
    }

    // MARK: Finding

    /// The numerals of a text that have a casualty word beside them, with that word.
    private mutating func unbound(in text: String) -> [(Numeral, String)] {
        let exempt = exemptRanges(text)
        guard reader.mayStateHarm(text) else { return [] }
        let tokens = reader.tokens(of: text)
        return reader.numerals(in: text, tokens: tokens)
            .compactMap { numeral in
                guard let word = casualtyWord(beside: numeral, tokens),
                    !exempt.contains(where: { $0.encloses(numeral.range) })
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
        case .date, .time, .identifier, .ordinal, .amount, .fraction, .pronoun, .vague: return nil
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
    /// The texts of the front matter that readers see, with their keys.
    fileprivate var frontMatterTexts: [(name: String, text: String)] {
        var texts = [("title", title), ("description", description)]
        for field in custom {
            switch field.value {
            case .text(let text): texts.append((field.name, text))
            case .texts(let list): texts += list.map { (field.name, $0) }
            case .boolean: continue
            }
        }
        return texts
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

    /// The ranges in which a text occurs as whole words and numbers.
    fileprivate func occurrences(of other: String) -> [Range<String.Index>] {
        guard let first = other.first, let last = other.last, other.utf8.count <= 1000 else {
            return []
        }
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
