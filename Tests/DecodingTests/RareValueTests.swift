import Records
import Testing

@testable import Decoding

/// Values of own columns that few people share.
@Suite struct RareValueTests {
    /// The communities that strikes are shown with, in the order of their ids.
    private func communities(
        _ rows: String,
        settings: String = "minimum_cell: 3\nsummaries: [community]\n"
    ) throws -> [String] {
        let site = DecodingSite.strikes(["name: killed", "name: grading", "name: community"], rows)
            .replacing("content/site.yaml", "title:", settings + "title:")
        let read = try site.read()
        #expect(read.messages == "")
        return read.content?.dataset.strikes.map { $0.extras.first ?? "" } ?? []
    }

    @Test func aRareValueHidesAmongThoseThatAreNotStated() throws {
        let shown = try communities(
            """
            S1,2017-08-01,1,fair,Yazidi
            S2,2017-08-02,20,fair,Arab
            S3,2017-08-03,9,fair,
            S4,2017-08-04,8,fair,Kurd
            """
        )
        #expect(shown == ["", "Arab", "", "Kurd"])
    }

    @Test func theNextSmallestIsHiddenTooWhereTheTotalWouldGiveItAway() throws {
        let shown = try communities(
            """
            S1,2017-08-01,1,fair,Yazidi
            S2,2017-08-02,20,fair,Arab
            S3,2017-08-03,8,fair,Kurd
            """
        )
        #expect(shown == ["", "Arab", ""])
    }

    @Test func severalRareValuesHideAmongEachOther() throws {
        let shown = try communities(
            "S1,2017-08-01,1,fair,A\nS2,2017-08-02,2,fair,B\nS3,2017-08-03,8,fair,C"
        )
        #expect(shown == ["", "", "C"])
    }

    @Test func countedStrikesAndAllOfThemAreBothLookedAt() throws {
        let shown = try communities(
            """
            S1,2017-08-01,2,fair,A
            S2,2017-08-02,9,single source,A
            S3,2017-08-03,7,fair,
            S4,2017-08-04,7,fair,C
            """
        )
        #expect(shown == ["", "", "", "C"])
    }

    @Test func aValueWithoutCasualtiesSinglesNobodyOutAndOneWithoutANumberMay() throws {
        let shown = try communities(
            "S1,2017-08-01,0,fair,A\nS2,2017-08-02,,fair,B\nS3,2017-08-03,9,fair,C\nS4,2017-08-04,9,fair,"
        )
        #expect(shown == ["A", "", "C", ""])
    }

    @Test func columnsByWhichNothingIsGroupedStayAsTheyAre() throws {
        let rows = "S1,2017-08-01,1,fair,A\nS2,2017-08-02,9,fair,B"
        #expect(try communities(rows, settings: "minimum_cell: 3\n") == ["A", "B"])
        #expect(try communities(rows, settings: "summaries: [community]\n") == ["A", "B"])
        let named = "minimum_cell: 3\nselections: {b: \"community=B\"}\n"
        #expect(try communities(rows, settings: named) == ["", ""])
    }

    /// The communities that people are shown with, in the order of their rows.
    private func communitiesOfPeople(_ rows: String, _ settings: String) throws -> [String] {
        var site = DecodingSite.strikes(["name: killed", "name: grading"], "S1,2017-08-01,9,fair")
        site.add("victims", ["name: strike_id", "name: name", "name: community"], rows)
        site = site.replacing("content/site.yaml", "title:", settings + "title:")
        let read = try site.read()
        #expect(read.messages == "")
        return read.content?.dataset.victims.map { $0.extras.first ?? "" } ?? []
    }

    @Test func aValueThatFewPeopleShareIsLeftOutWhereTheyAreCountedByIt() throws {
        let values = ["X", "Y", "Y", "Y", "Z", "Z", "Z", "Z"]
        let rows = values.enumerated().map { "S1,Person No \($0),\($1)" }.joined(separator: "\n")
        let named = "minimum_cell: 3\nselections: {y: \"community=Y\"}\n"
        // One person alone would be the total less the others, so the next smallest is hidden too.
        #expect(try communitiesOfPeople(rows, named) == ["", "", "", "", "Z", "Z", "Z", "Z"])
        let unused = try communitiesOfPeople(rows, "minimum_cell: 3\n")
        #expect(unused == values)
    }
}
