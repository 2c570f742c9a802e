// `recount new --languages en,ar`: the sample in several languages. Its articles and the texts of its settings lie in
// `Sample/languages`; the settings and the codebook are those of the English sample with the texts replaced.

import Diagnostics
import Formats

extension StarterSite {
    /// The languages in which there is a sample, by their tags.
    public static let sampleLanguages = ["en", "ar", "fr"]

    /// The sample site in languages of ``sampleLanguages``, that of the original first.
    ///
    /// Throws a ``StartingError`` for another language, and for none or the same twice.
    public static func sample(in languages: [String]) throws(StartingError) -> StarterSite {
        for tag in languages where !sampleLanguages.contains(tag) {
            throw .noSample(language: tag)
        }
        guard let original = languages.first, Set(languages).count == languages.count else {
            throw .noSample(language: languages.joined(separator: ","))
        }
        if languages == ["en"] { return sample }
        let texts = SampleTexts(file("languages/texts.yaml"), languages: languages)
        var files: [StarterFile] = []
        for file in ownFiles where !file.path.hasPrefix(translations) {
            if ["content/site.yaml", "content/datapackage.yaml"].contains(file.path) {
                files.append(StarterFile(file.path, texts.settings(self.file(file.path))))
            } else if let path = article(file.path) {
                for tag in languages {
                    let folder = tag == original ? "" : tag + "/"
                    let source = tag == "en" ? file.path : "\(translations)\(tag)/\(path)"
                    files.append(StarterFile("content/\(folder)\(path)", self.file(source)))
                }
            } else {
                files.append(file)
            }
        }
        return StarterSite(files: files)
    }

    /// The articles and narratives of the site that are translations, as paths from its folder.
    public func translations(into languages: some Sequence<String>) -> [String] {
        languages.flatMap { tag in
            files.map(\.path).filter { $0.hasPrefix("content/\(tag)/") && $0.hasSuffix(".md") }
        }
    }

    /// The folder of the sample's translations, which no site has.
    static let translations = "languages/"

    /// The path of an article within `content/`.
    private static func article(_ path: String) -> String? {
        path.hasPrefix("content/") && path.hasSuffix(".md")
            ? String(path.dropFirst("content/".count)) : nil
    }

    private static func file(_ path: String) -> String {
        String(decoding: ownFiles.first { $0.path == path }?.bytes ?? [], as: UTF8.self)
    }
}

/// The texts of the sample's settings and codebook in the languages of a new site.
private struct SampleTexts {
    /// The texts of each language, in order, by the English one.
    private let texts: [String: [(tag: String, text: String)]]
    private let languages: [String]

    /// Keys of the settings and the codebook that hold texts.
    private static let keys = [
        "title", "description", "credit", "caution", "notice", "label", "means",
    ]

    init(_ text: String, languages: [String]) {
        var log = DiagnosticLog()
        var texts: [String: [(tag: String, text: String)]] = [:]
        if case .sequence(let items, _)? = YAMLReader.read(text, file: "texts.yaml", log: &log) {
            for item in items {
                guard case .mapping(let entries, _) = item else { continue }
                func text(_ tag: String) -> String? {
                    entries.first { $0.key == tag }?.value.scalar?.text
                }
                guard let english = text("en") else { continue }
                texts[english] = languages.compactMap { tag in text(tag).map { (tag, $0) } }
            }
        }
        self.texts = texts
        self.languages = languages
    }

    /// A file of settings with its texts in all languages.
    func settings(_ file: String) -> String {
        var lines = file.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        for index in lines.indices {
            if lines[index].hasPrefix("# The language of the interface:"), languages.count > 1 {
                lines[index] =
                    "# The languages of the report, that of the original first."
            } else if lines[index] == "language: en" {
                lines[index] =
                    languages.count > 1
                    ? "languages: [\(languages.joined(separator: ", "))]"
                    : "language: \(languages.first ?? "en")"
            } else if lines[index].hasPrefix("casualty_words: ") {
                lines[index] = "casualty_words: [\(words("residents"))]"
            } else if !lines[index].hasPrefix("#") {
                lines[index] = translated(lines[index])
            }
        }
        return lines.joined(separator: "\n")
    }

    private func words(_ english: String) -> String {
        texts[english]?.map(\.text).joined(separator: ", ") ?? english
    }

    private func translated(_ line: String) -> String {
        SampleTexts.keys.reduce(line) { translated($0, key: $1) }
    }

    /// A line with the text of each occurrence of a key in all languages.
    private func translated(_ line: String, key: String) -> String {
        var parts = line.split(separator: "\(key): ", omittingEmptySubsequences: false)
            .map(String.init)
        for index in parts.indices.dropFirst() {
            let part = parts[index]
            let isQuoted = part.hasPrefix("\"")
            let text = part.dropFirst(isQuoted ? 1 : 0)
                .prefix { isQuoted ? $0 != "\"" : $0 != "," && $0 != "}" }
            guard let all = texts[String(text)] else { continue }
            parts[index] = value(all) + part.dropFirst(text.count + (isQuoted ? 2 : 0))
        }
        return parts.joined(separator: "\(key): ")
    }

    private func value(_ texts: [(tag: String, text: String)]) -> String {
        if languages.count == 1 { return "\"\(texts.first?.text ?? "")\"" }
        return "{" + texts.map { "\($0.tag): \"\($0.text)\"" }.joined(separator: ", ") + "}"
    }
}
