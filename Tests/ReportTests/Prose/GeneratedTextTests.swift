import Records
import Testing

@testable import Report

/// The usual wordings of generated totals agree with them, and those with one digit changed do not.
@Suite struct GeneratedTextTests {
    /// A fixed sequence of numbers, so that a failure can be reproduced.
    private struct Numbers {
        var state: UInt64 = 2017

        mutating func next(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % bound
        }
    }

    private func totals() -> [Total] {
        var numbers = Numbers()
        return (0..<500)
            .map { index in
                let low = numbers.next([10, 100, 1000, 10_000, 2_000_000][index % 5])
                switch index % 3 {
                case 0: return Total([.exact(low)])
                case 1: return Total([.range(low, low + 1 + numbers.next(5000))])
                default: return Total([.atLeast(low), .unknown])
                }
            }
    }

    /// The texts that state a total as a person would, in one language.
    private func wordings(_ total: Total, _ language: Language, _ words: Words) -> [String] {
        let low = language.number(total.minimum)
        let high = language.number(total.maximum)
        let plain = language.plainNumber(total.minimum)
        let own = language.text(total)
        if total.isExact { return [low, plain, String(total.minimum), own] }
        if total.openEnded > 0 { return [words.atLeast + " " + low, own] }
        return [
            "\(words.between) \(low) \(words.and)\(high)", "\(low)–\(high)", "\(low)-\(high)",
            words.atLeast + " " + low, words.upTo + " " + high, own,
        ]
    }

    struct Words: Sendable {
        let tag: String
        let between: String
        let and: String
        let atLeast: String
        let upTo: String
    }

    static let words = [
        Words(tag: "en", between: "between", and: "and ", atLeast: "at least", upTo: "up to"),
        Words(
            tag: "ar",
            between: "بين",
            and: "و",
            atLeast: "ما لا يقل عن",
            upTo: "ما لا يزيد على"
        ),
        Words(tag: "fr", between: "entre", and: "et ", atLeast: "au moins", upTo: "jusqu’à"),
        Words(tag: "es", between: "entre", and: "y ", atLeast: "al menos", upTo: "hasta"),
    ]

    @Test(arguments: words)
    func oneDigitDecides(_ words: Words) {
        let languages = [
            ProseLanguages.english, ProseLanguages.arabic, ProseLanguages.french,
            ProseLanguages.spanish,
        ]
        guard let language = languages.first(where: { $0.tag == words.tag }) else {
            Issue.record("no language \(words.tag)")
            return
        }
        let reader = NumeralReader(language: language)
        var numbers = Numbers(state: 41)
        var tried = 0
        for total in totals() {
            let bound = BoundNumber(total, MeasureEnd(.killed))
            for text in wordings(total, language, words) {
                #expect(bound.agrees(with: reader.numerals(in: text)), "\(text) for \(total)")
                let wrong = changed(text, &numbers)
                #expect(!bound.agrees(with: reader.numerals(in: wrong)), "\(wrong) for \(total)")
                tried += 1
            }
        }
        #expect(tried > 1500)
    }

    /// The text with one digit changed into another of the same script.
    private func changed(_ text: String, _ numbers: inout Numbers) -> String {
        var scalars = Array(text.unicodeScalars)
        let places = scalars.indices.filter { scalars[$0].decimalDigit != nil }
        let place = places[numbers.next(places.count)]
        let digit = scalars[place].decimalDigit ?? 0
        let other = (digit + 1 + numbers.next(9)) % 10
        let value = scalars[place].value - UInt32(digit) + UInt32(other)
        scalars[place] = Unicode.Scalar(value) ?? scalars[place]
        return String(String.UnicodeScalarView(scalars))
    }
}
