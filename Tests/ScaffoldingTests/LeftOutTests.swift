import Diagnostics
import TestSupport
import Testing

@testable import Scaffolding

/// What stands in a table besides its records is named, and the site reads a copy without it.
@Suite struct LeftOutTests {
    private func spreadsheet(_ text: String) throws -> Spreadsheet {
        var log = DiagnosticLog()
        let read = try Spreadsheet(Array(text.utf8), file: "table.csv", log: &log)
        #expect(log.diagnostics.isEmpty)
        return try #require(read)
    }

    private func copy(_ proposal: SiteProposal) -> String {
        let file = proposal.site.files.first { $0.path == "content/data/strikes.csv" }
        return String(decoding: file?.bytes ?? [], as: UTF8.self)
    }

    @Test func titlesTagsTotalsAndRemarksAreNamedAndNotCopied() throws {
        let read = try spreadsheet(
            """
            Table 1. Strikes in Sampleland,,,,
            Updated:,2020-01-05,,,

            id,date,place,killed,remark
            #event+id,#date,#loc,#affected+killed,#meta
            A,2020-01-05,X,3,
            B,2020-01-06,Y,NA,
            Total,,,3,
            "* Source: invented, for this test",,,,
            """
        )
        #expect(
            read.notes == [
                "rows 1–3 hold a title, notes or groups above the names of the columns",
                "row 5 holds HXL tags", "row 8 is a row of totals",
                "row 9 holds a single text, “* Source: invented, for this test”",
            ]
        )
        #expect(read.rowCount == 2)
        let proposal = try SiteProposal(read, published: .none)
        #expect(
            copy(proposal) == "id,date,place,killed,remark\nA,2020-01-05,X,3,\nB,2020-01-06,Y,NA,\n"
        )
        #expect(
            proposal.steps[0]
                .hasPrefix("The copy of your table leaves out what is no record: rows 1–3")
        )
        #expect(proposal.columns[0].role == .id)
    }

    @Test func recordsWithAFewCellsStay() throws {
        let read = try spreadsheet("id,date,place\nA,2020-01-05,X\nB,,\n,,Near the old market")
        #expect(read.notes == ["row 4 holds a single text, “Near the old market”"])
        let plain = try spreadsheet("id,date,place\nA,2020-01-05,X\nB,,")
        #expect(plain.notes == [])
        #expect(plain.rowCount == 2)
    }
}

/// Lists and objects within JSON.
@Suite struct JSONImportTests {
    private static let answer = """
        {"count": 2, "data": {"meta": [1], "events": [
          {"id": "A", "date": "2020-01-05", "killed": 3, "sources": [{"url": "x"}]},
          {"id": "B", "date": "2020-01-06", "killed": 4, "sources": []}]}, "others": [{"a": 1}]}
        """

    private func read(_ items: String?) throws -> (Spreadsheet?, DiagnosticLog) {
        var log = DiagnosticLog()
        let bytes = Array(Self.answer.utf8)
        return (try Spreadsheet(bytes, file: "a.json", items: items, log: &log), log)
    }

    @Test func theListsOfAnObjectAreNamedWithTheirSizes() throws {
        let (table, log) = try read(nil)
        #expect(table == nil)
        #expect(
            log.diagnostics.first?.suggestion
                == "Its lists of objects: “data.events” (2 objects), “others” (1 object). Name one in the "
                + "codebook, dialect: {property: \"data.events\"}, or with --items for recount new."
        )
        #expect(
            try read("data.event").1.diagnostics.first?.suggestion == "Did you mean “data.events”?"
        )
    }

    @Test func theChosenListStandsInTheCodebookAndItsNestedColumnStaysPrivate() throws {
        let (table, log) = try read("data.events")
        #expect(log.diagnostics.isEmpty)
        let proposal = try SiteProposal(try #require(table), published: .all)
        #expect(
            CodebookText(proposal: proposal).text
                .contains("    dialect: {property: \"data.events\"}\n")
        )
        #expect(proposal.columns.map(\.isPublic) == [true, true, true, false])
        #expect(
            proposal.columns[3].warnings.first?.hasPrefix("its cells are lists of objects") == true
        )
    }

    @Test func aTextTableHasNoLists() {
        var log = DiagnosticLog()
        #expect(throws: SpreadsheetError.itemsOfTable("a.csv")) {
            try Spreadsheet(Array("id\nA".utf8), file: "a.csv", items: "x", log: &log)
        }
    }
}
