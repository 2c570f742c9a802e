// What several kinds of records share: references, ages, and the columns of the author's own.

import Diagnostics
import Formats
import Records
import Text

extension CellReader {
    /// The id of the strike that a row belongs to; empty when blank, which is told.
    mutating func reference(_ cell: Cell?, _ row: Int) -> String {
        required(cell, row) { reader, cell in reader.text(cell, row) } ?? ""
    }

    /// A cell without which the row says nothing.
    mutating func required<Value>(
        _ cell: Cell?,
        _ row: Int,
        _ read: (inout CellReader, Cell) -> Value?
    ) -> Value? {
        guard let cell else { return nil }
        let before = log.count
        let value = read(&self, cell)
        if log.count == before, isBlank(cell, row) {
            report(
                .required,
                row,
                cell,
                "the row has no \(cell.name)",
                "Fill it in, or delete the row."
            )
        }
        return value
    }

    /// An age as published: a whole number in a column of numbers, else any words.
    mutating func age(_ cell: Cell?, _ row: Int) -> String {
        guard let cell else { return "" }
        guard cell.schema.field.type == .integer else { return text(cell, row) }
        guard let number = value(cell, row, CellBytes.integer) else { return "" }
        guard let number else {
            report(
                .type,
                row,
                cell,
                "\(quoted(cell, row)) is not a whole number of years",
                "An age in words needs “type: string” in the codebook."
            )
            return ""
        }
        checkRange(Double(number), cell, row)
        return String(number)
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
        switch cell.schema.field.type {
        case .string, .any, .time: return text(cell, row)
        case .date, .datetime, .yearmonth, .year:
            return date(cell, row) == nil ? "" : text(cell, row)
        case .boolean:
            let text = text(cell, row)
            let isTruth = ["true", "True", "TRUE", "1", "false", "False", "FALSE", "0", ""]
                .contains(text)
            if !isTruth { reportType(cell, row, "true or false") }
            return text
        case .integer, .number:
            var text = text(cell, row)
            if cell.schema.hasDecimalComma, let pointed = CellBytes.pointed(text) { text = pointed }
            if text.isEmpty { return "" }
            let isWhole = text.drop { "+-".contains($0) }.utf8.allSatisfy { CellBytes.isDigit($0) }
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
