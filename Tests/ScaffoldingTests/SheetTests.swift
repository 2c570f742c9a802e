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
