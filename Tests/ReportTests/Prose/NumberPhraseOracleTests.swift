import Records
import TestSupport
import Testing

@testable import Report

/// Numbers that an independent program writes in words agree with the records, and with no other number.
@Suite struct NumberPhraseOracleTests {
    private struct Phrase {
        let value: Int
        let words: String
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
                guard parts.count == 2, let value = Int(parts[0]) else { return nil }
                return Phrase(value: value, words: String(parts[1]))
            }
    }

    /// The messages about an article whose links state phrases, each bound to a strike with a number.
    private func messages(_ links: [(words: String, number: Int)], _ language: Language) -> [String]
    {
        let sample = ProseSample(
            strikes: links.enumerated()
                .map {
                    ProseSample.strike(
                        "S\($0.offset)",
                        $0.element.number == 0 ? .noneReported : .exact($0.element.number)
                    )
                }
        )
        let body = links.enumerated()
            .map { "- [\($0.element.words)](figure:killed?id=S\($0.offset))\n" }
        return sample.diagnostics(body.joined(), language).map(\.message)
    }

    @Test(Needs.module("num2words"), arguments: ["en", "ar"])
    func aThousandNumbersInWords(_ tag: String) throws {
        let language = try #require(ShippedLanguageTests.languages.first { $0.tag == tag })
        let phrases = try phrases(tag)
        #expect(phrases.count > 2000)
        #expect(messages(phrases.map { ($0.words, $0.value) }, language) == [])
        // Each bound to one more, to ten times as many, and to the number of another phrase.
        let changes: [(Int, Int) -> Int] = [
            { value, _ in value + 1 }, { value, _ in value == 0 ? 10 : value * 10 },
            { _, other in other },
        ]
        for change in changes {
            let wrong = phrases.indices.map { index in
                let other = phrases[(index + 1) % phrases.count].value
                return (phrases[index].words, change(phrases[index].value, other))
            }
            #expect(messages(wrong, language).count == phrases.count)
        }
    }
}
