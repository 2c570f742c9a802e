// An article is translated paragraph by paragraph. What translators do not touch keeps its bytes.

import Decoding
import Diagnostics
import Formats
import Records

/// The texts of one article, and the file of its translation.
struct ExchangeArticle: Sendable {
    let texts: [ExchangeText]
    /// What whoever exports the article should know; empty for nothing.
    let note: String
    private let pair: TranslationSources.Pair
    private let original: [OriginalText.Paragraph]
    private let slots: [OriginalText.Paragraph]
    private let heads: [OriginalText.Head]
    private let pairs: ParagraphPairs
    /// The paths of texts in the front matter, by address.
    private let keys: [String: [String]]

    /// Reads an article and its translation.
    init(_ pair: TranslationSources.Pair) {
        self.pair = pair
        let article = pair.original
        let translation = pair.translation
        let text = OriginalText(article)
        (original, heads) = (text.paragraphs, text.heads)
        slots = translation.map { OriginalText($0).paragraphs } ?? []
        let stated = translation?.translates ?? []
        pairs = ParagraphPairs(original, slots, marks: OriginalText.marksOfParagraphs(stated))
        var texts: [ExchangeText] = []
        var keys: [String: [String]] = [:]
        let heads = heads
        func add(_ path: [String], _ text: String, _ current: String, _ place: SourceLocation?) {
            guard !text.isEmpty else { return }
            var entry = ExchangeText(
                address: "\(article.file)#\(path.joined(separator: "/"))",
                original: text,
                current: current
            )
            entry.reference = "\(article.file):\(place?.line ?? article.location.line)"
            if let head = heads.first(where: { [$0.key] == path }), head.isOutdated(in: stated) {
                entry.isOutdated = true
                entry.notes = [ExchangeArticle.outdated]
            }
            keys[entry.address] = path
            texts.append(entry)
        }
        add(["title"], article.title, translation?.title ?? "", article.places["title"])
        add(
            ["description"],
            article.description,
            translation?.description ?? "",
            article.places["description"]
        )
        let own = translation?.deliberate ?? article.deliberate
        if own.count == article.deliberate.count {
            for (index, numeral) in article.deliberate.enumerated() {
                let current = translation == nil ? nil : own[index]
                let path = ["deliberate", String(index)]
                add(path + ["text"], numeral.text, current?.text ?? "", numeral.location)
                add(path + ["reason"], numeral.reason, current?.reason ?? "", numeral.location)
            }
        }
        let (pairs, slots) = (pairs, slots)
        for (index, paragraph) in original.enumerated()
        where !ExchangeArticle.isComment(paragraph.text) {
            let match = pairs.matches[index]
            var entry = ExchangeText(
                address: "\(article.file)#\(index + 1)",
                original: paragraph.text,
                current: match.map { slots[$0.slot].text } ?? ""
            )
            entry.isOutdated = match?.isOutdated ?? false
            if !ExchangeArticle.isForReaders(paragraph.text) {
                entry.proposed = paragraph.text
                entry.notes = ["Nothing to translate: copy it."]
            }
            for note in RecordLink.all(in: paragraph.text).map(\.note)
            where !entry.notes.contains(note) { entry.notes.append(note) }
            if entry.isOutdated {
                entry.notes.append(ExchangeArticle.outdated)
            }
            entry.reference = "\(article.file):\(paragraph.line)"
            entry.demand = .links
            texts.append(entry)
        }
        self.texts = texts
        self.keys = keys
        var notes: [String] = []
        if !pairs.gone.isEmpty {
            notes.append(
                "\(BuildText.counted(pairs.gone.count, "paragraph")) whose original is gone"
            )
        }
        if translation != nil, own.count != article.deliberate.count {
            notes.append("another number of deliberate numerals than the original")
        }
        note =
            notes.isEmpty
            ? "" : "\(pair.path) has \(notes.joined(separator: " and ")), not in the exchange"
    }

    private static let outdated = "The original has changed since it was translated."

    /// Whether a paragraph is a comment, which a translation need not have.
    private static func isComment(_ text: String) -> Bool {
        text.hasPrefix("<!--") && text.hasSuffix("-->") && text.ranges(of: "-->").count == 1
    }

    /// Whether a paragraph has words for readers: a block of settings without a caption has none.
    private static func isForReaders(_ text: String) -> Bool {
        if text.hasPrefix("```"), text.hasSuffix("```"), text.count > 6 {
            return text.contains("caption:")
        }
        return text.contains(where: \.isLetter)
    }

    /// The position of the paragraph that an entry is about, even if paragraphs have come before it since.
    func address(of context: String, _ text: String) -> String? {
        func words(_ text: String) -> [Substring] { text.split(whereSeparator: \.isWhitespace) }
        let wanted = words(text)
        if let same = texts.first(where: { $0.address == context }), words(same.original) == wanted
        {
            return context
        }
        guard keys[context] == nil else { return nil }
        return texts.first { keys[$0.address] == nil && words($0.original) == wanted }?.address
    }

    /// How many paragraphs of the translation stand for none of the original, such as a note of the translator.
    var ownParagraphs: Int { pairs.extra }

    /// Where the translation stands or would stand.
    var path: String { pair.path }

    /// What became of an article with new translations.
    enum Outcome: Sendable {
        /// Its file changes.
        case changed(ExchangeChange)
        /// It has no file yet, and not all of its texts are translated.
        case waits(missing: Int)
    }

    /// The file with new translations; `seen` are the addresses of texts whose translations are good as they are.
    func changed(_ new: [String: String], seen: Set<String>) -> Outcome? {
        let isChanged = texts.contains { text in
            new[text.address] != nil || text.isOutdated && seen.contains(text.address)
        }
        guard isChanged else { return nil }
        let missing = texts.filter { new[$0.address] == nil && $0.current.isEmpty }.count
        if pair.translation == nil, missing > 0 { return .waits(missing: missing) }
        var byHand: [String] = []
        let head = head(new, &byHand)
        let body = body(new)
        let lineEnd = pair.base.contains("\r\n") ? "\r\n" : "\n"
        let text = head.isEmpty ? body : (head + [body]).joined(separator: lineEnd)
        return .changed(
            ExchangeChange(
                path: pair.path,
                text: TranslationMark.text(text, marked: marks(new, seen)),
                count: texts.count { new[$0.address] != nil },
                byHand: byHand
            )
        )
    }

    /// The lines of the front matter with its fences; none when there is none.
    private func head(_ new: [String: String], _ byHand: inout [String]) -> [String] {
        let isNew = pair.translation == nil
        let source = pair.translation ?? pair.original
        var lines = OriginalText.lines(pair.base).prefix(source.bodyFirstLine - 1).map(String.init)
        if isNew {
            lines.removeAll { $0.hasPrefix("language:") || $0.hasPrefix("translates:") }
        }
        var changes: [YAMLChange] = []
        var written: [String] = []
        for text in texts {
            guard let path = keys[text.address], let translation = new[text.address] else {
                continue
            }
            let isStated = isNew || !text.current.isEmpty
            changes.append(
                isStated
                    ? .replace(path: path, text: translation)
                    : .insert(
                        key: path.last ?? "",
                        value: .text(translation),
                        into: path.dropLast(),
                        after: nil
                    )
            )
            written.append("\(pair.path): \(path.joined(separator: "/")): “\(translation)”")
        }
        guard !changes.isEmpty, lines.count >= 2 else {
            byHand += written
            return lines
        }
        let yaml = lines[1..<(lines.count - 1)].joined(separator: "\n") + "\n"
        let result = YAMLEditor.text(yaml, changes: changes)
        byHand += result.refused.map { written[$0] }
        return [lines[0]] + OriginalText.lines(result.text).dropLast().map(String.init)
            + [lines[lines.count - 1]]
    }

    private func body(_ new: [String: String]) -> String {
        let source = pair.translation ?? pair.original
        let lines = OriginalText.lines(source.body).map(String.init)
        let places = pair.translation == nil ? original : slots
        var texts: [Int: String] = [:]
        var inserted: [Int: [String]] = [:]
        var last = -1
        for index in original.indices {
            let translation = new["\(pair.original.file)#\(index + 1)"]
            let slot = pair.translation == nil ? index : pairs.matches[index]?.slot
            if let slot {
                texts[slot] = translation
                last = slot
            } else if let translation {
                inserted[last, default: []].append(translation)
            }
        }
        var written: [String] = []
        func insert(after slot: Int) {
            for text in inserted[slot, default: []] {
                if slot >= 0 { written.append("") }
                written += OriginalText.lines(text).map(String.init)
                if slot < 0 { written.append("") }
            }
        }
        var line = 0
        if let first = places.first {
            written += lines[..<first.lines.lowerBound]
            line = first.lines.lowerBound
        }
        insert(after: -1)
        for (slot, place) in places.enumerated() {
            written += lines[line..<place.lines.lowerBound]
            written +=
                texts[slot].map { OriginalText.lines($0).map(String.init) }
                ?? Array(lines[place.lines])
            line = place.lines.upperBound
            insert(after: slot)
        }
        written += lines[line...]
        return written.joined(separator: pair.base.contains("\r\n") ? "\r\n" : "\n")
    }

    /// The marks of the original for the translated paragraphs, in the order of the translation.
    private func marks(_ new: [String: String], _ seen: Set<String>) -> [String] {
        var marks: [(slot: Int, mark: String)] = []
        var last = -1
        for (index, paragraph) in original.enumerated() {
            let address = "\(pair.original.file)#\(index + 1)"
            let match = pairs.matches[index]
            if let match { last = match.slot }
            if new[address] != nil {
                marks.append((last, paragraph.mark))
            } else if let match {
                let isGood = !match.isOutdated || seen.contains(address)
                marks.append((match.slot, isGood ? paragraph.mark : match.mark))
            } else if ExchangeArticle.isComment(paragraph.text) {
                marks.append((last, paragraph.mark))
            }
        }
        for gone in pairs.gone {
            let place = marks.firstIndex { $0.slot > gone.slot } ?? marks.count
            marks.insert(gone, at: place)
        }
        return headMarks(new, seen) + marks.map(\.mark)
    }

    /// The marks of title and description: as they are now where they are translated, as stated before otherwise.
    private func headMarks(_ new: [String: String], _ seen: Set<String>) -> [String] {
        let stated = pair.translation?.translates ?? []
        return heads.compactMap { head in
            let address = "\(pair.original.file)#\(head.key)"
            if new[address] != nil || seen.contains(address) { return head.mark }
            return stated.first { $0.hasPrefix(head.key + "=") }
        }
    }
}

extension TranslationSources.Pair {
    /// The file from which that of the translation is made: itself, or the original when there is none yet.
    fileprivate var base: String { translation == nil ? originalText : translationText }
}
