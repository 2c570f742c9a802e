// A template that a site has changed does not follow the program when a later version changes its original. So the
// original from which it was made is kept beside it, in `templates/originals/`; where that differs from the program's,
// the author must look.

import Decoding
import Diagnostics
import Formats
import Report

/// What a site changes of the program's templates, words and assets.
package struct TemplateOverrides {
    /// A file of the site in place of one of the program's.
    package struct Override {
        /// The path relative to `templates/`.
        package let path: String
        /// What it holds.
        package let bytes: [UInt8]
        /// The program's file.
        package let original: [UInt8]
        /// The program's file from which it was made; `nil` if that is not recorded.
        package let recorded: [UInt8]?
        /// The words that it changes; `nil` if it is no file of words.
        package let words: [ChangedWord]?

        /// Whether it says the same as the program's file.
        package var isIdentical: Bool { bytes == original || words?.isEmpty == true }

        /// Whether the program's file has changed since.
        package var isOutdated: Bool {
            guard !isIdentical else { return false }
            if let words { return words.contains(where: \.isOutdated) }
            return recorded.map { $0 != original } ?? false
        }
    }

    /// A word, or another key of a file of words, that a site states otherwise than the program.
    package struct ChangedWord {
        /// The key.
        package let key: String
        /// The key with its place in the site's file.
        let entry: YAMLNode.Entry
        /// What it is in the site, in the program, and in the program from which it was made, in one line.
        package let text: String
        package let original: String?
        package let recorded: String?

        /// Whether the program's has changed since.
        package var isOutdated: Bool { recorded.map { $0 != original } ?? false }
    }

    /// The files in place of the program's, by their paths.
    package private(set) var overrides: [Override] = []
    /// The files of which the program has none of that name.
    package private(set) var own: [String] = []
    /// The files that are for nothing.
    package private(set) var idle: [String] = []

    /// The folder of the recorded originals, within `templates/`.
    package static let folder = "originals/"

    /// Compares a site's templates with a theme; throws if one cannot be read.
    package init(_ files: InputTree, _ theme: Theme) throws {
        for file in files.files(below: "templates") {
            let path = String(file.path.dropFirst("templates/".utf8.count))
            if path.hasPrefix(TemplateOverrides.folder) {
                let copy = "templates/" + path.dropFirst(TemplateOverrides.folder.count)
                if !files.contains(copy) { idle.append(path) }
            } else if let original = theme.bytes(path) {
                overrides.append(try TemplateOverrides.override(path, original, files))
            } else if TemplatePurpose(path) != nil {
                own.append(path)
            } else {
                idle.append(path)
            }
        }
    }

    /// Whether a site has recorded any original; otherwise nothing can be found to be older.
    static func areRecorded(in files: InputTree) -> Bool {
        files.files.contains { $0.path.hasPrefix("templates/" + folder) }
    }

    /// Reports what was made from an older original.
    func check(_ log: inout DiagnosticLog) {
        for override in overrides where override.isOutdated {
            let advice =
                "`recount templates diff \(override.path)` shows what changed. When you have taken "
                + "over what you want of it: `recount templates accept \(override.path)`."
            guard let words = override.words else {
                log.report(
                    ThemeRule.outdated,
                    at: SourceLocation(file: "templates/" + override.path),
                    "this was made from an older original, and the program’s has changed since",
                    suggestion: advice
                )
                continue
            }
            for word in words where word.isOutdated {
                let now = word.original.map { "is now \($0.shortened())" } ?? "is no more"
                log.report(
                    ThemeRule.outdated,
                    at: word.entry.keyLocation,
                    "the program’s “\(word.key)” has changed since this was written: "
                        + "it was \((word.recorded ?? "").shortened()) and \(now)",
                    excerpt: word.entry.keyExcerpt,
                    suggestion: advice
                )
            }
        }
    }

    private static func override(
        _ path: String,
        _ original: [UInt8],
        _ files: InputTree
    ) throws -> Override {
        let bytes = try files.read("templates/" + path)
        let record = "templates/" + folder + path
        let recorded = files.contains(record) ? try files.read(record) : nil
        let isOfWords = path.hasPrefix("words/")
        return Override(
            path: path,
            bytes: bytes,
            original: original,
            recorded: recorded,
            words: isOfWords ? words(bytes, original, recorded, path) : nil
        )
    }

    // MARK: - Words

    private static func words(
        _ bytes: [UInt8],
        _ original: [UInt8],
        _ recorded: [UInt8]?,
        _ path: String
    ) -> [ChangedWord] {
        if bytes == original { return [] }
        let own = entries(bytes, "templates/" + path)
        let before = recorded.map { texts(entries($0, folder + path)) }
        let now = texts(entries(original, path))
        return own.compactMap { key, entry in
            let text = line(entry.value)
            guard text != now[key] else { return nil }
            return ChangedWord(
                key: key,
                entry: entry,
                text: text,
                original: now[key],
                // A word that the original did not have is the site's own.
                recorded: before?[key]
            )
        }
    }

    /// The keys of a file and those of its words, each with its entry.
    ///
    /// Mistakes are reported where the words are read for pages.
    private static func entries(_ bytes: [UInt8], _ file: String) -> [(String, YAMLNode.Entry)] {
        var log = DiagnosticLog()
        guard let text = InputTree.text(bytes, file: file, log: &log),
            case .mapping(let entries, _)? = YAMLReader.read(text, file: file, log: &log)
        else { return [] }
        return entries.flatMap { entry in
            guard entry.key == "words" else { return [(entry.key, entry)] }
            guard case .mapping(let words, _) = entry.value else { return [] }
            return words.map { ($0.key, $0) }
        }
    }

    private static func texts(_ entries: [(String, YAMLNode.Entry)]) -> [String: String] {
        Dictionary(entries.map { ($0, line($1.value)) }, uniquingKeysWith: { first, _ in first })
    }

    /// A value in one line: “text”, {one: “…”, other: “…”}, [“…”, “…”].
    private static func line(_ node: YAMLNode) -> String {
        switch node {
        case .scalar(let scalar, _): "“\(scalar.text)”"
        case .sequence(let items, _): "[" + items.map(line).joined(separator: ", ") + "]"
        case .mapping(let entries, _):
            "{" + entries.map { "\($0.key): \(line($0.value))" }.joined(separator: ", ") + "}"
        }
    }
}
