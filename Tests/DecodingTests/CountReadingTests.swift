import Diagnostics
import Records
import Testing
import Text

@Suite struct CountReadingTests {
    @Test(arguments: [
        ("3", "8", Count.range(3, 8)), ("3", "3", .exact(3)), ("0", "0", .noneReported),
        ("10", "", .atLeast(10)), ("", "", .unknown), (" 3 ", "\u{200E}8\u{200E}", .range(3, 8)),
        ("0", "1000000000", .range(0, 1_000_000_000)),
    ])
    func twoColumnsMakeACount(_ least: String, _ most: String, _ count: Count) throws {
        let site = DecodingSite.strikes(
            ["name: killed_min, type: integer", "name: killed_max, type: integer"],
            "S1,2017-08-22,\(least),\(most)"
        )
        let read = try site.read()
        #expect(read.messages == "")
        #expect(read.content?.dataset.strikes.map(\.counts[.killed]) == [count])
    }

    @Test(arguments: [
        ("3", Count.exact(3)), ("3–8", .range(3, 8)), ("3-8", .range(3, 8)),
        ("3 – 8", .range(3, 8)),
        ("10+", .atLeast(10)), ("0", .noneReported), ("", .unknown), ("?", .unknown),
        ("Dozens", .atLeast(24)), ("none", .noneReported), ("unclear", .unknown),
    ])
    func oneColumnOfTextMakesACountAsTheCodebookSays(_ cell: String, _ count: Count) throws {
        let site = DecodingSite.strikes(
            ["name: killed, type: string, values: {Dozens: 24+, none: 0, unclear: null}"],
            "S1,2017-08-22,\(cell)",
            schema: "missingValues: [\"\", \"?\"]"
        )
        let read = try site.read()
        #expect(read.messages == "")
        #expect(read.content?.dataset.strikes.map(\.counts[.killed]) == [count])
    }

    @Test(arguments: [
        (",", "1,234", Count.exact(1234)), (",", "12", .exact(12)),
        (".", "1.234.567", .exact(1_234_567)),
        (" ", "1 200 – 1 500", .range(1200, 1500)), (",", "1,200+", .atLeast(1200)),
    ])
    func thousandsAreSeparatedAsTheCodebookSays(
        _ mark: String,
        _ cell: String,
        _ count: Count
    ) throws {
        let site = DecodingSite.strikes(
            ["name: killed, type: string, groupChar: \"\(mark)\""],
            "S1,2017-08-22,\"\(cell)\""
        )
        let read = try site.read()
        #expect(read.messages == "")
        #expect(read.content?.dataset.strikes.map(\.counts[.killed]) == [count])
    }

    @Test(arguments: ["1,23", "12,3456", ",123", "0,123", "1.234"])
    func digitsThatAreNoGroupsAreNotJoined(_ cell: String) throws {
        let site = DecodingSite.strikes(
            ["name: killed, type: integer, groupChar: \",\""],
            "S1,2017-08-22,\"\(cell)\""
        )
        #expect(try site.messages().contains("“\(cell)” is not a number of people"))
    }

    @Test func aColumnOfRoleNoneTakesNoRoleByItsName() throws {
        let site = DecodingSite.strikes(
            ["name: killed, type: string, role: none"],
            "S1,2017-08-22,some text"
        )
        let read = try site.read()
        #expect(read.messages == "")
        #expect(read.content?.dataset.strikes.map(\.counts[.killed]) == [.unknown])
        #expect(read.content?.dataset.strikes.map(\.extras) == [["some text"]])
    }

    @Test(arguments: [
        ("016", "Write it without leading zeros. Did you mean 16?"),
        ("00", "Write it without leading zeros. Did you mean 0?"),
        ("1,000", "Write it without separators. Did you mean 1000?"),
        ("1.000", "Write it without separators. Did you mean 1000?"),
        ("3.0", "Write a whole number. Did you mean 3?"),
        ("+3", "Write it without a sign. Did you mean 3?"),
        ("-1", "A number of people is not below zero. Did you mean 1?"),
        ("12 killed", "The cell holds digits only. Did you mean 12?"),
        ("١٢", "Write it in the digits 0 to 9. Did you mean 12?"),
        ("2–5", "A range has a column for each end: the minimum 2, the maximum 5."),
        ("10+", "“At least 10” is the minimum 10 with a blank maximum."),
        ("99999999999999999999", "The greatest count is 1000000000."),
        (
            "1e3",
            "A blank cell means unknown. If the word stands for a number, say so in the codebook: "
                + "values: {\"1e3\": …}."
        ),
        (
            "Many (2 named)",
            "A blank cell means unknown. If the word stands for a number, say so in the codebook: "
                + "values: {\"Many (2 named)\": …}."
        ),
    ])
    func noOtherTextIsEverANumber(_ cell: String, _ suggestion: String) throws {
        let site = DecodingSite.strikes(
            ["name: killed_min, type: integer"],
            "S1,2017-08-22,\"\(cell)\""
        )
        let read = try site.read()
        #expect(read.messages.contains("error: killed_min “\(cell)” is not a number of people\n"))
        #expect(read.messages.contains("\n     \(suggestion)\n     [count-not-a-number]\n"))
        #expect(read.content?.dataset.strikes.map(\.counts[.killed]) == [.unknown])
    }

    @Test(arguments: [
        ("6 à 8", "Did you mean 6–8?"), ("6 to 8", "Did you mean 6–8?"),
        ("6 a 8", "Did you mean 6–8?"), ("من 6 إلى 8", "Did you mean 6–8?"),
        ("من ٦ الى ٨", "Did you mean 6–8?"), ("entre 6 et 8", "Did you mean 6–8?"),
        ("de 6 à 8 morts", "Did you mean 6–8?"), ("6-8 killed", "Did you mean 6–8?"),
        ("au moins 4", "Write 4+, or say so in the codebook: values: {\"au moins 4\": \"4+\"}."),
        ("At least 4", "Write 4+, or say so in the codebook: values: {\"At least 4\": \"4+\"}."),
        ("más de 4", "Write 4+, or say so in the codebook: values: {\"más de 4\": \"4+\"}."),
        ("plus de 4", "Write 4+, or say so in the codebook: values: {\"plus de 4\": \"4+\"}."),
        ("4 ou plus", "Write 4+, or say so in the codebook: values: {\"4 ou plus\": \"4+\"}."),
        (
            "~10",
            "Write the range that was published, or 10+ for at least 10; or say so in the codebook: "
                + "values: {\"~10\": \"10+\"}."
        ),
        (
            "8 to 6",
            "A blank cell means unknown. If the word stands for a number, say so in the codebook: "
                + "values: {\"8 to 6\": …}."
        ),
        (
            "6 dead and 8 hurt",
            "A blank cell means unknown. If the word stands for a number, say so in the codebook: "
                + "values: {\"6 dead and 8 hurt\": …}."
        ),
    ])
    func rangesAndBoundsInWordsKeepBothEnds(_ cell: String, _ advice: String) throws {
        let site = DecodingSite.strikes(["name: killed"], "S1,2017-08-22,\(cell)")
        #expect(try site.messages().contains("\n     \(advice)\n     [count-not-a-number]\n"))
    }

    @Test func whatIsAdvisedForABoundIsRead() throws {
        let site = DecodingSite.strikes(
            ["name: killed, values: {\"au moins 4\": \"4+\"}"],
            "S1,2017-08-22,au moins 4"
        )
        #expect(try site.strikes().map(\.counts[.killed]) == [.atLeast(4)])
    }

    @Test(arguments: [
        ("6 à 8", "A range has a column for each end: the minimum 6, the maximum 8."),
        (
            "au moins 4",
            "“At least 4” is the minimum 4 with a blank maximum; write it so, or say so in the codebook: "
                + "values: {\"au moins 4\": \"4\"}."
        ),
        (
            "~10",
            "Write the least number that was published, or say so in the codebook: values: {\"~10\": \"10\"}."
        ),
    ])
    func aMinimumIsAdvisedOfItself(_ cell: String, _ advice: String) throws {
        let site = DecodingSite.strikes(
            ["name: killed_min, type: integer"],
            "S1,2017-08-22,\(cell)"
        )
        #expect(try site.messages().contains("\n     \(advice)\n     [count-not-a-number]\n"))
    }

    @Test func aRangeInOneColumnGoesFromTheLesserToTheGreaterNumber() throws {
        let site = DecodingSite.strikes(["name: killed"], "S1,2017-08-22,8–3")
        #expect(
            try site.messages() == """
                content/data/strikes.csv:2:15: error: killed “8–3” begins with the greater number
                     S1,2017-08-22,8–3
                                   ^^^
                     Did you mean 3–8?
                     [count-minimum-above-maximum]


                """
        )
    }

    @Test func aColumnOfWholeNumbersHoldsNoRange() throws {
        let site = DecodingSite.strikes(["name: killed, type: integer"], "S1,2017-08-22,3–8")
        #expect(try site.messages().contains("killed “3–8” is not a number of people"))
    }

    @Test func allCountsHaveTheirColumns() throws {
        let roles = [
            "killed", "children_killed", "women_killed", "men_killed", "injured", "conceded_killed",
            "conceded_injured", "named_victims",
        ]
        let site = DecodingSite.strikes(
            roles.map { "name: \($0), type: integer" },
            "S1,2017-08-22,9,2,3,4,5,9,7,8"
        )
        let counts = try #require(try site.strikes().first?.counts)
        #expect(counts[.killed] == .exact(9))
        #expect(counts[.childrenKilled] == .exact(2))
        #expect(counts[.womenKilled] == .exact(3))
        #expect(counts[.menKilled] == .exact(4))
        #expect(counts[.injured] == .exact(5))
        #expect(counts[.concededKilled] == .exact(9))
        #expect(counts[.concededInjured] == .exact(7))
        #expect(counts.namedVictims == 8)
    }
}
