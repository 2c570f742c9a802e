import Records
import Templates
import Testing

@testable import Report

/// The names of measures, from their declarations or from the files of words.
@Suite struct MeasureWordsTests {
    private func language(_ tag: String, words: [String: String] = [:]) -> Language {
        var source = LanguageSource(tag: tag)
        source.phrases = words.mapValues { Phrase($0) }
        return Language(source)
    }

    @Test(arguments: ShippedLanguageTests.languages.map(\.tag))
    func everyBuiltInMeasureAndGroupHasItsWords(_ tag: String) throws {
        let language = try #require(ShippedLanguageTests.languages.first { $0.tag == tag })
        let measures = MeasureList.builtIn.all.filter { $0.labels[tag] == nil }
            .flatMap { measure in
                ["measure_", "column_", "series_"].map { $0 + measure.name }
            }
        let groups = OverlapGroup.all.flatMap { group in
            ["group_", "overlap_shares_", "overlap_states_"].map { $0 + group.name }
        }
        #expect((measures + groups).filter { language.phrases[$0] == nil } == [])
    }

    @Test func theLabelOfADeclarationIsForItsLanguageThenComeTheWordsFiles() {
        let measure = Measure(
            "displaced",
            "People displaced",
            labels: ["ar": "نازحون", "": "displaced"]
        )
        let words = ["measure_displaced": "déplacés", "column_displaced": "Déplacés"]
        #expect(language("ar", words: words).label(measure) == "نازحون")
        #expect(language("fr", words: words).label(measure) == "déplacés")
        #expect(language("fr", words: words).columnLabel(measure) == "Déplacés")
        #expect(language("fr", words: words).seriesLabel(measure) == "displaced")
        #expect(language("en").label(measure) == "displaced")
    }

    @Test func theFormsOfADeclarationFollowTheNumber() throws {
        let homes = Measure(
            "homes",
            "Homes destroyed",
            labels: ["en": "homes destroyed", "": "homes destroyed"],
            forms: ["en": ["one": "home destroyed", "other": "homes destroyed"]],
            unit: "homes",
            units: ["": "homes"]
        )
        let english = language(
            "en",
            words: ["and": " and ", "comma": ", ", "unit_people": "people"]
        )
        func noun(_ counts: Count...) -> String {
            english.noun(homes, counts.reduce(into: Total()) { $0.add($1) })
        }
        #expect(noun(.exact(1)) == "home destroyed")
        #expect(noun(.exact(2)) == "homes destroyed")
        #expect(noun(.range(0, 1)) == "homes destroyed")
        #expect(noun(.unknown) == "homes destroyed")
        #expect(english.units([.killed, homes, .injured]) == "people and homes")
    }
}
