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

    @Test func aNumberShownAsACodeIsThatCode() {
        #expect(text("0000", 7) == "0007")
        #expect(text("\"CS\"0000", 7) == "CS0007")
        #expect(text("\\C\\S-000", 12) == "CS-012")
        #expect(text("0000", 12_345) == "12345")
    }

    @Test(arguments: ["0", "General", "#,##0", "0.00", "0%", "0\" killed\"", "0.00E+00", "@"])
    func aNumberWithAUnitOrRoundedStaysAsItIs(code: String) {
        #expect(text(code, 7) == "7")
        #expect(text(code, 35.954321) == "35.954321")
    }
}
