// A report in several languages is written once for each: the original at the root, the others in folders named after
// their languages, so that `strikes/A1.html` is `ar/strikes/A1.html` in Arabic. Every page exists in every version; an
// article that has not been translated is shown there in the original. Files that are not pages exist once.

import Text

/// The languages of a report, each with its folder and its articles.
struct ReportVersions: Sendable {
    /// The report in one language.
    struct Version: Sendable {
        /// The language.
        let language: Language
        /// The folder with a slash at its end; empty for the original.
        let folder: String
        /// The articles with the pages on which they stand in this version, in order.
        let articles: [Entry]
    }

    /// An article in a version of the report.
    struct Entry: Sendable {
        /// The page, from the root of the version.
        let path: String
        /// The article: a translation, or the original where there is none.
        let article: PlannedArticle
    }

    /// The versions, the original first.
    let all: [Version]
    /// The pages that exist in one version only, from the root of the report.
    private let single: Set<String>

    /// Sorts the articles by version; the original's language is the first.
    init(_ articles: [PlannedArticle], languages: [Language]) {
        let folders = languages.dropFirst().map { $0.tag + "/" }
        let originals = articles.filter { article in
            !folders.contains { article.article.path.hasPrefix($0) }
        }
        var single: Set<String> = []
        all = languages.enumerated()
            .map { index, language in
                guard index > 0 else {
                    let entries = originals.map { Entry(path: $0.path, article: $0) }
                    return Version(language: language, folder: "", articles: entries)
                }
                let folder = language.tag + "/"
                var own = articles.filter { $0.article.path.hasPrefix(folder) }
                var entries = originals.map { original in
                    let translation = own.firstIndex {
                        $0.article.path.dropFirst(folder.count) == original.article.path
                    }
                    return Entry(
                        path: original.path,
                        article: translation.map { own.remove(at: $0) } ?? original
                    )
                }
                for article in own {
                    single.insert(article.path)
                    let path = String(article.path.dropFirst(folder.count))
                    entries.append(Entry(path: path, article: article))
                }
                return Version(language: language, folder: folder, articles: entries)
            }
        self.single = single
    }

    /// Whether there is more than one.
    var areSeveral: Bool { all.count > 1 }

    /// The original of a translation; `nil` for an article that is none.
    func original(of entry: Entry, in version: Version) -> PlannedArticle? {
        guard entry.article.article.path.hasPrefix(version.folder), !version.folder.isEmpty else {
            return nil
        }
        let path = entry.article.article.path.dropFirst(version.folder.count)
        return all.first?.articles.first { $0.article.article.path == path }?.article
    }

    /// The articles of the version in a folder.
    func articles(in folder: String) -> [Entry] {
        all.first { $0.folder == folder }?.articles ?? []
    }

    /// The path, from the root of the report, of what a path means in the version in a folder: of its page if it is the
    /// path of a page, the same path for a file.
    func path(_ path: String, in folder: String) -> String {
        guard !folder.isEmpty, isPage(path), !all.contains(where: { $0.contains(path) }) else {
            return path
        }
        return folder + path
    }

    /// Whether a page, given by its path from the root of its version, exists in every version.
    func isInAll(_ path: String, of folder: String) -> Bool { !single.contains(folder + path) }

    private func isPage(_ path: String) -> Bool {
        path.withBytes { bytes in
            let path = bytes.prefix { $0 != UInt8(ascii: "#") }
            if path.elementsEqual(ReportVersions.feed) { return true }
            return path.suffix(ReportVersions.html.count).elementsEqual(ReportVersions.html)
                && !path.starts(with: ReportVersions.assets)
                && !path.starts(with: ReportVersions.media)
        }
    }

    private static let feed = Array(PagePlaces.Fixed.feed.rawValue.utf8)
    private static let html = Array(".html".utf8)
    private static let assets = Array("assets/".utf8)
    private static let media = Array("media/".utf8)
}

extension ReportVersions.Version {
    /// Whether a path from the root of the report leads into this version's folder.
    fileprivate func contains(_ path: String) -> Bool { !folder.isEmpty && path.hasPrefix(folder) }
}
