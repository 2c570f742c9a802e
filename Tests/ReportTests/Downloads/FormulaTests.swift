import Records
import Testing

@testable import Report

/// Cells of downloads that a spreadsheet would calculate.
struct FormulaTests {
    @Test(
        arguments: [
            "=1+1", "+1+1", "-1+1", "@SUM(1)", "+963 11 555", "-", "- none", "-2 of 3", "-1-2",
            "+5",
            " =1", "\u{A0}=1", "\u{FEFF}=1", "\u{200B}=1", "\u{3000}=1", "\u{1}=1", "\"=1", "'=1",
            "“=1", "' \"=1", "''=1", "＝1", "＋1", "－1", "＠A1", "﹦1", " ＝1",
        ]
    )
    func aTextThatBeginsAsAFormulaGetsAnApostrophe(text: String) {
        #expect(written(text) == "'" + text)
    }

    @Test(
        arguments: [
            ("a;=1", "a;'=1"), ("a; =1", "a;' =1"), ("a\t=1", "a\t'=1"), ("a\n=1", "a\n'=1"),
            ("a\r\n@x", "a\r\n'@x"), ("a;\"=1", "a;'\"=1"), ("=1;=2", "'=1;'=2"), (";=1", ";'=1"),
            ("a;-b;-5;c", "a;'-b;-5;c"), ("\t=1", "'\t'=1"), ("\tx", "'\tx"), ("\rx", "'\rx"),
            ("\nx", "'\nx"),
        ]
    )
    func aFormulaAfterWhatMaySplitACellGetsAnApostrophe(text: String, expected: String) {
        #expect(written(text) == expected)
    }

    @Test(
        arguments: [
            "-5", "-5.25", "-1,5", "-1,000.5", "-1e5", "-2.5E-3", "a-b", "a=b", "a@b.example",
            "1-2", "3–5", "−5", "(=1)", "'quoted'", "it's; fine", "شارع = ١", "5+", "«=1»",
            "a; b; c", "x;y=z", "",
        ]
    )
    func otherTextsAndNegativeNumbersStayAsTheyAre(text: String) {
        #expect(written(text) == text)
    }

    @Test func numbersStayNumbers() {
        var csv = CSVText()
        csv.row([.integer(-5), .number("-0.25"), .none])
        #expect(String(decoding: csv.finished(), as: UTF8.self) == "-5,-0.25,\n")
    }

    /// Every text of up to five of these characters: no two are written alike, and no part of one begins with a
    /// sign.
    @Test func differentTextsAreWrittenDifferently() {
        let letters = ["'", "=", "-", "1", ";", "\t", " ", "x"]
        var texts = [""]
        var level = [""]
        for _ in 0..<5 {
            level = level.flatMap { text in letters.map { text + $0 } }
            texts += level
        }
        var seen: Set<String> = []
        for text in texts {
            let cell = written(text)
            #expect(seen.insert(cell).inserted, "\(text.debugDescription)")
            for part in cell.split(whereSeparator: { ";\t".contains($0) }) {
                let start = part.drop { $0 == " " }
                let isNumber =
                    start.count == part.count && start.first == "-" && start.count > 1
                    && start.dropFirst().allSatisfy { $0 == "1" }
                #expect(
                    isNumber || start.first.map { !"=-".contains($0) } ?? true,
                    "\(text.debugDescription)"
                )
            }
        }
    }

    /// A text as the only cell of a row, read back as RFC 4180 says.
    private func written(_ text: String) -> String {
        var csv = CSVText()
        csv.row([text])
        var line = String(decoding: csv.finished().dropLast(), as: UTF8.self)
        if line.hasPrefix("\"") {
            line = String(line.dropFirst().dropLast()).replacing("\"\"", with: "\"")
        }
        return line
    }
}
