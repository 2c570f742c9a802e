import Diagnostics
import Foundation
import Records
import TestSupport
import Testing

@testable import Decoding
@testable import Report

/// The languages that the project ships can read their own wordings.
@Suite struct ShippedLanguageTests {
    static let languages: [Language] = {
        let folder = URL(filePath: Package.root + "/templates/words")
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        var log = DiagnosticLog()
        let sources = names.sorted().filter { $0.hasSuffix(".yaml") }
            .compactMap { name in
                (try? String(contentsOf: folder.appending(path: name), encoding: .utf8))
                    .map { WordsSource(tag: String(name.dropLast(5)), file: name, text: $0) }
            }
        return LanguageReader.read(sources, log: &log).map(Language.init)
    }()

    static var english: Language { language("en") }
    static var arabic: Language { language("ar") }
    static var french: Language { language("fr") }

    /// A shipped language; without its file it has no words, and `thereAreThree` fails.
    private static func language(_ tag: String) -> Language {
        languages.first { $0.tag == tag } ?? Language(LanguageSource(tag: tag))
    }

    @Test func thereAreThree() {
        #expect(Set(Self.languages.map(\.tag)).isSuperset(of: ["ar", "en", "fr"]))
    }

    /// CLDR 46 has a form for whole millions in French: “un million de personnes”.
    @Test func frenchHasThreePluralForms() {
        let french = Self.french
        let forms = [0, 1, 2, 1_000_000, 1_000_001, 3_000_000].map(french.pluralCategory)
        #expect(forms == [.one, .one, .other, .many, .other, .many])
        #expect(french.text(.nStrikes, count: 2_000_000) == "2\u{202F}000\u{202F}000 de frappes")
    }

    /// “: ; ? !” and guillemets need a space that does not break in French; so does no word of it use a straight
    /// apostrophe between letters.
    @Test func frenchTypographyIsKept() throws {
        let path = Package.root + "/templates/words/fr.yaml"
        let file = try String(contentsOfFile: path, encoding: .utf8)
        let words = try #require(file.components(separatedBy: "\nwords:\n").last)
        let flawed = words.split(separator: "\n").filter { !$0.hasPrefix("  #") }
            .filter { line in
                let wrong = [" ;", " !", " ?", " :", "« ", " »", "\u{A0};", "\u{202F}:"]
                return wrong.contains { line.contains($0) }
                    || line.contains(/[A-Za-zéèà]'[A-Za-zéèà]/)
            }
        #expect(flawed == [])
    }

    /// The text that fills an empty link must agree when an author copies it into the link.
    @Test(arguments: languages.map(\.tag))
    func theirOwnWordingOfATotalAgreesWithIt(_ tag: String) throws {
        let language = try #require(Self.languages.first { $0.tag == tag })
        let reader = NumeralReader(language: language)
        let counts: [Count] = [
            .exact(0), .exact(1), .exact(8), .exact(77), .exact(1600), .range(9, 10),
            .range(322, 429), .range(1600, 1_234_567), .atLeast(10), .atLeast(1600),
        ]
        for count in counts {
            let total = Total([count])
            let text = language.text(total)
            let numerals = reader.numerals(in: text)
            #expect(
                !numerals.isEmpty && BoundNumber(total, MeasureEnd(.killed)).agrees(with: numerals),
                "\(text) for \(total)"
            )
        }
        for number in 0...20 where language.numberWords.indices.contains(number) {
            let numerals = reader.numerals(in: language.numberWords[number])
            #expect(numerals.map(\.value) == [number], "\(language.numberWords[number])")
        }
    }

    @Test func theEnglishWordsAreThere() throws {
        let language = try #require(Self.languages.first { $0.tag == "en" })
        func values(_ text: String) -> [Int?] {
            NumeralReader(language: language).numerals(in: text).map(\.value)
        }
        #expect(values("thirty-one") == [31])
        #expect(values("two hundred") == [200])
        #expect(values("nobody") == [0])
        #expect(values("no fewer than 12") == [12])
        let messages = ProseSample.shared
            .diagnostics(
                "About 12 people were killed in 52 incidents.",
                language,
                unbound: true
            )
            .map(\.message)
        #expect(messages == ["“12” beside “people” is bound to no record"])
    }

    @Test(
        arguments: [
            ("١٢ كانون الثاني/يناير ٢٠١٧", ["date", "date"]), ("١٢ يناير ٢٠١٧", ["date", "date"]),
            ("12 آب 2017", ["date", "date"]), ("١٢ قتيلاً", ["count"]),
            ("بين ٦ حزيران/يونيو و١٧ تشرين الأول/أكتوبر ٢٠١٧", ["date", "date", "date"]),
        ] as [(String, [String])]
    )
    func arabicMonthsHaveTwoNames(_ text: String, _ roles: [String]) throws {
        let language = try #require(Self.languages.first { $0.tag == "ar" })
        let numerals = NumeralReader(language: language).numerals(in: text)
        #expect(numerals.map { "\($0.role)" } == roles)
    }
}
