// What of a site is translated into one of its languages, for translators who work outside the site's folder.

import Diagnostics
import Formats
import Records

/// The texts of a site in its original language and in another one.
package struct TranslationSources: Sendable {
    /// An article or narrative, and its translation.
    package struct Pair: Sendable {
        /// The article in the language of the original.
        package let original: Article
        /// The file of the original, as text.
        package let originalText: String
        /// Its translation; `nil` when there is none.
        package let translation: Article?
        /// The file of the translation, as text; empty when there is none.
        package let translationText: String
        /// Where the translation stands or would stand, from the site's folder.
        package let path: String
    }

    /// A file with texts by language.
    package struct Texts: Sendable {
        /// The path from the site's folder.
        package let path: String
        /// The file as text.
        package let text: String
        /// The file as a tree.
        package let root: YAMLNode
        /// The keys whose single values are texts for readers.
        package let plain: Set<String>
        /// The keys below which nothing is translated.
        package let kept: Set<String>
        /// Whether the text of another language stands beside that of the original, as `title.ar`.
        package let hasSiblings: Bool
    }

    /// The languages of the site, that of the original first.
    package let languages: [String]
    /// The articles, then the narratives.
    package let articles: [Pair]
    /// The settings and the codebook.
    package let texts: [Texts]
    /// All files of the site.
    package let files: InputTree

    /// Reads a site for a language; `nil` when mistakes leave nothing to continue with.
    package init?(site: String, language: String, log: inout DiagnosticLog) throws {
        guard let settings = try SiteReader.readSettings(site: site, log: &log)?.settings else {
            return nil
        }
        let tags = Array(settings.languages.dropFirst())
        languages = settings.languages
        let files = try InputTree.scan(site, log: &log)
        var cache: Cache<ArticleReader.Input, Article> = Cache(keeps: false)
        let read = try ArticleReader(files: files, drafts: true, translations: tags)
            .read(&cache, &log)
        let all = read.articles + read.narratives
        var pairs: [Pair] = []
        for original in all where !tags.contains(where: { original.path.hasPrefix($0 + "/") }) {
            let translation = all.first { $0.path == "\(language)/\(original.path)" }
            let text = try translation.flatMap { try files.readText($0.file, log: &log) }
            pairs.append(
                Pair(
                    original: original,
                    originalText: try files.readText(original.file, log: &log) ?? "",
                    translation: translation,
                    translationText: text ?? "",
                    path: "content/\(language)/\(original.path)"
                )
            )
        }
        articles = pairs
        var texts: [Texts] = []
        func add(_ path: String, _ plain: Set<String>, _ kept: Set<String>, _ siblings: Bool) throws
        {
            guard files.contains(path), let text = try files.readText(path, log: &log),
                let root = YAMLReader.read(text, file: path, log: &log)
            else { return }
            texts.append(
                Texts(
                    path: path,
                    text: text,
                    root: root,
                    plain: plain,
                    kept: kept,
                    hasSiblings: siblings
                )
            )
        }
        try add("content/site.yaml", SettingsReader.texts, SettingsReader.byLanguage, false)
        for name in ["content/datapackage.yaml", "content/datapackage.json"] {
            try add(name, CodebookReader.texts, CodebookReader.names, true)
        }
        self.texts = texts
        self.files = files
    }
}
