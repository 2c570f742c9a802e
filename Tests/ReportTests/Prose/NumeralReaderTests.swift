import Testing

@testable import Report

/// The numerals that are found in a text, with their roles.
@Suite struct NumeralReaderTests {
    private func roles(_ text: String, _ language: Language = ProseLanguages.english) -> [String] {
        NumeralReader(language: language).numerals(in: text)
            .map { "\($0.written)=\($0.value.map(String.init) ?? "?") \($0.role)" }
    }

    @Test func everyNumeralHasARole() {
        #expect(
            roles(
                "On 22 August 2017 at 14:30 CS1621 killed 1,600, or 44%; the 2nd, 500m off, 24/7."
            )
                == [
                    "22=22 date", "2017=2017 date", "14=14 time", "30=30 time",
                    "1621=1621 identifier", "1,600=1600 count", "44=44 amount", "2=2 ordinal",
                    "500=500 attached", "24=24 fraction", "7=7 fraction",
                ]
        )
    }

    @Test func qualifiersAreRead() {
        let reader = NumeralReader(language: ProseLanguages.english)
        func phrases(_ text: String) -> [String] {
            reader.numerals(in: text).map { "\($0.phrase): \($0.qualifier)" }
        }
        #expect(phrases("At least 12") == ["At least 12: minimum"])
        #expect(phrases("no more than 12") == ["no more than 12: maximum"])
        #expect(phrases("more than 12") == ["more than 12: minimum"])
        #expect(phrases("about twelve") == ["about twelve: approximate"])
        #expect(phrases("12 or more of them") == ["12 or more: minimum"])
        #expect(phrases("12+ and 13") == ["12+: minimum", "13: none"])
        #expect(phrases("12 up to 15") == ["12: none", "up to 15: maximum"])
        #expect(phrases("at least, 12") == ["12: none"])
    }

    @Test func aMonthIsNoVerb() {
        #expect(roles("12 May") == ["12=12 date"])
        #expect(roles("12 may") == ["12=12 count"])
        #expect(roles("12 MAY 2017") == ["12=12 date", "2017=2017 date"])
        #expect(roles("12 March, 15 march") == ["12=12 date", "15=15 count"])
        #expect(roles("12 Aug. 2017") == ["12=12 date", "2017=2017 date"])
        #expect(roles("32 August 2200") == ["32=32 count", "2200=2200 count"])
    }

    @Test func numbersInScriptsWithoutSpacesAreNotGlued() {
        #expect(roles("死亡77人") == ["77=77 count"])
        #expect(roles("７７名") == ["７７=77 count"])
        #expect(roles("사망 77명") == ["77=77 count"])
        #expect(roles("A77") == ["77=77 identifier"])
    }

    /// Random texts: numerals have correct ranges, in order, and no text makes the reader crash.
    @Test func randomTextsAreReadWithoutHarm() {
        let alphabet: [String] = [
            "0", "1", "9", "٣", "۴", "７", "𝟟", ",", ".", "٬", "٫", "'", " ", "\u{A0}", "\u{202F}",
            "-", "–",
            "/", ":", "%", "$", "+", "~", "_", "\n", "\u{200F}", "\u{200B}", "\u{301}", "é", "و",
            "ال", "ً", "twenty", "one", "none", "at least", "or more", "and", "May", "Aug", "de",
            "st", "e", "people", "🙂", "👩‍👩‍👧", "٪", "½", "²", "Ⅻ", "人", "\u{0}", "\r\n", "million",
        ]
        var state: UInt64 = 7
        func next(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % bound
        }
        let readers = [
            ProseLanguages.english, ProseLanguages.arabic, ProseLanguages.french,
            ProseLanguages.spanish, Language(LanguageSource(tag: "xx")),
        ]
        .map { NumeralReader(language: $0) }
        for round in 0..<3000 {
            let text = (0..<next(30)).map { _ in alphabet[next(alphabet.count)] }.joined()
            let numerals = readers[round % readers.count].numerals(in: text)
            var end = text.startIndex
            for numeral in numerals {
                #expect(numeral.range.lowerBound >= end && !numeral.range.isEmpty)
                #expect(String(text[numeral.range]) == numeral.written)
                #expect((numeral.value ?? 0) >= 0)
                end = numeral.range.upperBound
            }
            let target = ["EXACT", "RANGE", "OPEN"][round % 3]
            if round.isMultiple(of: 10) {
                _ = ProseSample.shared.diagnostics(
                    "[\(text)](figure:killed?id=\(target)) \(text)",
                    unbound: true
                )
            }
        }
    }

    @Test func aLanguageWithoutWordsStillReadsDigits() {
        #expect(
            roles("77 on 12 May", Language(LanguageSource(tag: "xx"))) == [
                "77=77 count", "12=12 count",
            ]
        )
    }
}
