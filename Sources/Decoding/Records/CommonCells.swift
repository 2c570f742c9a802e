// What several kinds of records share: texts in their forms, and the columns of the author's own.

import Diagnostics
import Formats
import Records
import Text

extension CellReader {
    /// A text in the form that its column declares.
    mutating func text(
        _ cell: Cell,
        _ row: Int,
        as form: TextForm,
        _ context: DecodingContext
    ) -> CellOutcome<String> {
        switch form {
        case .any: text(cell, row)
        case .name: name(cell, row)
        case .key: key(cell, row)
        case .id: id(cell, row)
        case .url: url(cell, row)
        case .time: time(cell, row)
        case .age: age(cell, row)
        case .grading: grading(cell, row, context.gradings)
        case .assessment: assessment(cell, row, context.assessments)
        case .word(let words): word(cell, row, words)
        }
    }

    /// Reports a blank cell that a record needs.
    mutating func reportMissing(_ cell: Cell, _ row: Int) {
        report(
            .required,
            row,
            cell,
            "the row has no \(cell.name)",
            "Fill it in, or delete the row."
        )
    }

    /// The columns of the author's own, as text of the type that the codebook states.
    mutating func extras(_ cells: [Cell?], _ row: Int) -> [String] {
        if cells.isEmpty { return [] }
        var texts: [String] = []
        texts.reserveCapacity(cells.count)
        for cell in cells { texts.append(extra(cell, row)) }
        return texts
    }

    private mutating func extra(_ cell: Cell?, _ row: Int) -> String {
        guard let cell else { return "" }
        if let list = cell.schema.field.list { return self.list(list, cell, row) }
        switch cell.schema.field.type {
        case .string, .any, .time:
            // Authors group by their own columns too.
            return name(cell, row).value ?? ""
        case .date, .datetime, .yearmonth, .year:
            return date(cell, row).value == nil ? "" : text(cell, row).value ?? ""
        case .boolean:
            let text = text(cell, row).value ?? ""
            let isTruth = ["true", "True", "TRUE", "1", "false", "False", "FALSE", "0", ""]
                .contains(text)
            if !isTruth { reportType(cell, row, "true or false") }
            return text
        case .integer, .number:
            var text = text(cell, row).value ?? ""
            if let mark = cell.schema.groupMark {
                text = GroupedDigits.ungrouped(text, mark) ?? text
            }
            if cell.schema.hasDecimalComma, let pointed = CellBytes.pointed(text) { text = pointed }
            if text.isEmpty { return "" }
            let isWhole = text.drop { "+-".contains($0) }.utf8.allSatisfy(\.isDigit)
            guard let number = Double(text), isWhole || cell.schema.field.type == .number else {
                reportType(
                    cell,
                    row,
                    cell.schema.field.type == .integer ? "a whole number" : "a number"
                )
                return text
            }
            checkRange(number, cell, row)
            return text
        }
    }

    private mutating func reportType(_ cell: Cell, _ row: Int, _ what: String) {
        report(
            .type,
            row,
            cell,
            "\(quoted(cell, row)) is not \(what), as the codebook says of its column",
            "Correct the cell, or state another type."
        )
    }
}
