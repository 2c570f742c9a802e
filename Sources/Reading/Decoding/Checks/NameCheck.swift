// Names of records are names of pages, in addresses and on disks that do not tell capitals apart.

import Diagnostics
import Records

/// Checks that records have names of their own.
struct NameCheck {
    let table: RecordTable

    func check(
        _ shown: [(name: String, row: Int)],
        _ leftOut: [LeftOutRow],
        _ log: inout RowLog,
        namesPages: Bool = false
    ) {
        let cell = table.cell("id")
        var names = shown
        if !leftOut.isEmpty {
            names += leftOut.map { ($0.name, $0.row) }
            names.sort { $0.row < $1.row }
        }
        var rows: [String: Int] = [:]
        rows.reserveCapacity(names.count)
        for (name, row) in names where !name.isEmpty {
            // Two Strings are equal when they are canonically equivalent: Unicode forms meet here.
            guard let first = rows.updateValue(row, forKey: name) else { continue }
            rows[name] = first
            reportRepeated(name, row, first, cell, &log)
        }
        guard namesPages else { return }
        checkCase(names, cell, &log)
    }

    private func checkCase(
        _ names: [(name: String, row: Int)],
        _ cell: Cell?,
        _ log: inout RowLog
    ) {
        var rows: [String: (name: String, row: Int)] = [:]
        rows.reserveCapacity(names.count)
        for (name, row) in names where !name.isEmpty {
            let folded = name.lowercased()
            guard let first = rows[folded] else {
                rows[folded] = (name, row)
                continue
            }
            if first.name == name { continue }
            log.report(RecordRule.idCollision) {
                table.diagnostic(
                    RecordRule.idCollision,
                    row,
                    cell,
                    "“\(name)” and “\(first.name)” differ only in capitals",
                    "The other is at \(place(first.row, cell)). Many disks hold only one of the "
                        + "two pages: rename one."
                )
            }
        }
    }

    private func reportRepeated(
        _ name: String,
        _ row: Int,
        _ first: Int,
        _ cell: Cell?,
        _ log: inout RowLog
    ) {
        log.report(RecordRule.idRepeated) {
            let isForm = cell.map {
                !$0.written(table.table, row).utf8
                    .elementsEqual($0.written(table.table, first).utf8)
            }
            let rule = isForm == true ? RecordRule.idCollision : .idRepeated
            return table.diagnostic(
                rule,
                row,
                cell,
                isForm == true
                    ? "“\(name)” stands twice, in two Unicode forms"
                    : "the id “\(name)” stands twice",
                "The first is at \(place(first, cell)). Give each record an id of its own."
            )
        }
    }

    private func place(_ row: Int, _ cell: Cell?) -> String {
        let location =
            cell.map { table.table.location(row, $0.column) } ?? table.table.location(row: row)
        return location.description
    }
}
