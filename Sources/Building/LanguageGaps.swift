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
    /// The places of texts in settings and codebook that are not stated in the language.
    let texts: [SourceLocation]

    /// The gaps in each language but that of the originals.
    static func all(_ content: SiteContent) -> [LanguageGaps] {
        let tags = content.settings.languages.dropFirst()
        if tags.isEmpty { return [] }
        let articles =
            content.articles
            + content.narratives.keys.sorted().compactMap { content.narratives[$0] }
        let paths = Set(articles.map(\.path))
        let originals = articles.filter { article in
            !tags.contains { article.path.hasPrefix($0 + "/") }
        }
        return tags.map { tag in
            let isTranslated = { (article: Article) in paths.contains("\(tag)/\(article.path)") }
            return LanguageGaps(
                tag: tag,
                translated: originals.filter(isTranslated),
                missing: originals.filter { !isTranslated($0) },
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
