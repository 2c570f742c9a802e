// A spreadsheet program saves the errors that its formulas show as text. In a text column such a cell would be
// published as a place or as the name of a person.

import Diagnostics
import Text

extension Table {
    /// The texts of errors in spreadsheet programs, in capital letters; some programs translate them.
    private static let errors: Set<String> = [
        "#REF!", "#N/A", "#NAME?", "#VALUE!", "#DIV/0!", "#NUM!", "#NULL!", "#SPILL!", "#CALC!",
        "#FIELD!",
        "#BLOCKED!", "#CONNECT!", "#UNKNOWN!", "#BUSY!", "#GETTING_DATA", "#ERROR!", "#BEZUG!",
        "#NV",
        "#WERT!", "#ZAHL!", "#VALEUR!", "#NOM?", "#NOMBRE!", "#NOMBRE?", "#NUL!", "#VALOR!",
        "#¡REF!",
        "#¡VALOR!", "#¿NOMBRE?", "#¡DIV/0!", "#¡NUM!",
    ]

    /// Whether a text is an error: one of the list, a number of LibreOffice's, or a cell too narrow for its number.
    private static func isError(_ text: String, except missing: Set<String>) -> Bool {
        if missing.contains(text) { return false }
        if errors.contains(text.uppercased()) { return true }
        if text.hasPrefix("Err:"), text.utf8.count == 7 {
            return text.utf8.dropFirst(4).allSatisfy(\.isDigit)
        }
        return text.utf8.count > 2 && text.utf8.allSatisfy { $0 == UInt8(ascii: "#") }
    }

    /// The table with its errors reported, so that their rows are not read as records.
    ///
    /// Only columns that are read are looked at, and texts that mean "nothing" are none.
    package func reportingErrors(
        in columns: [Int],
        except missing: [String],
        _ log: inout DiagnosticLog
    ) -> Table {
        // Most tables hold none: one pass over the bytes instead of one over the cells.
        guard buffer.holds(UInt8(ascii: "#")) || buffer.holds("Err:")
        else { return self }
        let missing = Set(missing)
        var mistakes = CappedLog()
        var damaged: Set<Int> = []
        for row in 0..<rowCount {
            for column in columns {
                let isLikely = withBytes(row, column) { bytes in
                    bytes.count < 16
                        && (bytes.first == UInt8(ascii: "#") || bytes.starts(with: "Err:".utf8))
                }
                guard isLikely else { continue }
                let text = String(text(row, column).reversed().drop { $0 == " " }.reversed())
                guard Table.isError(text, except: missing) else { continue }
                damaged.insert(row)
                mistakes.report(
                    .errorCell,
                    at: location(row, column),
                    "the cell shows the error \(text) of a spreadsheet program",
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
