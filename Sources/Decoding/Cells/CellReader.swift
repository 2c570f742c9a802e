// Reads cells as the types of the model, strictly, and reports those that cannot be read. The fast path works on
// bytes; messages are only made when there is something to report.

import Diagnostics
import Records
import Text

/// Reads the cells of one table and collects their mistakes.
struct CellReader {
    let records: RecordTable
    var log = RowLog()
    /// Coordinates outside the valid range.
    var strays: [StrayCoordinate] = []
    private let cells: TableCells
    private let words = WordCache()
    /// How words from short lists are first written, by key, where the key differs.
    var spellings: [String: String] { words.spellings }

    /// Makes a reader, which must not outlive the view of the table.
    init(_ records: RecordTable, _ cells: TableCells) {
        self.records = records
        self.cells = cells
    }

    /// The result of `parse` for a cell.
    ///
    /// A broken constraint is reported, and so is a blank cell that the codebook forbids.
    mutating func outcome<Value>(
        _ cell: Cell,
        _ row: Int,
        _ parse: (CellBytes.Bytes) -> Value
    ) -> CellOutcome<Value> {
        let found = cell.read(cells, row) { bytes -> Checked<Value> in
            if let constraint = cell.violation(bytes) { return .breaks(constraint) }
            return .read(parse(bytes))
        }
        switch found {
        case .read(let value): return .read(value)
        case .breaks(let constraint):
            reportViolation(constraint, cell, row)
            return .wrong
        case nil:
            guard cell.schema.field.isRequired else { return .blank }
            reportBlank(cell, row)
            return .wrong
        }
    }

    /// What a cell says, or the constraint that it breaks.
    private enum Checked<Value> {
        case read(Value)
        case breaks(CellConstraint)
    }

    /// The cell as text.
    mutating func text(_ cell: Cell, _ row: Int) -> CellOutcome<String> {
        outcome(cell, row, CellBytes.text)
    }

    /// The cell as text, in a column with few different texts, with one space for each run of spaces.
    mutating func name(_ cell: Cell, _ row: Int) -> CellOutcome<String> {
        let words = words
        return outcome(cell, row) { bytes in
            guard let spaced = CellBytes.spaced(bytes) else { return words.text(bytes) }
            return spaced.withUnsafeBufferPointer { words.text($0) }
        }
    }

    /// The cell as the key of a word.
    mutating func key(_ cell: Cell, _ row: Int) -> CellOutcome<String> {
        let words = words
        return outcome(cell, row) { words.key($0) }
    }

    /// The cell as a list of values, each once; a constraint must hold for every value.
    mutating func list(_ list: CellList, _ cell: Cell, _ row: Int) -> String {
        var values: [String] = []
        for value in cell.values(records.table, row) {
            if values.contains(value) {
                report(
                    .valueRepeated,
                    row,
                    cell,
                    "\(cell.name) holds “\(value.shortened())” twice",
                    "It counts once. Delete one of the two, or correct it."
                )
            } else if let constraint = cell.violation(value) {
                reportViolation(constraint, cell, row, value: value)
            } else {
                values.append(value)
            }
        }
        if values.isEmpty, cell.schema.field.isRequired, cell.values(records.table, row).isEmpty {
            reportBlank(cell, row)
        }
        return list.cell(of: values)
    }

    /// Reports a mistake at a cell.
    mutating func report(
        _ rule: CellRule,
        _ row: Int,
        _ cell: Cell?,
        _ message: String,
        _ suggestion: String? = nil
    ) {
        let records = records
        log.report(rule) { records.diagnostic(rule, row, cell, message, suggestion) }
    }

    /// The cell as written, shortened and in quotes, with the column's name before it.
    func quoted(_ cell: Cell, _ row: Int) -> String {
        "\(cell.name) “\(cell.written(records.table, row).shortened())”"
    }
}

// MARK: - Constraints

extension CellReader {
    private mutating func reportBlank(_ cell: Cell, _ row: Int) {
        report(
            .required,
            row,
            cell,
            "\(cell.name) is blank, but the codebook requires a value",
            "Fill it in, or delete “required: true” if it can be unknown."
        )
    }

    /// Reports a broken constraint; `value` is the value that breaks it, in a cell with several.
    private mutating func reportViolation(
        _ constraint: CellConstraint,
        _ cell: Cell,
        _ row: Int,
        value: String? = nil
    ) {
        let schema = cell.schema
        let quoted = value.map { "\(cell.name) “\($0.shortened())”" } ?? quoted(cell, row)
        switch constraint {
        case .allowedValues:
            let allowed = schema.field.allowedValues
            let near = Spelling.question(value ?? cell.written(records.table, row), allowed)
            report(
                .notAllowed,
                row,
                cell,
                "\(quoted) is not among the values that the codebook allows",
                near ?? "Allowed: \(allowed.prefix(12).joined(separator: ", "))."
            )
        case .pattern:
            report(
                .pattern,
                row,
                cell,
                "\(quoted) does not match the codebook’s pattern",
                "The pattern is \(schema.pattern ?? "")."
            )
        case .length:
            let length = (value ?? cell.written(records.table, row)).unicodeScalars.count
            let least = schema.minimumLength ?? 0
            let most = schema.maximumLength.map { "…\($0)" } ?? " or more"
            report(
                .length,
                row,
                cell,
                "\(value == nil ? cell.name : quoted) has \(length) characters, but the codebook allows \(least)\(most)"
            )
        }
    }

    /// Checks a number against the limits in the codebook.
    mutating func checkRange(_ number: Double, _ cell: Cell, _ row: Int) {
        let field = cell.schema.field
        if let minimum = field.minimum, number < minimum {
            reportRange(cell, row, "below the minimum", minimum)
        } else if let maximum = field.maximum, number > maximum {
            reportRange(cell, row, "above the maximum", maximum)
        }
    }

    private mutating func reportRange(_ cell: Cell, _ row: Int, _ how: String, _ end: Double) {
        let shown = end == end.rounded() && abs(end) < 1e15 ? String(Int(end)) : String(end)
        report(
            .range,
            row,
            cell,
            "\(quoted(cell, row)) is \(how) of \(shown) that the codebook sets"
        )
    }
}
