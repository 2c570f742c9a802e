// The files of words of the program, compared with each other.

import Foundation
import TestSupport
import Testing

@Suite struct WordsFilesTests {
    private func lines(_ tag: String) throws -> [String] {
        let text = try String(
            contentsOfFile: Package.root + "/templates/words/\(tag).yaml",
            encoding: .utf8
        )
        return text.components(separatedBy: "\nwords:\n").last?.components(separatedBy: "\n") ?? []
    }

    private func keys(_ tag: String) throws -> Set<String> {
        Set(
            try lines(tag).filter { $0.hasPrefix("  ") && !$0.hasPrefix("  #") }
                .map { String($0.drop { $0 == " " }.prefix { $0 != ":" }) }
        )
    }

    /// A word that only a translation has is printed nowhere.
    @Test(arguments: ["ar", "fr"])
    func everyLanguageHasTheWordsOfEnglish(_ tag: String) throws {
        #expect(try keys(tag).symmetricDifference(keys("en")) == [])
        #expect(try keys("en").count > 700)
    }

    /// “Ce que une frappe”: a word before a vowel is elided.
    @Test func noFrenchWordStandsUnelidedBeforeARecord() throws {
        let words = ["que", "de", "ne", "jusque", "lorsque"]
        for line in try lines("fr") {
            for word in words {
                #expect(!line.contains(" \(word) [a record]"), "\(line)")
                #expect(!line.contains(" \(word) [une"), "\(line)")
            }
        }
    }

    /// The mark of the accusative stands before its alif, once throughout.
    @Test func theArabicAccusativeIsWrittenInOneWay() throws {
        for line in try lines("ar") {
            #expect(!line.contains("\u{64B}\u{627}"), "\(line)")
        }
    }
}
