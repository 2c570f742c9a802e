// Names of records are names of pages, in addresses and on disks that ignore case.

import Diagnostics
import Formats
import Records
import Text

/// Checks that records have names of their own.
struct NameCheck {
    let table: RecordTable

    func check(
        _ shown: [(name: String, row: Int)],
        _ leftOut: [LeftOutRow],
        _ log: inout RowLog,
        namesPages: Bool = false
    ) {
        let cell = table.cell(.id)
        var names = shown
        if !leftOut.isEmpty {
            names += leftOut.map { ($0.name, $0.row) }
            names.sort { $0.row < $1.row }
        }
        // Two Strings are equal when they are canonically equivalent: all Unicode normalization forms of a name match.
        var earlier: [String: Int] = [:]
        earlier.reserveCapacity(names.count)
        var seen: [UInt64: Int] = [:]
        seen.reserveCapacity(names.count)
        for index in names.indices where !names[index].name.isEmpty {
            let (name, row) = names[index]
            let key = namesPages ? name.lowercased() : name
            guard let first = earlier[key] else {
                earlier[key] = index
                let hash = LookAlike.hashes(name).seen
                if let other = seen[hash] {
                    reportLookAlike(name, row, names[other], cell, &log)
                } else {
                    seen[hash] = index
                }
                continue
            }
            if names[first].name == name {
                reportRepeated(name, row, names[first].row, cell, &log)
            } else {
                reportCase(name, row, names[first], cell, &log)
            }
        }
    }

    private func reportCase(
        _ name: String,
        _ row: Int,
        _ first: (name: String, row: Int),
        _ cell: Cell?,
        _ log: inout RowLog
    ) {
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

    private func reportLookAlike(
        _ name: String,
        _ row: Int,
        _ other: (name: String, row: Int),
        _ cell: Cell?,
        _ log: inout RowLog
    ) {
        log.report(RecordRule.lookAlike) {
            table.diagnostic(
                RecordRule.lookAlike,
                row,
                cell,
                "the id “\(name)” looks like “\(other.name)”, and is another",
                LookAlike.difference(name, other.name)
                    + " The other is at \(place(other.row, cell)). If they are two records, give one of "
                    + "them another id; if not, delete one."
            )
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
