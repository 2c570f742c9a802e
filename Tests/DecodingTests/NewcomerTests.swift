import Diagnostics
import Records
import Testing

/// What people bring who kept their records in a spreadsheet of their own.
@Suite struct NewcomerTests {
    @Test func strikesThatDifferOnlyInTheirIDAreAskedAbout() throws {
        let fields = ["name: place", "name: killed", "name: grading", "name: notes, public: false"]
        let site = DecodingSite.strikes(
            fields,
            "S1,2017-08-22,Badou,3,fair,a\nS2,2017-08-22,Badou,3,fair,b\nS3,2017-08-22,Badou,3,fair,a"
        )
        #expect(
            try site.messages() == """
                content/data/strikes.csv:4:1: warning: the strikes S1 and S3 are the same but for their id
                     S3,2017-08-22,Badou,3,fair,…
                     ^^
                     The earlier one is at content/data/strikes.csv:2. If it is one strike, delete one of the rows; if they are two, tell them apart.
                     [duplicate-row]


                """
        )
        let brief = DecodingSite.strikes(["name: killed"], "S1,2017-08-22,3\nS2,2017-08-22,3")
        #expect(try brief.messages() == "")
    }

    @Test func aClaimThatIsRepeatedIsFoundAmongManyWithTheSameWords() throws {
        let strikes = (1...300).map { "S\($0),2017-08-\(10 + $0 % 20)" }.joined(separator: "\n")
        var site = DecodingSite.strikes([], strikes)
        let claims = (1...300).map { "C\($0),Ministry,S\($0),We struck a target." }
        site.add(
            "claims",
            ["name: id", "name: claimant", "name: scope", "name: statement"],
            (claims + ["C301,Ministry,S7,We struck a target.", "C302,Ministry,S8,We did not."])
                .joined(separator: "\n")
        )
        let messages = try site.messages()
        #expect(messages.components(separatedBy: "[duplicate-row]").count == 2)
        #expect(messages.contains("The earlier one is at content/data/claims.csv:8."))
    }

    @Test func degreesWithACommaAreReadWhenTheCodebookSaysSo() throws {
        let fields = [
            "name: latitude, type: number", "name: longitude, type: number",
            "name: size, type: number",
        ]
        let row = "S1,2017-08-22,\"12,2093\",\"-44,1\",\"1,5\""
        let site = DecodingSite.strikes(
            fields.map { $0 + ", decimalChar: \",\"" },
            row + "\nS2,2017-08-23,12.5,44,2"
        )
        let read = try site.read()
        #expect(read.messages == "")
        let strikes = read.content?.dataset.strikes
        #expect(strikes?.map { $0.place.coordinate?.latitudeText } == ["12.2093", "12.5"])
        #expect(strikes?.map { $0.place.coordinate?.longitude } == [-44.1, 44])
        #expect(strikes?.map(\.extras) == [["1.5"], ["2"]])
        let messages = try DecodingSite.strikes(fields, row).messages()
        #expect(
            messages.contains(
                "Coordinates are decimal degrees. Write 12.2093, or say in the codebook that the "
                    + "column has commas: decimalChar: \",\".\n"
            )
        )
    }
}
