// What a report in several languages lacks in each of them, for those who translate it.

import Decoding
import Diagnostics
import Records
import Report

/// How much of a site is translated into each of its languages.
struct LanguagesPage: Sendable {
    /// How much of the site is translated into one language.
    struct Language: Sendable {
        let tag: String
        /// The files of the originals that have a translation, and those that have none.
        let translated: [String]
        let missing: [String]
        /// The translations with a message of a rule, by the rule's name.
        let flawed: [(rule: ProseRule, files: [String])]
        /// Who reviewed its interface words; `nil` when their file does not say.
        let review: WordsReview?
        /// The places of texts in settings and codebook that are not stated in the language.
        let texts: [SourceLocation]
    }

    let languages: [Language]

    /// Lists what a site lacks in its languages; the log is that of its build.
    init(_ content: SiteContent, _ reviews: [String: WordsReview], _ log: DiagnosticLog) {
        let tags = content.settings.languages.dropFirst()
        let texts =
            content.articles
            + content.narratives.keys.sorted().compactMap { content.narratives[$0] }
        let paths = Set(texts.map(\.path))
        let originals = texts.filter { article in
            !tags.contains { article.path.hasPrefix($0 + "/") }
        }
        languages = tags.map { tag in
            let folder = "content/\(tag)/"
            let isTranslated = { (article: Article) in paths.contains("\(tag)/\(article.path)") }
            return Language(
                tag: tag,
                translated: originals.filter(isTranslated).map(\.file),
                missing: originals.filter { !isTranslated($0) }.map(\.file),
                flawed: [ProseRule.translationDiffers, .translationOutdated]
                    .map { rule in
                        let files = log.sorted.filter { $0.rule == rule.rawValue }
                            .map(\.location.file).filter { $0.hasPrefix(folder) }
                        return (rule, Set(files).sorted())
                    },
                review: reviews[tag],
                texts: content.missingTexts[tag] ?? []
            )
        }
    }

    /// The list as text.
    var text: String {
        if languages.isEmpty {
            return "The site is in one language; “languages” in content/site.yaml names several.\n"
        }
        return languages.map(LanguagesPage.text).joined(separator: "\n")
    }

    private static func text(_ language: Language) -> String {
        let articles = language.translated.count + language.missing.count
        var lines = [
            "\(language.tag)  \(language.translated.count) of "
                + "\(BuildText.counted(articles, "article")) translated"
        ]
        lines += language.missing.map { "    not translated  \($0)" }
        for (rule, files) in language.flawed {
            lines += files.map { "    \($0)  [\(rule.rawValue)]" }
        }
        let review = language.review?.text ?? "their file does not say who reviewed them"
        lines.append("    words  \(review)")
        lines += language.texts.map { "    no text  \($0.description)" }
        return lines.joined(separator: "\n") + "\n"
    }
}
