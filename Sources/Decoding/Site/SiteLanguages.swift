// `language` names the language of a report; `languages` names several, and the first is that of the original. They are
// read before all other settings, whose texts may be stated by language.

import Diagnostics
import Formats
import Records
import Text

/// Reads the languages of a site.
enum SiteLanguages {
    /// The tags of the languages, that of the original first; at least one.
    static func read(_ node: YAMLNode, _ log: inout DiagnosticLog) -> [String] {
        var quiet = DiagnosticLog()
        let fields = YAMLFields(node, what: "the settings", known: nil, log: &quiet)
        let single = fields.languageTag(&log)
        guard fields.has("languages") else { return [single ?? "en"] }
        var languages: [String] = []
        for item in fields.items("languages", &log) {
            let tag = item.scalar?.text ?? ""
            if !LanguageTag.isValid(tag) {
                report(
                    .languageInvalid,
                    item,
                    "“\(tag.shortened())” is not the tag of a language",
                    "Write it as BCP 47 does: en, ar, pt-BR.",
                    &log
                )
            } else if languages.contains(tag) {
                report(
                    .languages,
                    item,
                    "the language “\(tag)” is named twice",
                    "Delete one of the two.",
                    &log
                )
            } else {
                languages.append(tag)
            }
        }
        if let single, let first = languages.first, first != single {
            fields.report(
                SettingsRule.languages,
                "language",
                "the language is “\(single)”, but the first of the languages is “\(first)”",
                suggestion: "Name the language of the original first, and delete “language”.",
                &log
            )
        }
        return languages.isEmpty ? [single ?? "en"] : languages
    }

    /// States the language of articles in the folder of a language: `ar/overview.md` is the Arabic `overview.md`.
    static func assign(
        _ languages: [String],
        to articles: [Article],
        _ log: inout DiagnosticLog
    ) -> [Article] {
        guard languages.count > 1 else { return articles }
        return articles.map { article in
            guard
                let folder = languages.dropFirst()
                    .first(where: { article.path.hasPrefix($0 + "/") })
            else { return article }
            if !article.language.isEmpty, article.language != folder {
                log.report(
                    SettingsRule.languages,
                    at: article.location,
                    "the article is in the folder of “\(folder)”, but its language is “\(article.language)”",
                    suggestion: "Delete “language”, or move the article."
                )
            }
            var article = article
            article.language = folder
            return article
        }
    }

    private static func report(
        _ rule: SettingsRule,
        _ item: YAMLNode,
        _ message: String,
        _ suggestion: String,
        _ log: inout DiagnosticLog
    ) {
        log.report(
            rule,
            at: item.location,
            message,
            excerpt: item.excerpt,
            suggestion: suggestion
        )
    }
}
