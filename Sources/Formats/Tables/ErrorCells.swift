// A spreadsheet program saves the errors that its formulas show as text. In a text column such a cell would be
// published as a place or as the name of a person.

import Diagnostics
import Text

extension Table {
    /// The texts of errors in spreadsheet programs.
    private static let errors: Set<String> = [
        "#REF!", "#N/A", "#NAME?", "#VALUE!", "#DIV/0!", "#NUM!", "#NULL!", "#SPILL!", "#CALC!",
        "#GETTING_DATA", "#ERROR!", "Err:502", "Err:504", "Err:508", "Err:522",
    ]

    /// The table with its errors reported, so that their rows are not read as records.
    ///
    /// Only columns that are read are looked at, and texts that mean "nothing" are none.
    package func reportingErrors(
        in columns: [Int],
        except missing: [String],
        _ log: inout DiagnosticLog
    ) -> Table {
        // Most tables hold none: one pass over the bytes instead of one over the cells.
        guard buffer.contains(UInt8(ascii: "#")) || buffer.contains(sequence: Array("Err:".utf8))
        else { return self }
        let errors = Table.errors.subtracting(missing)
        var mistakes = CappedLog()
        var damaged: Set<Int> = []
        for row in 0..<rowCount {
            for column in columns {
                let isLikely = withBytes(row, column) { bytes in
                    bytes.count < 16
                        && (bytes.first == UInt8(ascii: "#") || bytes.starts(with: "Err:".utf8))
                }
                guard isLikely, errors.contains(text(row, column)) else { continue }
                damaged.insert(row)
                mistakes.report(
                    .errorCell,
                    at: location(row, column),
                    "the cell shows the error \(text(row, column)) of a spreadsheet program",
                    excerpt: excerpt(row, column, showing: { _ in false }),
                    suggestion:
                        "Write what is known, or clear the cell. If the text means “unknown”, list it "
                        + "under missingValues in the codebook."
                )
            }
        }
        mistakes.flush(into: &log)
        return damaged.isEmpty ? self : self.damaged(damaged)
    }
}
