import Diagnostics
import Reading
import Testing

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
        #expect(rows.excerpt(0, 1) == Excerpt("A1,الرقة,\"said \"\"no\"\",", start: 3, length: 5))
        #expect(rows.excerpt(column: 1) == Excerpt("id,name,note", start: 3, length: 4))
    }

    @Test func aShortRowAndALongRowAreToldTogether() {
        #expect(
            messages("a,b,c\n1\n1,2,3,4\n1,2,3\n") == """
                t.csv:2:2: error: the row has 1 cell, but the table has 3 columns: “b”, “c” are missing
                     1
                      ^
                     An empty cell still needs its comma.
                     [row-too-short]

                t.csv:3:7: error: the row has 4 cells, but the table has 3 columns
                     1,2,3,4
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
