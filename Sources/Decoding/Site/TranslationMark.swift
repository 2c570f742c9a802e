// `recount translated` states in a translation from which text it was made. Only that line of the file changes.

import Diagnostics
import Formats
import Records
import Text

/// A translation with the marks of its original as it is now.
public struct TranslationMark: Sendable {
    /// Why a file cannot be marked, in one sentence or two.
    public struct Failure: Error, CustomStringConvertible {
        /// The reason, and what to do.
        public let description: String
    }

    /// The file, from the site's folder.
    public let path: String
    /// The original, from the site's folder.
    public let original: String
    /// The new text of the file; `nil` when its marks are those of the original already.
    public let text: String?

    private static let key = "translates:"

    /// Reads translations and their originals; each file is a path from the site's folder or from `content/`.
    ///
    /// Throws a ``Failure`` if one is no translation, and the errors of reading.
    public static func all(site: String, files names: [String]) throws -> [TranslationMark] {
        var log = DiagnosticLog()
        guard let settings = try SiteReader.readSettings(site: site, log: &log)?.settings else {
            throw Failure(description: "content/site.yaml cannot be read; run recount check.")
        }
        let files = try InputTree.scan(site, optional: [], log: &log)
        let languages = Array(settings.languages.dropFirst())
        var cache: Cache<ArticleReader.Input, Article> = Cache(keeps: false)
        let read = try ArticleReader(files: files, drafts: true, translations: languages)
            .read(&cache, &log)
        let articles = read.articles + read.narratives
        return try names.map { try TranslationMark($0, among: articles, languages, files) }
    }

    private init(
        _ file: String,
        among articles: [Article],
        _ languages: [String],
        _ files: InputTree
    ) throws {
        var log = DiagnosticLog()
        let name = file.hasPrefix("content/") ? String(file.dropFirst("content/".count)) : file
        guard let translation = articles.first(where: { $0.path == name }) else {
            let known = Spelling.question(name, articles.map(\.path))
            throw Failure(
                description: "there is no article content/\(name)"
                    + (known.map { "; \($0)" } ?? ".")
            )
        }
        let folder = languages.map { $0 + "/" }.first(where: name.hasPrefix)
        guard let folder else {
            throw Failure(
                description: "content/\(name) is in no folder of a language that site.yaml names."
            )
        }
        let source = String(name.dropFirst(folder.count))
        guard let original = articles.first(where: { $0.path == source }) else {
            throw Failure(
                description: "content/\(name) has no original: content/\(source) does not exist."
            )
        }
        path = translation.file
        self.original = original.file
        let marks = OriginalText(original).marks
        if marks == translation.translates {
            text = nil
            return
        }
        guard let written = try files.readText(translation.file, log: &log) else {
            throw Failure(description: "content/\(name) is not text in UTF-8.")
        }
        text = TranslationMark.text(written, marked: marks)
    }

    /// The text of a file with its line `translates` added or replaced.
    package static func text(_ text: String, marked marks: [String]) -> String {
        let line = "\(key) \"\(marks.joined(separator: " "))\""
        let end = text.contains("\r\n") ? "\r\n" : "\n"
        var lines = OriginalText.lines(text).map(String.init)
        let fence = lines.first?.trimmingEnd ?? ""
        guard fence == "---" else { return "---\(end)\(line)\(end)---\(end)\(end)" + text }
        let close = lines.dropFirst().firstIndex { $0.trimmingEnd == "---" } ?? lines.count
        if let old = lines[..<close].firstIndex(where: { $0.hasPrefix(key) }) {
            lines[old] = line
        } else {
            lines.insert(line, at: close)
        }
        return lines.joined(separator: end)
    }
}

extension String {
    /// The text without white space at its end.
    fileprivate var trimmingEnd: Substring {
        var text = self[...]
        while text.last?.isWhitespace == true { text.removeLast() }
        return text
    }
}
