// Records are grouped by texts such as districts, compared letter by letter. Two spellings of one district that a
// reader cannot tell apart, or that differ only in capitals, make two rows of every table.

import Diagnostics
import Records
import Text

/// Finds texts that look alike and are different, in the columns by which records are grouped.
struct LookAlikeCheck {
    let table: RecordTable

    /// How many bytes a text by which records are grouped has at most.
    private static let longest = 160

    /// Checks the columns by which strikes are selected and grouped.
    func check(_ strikes: [Strike], _ measures: MeasureList, _ log: inout RowLog) {
        for column in Strike.columns(of: measures).all where column.shape.selectionName != nil {
            check(strikes, column, \.row, &log)
        }
        for (offset, cell) in table.extras.enumerated() {
            guard let cell, cell.schema.field.type == .string || cell.schema.field.type == .any
            else { continue }
            if let list = cell.schema.field.list {
                let values = strikes.flatMap { strike in
                    (strike.extras.indices.contains(offset)
                        ? list.values(of: strike.extras[offset]) : [])
                        .map { (text: $0, row: strike.row) }
                }
                check(cell, values.count, { values[$0].text }, { values[$0].row }, &log)
                continue
            }
            check(
                cell,
                strikes.count,
                { position in
                    offset < strikes[position].extras.count ? strikes[position].extras[offset] : ""
                },
                { strikes[$0].row },
                &log
            )
        }
    }

    /// Checks one column of other records.
    func check<Record: ColumnRecord>(
        _ records: [Record],
        _ role: Role,
        _ row: KeyPath<Record, Int>,
        _ log: inout RowLog
    ) {
        guard let column = Record.columns(of: .builtIn)[role] else { return }
        check(records, column, row, &log)
    }

    private func check<Record: ColumnRecord>(
        _ records: [Record],
        _ column: Column<Record>,
        _ row: KeyPath<Record, Int>,
        _ log: inout RowLog
    ) {
        guard case .text(let get, _) = column.access, let cell = table.cell(column.role) else {
            return
        }
        switch column.shape.content {
        case .text(.any), .text(.name), .text(.key):
            check(
                cell,
                records.count,
                { get(records, $0) },
                { records[$0][keyPath: row] },
                &log
            )
        case .text(.id), .text(.url), .text(.time), .text(.age), .text(.grading),
            .text(.assessment), .text(.word), .names, .ids, .number, .count, .date, .strikeDate,
            .coordinate:
            return
        }
    }

    private func check(
        _ cell: Cell,
        _ count: Int,
        _ text: (_ position: Int) -> String,
        _ row: (_ position: Int) -> Int,
        _ log: inout RowLog
    ) {
        var known: [UInt64: UInt64] = [:]
        var suspects: Set<UInt64> = []
        var last: UInt64 = 0
        for position in 0..<count {
            let text = text(position)
            // Nobody groups records by whole paragraphs, which differ in spaces and quotation marks.
            if text.utf8.count > LookAlikeCheck.longest { continue }
            let hashes = LookAlike.hashes(text)
            if hashes.exact == last { continue }
            last = hashes.exact
            if let exact = known[hashes.seen] {
                if exact != hashes.exact { suspects.insert(hashes.seen) }
            } else {
                known[hashes.seen] = hashes.exact
            }
        }
        if !suspects.isEmpty { report(suspects, cell, count, text, row, &log) }
    }

    /// One spelling of a text, and where it stands.
    private struct Spelled {
        let text: String
        let row: Int
        var count = 1
    }

    private func report(
        _ suspects: Set<UInt64>,
        _ cell: Cell,
        _ count: Int,
        _ text: (_ position: Int) -> String,
        _ row: (_ position: Int) -> Int,
        _ log: inout RowLog
    ) {
        var groups: [UInt64: [Spelled]] = [:]
        var order: [UInt64] = []
        for position in 0..<count {
            let text = text(position)
            guard text.utf8.count <= LookAlikeCheck.longest else { continue }
            let seen = LookAlike.hashes(text).seen
            guard suspects.contains(seen) else { continue }
            if groups[seen] == nil { order.append(seen) }
            // Two Strings are equal when they differ only in their Unicode normalization form; records are then
            // grouped together.
            if let place = groups[seen]?.firstIndex(where: { $0.text == text }) {
                groups[seen]?[place].count += 1
            } else {
                groups[seen, default: []].append(Spelled(text: text, row: row(position)))
            }
        }
        for seen in order {
            guard let group = groups[seen], var usual = group.first else { continue }
            for other in group where other.count > usual.count { usual = other }
            for other in group where other.row != usual.row {
                // A place is described in words, which begin a sentence here and not there.
                if cell.schema.field.role == .place, isSame(other.text, usual.text) { continue }
                report(other, usual, cell, &log)
            }
        }
    }

    private func report(_ other: Spelled, _ usual: Spelled, _ cell: Cell, _ log: inout RowLog) {
        log.report(RecordRule.lookAlike) {
            let place = table.table.location(usual.row, cell.column)
            return table.diagnostic(
                RecordRule.lookAlike,
                other.row,
                cell,
                "\(cell.name) “\(other.text.shortened())” (\(rows(other.count))) looks like "
                    + "“\(usual.text.shortened())” (\(rows(usual.count))), and is counted apart from it",
                LookAlike.difference(other.text, usual.text)
                    + " The other is first at \(place). If they are one, spell both alike, or say so in the "
                    + "codebook: values: {\"\(other.text)\": \"\(usual.text)\"}."
            )
        }
    }

    /// Whether two texts differ only in capitals.
    private func isSame(_ text: String, _ other: String) -> Bool {
        text.lowercased() == other.lowercased()
    }

    private func rows(_ count: Int) -> String { count == 1 ? "1 row" : "\(count) rows" }
}
