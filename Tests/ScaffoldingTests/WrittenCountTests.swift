import Decoding
import Diagnostics
import Testing

@testable import Scaffolding

/// Counts as people write them: the proposed codebook says what each means, or asks.
@Suite struct WrittenCountTests {
    private func column(_ name: String, _ cells: [String]) throws -> ProposedColumn {
        let rows = cells.enumerated().map { "A-\($0),2020-01-\($0 + 10),\"\($1)\"" }
        var log = DiagnosticLog()
        let text = (["id,date,\(name)"] + rows).joined(separator: "\n")
        let read = try Spreadsheet(Array(text.utf8), file: "t.csv", log: &log)
        return try SiteProposal(try #require(read), published: .all).columns[2]
    }

    private func values(_ column: ProposedColumn) -> [String] {
        column.values.map { "\($0.cell) = \($0.meaning)" }
    }

    @Test func cellsOfOneColumnMeanWhatTheySay() throws {
        let column = try column(
            "civilians killed",
            ["3", "2-3", "5+", "at least 5", "2 to 4", "007", "3.0", "١٢", "≥ 8", "6 or more"]
        )
        #expect(column.type == "string")
        #expect(
            values(column) == [
                "at least 5 = 5+", "2 to 4 = 2–4", "007 = 7", "3.0 = 3", "١٢ = 12", "≥ 8 = 8+",
                "6 or more = 6+",
            ]
        )
        #expect(column.question == nil)
    }

    @Test(arguments: [
        "~2", "about 40", "12 killed", "8-3", "-99", "3-Aug", "12 (3 children)", "1.000",
    ])
    func whatStatesNoNumberForCertainIsUnknownAndAsked(cell: String) throws {
        let column = try column("civilians killed", ["3", "4", "5", "2.5", cell])
        #expect(values(column).contains("\(cell) = "))
        #expect(column.question?.contains("“\(cell)”") == true)
        #expect(column.question?.contains("read as unknown. What do they mean?") == true)
    }

    @Test(arguments: [("1,234", ","), ("1 234", " "), ("1’234", "’"), ("1,234,567", ",")])
    func separatorsOfThousandsAreProposed(cell: String, mark: Character) throws {
        let column = try column("civilians killed", ["3", "4", cell])
        #expect(column.groupMark == mark)
        #expect(column.type == "integer")
        #expect(column.values.isEmpty)
        #expect(column.question == nil)
    }

    @Test func aPointBetweenThousandsIsAskedAbout() throws {
        let column = try column("civilians killed", ["3", "4", "1.234"])
        #expect(column.groupMark == ".")
        #expect(column.question == "Is “1.234” the number 1234, with a point between thousands?")
    }

    @Test func anEndOfACountTakesItsOwnEnd() throws {
        let least = try column("civilians killed min", ["3", "2-4", "5+", "~6"])
        #expect(values(least) == ["2-4 = 2", "5+ = 5", "~6 = "])
        #expect(least.type == "integer")
    }
}
