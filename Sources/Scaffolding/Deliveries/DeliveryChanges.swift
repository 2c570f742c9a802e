// Before a delivery is written, its author should see what it changes: columns that came or went, columns that hold
// something else now, and records. What is private is counted and never shown.

import Diagnostics
import Formats
import Records
import Text

/// What a delivery changes in its table, as lines for the terminal.
public struct DeliveryChanges: Sendable {
    private let old: Spreadsheet
    private let new: Spreadsheet
    private let resource: Resource

    /// How many records and cells are named.
    private static let limit = 5

    /// Compares a delivery with the table that it replaces.
    public init(_ delivery: Delivery) {
        old = delivery.old
        new = delivery.new
        resource = delivery.resource
    }

    /// Everything that changes; empty for a delivery that holds the same.
    public var lines: [String] { columns + looks + records }

    // MARK: Columns

    private var columns: [String] {
        let gone = old.table.columns.filter { !new.table.columns.contains($0) }
        var lines: [String] = []
        for name in new.table.columns where !old.table.columns.contains(name) {
            if resource.fields.contains(where: { $0.name == name }) {
                lines.append("column   new: “\(name)”, which the codebook describes")
                continue
            }
            let question = Spelling.question(name, gone).map { " " + $0 } ?? ""
            lines.append(
                "column   new: “\(name)”, which stays private.\(question) Describe it in the codebook:"
            )
            lines.append("             - {name: \(DeliveryChanges.quoted(name))}")
        }
        for name in gone { lines.append("column   gone: “\(name)”") }
        return lines
    }

    /// A text in quotes, as YAML reads it.
    private static func quoted(_ text: String) -> String {
        var json = JSONWriter(.compact)
        json.value(text)
        return String(decoding: json.finished(), as: UTF8.self)
    }

    /// What the cells of a column are, as far as the difference matters to readers of the table.
    private enum Look: String, CaseIterable {
        case numbers
        case dates
        case addresses = "web addresses"
        case texts

        init?(_ cell: String) {
            switch CellShape(cell) {
            case .blank, .missing: return nil
            case .whole, .decimal, .decimalComma, .range, .atLeast: self = .numbers
            case .isoDay, .isoMonth, .isoTime, .dayOrMonthFirst, .yearFirst, .shortYear,
                .namedMonth, .time:
                self = .dates
            case .url: self = .addresses
            case .text: self = .texts
            }
        }
    }

    private var looks: [String] {
        old.table.columns.compactMap { name in
            guard let before = old.table.columns.firstIndex(of: name),
                let after = new.table.columns.firstIndex(of: name)
            else { return nil }
            let (was, now) = (DeliveryChanges.looks(old, before), DeliveryChanges.looks(new, after))
            if was.isEmpty { return nil }
            if now.isEmpty { return "column   “\(name)” is blank in every row now" }
            // A column of texts may hold anything.
            let others = Look.allCases.filter { was[.texts] == nil && was[$0] == nil }
            for look in others {
                guard let cells = now[look], let first = cells.first else { continue }
                let example = isPublic(name) ? ", such as “\(first.shortened())”" : ""
                return "column   “\(name)” held no \(look.rawValue); now "
                    + "\(cells.count) of \(new.rowCount) cells are\(example)"
            }
            return nil
        }
    }

    private static func looks(_ spreadsheet: Spreadsheet, _ column: Int) -> [Look: [String]] {
        var looks: [Look: [String]] = [:]
        for row in 0..<spreadsheet.table.rowCount where spreadsheet.isRecord(row) {
            let cell = spreadsheet.table.text(row, column)
            if let look = Look(cell) { looks[look, default: []].append(cell) }
        }
        return looks
    }

    // MARK: Records

    private var records: [String] {
        guard let id = resource.column(.id)?.name, old.table.columns.contains(id),
            new.table.columns.contains(id)
        else { return rowsWithoutIDs }
        let (before, after) = (RowsByID(old, id), RowsByID(new, id))
        let added = after.ids.filter { before.row($0) == nil }
        let gone = before.ids.filter { after.row($0) == nil }
        var changed: [String] = []
        var columns: [String: Int] = [:]
        var cells: [String] = []
        for id in after.ids {
            guard let was = before.row(id), let row = after.row(id) else { continue }
            let differences = differences(was, row)
            if differences.isEmpty { continue }
            changed.append(id)
            for name in differences { columns[name, default: 0] += 1 }
            if cells.count < DeliveryChanges.limit, !isProtected(old, was), !isProtected(new, row) {
                cells += line(id, was, row, differences).map { [$0] } ?? []
            }
        }
        var lines: [String] = []
        if !added.isEmpty { lines.append("records  \(added.count) new: \(names(added, in: new))") }
        if !gone.isEmpty { lines.append("records  \(gone.count) gone: \(names(gone, in: old))") }
        if !changed.isEmpty {
            let parts = columns.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
                .map { "“\($0.key)” in \($0.value)" }
            lines.append("records  \(changed.count) changed: \(parts.joined(separator: ", "))")
            lines += cells
        }
        return lines
    }

    private var rowsWithoutIDs: [String] {
        let (before, after) = (DeliveryChanges.rows(old), DeliveryChanges.rows(new))
        var rest = before
        var added = 0
        for (row, count) in after {
            let known = min(count, rest[row] ?? 0)
            rest[row] = (rest[row] ?? 0) - known
            added += count - known
        }
        let gone = rest.values.reduce(0, +)
        if added == 0, gone == 0 { return [] }
        return [
            "rows     \(added) new or changed, \(gone) gone; without ids nothing says which belong together"
        ]
    }

    /// How often each row occurs, by the names and cells that hold something.
    private static func rows(_ spreadsheet: Spreadsheet) -> [[String: String]: Int] {
        var rows: [[String: String]: Int] = [:]
        let table = spreadsheet.table
        for row in 0..<table.rowCount where spreadsheet.isRecord(row) {
            var cells: [String: String] = [:]
            for column in table.columns.indices where !table.isEmpty(row, column) {
                cells[table.columns[column]] = table.text(row, column)
            }
            rows[cells, default: 0] += 1
        }
        return rows
    }

    /// The columns of both tables whose cells differ in two rows.
    private func differences(_ was: Int, _ row: Int) -> [String] {
        old.table.columns.indices.compactMap { before in
            let name = old.table.columns[before]
            guard let after = new.table.columns.firstIndex(of: name) else { return nil }
            return old.table.text(was, before).trimmingBlanks
                == new.table.text(row, after).trimmingBlanks ? nil : name
        }
    }

    /// The public cells that differ in a record; `nil` where only private ones do.
    private func line(_ id: String, _ was: Int, _ row: Int, _ columns: [String]) -> String? {
        guard isPublic(resource.column(.id)?.name ?? "") else { return nil }
        let parts = columns.filter(isPublic).prefix(DeliveryChanges.limit)
            .compactMap { name in
                guard let before = old.table.columns.firstIndex(of: name),
                    let after = new.table.columns.firstIndex(of: name)
                else { return nil as String? }
                return "\(name) \(shown(old.table.text(was, before))) → "
                    + shown(new.table.text(row, after))
            }
        return parts.isEmpty ? nil : "             \(id): \(parts.joined(separator: ", "))"
    }

    private func shown(_ cell: String) -> String {
        cell.isEmpty ? "(blank)" : "“\(cell.shortened())”"
    }

    /// The first of some ids, without those of protected records.
    private func names(_ ids: [String], in spreadsheet: Spreadsheet) -> String {
        guard let id = resource.column(.id), id.isPublic else { return "the ids are private" }
        let rows = RowsByID(spreadsheet, id.name)
        let named = ids.filter { id in
            rows.row(id).map { !isProtected(spreadsheet, $0) } ?? false
        }
        let first = named.prefix(DeliveryChanges.limit)
        let more = ids.count - first.count
        if first.isEmpty { return "protected, so not named" }
        return first.joined(separator: ", ") + (more > 0 ? " and \(more) more" : "")
    }

    /// Whether a cell of a row says that its record is protected.
    private func isProtected(_ spreadsheet: Spreadsheet, _ row: Int) -> Bool {
        [Role.protection, .consent, .leftOut, .coarsening]
            .contains { role in
                guard let name = resource.column(role)?.name,
                    let column = spreadsheet.table.columns.firstIndex(of: name)
                else { return false }
                return !spreadsheet.table.text(row, column).trimmingBlanks.isEmpty
            }
    }

    /// Whether the cells of a column are published as they are.
    private func isPublic(_ name: String) -> Bool {
        resource.fields.contains {
            $0.name == name && $0.isPublic && $0.coarsening == Coarsening()
        }
    }
}
