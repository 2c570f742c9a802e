import Diagnostics
import Foundation
import TestSupport
import Testing

/// Compares the reader with Python's csv module, which reads the same texts in strict mode.
@Suite struct CSVDifferentialTests {
    private struct Case: Decodable {
        let text: String
        /// The rows as Python reads them; `nil` when it refuses the text.
        let rows: [[String]]?
    }

    private static let program = """
        import csv, io, json, random
        r = random.Random(20170606)
        soup = ['a', 'bc', '"', '""', ',', ',', ';', '\\n', '\\r\\n', '\\r', ' ', '', 'é', 'الرقة', '😀', '\\t', '0']
        def soup_text():
            return 'x,y,z\\n' + ''.join(r.choice(soup) for _ in range(r.randint(0, 25)))
        def written():
            out = io.StringIO()
            w = csv.writer(out, lineterminator=r.choice(['\\n', '\\r\\n', '\\r']),
                           quoting=r.choice([csv.QUOTE_MINIMAL, csv.QUOTE_ALL]))
            for _ in range(r.randint(1, 6)):
                w.writerow([''.join(r.choice(soup) for _ in range(r.randint(0, 4))) for _ in range(3)])
            return 'x,y,z\\n' + out.getvalue()
        cases = []
        for n in range(2000):
            text = soup_text() if n % 2 else written()
            try:
                rows = [row for row in csv.reader(io.StringIO(text, newline=''), strict=True) if row]
            except csv.Error:
                rows = None
            cases.append({'text': text, 'rows': rows})
        print(json.dumps(cases))
        """

    @Test(Needs.python)
    func twoThousandTextsAreReadAsPythonReadsThem() throws {
        let output = try Python.evaluate(CSVDifferentialTests.program)
        let cases = try JSONDecoder().decode([Case].self, from: Data(output.utf8))
        #expect(cases.count == 2000)
        var refused = 0
        var wrongLengths = 0
        for (number, example) in cases.enumerated() {
            let (table, log) = read(example.text)
            let rules = Set(log.diagnostics.map(\.rule))
            let quotes = rules.intersection(["unclosed-quote", "text-after-quote"])
            guard let rows = example.rows else {
                refused += 1
                #expect(!quotes.isEmpty, "case \(number): \(example.text.debugDescription)")
                continue
            }
            #expect(quotes.isEmpty, "case \(number): \(example.text.debugDescription)")
            // Python takes a quote after a space as text, and so does this reader, but says so.
            if rules.contains("space-before-quote") { continue }
            let isRagged = rows.contains { $0.count != 3 }
            #expect(isRagged == !log.diagnostics.isEmpty, "case \(number)")
            if isRagged { wrongLengths += 1 }
            let cells = try #require(table)
            let found = (0..<cells.rowCount).map { row in (0..<3).map { cells.text(row, $0) } }
            let expected = rows.dropFirst()
                .map { row in
                    Array((row + ["", "", ""]).prefix(3))
                }
            #expect(found == expected, "case \(number): \(example.text.debugDescription)")
        }
        #expect(refused > 100)
        #expect(wrongLengths > 100)
    }
}
