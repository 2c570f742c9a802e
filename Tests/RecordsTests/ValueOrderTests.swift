import Diagnostics
import Testing

@testable import Records

@Suite struct ValueOrderTests {
    private func sorted(
        _ values: Set<String>,
        _ type: FieldType,
        format: String = "",
        allowed: [String] = []
    ) -> [String] {
        var field = CodebookField(name: "own", location: SourceLocation(file: "a"))
        field.type = type
        field.dateFormat = format
        field.allowedValues = allowed
        return ValueOrder(field).sorted(values)
    }

    @Test func numbersAreSortedBySize() {
        #expect(sorted(["10", "100", "2", "9", ""], .integer) == ["2", "9", "10", "100"])
        #expect(sorted(["-1.5", "10", "-20", "x"], .number) == ["-20", "-1.5", "10", "x"])
    }

    @Test func datesAreSortedInTheFormatOfTheirColumn() {
        #expect(
            sorted(["02/01/2018", "01/12/2017"], .date, format: "%d/%m/%Y")
                == ["01/12/2017", "02/01/2018"]
        )
        #expect(sorted(["2018-01-02", "2017-12-01"], .date) == ["2017-12-01", "2018-01-02"])
    }

    @Test func theCodebooksListComesFirst() {
        #expect(
            sorted(
                ["high", "low", "medium", "other"],
                .string,
                allowed: ["low", "medium", "high"]
            )
                == ["low", "medium", "high", "other"]
        )
    }
}
