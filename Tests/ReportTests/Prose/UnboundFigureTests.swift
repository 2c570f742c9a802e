import Diagnostics
import Records
import Testing

@testable import Report

/// Numerals beside casualty words that are bound to no record.
@Suite struct UnboundFigureTests {
    /// What is reported in an English text, as "numeral/word".
    private func found(
        _ text: String,
        _ language: Language = ProseLanguages.english,
        casualtyWords: [String] = []
    ) -> [String] {
        ProseSample.shared.diagnostics(text, language, unbound: true, casualtyWords: casualtyWords)
            .map { diagnostic in
                let parts = diagnostic.message.split { "“”".contains($0) }
                return parts.count > 2 ? "\(parts[0])/\(parts[2])" : diagnostic.message
            }
    }

    @Test(
        arguments: [
            ("In all, 322 civilians were killed.", ["322/civilians"]),
            ("In all, **322** civilians were killed.", ["322/civilians"]),
            ("In all, 322\ncivilians were killed.", ["322/civilians"]),
            ("Between 322 and 429 people died.", ["322/people", "429/people"]),
            ("They killed at least twelve.", ["twelve/killed"]),
            ("Twelve civilians were killed.", ["Twelve/civilians"]),
            ("One child was killed.", ["One/child"]), ("killed one child", ["one/child"]),
            ("# 77 deaths", ["77/deaths"]), ("| a |\n|---|\n| 77 deaths |", ["77/deaths"]),
            ("Deaths[^a]: 12.\n\n[^a]: Here 13 deaths.", ["13/deaths"]),
            ("killed, by all accounts, 12", ["12/killed"]), ("KILLED 12", ["12/KILLED"]),
            ("1,600 killed", ["1,600/killed"]), ("1.6 million people", ["1.6 million/people"]),
            ("2 million people", ["2 million/people"]), ("٧٧ killed", ["٧٧/killed"]),
            ("492people", ["492/people"]), ("twenty-one dead", ["twenty-one/dead"]),
            ("2017 civilians", ["2017/civilians"]), ("In August 12 civilians", ["12/civilians"]),
            ("on 22 August 33 people", ["33/people"]), ("12 may have died", ["12/died"]),
            ("some 30 wounded", ["30/wounded"]), ("a death toll of 12", ["12/death"]),
            ("5 women and 3 children", ["5/women", "3/children"]),
            ("[77 killed](strike:EXACT)", ["77/killed"]),
            ("[the 77 killed](overview.md)", ["77/killed"]),
            ("322 [civilians](overview.md) died", ["322/civilians"]),
            ("322 **[civilians](overview.md)**", ["322/civilians"]),
            ("322\n[civilians](overview.md)", ["322/civilians"]),
            ("[Civilians](overview.md) killed: [x](overview.md)\n12 dead", ["12/dead"]),
            ("[killed](overview.md)\n322 or so", ["322/killed"]),
            ("[77](strike:EXACT) killed", ["77/killed"]),
            ("[77](strike:EXACT) [people](overview.md)", ["77/people"]),
            ("- 322 [civilians](overview.md)", ["322/civilians"]),
        ] as [(String, [String])]
    )
    func numeralsBesideCasualtyWordsAreReported(_ text: String, _ expected: [String]) {
        #expect(found(text) == expected)
    }

    @Test(arguments: [
        "[322](figure:killed.min?id=RANGE) civilians were killed.",
        "The Coalition conceded [77](claim:CLM-1) deaths.",
        "Killed in June 2017, on 22 August 2017 and in 2017.", "killed on August 22, 2017",
        "killed between 27 and 29 September", "killed on 27, 28 and 29 September",
        "died at 14:30", "died at 00:15 on 2017-08-22", "killed on 22/08/2017 or 22.08.2017",
        "44 per cent of the dead", "44% of the dead", "people paid $12 each", "people paid €12",
        "the 2nd child killed", "the 12th death", "CS1621 killed", "CLM-048 on deaths",
        "killed by a B-52", "killed 500m away", "a 12-year-old child", "a two-storey house, dead",
        "civilians aged 12", "killed 3 days later", "12 incidents with deaths",
        "killed in 52 strikes", "deaths, see page 12", "one of the dead", "no one was killed",
        "not one of them died", "no civilians were killed", "zero civilians",
        "Killed. 12 houses burnt.", "They died; 12 houses burnt.", "killed: 12 houses",
        "12 houses stood near where people lived", "killed and then much later also 12",
        "`12 killed`", "    12 killed", "```\n12 killed\n```", "Here are 12 words.",
        "[12 killed](https://example.org/)", "12 skilled workers", "a manikin, 12",
        "322 and so on\n\n[killed](overview.md)", "- 12\n- [killed](overview.md)",
        "- [12](strike:EXACT)\n- killed", "| a | b |\n|---|---|\n| killed | [12](strike:EXACT) |",
        "| a | b |\n|---|---|\n| [12](strike:EXACT) | killed |",
        "12 ![killed](strike:RANGE)", "12 `x` killed",
        "[77](figure:killed?id=EXACT) killed",
        "killed [77](claim:CLM-1)", "[killed](overview.md). 12 houses",
        "¹² killed", "12/7 killed", "killed 24/7",
    ])
    func otherNumeralsAreLeftAlone(_ text: String) {
        #expect(found(text) == [])
    }

    @Test func aSiteAddsWordsOfItsOwn() {
        #expect(found("90 relatives were lost") == [])
        #expect(
            found("90 relatives were lost", casualtyWords: ["relatives"]) == ["90/relatives"]
        )
        #expect(found("lost 9 loved ones", casualtyWords: ["Loved Ones"]) == ["9/loved"])
    }

    @Test(
        arguments: [
            ("قُتل ٧٧ مدنياً", ["٧٧/مدنياً"]), ("مقتل 77 مدنيا", ["77/مدنيا"]),
            ("سقط ٧٧ قتيلاً", ["٧٧/قتيلاً"]), ("ثلاثة أطفال", ["ثلاثة/أطفال"]),
            ("بينهم ١٢ من الأطفال", ["١٢/الأطفال"]), ("وقتل ١٢", ["١٢/وقتل"]),
            ("٧٧ جريحاً و١٢ قتيلاً", ["٧٧/جريحاً", "١٢/قتيلاً"]),
            ("أحد عشر قتيلاً", ["أحد عشر/قتيلاً"]), ("قتلى في ١٢ تشرين الأول ٢٠١٧", []),
            ("قتلى في ٢٠١٧", []), ("قُتل. ١٢ بيتاً", []), ("مدنيون قبل ١٢ سنة", []),
        ] as [(String, [String])]
    )
    func numeralsInArabicAreReported(_ text: String, _ expected: [String]) {
        #expect(found(text, ProseLanguages.arabic) == expected)
    }

    @Test(
        arguments: [
            ("douze civils tués", ["douze/civils"]), ("1 600 morts", ["1 600/morts"]),
            ("tués le 12 octobre 2017", []), ("tués le 1er juin", []),
            ("dix-sept morts", ["dix-sept/morts"]),
        ] as [(String, [String])]
    )
    func numeralsInFrenchAreReported(_ text: String, _ expected: [String]) {
        #expect(found(text, ProseLanguages.french) == expected)
    }

    @Test func theFrontMatterIsReadAsWell() {
        let diagnostics = ProseSample.shared.diagnostics("Text.", unbound: true) { article in
            article.title = "77 killed in Raqqa"
            article.description = "What happened in 52 incidents."
            article.custom = [
                CustomField(name: "standfirst", value: .text("Who the 322 dead were.")),
                CustomField(name: "tags", value: .texts(["12 women"])),
                CustomField(name: "wide", value: .boolean(true)),
            ]
        }
        #expect(
            diagnostics.map(\.message) == [
                "“12” beside “women” in the tags is bound to no record",
                "“322” beside “dead” in the standfirst is bound to no record",
                "“77” beside “killed” in the title is bound to no record",
            ]
        )
        #expect(
            diagnostics.map { "\($0.location)" }
                == Array(repeating: "content/overview.md:1:1", count: 3)
        )
        #expect(
            diagnostics.first?.suggestion
                == "The front matter cannot contain links: leave the number out; or declare it under deliberate: in the front matter, with a reason."
        )
    }

    private func declared(_ texts: String...) -> (inout Article) -> Void {
        { article in
            article.deliberate = texts.enumerated()
                .map { line, text in
                    DeliberateNumeral(
                        text: text,
                        reason: "Interviews.",
                        location: SourceLocation(file: article.file, line: line + 4, column: 5)
                    )
                }
        }
    }

    @Test func whatIsDeclaredDeliberateIsLeftAlone() {
        let text = "They met 112\nsurvivors; 12 people died, and 112 survivors spoke."
        let diagnostics = ProseSample.shared.diagnostics(
            text,
            unbound: true,
            declared("112  survivors", "12 people")
        )
        #expect(diagnostics == [])
    }

    @Test func aDeclarationHoldsOnlyForItsOwnWords() {
        let diagnostics = ProseSample.shared.diagnostics(
            "They met 112 survivors and 12 survivors.",
            unbound: true,
            declared("112 survivors")
        )
        #expect(diagnostics.map(\.message) == ["“12” beside “survivors” is bound to no record"])
    }

    @Test func aFloodOfNumeralsIsCountedAndNotListed() {
        let flood = String(repeating: "12 killed, ", count: 20_000)
        let diagnostics = ProseSample.shared.diagnostics(flood, unbound: true)
        #expect(diagnostics.count == 101)
        #expect(
            diagnostics.first?.message
                == "19900 more numerals of this article are bound to no record"
        )
        #expect(diagnostics.last?.excerpt?.text.count ?? 0 < 300)
        #expect(diagnostics.last?.location.column == 99 * 11 + 1)
    }
}
