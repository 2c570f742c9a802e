// Keys as the codebook states them: columns that must not repeat, alone or together, and the author's own
// references from table to table. References that are part of the model are checked elsewhere.

import Diagnostics
import Formats
import Records
import Text

/// Checks the keys of one table.
struct KeyCheck {
    let table: RecordTable
    let tables: [RecordTable]

    func check(_ log: inout RowLog) {
        for column in table.schema.columns
        where column.field.isPublic && column.field.isUnique && column.field.role != .id {
            guard let cell = table.cell(named: column.field.name) else { continue }
            checkUnique([cell], .cell, &log)
        }
        checkPrimaryKey(&log)
        for key in table.schema.foreignKeys { checkForeign(key, &log) }
    }

    /// The rule that repeated cells break.
    private enum Repetition {
        case cell
        case key
    }

    private func checkPrimaryKey(_ log: inout RowLog) {
        let key = table.schema.primaryKey
        let cells = key.compactMap { table.cell(named: $0) }
        guard !key.isEmpty, cells.count == key.count else { return }
        if cells.count == 1, cells[0].schema.field.role == .id { return }
        checkUnique(cells, .key, &log)
    }

    private func checkUnique(_ cells: [Cell], _ repetition: Repetition, _ log: inout RowLog) {
        var rows: [String: Int] = [:]
        rows.reserveCapacity(table.table.rowCount)
        for row in 0..<table.table.rowCount where !table.isUnread(row) {
            let text = text(cells, row)
            if text.isEmpty { continue }
            guard let first = rows[text] else {
                rows[text] = row
                continue
            }
            let names = cells.map(\.name).joined(separator: ", ")
            let place = table.table.location(first, cells[0].column)
            switch repetition {
            case .cell:
                log.report(CellRule.repeated) {
                    table.diagnostic(
                        CellRule.repeated,
                        row,
                        cells[0],
                        "\(names) “\(text.shortened())” stands twice, but the codebook calls it unique",
                        "The first is at \(place)."
                    )
                }
            case .key:
                log.report(RecordRule.keyRepeated) {
                    table.diagnostic(
                        RecordRule.keyRepeated,
                        row,
                        cells[0],
                        "two rows have the same \(names), which the codebook calls the primary key",
                        "The first is at \(place)."
                    )
                }
            }
        }
    }

    /// The cells as one text; empty when one of them is blank.
    private func text(_ cells: [Cell], _ row: Int) -> String {
        var joined = ""
        for (index, cell) in cells.enumerated() {
            guard let text = cell.read(table.table, row, CellBytes.text) else { return "" }
            if index > 0 { joined += "\u{1F}" }
            joined += text
        }
        return joined
    }

    private func checkForeign(_ key: ForeignKey, _ log: inout RowLog) {
        let target = key.target ?? table.kind
        guard key.columns.count == 1, let cell = table.cell(named: key.columns[0]),
            let other = tables.first(where: { $0.kind == target }),
            let otherCell = other.cell(named: key.targetColumns[0]),
            !isJoinedByTheModel(cell, target)
        else { return }
        var known: Set<String> = []
        // The names of withheld records are known, but never suggested.
        var withheld: Set<String> = []
        for row in 0..<other.table.rowCount {
            guard let text = otherCell.read(other.table, row, CellBytes.text) else { continue }
            known.insert(text)
            if other.protections[row] == .withheld { withheld.insert(text) }
        }
        for row in 0..<table.table.rowCount where !table.isUnread(row) {
            for text in cell.values(table.table, row) where !known.contains(text) {
                log.report(RecordRule.referenceUnknown) {
                    table.diagnostic(
                        RecordRule.referenceUnknown,
                        row,
                        cell,
                        "no row of \(target.rawValue) has the \(otherCell.name) “\(text.shortened())”",
                        Spelling.question(text, known.subtracting(withheld).sorted())
                    )
                }
            }
        }
    }

    private func isJoinedByTheModel(_ cell: Cell, _ target: ResourceKind) -> Bool {
        guard let role = cell.schema.field.role else { return false }
        return table.kind.columns(of: .builtIn)[role]?.references == target
    }
}
