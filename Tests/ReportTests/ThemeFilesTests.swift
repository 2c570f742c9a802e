import Diagnostics
import Foundation
import Records
import Templates
import TestSupport
import Testing

@testable import Decoding
@testable import Report

/// The templates and words that the project ships, checked as a build checks a user's own.
@Suite struct ThemeFilesTests {
    private static let folder = URL(filePath: Package.root + "/templates")

    private static func languages(_ log: inout DiagnosticLog) throws -> [LanguageSource] {
        let files = try FileManager.default
            .contentsOfDirectory(atPath: folder.appending(path: "words").path)
            .filter { $0.hasSuffix(".yaml") }
            .sorted()
        let sources = try files.map { name in
            WordsSource(
                tag: String(name.dropLast(5)),
                file: "templates/words/\(name)",
                text: try String(
                    contentsOf: folder.appending(path: "words").appending(path: name),
                    encoding: .utf8
                )
            )
        }
        return LanguageReader.read(sources, log: &log)
    }

    private static func templates() throws -> [TemplateFile] {
        let paths =
            FileManager.default.enumerator(atPath: folder.path)?
            .compactMap { $0 as? String } ?? []
        return try paths.filter { $0.hasSuffix(".html") || $0.hasSuffix(".xml") }
            .sorted()
            .map { path in
                TemplateFile(
                    path: path,
                    source: [UInt8](try Data(contentsOf: folder.appending(path: path))),
                    displayName: "templates/\(path)"
                )
            }
    }

    private static func messages(_ log: DiagnosticLog) -> [String] {
        log.diagnostics.map { "\($0.location): \($0.message) \($0.suggestion ?? "")" }
    }

    @Test func everyLanguageHasEveryWordWithTheSamePlaceholders() throws {
        var log = DiagnosticLog()
        let languages = try Self.languages(&log)
        #expect(Self.messages(log) == [])
        #expect(languages.map(\.tag).contains("en"))
    }

    @Test func everyPageKindsTemplateFitsWhatThePageOffers() throws {
        var log = DiagnosticLog()
        let english = try #require(try Self.languages(&log).first { $0.tag == "en" })
        let environment = Environment(
            tables: [
                "words": english.phrases.mapValues { _ in .phrase }, "custom": [:],
                "strike columns": [:],
            ],
            phrases: english.phrases.mapValues(\.placeholders)
        )
        _ = TemplateSet.load(
            try Self.templates(),
            kinds: PageKinds.all,
            environment: environment,
            log: &log
        )
        #expect(Self.messages(log) == [])
    }

    @Test func everyColumnThatReadersSeeHasALabelInEveryLanguage() throws {
        var log = DiagnosticLog()
        for language in try Self.languages(&log) {
            for column in ResourceKind.strikes.columns(of: .builtIn).all
            where column.isListed || column.selectionName != nil {
                let key = "field_" + column.role.standardColumn
                #expect(
                    language.phrases[key] != nil || column.labels[language.tag] != nil,
                    "\(column.role) in \(language.tag)"
                )
            }
        }
    }

    @Test func everyTextOfTheInterfaceIsUsed() throws {
        var log = DiagnosticLog()
        let english = try #require(try Self.languages(&log).first { $0.tag == "en" })
        let text = try Self.templates().map { String(decoding: $0.source, as: UTF8.self) }.joined()
        let words = Set(Word.allCases.map(\.key))
        let used = Set(text.matches(of: /words\.([a-z0-9_]+)/).map { String($0.1) })
        let unused = english.phrases.keys.filter { key in
            !words.contains(key) && !used.contains(key)
                && !InterfaceWords.families.contains(where: key.hasPrefix)
        }
        #expect(unused.sorted() == [])
    }
}
