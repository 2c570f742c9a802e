// Reads cells as the types of the model, strictly, and tells what is wrong with those that cannot be read.
// The straight path works on bytes; messages are only made when there is something to tell.

import Diagnostics
import Formats
import Records
import Text

/// Reads the cells of one table and collects their mistakes.
struct CellReader {
    let records: RecordTable
    var log = RowLog()
    /// Coordinates that lie outside the earth.
    var strays: [StrayCoordinate] = []
    private let cells: TableCells
    private let words = WordCache()

    /// Makes a reader, which must not outlive the view of the table.
    init(_ records: RecordTable, _ cells: TableCells) {
        self.records = records
        self.cells = cells
    }

    /// What a cell says, or the constraint that it breaks.
    private enum Outcome<Value> {
        case read(Value)
        case breaks(CellRule)
    }

    /// The cell's meaning as `parse` reads it; `nil` when it is blank or breaks a constraint, which is told.
    mutating func value<Value>(
        _ cell: Cell?,
        _ row: Int,
        _ parse: (CellBytes.Bytes) -> Value
    ) -> Value? {
        guard let cell else { return nil }
        let outcome = cell.read(cells, row) { bytes -> Outcome<Value> in
            if let rule = cell.violation(bytes) { return .breaks(rule) }
            return .read(parse(bytes))
        }
        switch outcome {
        case .read(let value): return value
        case .breaks(let rule):
            reportViolation(rule, cell, row)
            return nil
        case nil:
            if cell.schema.field.isRequired { reportBlank(cell, row) }
            return nil
        }
    }

    /// The cell as text; empty when it is blank.
    mutating func text(_ cell: Cell?, _ row: Int) -> String {
        value(cell, row, CellBytes.text) ?? ""
    }

    /// The cell as text of a column in which few texts stand often; empty when it is blank.
    mutating func name(_ cell: Cell?, _ row: Int) -> String {
        guard cell != nil else { return "" }
        let words = words
        return value(cell, row) { words.text($0) } ?? ""
    }

    /// The cell as the key of a word; empty when it is blank.
    mutating func key(_ cell: Cell?, _ row: Int) -> String {
        guard cell != nil else { return "" }
        let words = words
        return value(cell, row) { words.key($0) } ?? ""
    }

    /// Whether nothing is written in a cell.
    func isBlank(_ cell: Cell, _ row: Int) -> Bool {
        cells.withBytes(row, cell.column) { CellBytes.trimmed($0).isEmpty }
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
        "\(cell.name) “\(Table.shortened(cell.written(records.table, row)))”"
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

    private mutating func reportViolation(_ rule: CellRule, _ cell: Cell, _ row: Int) {
        let written = cell.written(records.table, row)
        let schema = cell.schema
        switch rule {
        case .notAllowed:
            let allowed = schema.field.allowedValues
            let near = Spelling.question(written, allowed)
            report(
                rule,
                row,
                cell,
                "\(quoted(cell, row)) is not among the values that the codebook allows",
                near ?? "Allowed: \(allowed.prefix(12).joined(separator: ", "))."
            )
        case .pattern:
            report(
                rule,
                row,
                cell,
                "\(quoted(cell, row)) does not match the codebook’s pattern",
                "The pattern is \(schema.pattern ?? "")."
            )
        default:
            let least = schema.minimumLength ?? 0
            let most = schema.maximumLength.map { "…\($0)" } ?? " or more"
            report(
                rule,
                row,
                cell,
                "\(cell.name) has \(written.unicodeScalars.count) characters, "
                    + "but the codebook allows \(least)\(most)"
            )
        }
    }

    /// Checks a number against the ends that the codebook sets.
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
