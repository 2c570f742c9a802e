import Diagnostics
import Formats
import Testing
import Text

@Suite struct CSVReaderTests {
    @Test func cellsKeepTheirTextAndPlace() throws {
        let text = "\u{FEFF}id,name,note\r\nA1,الرقة,\"said \"\"no\"\",\r\ntwice\"\r\n\r\nA2,,x"
        let (table, log) = read(text)
        let rows = try #require(table)
        #expect(log.diagnostics == [])
        #expect(rows.columns == ["id", "name", "note"])
        #expect(rows.rowCount == 2)
        #expect(rows.text(0, 1) == "الرقة")
        #expect(rows.text(0, 2) == "said \"no\",\r\ntwice")
        #expect(rows.isEmpty(1, 1))
        #expect(rows.location(column: 1) == place(1, 4))
        #expect(rows.location(0, 2) == place(2, 11))
        #expect(rows.location(1, 2) == place(5, 5))
        #expect(rows.location(row: 1) == place(5, 0))
        #expect(
            rows.excerpt(0, 1)
                == Excerpt("A1,الرقة,\"said \"\"no\"\", twice\"", start: 3, length: 5)
        )
        #expect(rows.excerpt(column: 1) == Excerpt("id,name,note", start: 3, length: 4))
    }

    @Test(arguments: ["\n", "\r\n", "\r"])
    func everyLineEndCountsOnce(_ end: String) throws {
        let text = ["a,b", "\"x", "y\",2", "", "3,4"].joined(separator: end)
        let (table, log) = read(text)
        let rows = try #require(table)
        #expect(log.diagnostics == [])
        #expect(rows.rowCount == 2)
        #expect(rows.text(0, 0) == "x\(end)y")
        #expect(rows.location(0, 0) == place(2, 2))
        #expect(rows.location(0, 1) == place(3, 4))
        #expect(rows.location(1, 1) == place(5, 3))
        #expect(rows.excerpt(0, 0) == Excerpt("\"x y\",2", start: 1, length: 3))
        #expect(rows.excerpt(0, 1) == Excerpt("\"x y\",2", start: 6, length: 1))
    }

    @Test(arguments: [
        (CSVDialect.semicolon, ";"), (.tab, "\t"), (CSVDialect(delimiter: 0x7C), "|"),
    ])
    func otherDelimitersAreReadWhenTheDialectSaysSo(_ dialect: CSVDialect, _ mark: String) throws {
        let (table, log) = read("a\(mark)b\n1,5\(mark)\"x\(mark)y\"\n", dialect: dialect)
        let rows = try #require(table)
        #expect(log.diagnostics == [])
        #expect(rows.text(0, 0) == "1,5")
        #expect(rows.text(0, 1) == "x\(mark)y")
    }

    @Test func anotherQuoteIsReadWhenTheDialectSaysSo() throws {
        let (table, _) = read("a,b\n'x,''y''',\"\n", dialect: CSVDialect(quote: 0x27))
        #expect(try #require(table).text(0, 0) == "x,'y'")
        #expect(table?.text(0, 1) == "\"")
    }

    @Test func aRowOfTheWrongLengthStaysAsADamagedOne() throws {
        let rows = try #require(read("a,b,c\n1\n1,2,3,4\n1,2,3").0)
        #expect(rows.rowCount == 3)
        #expect((0..<3).map { rows.isDamaged($0) } == [true, true, false])
        #expect((0..<3).map { rows.text(0, $0) } == ["1", "", ""])
        #expect((0..<3).map { rows.text(1, $0) } == ["1", "2", "3"])
        #expect(rows.location(0, 2) == place(2, 2))
        let names = try #require(read("a,,a,b\n1,2,3,4").0)
        #expect(
            names.columns.indices.map { names.isDamaged(column: $0) } == [false, true, true, false]
        )
    }

    @Test func bytesOfACellAreHandedOutWithoutQuotes() throws {
        let rows = try #require(read("a,b\n42,\"x\"\"y\"").0)
        #expect(rows.withBytes(0, 0) { Array($0) } == Array("42".utf8))
        #expect(rows.withBytes(0, 1) { Array($0) } == Array("x\"y".utf8))
    }

    @Test func aTableMayHaveNoRowsAndNoLastLineEnd() throws {
        #expect(try #require(read("a,b").0).rowCount == 0)
        #expect(try #require(read("a,b\n").0).rowCount == 0)
        let rows = try #require(read("a,b\n1,").0)
        #expect(rows.rowCount == 1)
        #expect(rows.isEmpty(0, 1))
        #expect(try #require(read("a\n\"\"\n").0).rowCount == 1)
    }

    @Test func aQuoteInsideAPlainCellIsText() throws {
        let (table, log) = read("a,b\n12\" pipe,x\"y\"\n")
        #expect(log.diagnostics == [])
        #expect(try #require(table).text(0, 0) == "12\" pipe")
        #expect(table?.text(0, 1) == "x\"y\"")
    }

    @Test func aShortRowAndALongRowAreReportedTogether() {
        #expect(
            messages("a,b,c\n1\n1,2,3,4\n1,2,3\n") == """
                t.csv:2:2: error: the row has 1 cell, but the table has 3 columns: “b”, “c” are missing
                     …
                      ^
                     An empty cell still needs its comma.
                     [row-too-short]

                t.csv:3:7: error: the row has 4 cells, but the table has 3 columns
                     …,…,…,…
                           ^
                     A cell that holds a comma needs quotes around it.
                     [row-too-long]


                """
        )
    }
}

func place(_ line: Int, _ column: Int) -> Diagnostics.SourceLocation {
    Diagnostics.SourceLocation(file: "t.csv", line: line, column: column)
}

func read(_ text: String, dialect: CSVDialect = CSVDialect()) -> (Table?, DiagnosticLog) {
    var log = DiagnosticLog()
    let table = CSVReader.read(Array(text.utf8), file: "t.csv", dialect: dialect, log: &log)
    return (table, log)
}

func messages(_ text: String, dialect: CSVDialect = CSVDialect()) -> String {
    DiagnosticPrinter().text(read(text, dialect: dialect).1)
}
