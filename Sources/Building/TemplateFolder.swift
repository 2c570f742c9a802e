// What `recount templates` does in a site's folder: it copies originals, records them, and shows differences.

import Decoding
import Diagnostics
import Formats
import Foundation
import Output

/// The folder `templates/` of a site, beside the program's.
package struct TemplateFolder {
    /// Why a command cannot do what it is asked for: a sentence, and advice below it.
    package struct Failure: Error, CustomStringConvertible {
        /// The sentences.
        package let description: String
    }

    private let site: String
    private let theme: Theme
    private let files: InputTree
    /// What the site changes.
    package let overrides: TemplateOverrides

    /// Reads the folder, which may be missing; mistakes in it are reported.
    package init(site: String, theme: Theme, log: inout DiagnosticLog) throws {
        self.site = site
        self.theme = theme
        files = try InputTree.scan(site, folders: [], log: &log)
        overrides = try TemplateOverrides(files, theme)
    }

    /// A name without the folder before it.
    private static func path(_ name: String) -> String {
        let name = name.hasPrefix("./") ? String(name.dropFirst(2)) : name
        return name.hasPrefix("templates/") ? String(name.dropFirst("templates/".count)) : name
    }

    // MARK: - Copying

    /// Copies the program's file of a name into the site, and records it as the original; returns what was done.
    package func copy(_ name: String) throws -> String {
        let path = TemplateFolder.path(name)
        if files.contains("templates/" + path) {
            throw Failure(
                description: "templates/\(path) exists already\n     "
                    + "`recount templates diff \(path)` shows how it differs from the program’s."
            )
        }
        if let bytes = theme.bytes(path) {
            let isOfWords = path.hasPrefix("words/")
            try write(isOfWords ? TemplateFolder.commentedOut(bytes) : bytes, path)
            try write(bytes, TemplateOverrides.folder + path)
            return isOfWords
                ? "wrote    templates/\(path), with every word after a “#”: delete it where you change one"
                : "wrote    templates/\(path)"
        }
        let tag = String(path.dropFirst("words/".count).dropLast(".yaml".count))
        if path == "words/\(tag).yaml", LanguageTag.isValid(tag),
            let english = theme.bytes("words/en.yaml")
        {
            try write(TemplateFolder.words(english, for: tag), path)
            return
                "wrote    templates/\(path), the English words: translate all of them, and the lists above them"
        }
        throw Failure(
            description: "the program has no template “\(path)”\n     "
                + (Spelling.question(path, theme.files.map(\.path))
                    ?? "`recount templates` lists them.")
        )
    }

    /// A file of words in which nothing is stated yet, so that every word follows the program until it is changed.
    private static func commentedOut(_ bytes: [UInt8]) -> [UInt8] {
        let lines = String(decoding: bytes, as: UTF8.self)
            .split(separator: "\n", omittingEmptySubsequences: false)
        let commented = lines.map { line in
            line.isEmpty || line.hasPrefix("#") || line == "words:" ? String(line) : "#" + line
        }
        return Array(commented.joined(separator: "\n").utf8)
    }

    /// The English words as the beginning of a file for another language.
    static func words(_ english: [UInt8], for tag: String) -> [UInt8] {
        let lines = String(decoding: english, as: UTF8.self)
            .split(separator: "\n", omittingEmptySubsequences: false)
        return Array(
            lines.map { $0 == "language: en" ? "language: \(tag)" : String($0) }
                .joined(separator: "\n").utf8
        )
    }

    // MARK: - Accepting

    /// Records the program's file as the original from which the site's was made; returns what was done.
    package func accept(_ name: String) throws -> String {
        let override = try override(name)
        guard override.recorded != override.original else {
            return
                "unchanged  templates/\(override.path) is recorded as made from this version’s original"
        }
        try write(override.original, TemplateOverrides.folder + override.path)
        return "accepted   templates/\(override.path) as made from this version’s original"
    }

    private func override(_ name: String) throws -> TemplateOverrides.Override {
        let path = TemplateFolder.path(name)
        if let found = overrides.overrides.first(where: { $0.path == path }) { return found }
        let known = Spelling.question(path, overrides.overrides.map(\.path))
        throw Failure(
            description: files.contains("templates/" + path)
                ? "templates/\(path) is the site’s own: the program has no template of that name"
                : "the site has no templates/\(path), so it follows the program\n     "
                    + (known ?? "`recount templates` lists what the site changes.")
        )
    }

    private func write(_ bytes: [UInt8], _ path: String) throws {
        let path = "\(site)/templates/\(path)"
        let folder = path.split(separator: "/", omittingEmptySubsequences: false).dropLast()
        try FileManager.default.createDirectory(
            atPath: folder.joined(separator: "/"),
            withIntermediateDirectories: true
        )
        try AtomicFile.write(bytes, to: path)
    }

    // MARK: - Differences

    /// What the site changes in a file, and what the program has changed since it was made; without a name, in all.
    package func differences(_ names: [String]) throws -> String {
        let chosen = names.isEmpty ? overrides.overrides : try names.map(override)
        return chosen.map(TemplateFolder.difference).filter { !$0.isEmpty }.joined(separator: "\n")
    }

    private static func difference(_ override: TemplateOverrides.Override) -> String {
        if let words = override.words { return difference(of: words, in: override.path) }
        let name = "templates/\(override.path)"
        let base = override.recorded ?? override.original
        var text = ""
        if override.isOutdated {
            text +=
                "What the program has changed since \(name) was made:\n"
                + LineDiff(from: base, to: override.original)
                .text(from: "the original of \(override.path)", to: "the program’s now")
        }
        let own = LineDiff(from: base, to: override.bytes)
            .text(
                from: override.isOutdated ? "the original of \(override.path)" : "the program’s",
                to: name
            )
        if own.isEmpty { return text }
        return text + (text.isEmpty ? "" : "\n") + "What the site changes:\n" + own
    }

    private static func difference(
        of words: [TemplateOverrides.ChangedWord],
        in path: String
    ) -> String {
        if words.isEmpty { return "" }
        return "templates/\(path)\n"
            + words.map { word in
                var text = "  \(word.key)\n"
                if word.isOutdated {
                    text += "    the program’s was     \(word.recorded ?? "")\n"
                    text += "    the program’s is now  \(word.original ?? "no more")\n"
                } else {
                    text += "    the program’s is      \(word.original ?? "none")\n"
                }
                return text + "    the site’s is         \(word.text)\n"
            }
            .joined()
    }

    // MARK: - The list

    /// What the site changes, what is its own, and what comes from the program.
    package var list: String {
        var text = ""
        func add(_ title: String, _ lines: [String]) {
            if lines.isEmpty { return }
            text += (text.isEmpty ? "" : "\n") + title + "\n" + lines.map { "  \($0)\n" }.joined()
        }
        let width = overrides.overrides.map(\.path.count).max() ?? 0
        add(
            "In place of the program’s:",
            overrides.overrides.map { override in
                override.path.padding(toLength: width, withPad: " ", startingAt: 0) + "  "
                    + TemplateFolder.state(override)
            }
        )
        add("The site’s own:", overrides.own)
        add("Without effect:", overrides.idle)
        let replaced = Set(overrides.overrides.map(\.path))
        let rest = theme.files.map(\.path).filter { !replaced.contains($0) }
        add("From the program:", rest)
        return text
    }

    private static func state(_ override: TemplateOverrides.Override) -> String {
        if override.isIdentical {
            return "no difference: delete it, and it follows the program"
        }
        let words = override.words.map { BuildText.counted($0.count, "word") + ", " } ?? ""
        if override.isOutdated {
            return words + "made from an older original: recount templates diff \(override.path)"
        }
        if override.recorded == nil {
            return words + "original not recorded: recount templates accept \(override.path)"
        }
        return words + "made from this version’s original"
    }
}
