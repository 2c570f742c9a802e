// Counts of people. A cell that is not clearly a number is rejected, and the likely meaning is suggested as a
// question: a guess is never counted.

import Diagnostics
import Formats
import Records
import Text

/// The columns of one count: one for all of it, or one for each end.
struct CountCells {
    let whole: Cell?
    let least: Cell?
    let most: Cell?

    init(_ records: RecordTable, _ measure: Measure) {
        self.init(records, .count(measure))
    }

    init(_ records: RecordTable, _ role: Role) {
        whole = records.cell(role.whole)
        least = records.cell(role.least)
        most = records.cell(role.most)
    }

    /// Whether no column holds any of it.
    var isEmpty: Bool { whole == nil && least == nil && most == nil }
    /// The column at which a mistake about the count is reported.
    var first: Cell? { whole ?? least }
    /// The column of the greatest number.
    var last: Cell? { whole ?? most ?? least }
}

extension CellReader {
    /// The count that a row states; unknown when its cells are blank or wrong.
    mutating func count(_ cells: CountCells, _ row: Int) -> Count {
        if let whole = cells.whole { return count(inOne: whole, row) }
        guard let leastCell = cells.least else { return .unknown }
        let least = people(leastCell, row)
        guard let mostCell = cells.most else { return least.value.map { .atLeast($0) } ?? .unknown }
        let most = people(mostCell, row)
        switch (least, most) {
        case (.read(let low), .read(let high)):
            if low <= high { return .range(low, high) }
            report(
                .countOrder,
                row,
                leastCell,
                "\(leastCell.name) \(low) is above \(mostCell.name) \(high)",
                "The least number published comes first."
            )
            return .unknown
        case (.read(let low), .blank): return .atLeast(low)
        case (.blank, .read(let high)):
            report(
                .countWithoutMinimum,
                row,
                mostCell,
                "\(mostCell.name) is \(high), but \(leastCell.name) is blank",
                "“Up to \(high)” has the minimum 0; one number stands in both columns."
            )
            return .unknown
        case (.blank, .blank), (.wrong, _), (_, .wrong): return .unknown
        }
    }

    /// A number of people that stands alone, such as how many are listed, or one end of a count.
    mutating func people(_ cell: Cell, _ row: Int) -> CellOutcome<Int> {
        switch outcome(cell, row, CellBytes.integer) {
        case .blank: return .blank
        case .wrong: return .wrong
        case .read(nil):
            if let value = paddedNumber(cell, row) ?? groupedNumber(cell, row) {
                return check(value, cell, row) ? .read(value) : .wrong
            }
            reportNoNumber(cell, row)
            return .wrong
        case .read(let value?): return check(value, cell, row) ? .read(value) : .wrong
        }
    }

    private mutating func check(_ value: Int, _ cell: Cell, _ row: Int) -> Bool {
        guard value <= Count.limit else {
            report(
                .countTooLarge,
                row,
                cell,
                "\(quoted(cell, row)) is more people than a count can hold",
                "The greatest is 1000000000."
            )
            return false
        }
        if SpreadsheetDay.recent.contains(value), records.kind == .strikes {
            reportLikeDate(value, cell, row)
        }
        checkRange(Double(value), cell, row)
        return true
    }

    /// Warns of a count that is the number by which a spreadsheet program stores a day of these years.
    private mutating func reportLikeDate(_ value: Int, _ cell: Cell, _ row: Int) {
        let day = SpreadsheetDay.iso(value) ?? ""
        report(
            .countLikeDate,
            row,
            cell,
            "\(quoted(cell, row)) people may be a date: spreadsheet programs store \(day) as this number",
            "If the cell was a range, such as \(RangeAsDate(day)?.text ?? "3–8"), write it again, in a column that is "
                + "formatted as text."
        )
    }

    /// Reads `3`, `3–8` and `10+` from one column; a column of whole numbers holds only the first.
    private mutating func count(inOne cell: Cell, _ row: Int) -> Count {
        guard cell.schema.field.type != .integer else {
            return people(cell, row).value.map { .exact($0) } ?? .unknown
        }
        guard let ends = outcome(cell, row, CountText.init).value else { return .unknown }
        return count(ends, cell, row)
    }

    private mutating func count(_ ends: CountText, _ cell: Cell, _ row: Int) -> Count {
        switch ends {
        case .exact(let value): return check(value, cell, row) ? .exact(value) : .unknown
        case .atLeast(let value): return check(value, cell, row) ? .atLeast(value) : .unknown
        case .range(let low, let high):
            guard check(low, cell, row), check(high, cell, row) else { return .unknown }
            if low <= high { return .range(low, high) }
            report(
                .countOrder,
                row,
                cell,
                "\(quoted(cell, row)) begins with the greater number",
                "Did you mean \(high)–\(low)?"
            )
            return .unknown
        case .wrong:
            if let value = paddedNumber(cell, row) {
                return check(value, cell, row) ? .exact(value) : .unknown
            }
            if var text = ungrouped(cell, row) {
                let read = text.withUTF8 { CountText($0) }
                if case .wrong = read {} else { return count(read, cell, row) }
            }
            reportNoNumber(cell, row)
            return .unknown
        }
    }

    /// A number that a workbook shows with zeros before it, as the format 00 does.
    private func paddedNumber(_ cell: Cell, _ row: Int) -> Int? {
        guard records.table.reference(row, cell.column) != nil else { return nil }
        let text = cell.written(records.table, row)
        return text.utf8.allSatisfy(\.isDigit) ? Int(text) : nil
    }

    /// The cell without the separators that the codebook names; `nil` when it has none.
    private func ungrouped(_ cell: Cell, _ row: Int) -> String? {
        guard let mark = cell.schema.groupMark else { return nil }
        return GroupedDigits.ungrouped(cell.written(records.table, row), mark)
    }

    private func groupedNumber(_ cell: Cell, _ row: Int) -> Int? {
        ungrouped(cell, row)
            .flatMap { text in
                Array(text.utf8).withUnsafeBufferPointer(CellBytes.integer)
            }
    }

    private mutating func reportNoNumber(_ cell: Cell, _ row: Int) {
        let isOne = !cell.name.isEmpty && cell.schema.field.type != .integer
        let isEnd = cell.schema.field.role?.isEnd ?? false
        let written = cell.written(records.table, row)
        let suggestion = CountAdvice(written, allowsRanges: isOne && !isEnd).suggestion
        if let reference = records.table.reference(row, cell.column), DateAdvice.isISO(written) {
            // The author sees the date as the sheet shows it.
            let shown = records.table.shown(row, cell.column).map { " (shown \($0))" } ?? ""
            report(
                .countNotANumber,
                row,
                cell,
                "\(quoted(cell, row)) is not a number of people: the cell \(reference) is a date\(shown)",
                suggestion
            )
            return
        }
        report(
            .countNotANumber,
            row,
            cell,
            "\(quoted(cell, row)) is not a number of people",
            suggestion
        )
    }
}

/// A count as one column writes it.
enum CountText {
    case exact(Int)
    case range(Int, Int)
    case atLeast(Int)
    case wrong

    init(_ bytes: CellBytes.Bytes) {
        if let value = CellBytes.integer(bytes) {
            self = .exact(value)
        } else if bytes.last == UInt8(ascii: "+"),
            let value = CellBytes.integer(.init(rebasing: bytes.dropLast()))
        {
            self = .atLeast(value)
        } else if let ends = CountText.ends(bytes) {
            self = .range(ends.0, ends.1)
        } else {
            self = .wrong
        }
    }

    /// Two numbers with a hyphen or an en dash between them, and spaces around that.
    private static func ends(_ bytes: CellBytes.Bytes) -> (Int, Int)? {
        var dash = bytes.startIndex
        while dash < bytes.endIndex, bytes[dash].isDigit || bytes[dash] == Byte.space {
            dash += 1
        }
        let rest = CellBytes.Bytes(rebasing: bytes[dash...])
        let length: Int
        if rest.first == CellBytes.minus {
            length = 1
        } else if rest.starts(with: [0xE2, 0x80, 0x93]) {
            length = 3
        } else {
            return nil
        }
        let left = CellBytes.trimmed(.init(rebasing: bytes[..<dash]))
        let right = CellBytes.trimmed(.init(rebasing: rest[length...]))
        guard let low = CellBytes.integer(left), let high = CellBytes.integer(right) else {
            return nil
        }
        return (low, high)
    }
}
