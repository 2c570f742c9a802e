import Diagnostics
import TestSupport
import Testing

@testable import Scaffolding

@Suite struct SheetTests {
    private static let workbook = SampleWorkbook.sheet(
        "<row r=\"1\">" + SampleWorkbook.cell("A1", "id") + SampleWorkbook.cell("B1", "date")
            + SampleWorkbook.cell("C1", "killed") + "</row>"
            + "<row r=\"2\">" + SampleWorkbook.cell("A2", "A")
            + SampleWorkbook.cell("B2", "2020-01-05") + SampleWorkbook.cell("C2", "3")
            + "</row>",
        names: ["Notes", "Strikes"]
    )

    @Test func theSheetThatIsChosenStandsInTheCodebook() throws {
        var log = DiagnosticLog()
        let read = try Spreadsheet(Self.workbook, file: "a.xlsx", sheet: "Strikes", log: &log)
        #expect(log.diagnostics.isEmpty)
        let proposal = try SiteProposal(try #require(read), published: .all)
        #expect(
            CodebookText(proposal: proposal).text.contains("    dialect: {sheet: \"Strikes\"}\n")
        )
    }

    @Test func aHiddenColumnStaysPrivateAlthoughAllArePublished() throws {
        let row = { (number: Int, cells: [String]) in
            "<row r=\"\(number)\">"
                + zip(["A", "B", "C", "D"], cells).map { SampleWorkbook.cell("\($0)\(number)", $1) }
                .joined() + "</row>"
        }
        let workbook = SampleWorkbook.sheet(
            row(1, ["id", "date", "killed", "doubts"])
                + row(2, ["A-1", "2020-01-05", "3", "many"]),
            before: "<cols><col min=\"4\" max=\"4\" hidden=\"1\"/></cols>"
        )
        var log = DiagnosticLog()
        let read = try Spreadsheet(workbook, file: "a.xlsx", log: &log)
        let proposal = try SiteProposal(try #require(read), published: .all)
        #expect(proposal.columns.map(\.isPublic) == [true, true, true, false])
        #expect(
            proposal.columns[3].warnings == [
                "it is hidden in the workbook, so it stays private; to publish it, show it there and write "
                    + "public: true in the codebook"
            ]
        )
        #expect(
            CodebookText(proposal: proposal).text
                .contains("- name: \"doubts\"\n          type: string\n          public: false\n")
        )
    }

    @Test func severalTablesAreListedWithTheirSizes() {
        var log = DiagnosticLog()
        let error = #expect(throws: SpreadsheetError.self) {
            try Spreadsheet(Self.workbook, file: "a.xlsx", log: &log)
        }
        #expect(
            error?.description
                == "“a.xlsx” has several sheets: “Notes” (2 rows × 3 columns), “Strikes” (2 rows × 3 columns). "
                + "Choose the one with one row per strike: --sheet \"Notes\"."
        )
    }

    @Test func aTextTableHasNoSheet() {
        var log = DiagnosticLog()
        #expect(throws: SpreadsheetError.sheetOfText("a.csv")) {
            try Spreadsheet(Array("id\nA".utf8), file: "a.csv", sheet: "x", log: &log)
        }
    }
}
