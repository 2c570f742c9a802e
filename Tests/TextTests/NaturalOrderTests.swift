import Testing

@testable import Text

@Suite struct NaturalOrderTests {
    @Test func numbersInNamesAreSortedBySize() {
        #expect(
            NaturalOrder.sorted(["Ward 10", "Ward 2", "ward 1"]) == ["ward 1", "Ward 2", "Ward 10"]
        )
        #expect(
            NaturalOrder.sorted(["80+", "10–19", "0–9", "20–29"]) == [
                "0–9", "10–19", "20–29", "80+",
            ]
        )
        #expect(NaturalOrder.sorted(["007", "10", "7"]) == ["007", "7", "10"])
        #expect(NaturalOrder.sorted(["الحي ١٠", "الحي ٢"]) == ["الحي ٢", "الحي ١٠"])
    }

    @Test func accentsCaseAndFormsOfArabicLettersDoNotPartNames() {
        #expect(NaturalOrder.sorted(["Zell", "école", "Eden"]) == ["école", "Eden", "Zell"])
        #expect(NaturalOrder.sorted(["بيت", "أحمد", "احمد ب"]) == ["أحمد", "احمد ب", "بيت"])
    }

    @Test func equalNamesAreOrderedByTheirBytes() {
        #expect(NaturalOrder.sorted(["a", "A"]) == ["A", "a"])
        #expect(NaturalOrder.sorted(["A", "a"]) == ["A", "a"])
    }
}
