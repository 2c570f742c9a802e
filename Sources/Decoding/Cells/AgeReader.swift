// Ages as people write them: numbers of years, decades ("60s"), ranges, months of infants. A year of birth in the
// column would be published as an age of two thousand years.

import Diagnostics
import Records

extension CellReader {
    /// An age as published: a whole number in a column of numbers, else any words.
    ///
    /// An age that no person can have is reported.
    mutating func age(_ cell: Cell, _ row: Int) -> CellOutcome<String> {
        let isNumber = cell.schema.field.type == .integer
        switch outcome(cell, row, AgeText.init(bytes:)) {
        case .blank: return .blank
        case .wrong: return .wrong
        case .read(let age):
            if let fault = age.fault {
                report(
                    .ageImpossible,
                    row,
                    cell,
                    "\(quoted(cell, row)) is not the age of a person",
                    fault
                )
                return .wrong
            }
            if isNumber, age.form != .number {
                report(
                    .type,
                    row,
                    cell,
                    "\(quoted(cell, row)) is not a whole number of years",
                    age.advice ?? "An age in words needs “type: string” in the codebook."
                )
                return .wrong
            }
            if isNumber, let years = age.years { checkRange(Double(years.lowerBound), cell, row) }
            if age.form == .numberWithUnit, let advice = age.advice {
                report(
                    .ageWithUnit,
                    row,
                    cell,
                    "\(quoted(cell, row)) has a unit, but ages are numbers of years",
                    advice
                )
            }
            return .read(age.text)
        }
    }
}

extension AgeText {
    /// The age of a cell.
    init(bytes: CellBytes.Bytes) {
        self.init(CellBytes.text(bytes), number: CellBytes.integer(bytes))
    }
}
