// A translation must say of the records what its original says: the same figures, claims, strikes and sources, in any
// order. That the figures have the same values follows, because each is checked against the records.

import Diagnostics
import Records

/// Compares translations with their originals.
struct TranslationCheck {
    let versions: ReportVersions
    /// The narratives of strikes, originals and translations.
    let narratives: [(key: NarrativeKey, article: Article, text: PlannedText)]
    let dataset: Dataset
    let figures: Figures

    /// Reports what a translation binds that the original does not, and the reverse; and what has changed since.
    func report(_ log: inout DiagnosticLog) {
        for version in versions.all where !version.folder.isEmpty {
            for entry in version.articles {
                guard let original = versions.original(of: entry, in: version) else { continue }
                compare(
                    Side(article: entry.article.article, text: entry.article.text),
                    with: Side(article: original.article, text: original.text),
                    &log
                )
            }
        }
        let originals = Dictionary(
            narratives.filter { $0.key.language.isEmpty }.map { ($0.key.strike, $0) },
            uniquingKeysWith: { first, _ in first }
        )
        for (key, article, text) in narratives where !key.language.isEmpty {
            guard let original = originals[key.strike] else { continue }
            compare(
                Side(article: article, text: text),
                with: Side(article: original.article, text: original.text),
                &log
            )
        }
    }

    /// A text of the two that are compared.
    private struct Side {
        let article: Article
        let text: PlannedText
    }

    private func compare(
        _ translation: Side,
        with original: Side,
        _ log: inout DiagnosticLog
    ) {
        compareLinks(translation, original, &log)
        compareBlocks(translation, original, &log)
        compareDeliberate(translation, original, &log)
        reportChanges(translation.article, original.article, &log)
    }

    /// A link to records, and where it is.
    private struct Binding {
        let key: String
        let location: SourceLocation
        let excerpt: Excerpt
    }

    private func bindings(_ text: PlannedText) -> [Binding] {
        zip(text.document.links, text.links)
            .compactMap { link, target in
                key(target).map { Binding(key: $0, location: link.location, excerpt: link.excerpt) }
            }
    }

    /// What a link binds, as an author writes it; `nil` for a link to no record.
    private func key(_ target: ResolvedLink) -> String? {
        switch target {
        case .figure(let id, let end):
            let query = figures[id].selection.query
            let part = end.end.map { ".\($0.rawValue)" } ?? ""
            return "figure:\(end.measure.name)\(part)" + (query.isEmpty ? "" : "?" + query)
        case .claim(let offset, let end):
            return "claim:" + dataset.claims[offset].id + (end.map { "#" + $0.text } ?? "")
        case .strike(let position): return "strike:" + dataset.strikes[position].id
        case .source(let source, _): return "source:" + source.id
        case .medium(let place): return "media:" + dataset.media[place].id
        case .external, .page, .fragment, .file, .broken: return nil
        }
    }

    private func compareLinks(
        _ translation: Side,
        _ original: Side,
        _ log: inout DiagnosticLog
    ) {
        var missing = bindings(original.text)
        for binding in bindings(translation.text) {
            if let same = missing.firstIndex(where: { $0.key == binding.key }) {
                missing.remove(at: same)
                continue
            }
            log.report(
                ProseRule.translationDiffers,
                at: binding.location,
                "the original \(original.article.file) has no link to “\(binding.key)” for this one",
                excerpt: binding.excerpt,
                suggestion:
                    "Link in both texts to the same figures, claims, strikes, sources and media."
            )
        }
        for binding in missing {
            log.report(
                ProseRule.translationDiffers,
                at: binding.location,
                "the translation \(translation.article.file) has no link to “\(binding.key)” for this one",
                excerpt: binding.excerpt,
                suggestion: "Link in both texts to the same figures, claims, strikes and sources."
            )
        }
    }

    private func reportChanges(
        _ translation: Article,
        _ original: Article,
        _ log: inout DiagnosticLog
    ) {
        guard !translation.translates.isEmpty else { return }
        let changes = OriginalText(original).changes(since: translation.translates)
        guard !changes.lines.isEmpty || changes.gone > 0 else { return }
        let lines = changes.lines.map { "\(original.file):\($0)" }
        log.report(
            ProseRule.translationOutdated,
            at: translation.location,
            lines.isEmpty
                ? "paragraphs of the original \(original.file) have been deleted since this was translated"
                : "texts of the original are new or changed since this was translated: "
                    + lines.joined(separator: ", "),
            suggestion: "Translate them, then run recount translated \(translation.file)."
        )
    }

    // MARK: - Blocks

    /// The tables, charts and maps of a text; what they show is their key, and their captions are no part of it.
    private func blocks(_ side: Side) -> [Binding] {
        let lines = OriginalText.lines(side.article.body)
        return side.text.blocks.sorted { $0.key < $1.key }
            .map { offset, block in
                let place = side.text.document.fences[offset].location
                let line = place.line - side.article.bodyFirstLine
                return Binding(
                    key: TranslationCheck.key(block),
                    location: place,
                    excerpt: lines.indices.contains(line)
                        ? Excerpt(String(lines[line]), start: 0, length: lines[line].count)
                        : Excerpt("", start: 0, length: 1)
                )
            }
    }

    /// What a block shows, as an author writes it, on one line.
    private static func key(_ block: PlannedBlock) -> String {
        var parts: [String] = []
        if !block.fieldName.isEmpty { parts.append("by: \(block.fieldName)") }
        if !block.measures.isEmpty {
            parts.append("measures: \(block.measures.map(\.name).joined(separator: ", "))")
        }
        if !block.selection.query.isEmpty { parts.append("where: \(block.selection.query)") }
        let sort = block.sort.map {
            ($0.isDescending ? "-" : "") + $0.measure.measure.name
                + ($0.measure.end.map { ".\($0.rawValue)" } ?? "")
        }
        if !sort.isEmpty { parts.append("sort: \(sort.joined(separator: ", "))") }
        if let limit = block.limit { parts.append("limit: \(limit)") }
        return parts.isEmpty
            ? block.kind.rawValue : "\(block.kind.rawValue) (\(parts.joined(separator: "; ")))"
    }

    private func compareBlocks(
        _ translation: Side,
        _ original: Side,
        _ log: inout DiagnosticLog
    ) {
        if translation.text.blocks.isEmpty, original.text.blocks.isEmpty { return }
        let advice =
            "Repeat every table, chart and map with the same settings; only captions differ."
        var missing = blocks(original)
        for block in blocks(translation) {
            if let same = missing.firstIndex(where: { $0.key == block.key }) {
                missing.remove(at: same)
                continue
            }
            log.report(
                ProseRule.translationDiffers,
                at: block.location,
                "the original \(original.article.file) has no \(block.key) for this one",
                excerpt: block.excerpt,
                suggestion: advice
            )
        }
        for block in missing {
            log.report(
                ProseRule.translationDiffers,
                at: block.location,
                "the translation \(translation.article.file) has no \(block.key) for this one",
                excerpt: block.excerpt,
                suggestion: advice
            )
        }
    }

    // MARK: - Deliberate numerals

    /// The numbers in the deliberate numerals of an article; `nil` if one is written in words, which languages do at
    /// different places.
    private func numbers(_ article: Article) -> [(number: String, location: SourceLocation)]? {
        var numbers: [(number: String, location: SourceLocation)] = []
        for numeral in article.deliberate {
            let digits = numeral.text.split { $0.wholeNumberValue == nil && !"٬,.٫".contains($0) }
                .map { $0.compactMap(\.wholeNumberValue).map(String.init).joined() }
                .filter { !$0.isEmpty }
            if digits.isEmpty { return nil }
            numbers += digits.map { ($0, numeral.location) }
        }
        return numbers
    }

    private func compareDeliberate(
        _ translation: Side,
        _ original: Side,
        _ log: inout DiagnosticLog
    ) {
        guard let own = numbers(translation.article), var missing = numbers(original.article) else {
            return
        }
        let advice = "A translation states the same numbers; see which of the two is right."
        for (number, location) in own {
            if let same = missing.firstIndex(where: { $0.number == number }) {
                missing.remove(at: same)
                continue
            }
            log.report(
                ProseRule.translationDiffers,
                at: location,
                "no deliberate numeral of the original \(original.article.file) has the number \(number)",
                suggestion: advice
            )
        }
        for (number, location) in missing {
            log.report(
                ProseRule.translationDiffers,
                at: location,
                "no deliberate numeral of the translation \(translation.article.file) has the number \(number)",
                suggestion: advice
            )
        }
    }
}
