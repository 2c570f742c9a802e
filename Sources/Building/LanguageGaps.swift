// What is missing in a language is shown in the original. The lists here say what that is, for every build whose site
// requires parity and for `recount check --languages`.

import Decoding
import Diagnostics
import Records
import Report

/// What a site does not state in one of its languages.
struct LanguageGaps: Sendable {
    let tag: String
    /// The originals that have a translation.
    let translated: [Article]
    /// The originals that have none.
    let missing: [Article]
    /// The translations that do not say from which state of their original they were made.
    let unmarked: [Article]
    /// The places of texts in settings and codebook that are not stated in the language.
    let texts: [SourceLocation]

    /// The gaps in each language but that of the originals.
    static func all(_ content: SiteContent) -> [LanguageGaps] {
        let tags = content.settings.languages.dropFirst()
        if tags.isEmpty { return [] }
        let articles =
            content.articles
            + content.narratives.keys.sorted().compactMap { content.narratives[$0] }
        let paths = Dictionary(articles.map { ($0.path, $0) }) { first, _ in first }
        let originals = articles.filter { article in
            !tags.contains { article.path.hasPrefix($0 + "/") }
        }
        return tags.map { tag in
            let translations = originals.map { paths["\(tag)/\($0.path)"] }
            let pairs = zip(originals, translations)
            return LanguageGaps(
                tag: tag,
                translated: pairs.filter { $0.1 != nil }.map(\.0),
                missing: pairs.filter { $0.1 == nil }.map(\.0),
                unmarked: translations.compactMap(\.self).filter(\.translates.isEmpty),
                texts: content.missingTexts[tag] ?? []
            )
        }
    }

    /// The closing line about the language; `nil` if nothing is missing.
    var summary: String? {
        var parts: [String] = []
        if !missing.isEmpty { parts.append(BuildText.counted(missing.count, "article")) }
        if !texts.isEmpty { parts.append(BuildText.counted(texts.count, "text")) }
        if parts.isEmpty { return nil }
        return "missing  \(tag): \(parts.joined(separator: ", ")); "
            + "recount check --languages lists what is not translated"
    }

    /// Reports each gap at its place.
    func report(_ log: inout DiagnosticLog) {
        for article in missing {
            log.report(
                ProseRule.translationMissing,
                at: SourceLocation(file: article.file, line: 1, column: 1),
                "the article has no translation in “\(tag)”",
                suggestion: "Write content/\(tag)/\(article.path)."
            )
        }
        for article in unmarked {
            log.report(
                ProseRule.translationUnmarked,
                at: article.location,
                "the translation does not say from which state of its original it was made, so changes go unnoticed",
                suggestion:
                    "Compare it with the original, then run recount translated \(article.file)."
            )
        }
        for place in texts {
            log.report(
                ProseRule.translationMissing,
                at: place,
                "the text is not stated in “\(tag)”",
                suggestion: "State it in each language: {…, \(tag): …}."
            )
        }
    }
}
