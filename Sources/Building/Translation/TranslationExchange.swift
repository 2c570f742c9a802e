// What `recount translation` does: a site's texts go to translators as one PO file, and come back from it.

import Decoding
import Diagnostics
import Formats
import Records

/// The texts of a site with their translations into one of its languages.
package struct TranslationExchange: Sendable {
    /// Why nothing can be exchanged, in a sentence.
    package struct Failure: Error, CustomStringConvertible {
        /// The reason, and what to do.
        package let description: String
    }

    private let tag: String
    private let languages: [String]
    private let words: ExchangeWords
    private let settings: [ExchangeSettings]
    private let articles: [ExchangeArticle]

    /// Reads a site; `nil` when its mistakes leave nothing to continue with.
    ///
    /// Throws a ``Failure`` for a language into which the site is not translated.
    package init?(
        site: String,
        language: String,
        theme: Theme,
        log: inout DiagnosticLog
    ) throws {
        guard let sources = try TranslationSources(site: site, language: language, log: &log) else {
            return nil
        }
        try TranslationExchange.check(language, sources.languages)
        tag = language
        languages = sources.languages
        words = try ExchangeWords(language, theme: theme, files: sources.files, log: &log)
        settings = sources.texts.map {
            ExchangeSettings($0, languages: sources.languages, tag: language)
        }
        articles = sources.articles.map(ExchangeArticle.init)
        if log.hasErrors { return nil }
    }

    private static func check(_ language: String, _ languages: [String]) throws {
        let targets = Array(languages.dropFirst())
        if targets.contains(language) { return }
        throw Failure(
            description: targets.isEmpty
                ? "the site is in one language; “languages” in content/site.yaml names several."
                : language == languages.first
                    ? "“\(language)” is the language of the original."
                    : "the site is not translated into “\(language)”; its languages: "
                        + targets.joined(separator: ", ") + "."
        )
    }

    /// The texts in the order of a PO file: articles, settings, words.
    private var texts: [ExchangeText] {
        articles.flatMap(\.texts) + settings.flatMap(\.texts) + words.texts
    }

    // MARK: - Export

    /// A PO file for translators, and what was left out of it.
    package func export(withWords: Bool, generator: String) -> (text: String, lines: [String]) {
        var object = PortableObject()
        object.header = [
            ("Project-Id-Version", "report"), ("PO-Revision-Date", ""), ("Last-Translator", ""),
            ("Language-Team", ""), ("Language", tag.replacing("-", with: "_")),
            ("MIME-Version", "1.0"), ("Content-Type", "text/plain; charset=UTF-8"),
            ("Content-Transfer-Encoding", "8bit"), ("X-Generator", generator),
            ("X-Source-Language", languages.first ?? "en"),
        ]
        let texts = texts.filter { withWords || !$0.address.hasPrefix("words#") }
        object.entries = texts.map(\.entry)
        let fuzzy = object.entries.count { $0.isFuzzy }
        let empty = object.entries.count { $0.translation.isEmpty }
        let additions = articles.filter { $0.ownParagraphs > 0 }
        let paragraphs = additions.reduce(0) { $0 + $1.ownParagraphs }
        let own =
            "\(BuildText.counted(paragraphs, "paragraph")) that "
            + (paragraphs == 1 ? "a translation has" : "translations have")
            + " besides those of the original"
        return (
            object.text,
            [
                "\(BuildText.counted(texts.count, "text")): \(empty) to translate, "
                    + "\(fuzzy) to translate again"
            ] + (paragraphs == 0 ? [] : [own]) + articles.map(\.note).filter { !$0.isEmpty }
        )
    }

    // MARK: - Import

    /// What comes of the translations in a PO file.
    package struct Imported: Sendable {
        /// The files that change, with their new texts.
        package let files: [(path: String, text: String)]
        /// What was done and what was not, one line each.
        package let lines: [String]
        /// What an author must write by hand.
        package let byHand: [String]
    }

    /// The language of a PO file; what cannot be read is reported.
    package static func object(
        _ text: String,
        file: String,
        log: inout DiagnosticLog
    ) -> (object: PortableObject, language: String)? {
        let (object, mistakes) = PortableObjectReader.read(text, file: file)
        for mistake in mistakes {
            log.report(
                ExchangeRule.poNotRead,
                at: mistake.location,
                mistake.message,
                excerpt: mistake.excerpt,
                suggestion: "Save the file again with the translators’ tool, or correct the line."
            )
        }
        guard let language = object.header("Language"), !language.isEmpty else {
            log.report(
                ExchangeRule.poNotRead,
                at: SourceLocation(file: file, line: 1, column: 1),
                "the head of the file names no language",
                suggestion: "It begins with an entry msgid \"\" that holds “Language: ar”."
            )
            return nil
        }
        return (object, language.replacing("_", with: "-"))
    }

    /// The files of the site with the translations in a PO file; `nil` when one of them is not as it must be.
    package func importing(_ object: PortableObject, log: inout DiagnosticLog) -> Imported? {
        let texts = Dictionary(texts.map { ($0.address, $0) }) { first, _ in first }
        var entries: [String: PortableObject.Entry] = [:]
        var fuzzy = 0
        for entry in object.entries {
            if entry.translation.isEmpty { continue }
            guard let text = self.text(of: entry, texts) else {
                reportStale(entry, &log)
                continue
            }
            if entry.isFuzzy {
                if entry.translation != text.current { fuzzy += 1 }
                continue
            }
            if entries[text.address] != nil {
                log.report(
                    ExchangeRule.poEntry,
                    at: entry.location,
                    "“\(text.address)” is translated twice in this file",
                    excerpt: entry.excerpt,
                    suggestion: "Delete one of the two entries."
                )
            }
            for problem in text.problems(entry.translation) { report(problem, entry, &log) }
            entries[text.address] = entry
        }
        let new = entries.filter { $0.value.translation != texts[$0.key]?.current }
            .mapValues(\.translation)
        for (address, problem) in words.problems(new) {
            if let entry = entries[address] { report(problem, entry, &log) }
        }
        if log.hasErrors { return nil }
        return files(new, seen: Set(entries.keys), fuzzy: fuzzy)
    }

    /// The text that an entry translates; `nil` when the site has no such text.
    private func text(
        of entry: PortableObject.Entry,
        _ texts: [String: ExchangeText]
    ) -> ExchangeText? {
        let file = entry.context.prefix { $0 != "#" }
        if let article = articles.first(where: {
            $0.texts.first?.address.hasPrefix(file + "#") ?? false
        }), let address = article.address(of: entry.context, entry.original) {
            return texts[address]
        }
        guard let text = texts[entry.context], text.original == entry.original else { return nil }
        return text
    }

    private func files(_ new: [String: String], seen: Set<String>, fuzzy: Int) -> Imported {
        var files: [(path: String, text: String)] = []
        var lines: [String] = []
        var byHand: [String] = []
        func add(_ change: ExchangeChange) {
            byHand += change.byHand
            guard let text = change.text else { return }
            files.append((change.path, text))
            lines.append(
                "wrote    \(change.path): \(BuildText.counted(change.count, "translation"))"
            )
        }
        for article in articles {
            switch article.changed(new, seen: seen) {
            case .changed(let change)?: add(change)
            case .waits(let missing)?:
                lines.append(
                    "waits    \(article.path): \(BuildText.counted(missing, "text")) of "
                        + "\(article.texts.count) to translate"
                )
            case nil: break
            }
        }
        for file in settings {
            let own = new.filter { address, _ in file.texts.contains { $0.address == address } }
            if let change = file.changed(own, languages: languages, tag: tag) { add(change) }
        }
        let own = new.filter { $0.key.hasPrefix("words#") }
        if let change = words.changed(own) { add(change) }
        if lines.isEmpty, byHand.isEmpty {
            lines.append("unchanged  the site has these translations")
        }
        if fuzzy > 0 {
            lines.append(
                "left     \(BuildText.counted(fuzzy, "translation")) marked as needing work"
            )
        }
        return Imported(files: files, lines: lines, byHand: byHand)
    }

    // MARK: - Mistakes

    private func report(
        _ problem: ExchangeText.Problem,
        _ entry: PortableObject.Entry,
        _ log: inout DiagnosticLog
    ) {
        var location = entry.location
        var excerpt = entry.excerpt
        if let part = problem.part,
            let offset = entry.lines.firstIndex(where: { $0.contains(part) }),
            let range = entry.lines[offset].range(of: part)
        {
            let line = entry.lines[offset]
            let start = line.distance(from: line.startIndex, to: range.lowerBound)
            location.line += offset
            location.column = start + 1
            excerpt = Excerpt(line, start: start, length: part.count)
        }
        log.report(
            ExchangeRule.poEntry,
            at: location,
            "\(entry.context): \(problem.message)",
            excerpt: excerpt,
            suggestion: problem.advice
        )
    }

    private func reportStale(_ entry: PortableObject.Entry, _ log: inout DiagnosticLog) {
        log.report(
            ExchangeRule.poStale,
            at: entry.location,
            "\(entry.context): the site no longer has this text as it was exported",
            excerpt: entry.excerpt,
            suggestion: "Export the texts again: this translation is not taken in."
        )
    }
}
