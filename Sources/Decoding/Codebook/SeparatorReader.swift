// One cell may hold several values: "rifle; mortar". That is true of texts of the author's own only: a count, a date or
// an id is one value, and a second one in the cell is a mistake.

import Diagnostics
import Formats
import Records
import Text

/// Reads the `separator` of one column.
struct SeparatorReader {
    let fields: YAMLFields

    /// How several values stand in the cells of a column; `nil` when that cannot be, which is reported.
    func list(of field: CodebookField, _ log: inout DiagnosticLog) -> CellList? {
        guard let written = fields.string("separator", &log) else { return nil }
        let text = QueryText.trimmed(Substring(written))
        if let role = field.role {
            report(
                "a cell with the role “\(role)” holds a single value",
                "Delete separator; only columns of your own hold several. With role: none, “\(field.name)” is one.",
                &log
            )
            return nil
        }
        switch field.type {
        case .string, .any: break
        case .integer, .number, .boolean, .date, .time, .datetime, .year, .yearmonth:
            report(
                "a cell of type \(field.type.rawValue) holds a single value",
                "Delete separator, or write type: string.",
                &log
            )
            return nil
        }
        guard let separator = text.first, text.count == 1, SeparatorReader.separates(separator)
        else {
            let isLong = text.count > 1
            report(
                text.isEmpty
                    ? "the separator is empty"
                    : isLong
                        ? "the separator “\(text.shortened())” is more than one character"
                        : "“\(text)” cannot separate values, because values contain it",
                "Write the character that stands between two values, such as separator: \";\".",
                &log
            )
            return nil
        }
        return CellList(separator: separator)
    }

    /// Whether a character can stand between values: it is neither a letter nor a digit, nor part of words.
    private static func separates(_ character: Character) -> Bool {
        !character.isLetter && !character.isNumber && !character.isWhitespace
            && !["'", "’", "\"", "-", "."].contains(character)
    }

    private func report(_ message: String, _ suggestion: String, _ log: inout DiagnosticLog) {
        fields.report(
            CodebookRule.separatorInvalid,
            "separator",
            message,
            suggestion: suggestion,
            &log
        )
    }
}
