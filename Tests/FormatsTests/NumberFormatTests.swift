import Testing

@testable import Formats

/// What a workbook's cell shows is what is read.
@Suite struct NumberFormatTests {
    private func text(_ code: String, _ number: Double) -> String? {
        NumberFormat(code: code).text(number, countsFrom1904: false)
    }

    @Test func aDateShownWithoutItsDayIsAMonthOrAYear() {
        #expect(NumberFormat(builtIn: 17).text(44_044, countsFrom1904: false) == "2020-08")
        #expect(text("mmm\\-yy", 44_044) == "2020-08")
        #expect(text("mmmm yyyy", 44_044) == "2020-08")
        #expect(text("yyyy", 44_044) == "2020")
        #expect(text("dd/mm/yyyy", 44_044) == "2020-08-01")
        #expect(NumberFormat(builtIn: 14).text(44_044, countsFrom1904: false) == "2020-08-01")
    }

    /// What is read of a number that a format shows; `nil` when it shows something else.
    private func shown(_ code: String, _ number: Double) -> String? {
        guard case .text(let text) = NumberFormat(code: code).shown(number) else { return nil }
        return text
    }

    @Test func aNumberShownAsACodeIsThatCode() {
        #expect(shown("0000", 7) == "0007")
        #expect(shown("[Red]0000", 7) == "0007")
        #expect(shown("\"CS\"0000", 7) == "CS0007")
        #expect(shown("\\C\\S-000", 12) == "CS-012")
        #expect(shown("0000", 12_345) == "12345")
        #expect(shown("000-000", 123_456) == "123-456")
        #expect(shown("00\\-00", 12_345) == "123-45")
        #expect(shown("[$-409]0000;[Red]-0000", 7) == "0007")
    }

    @Test func textsAroundANumberAreRead() {
        #expect(shown("0\"+\"", 10) == "10+")
        #expect(shown("0+", 10) == "10+")
        #expect(shown("\">\"0", 10) == ">10")
        #expect(shown("0\" km\"", 7) == "7 km")
        #expect(shown("#,##0\" people\"", 1234) == "1,234 people")
        #expect(shown("0%", 0.07) == "7%")
        #expect(NumberFormat(builtIn: 10).shown(0.075) == .text("7.50%"))
        #expect(shown("0.0\" km\"", 3.14159) == "3.1 km")
        #expect(shown("[$€-407]#,##0", 1200) == "€1,200")
        #expect(shown("General\" dead\"", 3) == "3 dead")
        #expect(shown("[<10]\"few: \"0;0", 3) == "few: 3")
        #expect(shown("[<10]\"few: \"0;0", 12) == "12")
    }

    @Test(arguments: [
        "0", "General", "#,##0", "0.00", "0.00E+00", "@", "# ?/?", "_-* #,##0_-", "000.000",
    ])
    func aNumberThatIsOnlyRoundedOrGroupedStaysAsItIs(code: String) {
        #expect(shown(code, 7) == "7")
        #expect(shown(code, 35.954321) == "35.954321")
        #expect(shown(code, -35.954321) == "-35.954321")
    }

    @Test func whatAZeroOrASignIsHiddenByIsNotRead() {
        #expect(NumberFormat(code: "0;-0;;@").shown(0) == .otherwise(""))
        #expect(NumberFormat(code: "0;-0;;@").shown(3) == .text("3"))
        #expect(NumberFormat(code: "#,###").shown(0) == .otherwise(""))
        #expect(NumberFormat(code: "#,###").shown(1234) == .text("1234"))
        #expect(NumberFormat(builtIn: 41).shown(0) == .otherwise("-"))
        #expect(NumberFormat(builtIn: 41).shown(1234) == .text("1234"))
        #expect(NumberFormat(code: "0.00;0.00").shown(-35.1) == .otherwise("35.10"))
        #expect(NumberFormat(code: "0,").shown(12_000) == .otherwise("12"))
        #expect(NumberFormat(code: "\"yes\"").shown(1) == .otherwise("yes"))
        #expect(NumberFormat(code: ";;;").shown(5) == .otherwise(""))
    }

    @Test func aDateWithoutItsYearIsShownAsTheSheetShowsIt() {
        let shown = { (code: String) in
            NumberFormat(code: code).dateWithoutYear?.text("2020-08-03")
        }
        #expect(NumberFormat(builtIn: 16).dateWithoutYear?.text("2020-08-03") == "3-Aug")
        #expect(shown("d\\-mmm") == "3-Aug")
        #expect(shown("dd/mm") == "03/08")
        #expect(shown("mmmm d") == "August 3")
        #expect(shown("mmm") == "Aug")
        #expect(shown("d-mmm-yy") == nil)
        #expect(shown("yyyy-mm-dd") == nil)
        #expect(shown("hh:mm") == nil)
    }
}
