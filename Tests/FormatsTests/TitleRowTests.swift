import Diagnostics
import TestSupport
import Testing

@testable import Formats
@testable import Text

@Suite struct TitleRowTests {
    @Test(arguments: [
        ("Strikes\nid,date,killed\nA,2017,3\n", 1, 2),
        ("Strikes,,\n\nid,date,killed\nA,2017,3\n", 1, 3),
        ("\"Strikes, all\",,\n,,\n(internal),,\nid,date,killed\nA,2017,3\n", 1, 4),
    ])
    func aTitleAboveTheHeaderIsOneMistake(_ text: String, _ first: Int, _ header: Int) throws {
        let (table, log) = read(text)
        #expect(log.diagnostics.map(\.rule) == ["title-above-header"])
        #expect(
            log.diagnostics.first?.message
                == "line \(first) holds a single text; the header seems to be in line \(header)"
        )
        let rows = try #require(table)
        #expect(rows.columns == ["id", "date", "killed"])
        #expect(rows.location(0, 1) == place(header + 1, 3))
        #expect(rows.text(0, 2) == "3")
    }

    @Test(arguments: [
        (
            ",,Killed,,Injured,\nid,date,min,max,min,max\nA,2017,3,4,0,1\n",
            ["id", "date", "Killed min", "Killed max", "Injured min", "Injured max"]
        ),
        (
            "Event,,Dead,\nid,date,Dead women,Men\nA,2017,3,4\n",
            ["Event id", "Event date", "Dead women", "Dead Men"]
        ),
        ("id,date,Dead,\n,,min,max\nA,2017,3,4\n", ["id", "date", "Dead min", "Dead max"]),
    ])
    func namesBelowGroupsSayTheirGroup(_ text: String, _ names: [String]) throws {
        let (table, log) = read(text)
        #expect(log.diagnostics.map(\.rule) == ["title-above-header"])
        #expect(try #require(table).columns == names)
        #expect(
            try #require(table).text(0, names.count - 1)
                == text.split(separator: ",").last?.dropLast().description
        )
    }

    @Test(arguments: [
        "index,,place\nA,1,Town\n", ",name,place\n0,A,Town\n", "id,,killed\nS1,2017-06-06,3\n",
        "id,date,killed\nA,B,C\n",
    ])
    func aRecordBelowNamesIsNoRowOfNames(_ text: String) {
        #expect(!messages(text).contains("groups the columns"))
    }

    @Test func groupsOfASheetAreJoinedToTheNames() throws {
        func row(_ number: Int, _ cells: [String]) -> String {
            let cells = zip(["A", "B", "C", "D"], cells)
                .map { $1.isEmpty ? "" : SampleWorkbook.cell("\($0)\(number)", $1) }
            return "<row r=\"\(number)\">\(cells.joined())</row>"
        }
        var log = DiagnosticLog()
        let table = XLSXReader.read(
            SampleWorkbook.sheet(
                row(1, ["id", "date", "Killed"]) + row(2, ["", "", "min", "max"])
                    + row(3, ["A", "2017", "3", "4"]),
                after: "<mergeCells><mergeCell ref=\"C1:D1\"/></mergeCells>"
            ),
            file: "t.xlsx",
            log: &log
        )
        #expect(
            log.sorted.map { "\($0.location) \($0.message)" }
                == ["t.xlsx:1:1 row 1 groups the columns; their names seem to be in row 2"]
        )
        #expect(table?.columns == ["id", "date", "Killed min", "Killed max"])
        #expect(table?.text(0, 3) == "4")
    }

    @Test(arguments: [
        "name\nA\nB\n", "id,,\nA,1,2\nB,3,4\n", "id\nA,2\nB,3\n", "id;date;killed\nA;2017;3\n",
    ])
    func whatIsNoTitleIsTheHeader(_ text: String) {
        #expect(!messages(text).contains("title-above-header"))
    }

    @Test(arguments: [
        "TOTAL,,8", ",Total :,8", "المجموع,,8", "Somme,,", ",TOTAL,8\n,,\n,,",
        "Total général,,\"1,234\"",
    ])
    func sumsBelowTheRecordsAreOneMistake(_ row: String) throws {
        let (table, log) = read("id,date,killed\nA,2017,3\nB,2018,5\n\(row)\n")
        #expect(log.diagnostics.map(\.rule) == ["total-row"])
        #expect(try #require(table).isDamaged(2))
        #expect(table?.isDamaged(1) == false)
    }

    @Test(arguments: ["Total,2017,8", "TOTAL,Badou,", "T1,,8", ",,8", "Totalitarian,,8"])
    func aRecordIsNoSum(_ row: String) {
        #expect(read("id,date,killed\nA,2017,3\n\(row)\n").1.diagnostics == [])
    }

    @Test func aSheetIsReadBelowItsTitleAndAboveItsSums() throws {
        func row(_ number: Int, _ cells: String...) -> String {
            let cells = cells.enumerated()
                .map { index, text in
                    text.isEmpty
                        ? "" : SampleWorkbook.cell("\(["A", "B", "C"][index])\(number)", text)
                }
            return "<row r=\"\(number)\">\(cells.joined())</row>"
        }
        var log = DiagnosticLog()
        let table = XLSXReader.read(
            SampleWorkbook.sheet(
                row(1, "Strikes (internal)") + row(3, "id", "date", "killed")
                    + row(4, "A", "2017", "3")
                    + "<row r=\"6\"><c r=\"C6\"><f>SUM(C4)</f></c>"
                    + "</row>"
                    + "<row r=\"7\">" + SampleWorkbook.cell("A7", "Total")
                    + "<c r=\"C7\"><f>SUM(C4)</f></c></row>",
                after: "<mergeCells><mergeCell ref=\"A1:C1\"/></mergeCells>"
            ),
            file: "t.xlsx",
            log: &log
        )
        #expect(
            log.sorted.map { "\($0.location) \($0.message)" } == [
                "t.xlsx:1:1 row 1 holds a single text; the header seems to be in row 3",
                "t.xlsx:6:3 the cell C6 holds a formula that was never computed",
                "t.xlsx:7 this looks like a row of totals, not a record",
            ]
        )
        #expect(table?.columns == ["id", "date", "killed"])
        #expect(table?.location(0, 2).description == "t.xlsx:4:3")
    }
}
