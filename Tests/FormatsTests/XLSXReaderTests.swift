import Diagnostics
import Formats
import Foundation
import TestSupport
import Testing
import Text

/// Reads workbooks that openpyxl wrote, and compares them with the same content in CSV.
@Suite struct XLSXReaderTests {
    private static let setUp = """
        import datetime, openpyxl, sys
        path = sys.argv[1]
        wb = openpyxl.Workbook()
        ws = wb.active
        ws.title = 'Strikes'
        """

    /// Runs a program that fills `ws` in `wb`, and reads the workbook's first sheet.
    private func workbook(
        _ program: String,
        sheet: String? = nil
    ) throws -> (table: Table?, log: DiagnosticLog) {
        let file = FileManager.default.temporaryDirectory
            .appending(path: "recount-\(UUID().uuidString).xlsx")
        defer { try? FileManager.default.removeItem(at: file) }
        _ = try Python.evaluate(
            XLSXReaderTests.setUp + "\n" + program + "\nwb.save(path)",
            file.path
        )
        var log = DiagnosticLog()
        let bytes = [UInt8](try Data(contentsOf: file))
        let table = XLSXReader.read(bytes, file: "s.xlsx", sheet: sheet, log: &log)
        return (table, log)
    }

    @Test(Needs.module("openpyxl"))
    func aSheetHoldsTheSameTextsAsTheSameTableInCSV() throws {
        let (table, log) = try workbook(
            """
            long = 'Two sources said. ' * 500
            ws.append(['id', 'date', 'time', 'when', 'name', 'killed', 'lat', 'note', 'sure', 'code'])
            ws.append(['A1', datetime.date(2017, 6, 6), datetime.time(13, 30), datetime.datetime(2017, 6, 6, 13, 30),
                       'الرقة', 3, 35.95, long, True, '016'])
            ws.append(['A2', datetime.date(1900, 1, 1), datetime.time(0, 0), datetime.datetime(2017, 12, 31, 23, 59, 59),
                       None, 0, -0.000012, 'a <b> & "c"', False, '3'])
            ws.append([None] * 10)
            ws.append(['A3', datetime.datetime(2017, 6, 6), datetime.time(1, 2, 3), datetime.datetime(2024, 2, 29),
                       ' x ', 1234567, 1e20, 'two\\nlines', None, '1e3'])
            """
        )
        let long = String(repeating: "Two sources said. ", count: 500)
        let csv = """
            id,date,time,when,name,killed,lat,note,sure,code
            A1,2017-06-06,13:30,2017-06-06T13:30,الرقة,3,35.95,\(long),true,016
            A2,1900-01-01,00:00,2017-12-31T23:59:59,,0,-0.000012,"a <b> & ""c""\",false,3
            A3,2017-06-06,01:02:03,2024-02-29, x ,1234567,100000000000000000000,"two
            lines",,1e3
            """
        let expected = try #require(read(csv).0)
        let found = try #require(table)
        #expect(log.diagnostics == [])
        #expect(found.columns == expected.columns)
        #expect(found.rowCount == 3)
        for row in 0..<3 {
            for column in found.columns.indices {
                #expect(found.text(row, column) == expected.text(row, column))
                #expect(found.isEmpty(row, column) == expected.isEmpty(row, column))
            }
        }
        #expect(found.location(2, 5).description == "s.xlsx:5:6")
        #expect(found.location(row: 2).description == "s.xlsx:5")
        #expect(found.location(column: 5).description == "s.xlsx:1:6")
        #expect(
            found.excerpt(2, 1)
                == Excerpt(
                    "A3 | 2017-06-06 | 01:02:03 | 2024-02-29 |  x  | 1234567 | "
                        + "100000000000000000000 | two lines |  | 1e3",
                    start: 5,
                    length: 10
                )
        )
    }

    @Test(Needs.module("openpyxl"))
    func everyDayFrom1900To2100IsReadAsPythonCountsIt() throws {
        let (table, log) = try workbook(
            """
            ws.append(['iso', 'date'])
            day = datetime.date(1900, 3, 1)
            while day < datetime.date(2100, 1, 1):
                ws.append([day.isoformat(), day])
                day += datetime.timedelta(days=37)
            """
        )
        let days = try #require(table)
        #expect(log.diagnostics == [])
        #expect(days.rowCount == 1973)
        for row in 0..<days.rowCount { #expect(days.text(row, 0) == days.text(row, 1)) }
    }

    @Test(Needs.module("openpyxl"))
    func formatsTellDatesFromNumbers() throws {
        let (table, _) = try workbook(
            """
            ws.append(['v'])
            for number, code in [(42892, 'dd/mm/yyyy'), (42892, '[$-409]d mmm yy;@'), (42892, 'mmm'), (42892, '0.00'),
                                 (42892, '"day "0'), (42892.5625, 'hh:mm'), (1.5, '[h]:mm'), (0.5, 'h:mm AM/PM'),
                                 (42892, '[Red]#,##0'), (42892, 'General'), (0.25, '0%'), (42892.5625, 'yyyy-mm-dd')]:
                ws.append([number])
                ws.cell(ws.max_row, 1).number_format = code
            """
        )
        let cells = try #require(table)
        #expect(
            (0..<cells.rowCount).map { cells.text($0, 0) } == [
                "2017-06-06", "2017-06-06", "2017-06", "42892", "day 42892", "13:30", "36:00",
                "12:00",
                "42892", "42892", "25%", "2017-06-06",
            ]
        )
    }

    @Test(Needs.module("openpyxl"))
    func daysMayBeCountedFrom1904() throws {
        let (table, _) = try workbook(
            """
            from openpyxl.utils.datetime import CALENDAR_MAC_1904
            wb.epoch = CALENDAR_MAC_1904
            ws.append(['d'])
            ws.append([datetime.date(2017, 6, 6)])
            """
        )
        #expect(try #require(table).text(0, 0) == "2017-06-06")
    }

    @Test(Needs.module("openpyxl"))
    func mistakesInASheetAreReportedTogether() throws {
        let (table, log) = try workbook(
            """
            ws.append(['id', 'date', None, 'n', 'n'])
            ws.append(['A1', '#REF!', 'lost', 1, 2])
            ws['B2'].data_type = 'e'
            ws.append(['A2', -3, None, '=1+1', None])
            ws['B3'].number_format = 'yyyy-mm-dd'
            ws.append(['A3', None, None, None, None])
            ws.merge_cells('A4:B5')
            """
        )
        #expect(try #require(table).columns.count == 4)
        #expect(
            DiagnosticPrinter().text(log) == """
                s.xlsx:1:5: error: two columns are named “n”: column 3 and column 4
                     id | date | n | n
                                     ^
                     Give each column a name of its own.
                     [column-name-repeated]

                s.xlsx:2:2: error: the cell B2 shows the error #REF!
                     … | #REF! | … | …
                         ^^^^^
                     Correct the formula, or clear the cell.
                     [error-cell]

                s.xlsx:2:3: error: the cell C2 holds “lost” in a column without a name
                     Name the column in row 1, or clear the cell.
                     [cell-outside-table]

                s.xlsx:3:2: error: the cell B3 is formatted as a date or time, but -3 is none
                     … | -3 | … | …
                         ^^
                     Enter the date again, or change the format of the cell.
                     [not-a-date]

                s.xlsx:3:4: error: the cell D3 holds a formula that was never computed
                     … | … |  | …
                             ^
                     Open the workbook in a spreadsheet program and save it again.
                     [formula-not-computed]

                s.xlsx:4:1: error: the cells A4:B5 are merged, so that only the first holds a value
                     Split them, and write the value into each cell that it is meant for.
                     [merged-cells]


                """
        )
    }

    @Test(Needs.module("openpyxl"))
    func sheetsAreChosenByNameAndOthersAreNamed() throws {
        let program = """
            ws.append(['a']); ws.append([1])
            other = wb.create_sheet('2017'); other.append(['b']); other.append([2])
            hidden = wb.create_sheet('lists'); hidden.sheet_state = 'hidden'
            """
        let (first, warned) = try workbook(program)
        #expect(first?.columns == ["a"])
        #expect(
            DiagnosticPrinter().text(warned) == """
                s.xlsx: warning: only the sheet “Strikes” is read, not “2017”
                     Name the sheet in the codebook, dialect: {sheet: "Strikes"}, or with --sheet for recount new; or move the others to another file.
                     [other-sheets]


                """
        )
        let (second, silent) = try workbook(program, sheet: "2017")
        #expect(second?.columns == ["b"])
        #expect(silent.diagnostics == [])
        let (none, wrong) = try workbook(program, sheet: "strikes")
        #expect(none == nil)
        #expect(
            DiagnosticPrinter().text(wrong) == """
                s.xlsx: error: the workbook has no sheet “strikes”
                     Did you mean “Strikes”?
                     [no-such-sheet]


                """
        )
    }

    @Test(Needs.module("openpyxl"))
    func anEmptySheetIsNoTable() throws {
        let (table, log) = try workbook("")
        #expect(table == nil)
        #expect(log.diagnostics.map(\.rule) == ["table-empty"])
        #expect(log.diagnostics.map(\.message) == ["the sheet “Strikes” is empty"])
    }
}
