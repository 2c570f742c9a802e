import Records
import TestSupport
import Testing

@testable import Report

/// Numbers that an independent program writes in words agree with the records, and with no other number.
@Suite struct NumberPhraseOracleTests {
    private struct Phrase {
        var minimum: Int
        var maximum: Int
        let words: String

        var count: Count {
            if maximum == 0 { return .noneReported }
            return minimum == maximum ? .exact(minimum) : .range(minimum, maximum)
        }
    }

    private func phrases(_ tag: String) throws -> [Phrase] {
        let ending = try Python.run(
            "Tests/ReportTests/Prose/Oracle/number_phrases.py",
            [tag]
        )
        #expect(ending.status == 0, "\(ending.errors)")
        return ending.output.split(separator: "\n")
            .compactMap { line in
                let parts = line.split(separator: "\t")
                guard parts.count == 3, let minimum = Int(parts[0]), let maximum = Int(parts[1])
                else { return nil }
                return Phrase(minimum: minimum, maximum: maximum, words: String(parts[2]))
            }
    }

    /// The phrases with a mistake, when each is the text of a link to a strike with its number.
    private func mistakes(_ phrases: [Phrase], _ language: Language) -> [Int: String] {
        let sample = ProseSample(
            strikes: phrases.enumerated()
                .map { ProseSample.strike("S\($0.offset)", $0.element.count) }
        )
        var mistakes: [Int: String] = [:]
        // An article may have 256 KiB.
        for start in stride(from: 0, to: phrases.count, by: 1000) {
            let part = start..<min(start + 1000, phrases.count)
            let body = part.map { "- [\(phrases[$0].words)](figure:killed?id=S\($0))\n" }
            for diagnostic in sample.diagnostics(body.joined(), language) {
                let place = start + diagnostic.location.line - 10
                let phrase = part.contains(place) ? "\(phrases[place].words): " : ""
                mistakes[place] = phrase + diagnostic.message
            }
        }
        return mistakes
    }

    @Test(Needs.module("num2words"), arguments: ["en", "ar", "fr"])
    func thousandsOfNumbersInWords(_ tag: String) throws {
        let language = try #require(ShippedLanguageTests.languages.first { $0.tag == tag })
        let phrases = try phrases(tag)
        #expect(phrases.count > 4000)
        let mistakes = mistakes(phrases, language).values.sorted()
        // A range such as "between a hundred and five and twenty thousand" may be read in two ways.
        let ambiguous = mistakes.filter { $0.contains("cannot be read as one number") }
        #expect(mistakes.filter { !ambiguous.contains($0) }.prefix(20) == [])
        #expect(ambiguous.count < 20)
        // Each bound to one more, and to the number of another phrase.
        let changes: [(inout Phrase, Phrase) -> Void] = [
            { phrase, _ in
                phrase.maximum += 1
                if phrase.minimum == phrase.maximum - 1 { phrase.minimum += 1 }
            },
            { phrase, other in
                (phrase.minimum, phrase.maximum) = (other.minimum, other.maximum)
            },
        ]
        for change in changes {
            let wrong = phrases.indices.map { index in
                var phrase = phrases[index]
                change(&phrase, phrases[(index + 2) % phrases.count])
                return phrase
            }
            let found = self.mistakes(wrong, language)
            let passed = wrong.indices.filter { found[$0] == nil }.map { "\(wrong[$0])" }
            #expect(passed.prefix(20) == [])
        }
    }
}
