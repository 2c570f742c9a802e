import Foundation
import TestSupport
import Testing
import Text

@testable import Report

/// Spellings of one word are the same to the search, for the builder and for the script of the pages.
@Suite struct SearchFoldingTests {
    /// A text with the words that the search reads in it.
    struct Line {
        let text: String
        let words: [String]
    }

    private static let folder = Package.root + "/Tests/ReportTests/Search/"

    private static func lines() throws -> [Line] {
        try String(contentsOfFile: folder + "words.txt", encoding: .utf8)
            .split(separator: "\n")
            .map { line in
                let parts = line.components(separatedBy: " | ")
                return Line(
                    text: parts[0],
                    words: parts.count > 1 ? parts[1].split(separator: " ").map(String.init) : []
                )
            }
    }

    @Test func spellingsOfOneWordAreFolded() throws {
        for line in try Self.lines() {
            #expect(SearchFolding.words(of: line.text).map(\.text) == line.words, "\(line.text)")
        }
    }

    @Test func theIndexHoldsAWordWithTheArticleWrittenOnItAndWithout() {
        #expect(SearchFolding.terms(of: "al-Badou") == ["badou", "albadou"])
        #expect(SearchFolding.terms(of: "Alraqqa") == ["alraqqa", "raqqa"])
        #expect(SearchFolding.terms(of: "Alia") == ["alia"])
    }

    @Test(Needs.slow("playwright.sync_api", "chromium"))
    func theScriptFoldsAsTheBuilderDoes() throws {
        let rules = SearchScript.part("index", "stamp") { writer in
            writer.object { SearchFolding.write(to: &$0) }
        }
        let sandbox = try Sandbox()
        try Data(rules).write(to: URL(filePath: sandbox.path + "/rules.js"))
        let texts =
            try Self.lines().map(\.text) + [
                "Reported by the Syrian Network’s office (N°12): 3–8 killed, ½ of them in al-Mayādīn’s suq.",
                "قُتل ٣ أطفال في حيّ الدرعيّة، قرب مشفى «المواساة» بالرقّة",
                "Ħal Għaxaq ꜣ ḳ̣ Ǆ ß ﬁn ﷲ ﷺ",
            ]
        try JSONEncoder().encode(texts).write(to: URL(filePath: sandbox.path + "/texts.json"))
        let ending = try Python.run(
            "Tests/ReportTests/Search/fold.py",
            [Package.root + "/templates/assets/search.js", sandbox.path]
        )
        #expect(ending.status == 0, "\(ending.errors)")
        let words = try JSONDecoder().decode([[String]].self, from: Data(ending.output.utf8))
        #expect(words.count == texts.count)
        for (text, words) in zip(texts, words) {
            #expect(words == SearchFolding.words(of: text).map(\.text), "\(text)")
        }
    }
}

/// The numbers of documents, as the index writes them.
@Suite struct SearchMarksTests {
    @Test func numbersAreMarksWithoutLettersOrDigits() {
        #expect(SearchMarks.text(of: [0, 13, 14, 200]) == "!:<!<;&")
        #expect(SearchMarks.text(ofIncreasing: [0, 1, 2, 3, 4, 20]) == "!~&<#")
        #expect(SearchMarks.text(ofIncreasing: [5, 6, 30]) == "(!<,")
        let all = SearchMarks.last + SearchMarks.more + [SearchMarks.run]
        #expect(Set(all).count == 29)
        let others = Array("\"\\ ".utf8)
        #expect(!all.contains { $0.isLetter || $0.isDigit || others.contains($0) })
    }
}
