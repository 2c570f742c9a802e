import Diagnostics
import Testing

@testable import Scaffolding

/// What a proposal does not take for granted.
@Suite struct CarefulGuessTests {
    private func spreadsheet(_ text: String) throws -> Spreadsheet {
        var log = DiagnosticLog()
        return try #require(try Spreadsheet(Array(text.utf8), file: "table.csv", log: &log))
    }

    private func propose(_ text: String, _ published: PublicColumns = .none) throws -> SiteProposal
    {
        try SiteProposal(try spreadsheet(text), published: published)
    }

    private func roles(_ proposal: SiteProposal) -> [String] {
        proposal.columns.map { "\($0.name): \($0.role?.name ?? "–")" }
    }

    @Test func civiliansWinOverDeathsAndTheLossesOfASideAreNeverThem() throws {
        let proposal = try propose(
            """
            id,date_start,source_date,deaths_a,deaths_b,deaths_civilians,deaths_unknown,best,high,low,region,date_prec
            1,2017-07-31,2017-08-02,9,4,0,0,13,14,13,Middle East,1
            2,2017-08-01,2017-08-02,0,4,30,0,34,40,34,Middle East,2
            """
        )
        #expect(
            roles(proposal) == [
                "id: id", "date_start: date", "source_date: –", "deaths_a: –", "deaths_b: –",
                "deaths_civilians: killed", "deaths_unknown: –", "best: –", "high: –", "low: –",
                "region: –", "date_prec: –",
            ]
        )
        #expect(proposal.columns.allSatisfy { $0.question == nil })
    }

    @Test func aColumnOfDeathsLeavesAQuestionInTheCodebook() throws {
        let proposal = try propose("id,date,fatalities\nA,2020-01-05,3\nB,2020-01-06,4")
        #expect(roles(proposal) == ["id: id", "date: date", "fatalities: killed"])
        #expect(
            CodebookText(proposal: proposal).text
                .contains(
                    "question: \"Does this column count civilians only, and no fighters, soldiers or police?\""
                )
        )
    }

    @Test func theLowestAndHighestOfAnEstimateAreOneCount() throws {
        let proposal = try propose("id,date,best,low,high\nA,2020-01-05,3,2,5\nB,2020-01-06,4,4,6")
        #expect(
            roles(proposal) == [
                "id: id", "date: date", "best: –", "low: killed.min", "high: killed.max",
            ]
        )
        #expect(proposal.columns.count { $0.question != nil } == 2)
    }

    @Test func ofTwoEqualCandidatesBothAreNamed() throws {
        let proposal = try propose(
            "id,date,deaths here,deaths there\nA,2020-01-05,3,2\nB,2020-01-06,4,4"
        )
        #expect(proposal.columns[2].role?.name == "killed")
        #expect(
            proposal.columns[2].question?
                .hasPrefix("“deaths there” may hold killed as well. Is this the right column?")
                == true
        )
        #expect(
            proposal.columns[3].reason
                == "it may hold killed as well as “deaths here”: only one can"
        )
    }

    @Test(arguments: ["dob", "date of birth", "date_of_death", "source date", "تاريخ الميلاد"])
    func aDayOfSomethingElseIsNotTheDayOfAStrike(name: String) throws {
        let proposal = try propose("id,\(name),killed civilians\nA,2020-01-05,3\nB,2020-01-06,4")
        #expect(proposal.columns[1].role == nil, "\(proposal.columns[1])")
    }

    @Test func aBlankColumnTakesNoRole() throws {
        let proposal = try propose("id,date,Lieu,Blessés\nA,2020-01-05,,\nB,2020-01-06,,")
        #expect(roles(proposal) == ["id: id", "date: date", "Lieu: –", "Blessés: –"])
    }

    @Test func aTableOfPeopleMakesAReportOfPeople() throws {
        let text = """
            id,name_ar_raw,name_en,age,dob,sex,date of death,place,phone
            100200301,شخص أول,Person One,2,2021-05-03,f,2023-10-11,Town,+963 944 123 456
            100200302,شخص ثان,Person Two,80 plus,,m,2023-11,Town,+963 944 123 457
            """
        let proposal = try propose(text, .all)
        #expect(proposal.kind == .victims)
        #expect(!proposal.addsID)
        #expect(proposal.dataPath == "data/victims.csv")
        #expect(
            roles(proposal) == [
                "id: –", "name_ar_raw: name.ar", "name_en: name", "age: age", "dob: –", "sex: sex",
                "date of death: date", "place: place", "phone: –",
            ]
        )
        let isPublic = proposal.columns.map(\.isPublic)
        #expect(isPublic == [false, true, true, true, false, true, true, true, false])
        #expect(
            proposal.steps.first?
                .hasPrefix(
                    "The table has one row per person (it has the columns “name_ar_raw”, “age”, “dob”, and none that "
                        + "counts people), so the report is a list of people, without strikes."
                ) == true
        )
        let codebook = CodebookText(proposal: proposal).text
        #expect(codebook.contains("  - name: victims\n    path: data/victims.csv\n"))
        #expect(!codebook.contains("primaryKey"))
        #expect(!codebook.contains("question:"))
    }

    @Test func strikesWithAColumnOfNamesAreNotATableOfPeople() throws {
        let proposal = try propose(
            "id,date,killed civilians,names of victims\nA,2020-01-05,3,One; Two\nB,2020-01-06,4,Three"
        )
        #expect(roles(proposal).prefix(3) == ["id: id", "date: date", "killed civilians: killed"])
    }

    @Test func whatLooksPersonalStaysPrivateAndNamesNoPage() throws {
        let proposal = try propose(
            """
            national_id,date,killed civilians,who told us,phone
            100200301,2020-01-05,3,+963 944 123 456,1
            100200302,2020-01-06,4,someone@example.org,2
            """,
            .all
        )
        #expect(proposal.columns.map(\.isPublic) == [false, true, true, false, false])
        #expect(proposal.addsID)
        #expect(
            proposal.columns[3].warnings
                == ["it seems to hold contacts or personal numbers, so it stays private"]
        )
        let named = try propose("date,phone\n2020-01-05,1\n2020-01-06,2", .columns(["phone"]))
        #expect(
            named.columns[1].warnings
                == ["it seems to hold contacts or personal numbers, and you made it public"]
        )
    }

    @Test func wordsForUnknownAmongNumbersOfYourOwnColumnsAreMissingValues() throws {
        let proposal = try propose("id,date,munitions\nA,2020-01-05,1\nB,2020-01-06,NA")
        #expect(
            CodebookText(proposal: proposal).text.contains("missingValues: [\"\", \"NA\"]")
        )
    }

    @Test func aDelimiterWithinQuotesIsNone() throws {
        let read = try spreadsheet(
            "id;date;\"place, nearest town, or village\";\"killed, min\"\nA;2020-01-05;X;3"
        )
        #expect(read.delimiter == UInt8(ascii: ";"))
        #expect(read.columnCount == 4)
    }
}
