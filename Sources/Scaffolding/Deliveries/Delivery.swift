// A later delivery of a table replaces the rows and nothing else: the codebook stays as the author wrote it, the file
// keeps its name and format, and what only the author's own columns say stays with its record.

import Diagnostics
import Formats
import Records
import Text

/// A new delivery of a table, in the form of the table that it replaces.
public struct Delivery: Sendable {
    /// A private column that the delivery does not have, whose cells stay with their records.
    public struct KeptColumn: Sendable {
        /// The column.
        public let name: String
        /// How many cells that hold something stay.
        public let kept: Int
        /// How many that hold something belong to records that are not in the delivery.
        public let lost: Int
    }

    /// The table that it replaces.
    public let old: Spreadsheet
    /// The file as it is to be written.
    public let bytes: [UInt8]
    /// The same, read again.
    public let new: Spreadsheet
    /// The columns that the author added, as far as they are private.
    public let kept: [KeptColumn]
    /// What it says of its columns.
    let resource: Resource

    /// Converts a delivery for the table of a resource; `nil` if the result cannot be read, which is reported then.
    ///
    /// `bytes` are those of the site's file, and `file` its name for messages.
    public init?(
        _ delivered: Spreadsheet,
        for resource: Resource,
        bytes: [UInt8],
        file: String,
        log: inout DiagnosticLog
    ) throws {
        self.resource = resource
        guard resource.items.isEmpty else { throw DeliveryError.nested(file) }
        guard let old = try Delivery.read(bytes, resource, file, &log) else { return nil }
        self.old = old
        let missing = resource.fields.filter { field in
            !field.isPublic && field.constant == nil
                && old.table.columns.contains(field.name)
                && !delivered.table.columns.contains(field.name)
        }
        let names = missing.map(\.name)
        let isSame = delivered.format == old.format && delivered.delimiter == old.delimiter
        if isSame, names.isEmpty, !delivered.needsCopy {
            self.bytes = delivered.bytes
            kept = []
        } else {
            guard old.format == .csv || old.format == .tsv else {
                throw DeliveryError.notWritten(file, old.format.rawValue, names)
            }
            let writer = DeliveryWriter(old: old, delivered: delivered, kept: names)
            let id = resource.column(.id)?.name
            if let name = names.first, !writer.hasIDs(id) {
                throw DeliveryError.noIDs(name)
            }
            (self.bytes, kept) = writer.write(id: id)
        }
        guard let new = try Delivery.read(self.bytes, resource, file, &log) else { return nil }
        self.new = new
    }

    private static func read(
        _ bytes: [UInt8],
        _ resource: Resource,
        _ file: String,
        _ log: inout DiagnosticLog
    ) throws -> Spreadsheet? {
        try Spreadsheet(
            bytes,
            file: file,
            sheet: resource.sheet.isEmpty ? nil : resource.sheet,
            items: resource.property.isEmpty ? nil : resource.property,
            log: &log
        )
    }
}

/// Writes a delivery as delimited text.
private struct DeliveryWriter {
    let old: Spreadsheet
    let delivered: Spreadsheet
    /// The columns of the old table whose cells are kept.
    let kept: [String]

    /// Whether both tables name their records, so that cells can stay with them.
    func hasIDs(_ id: String?) -> Bool {
        guard let id else { return false }
        return old.table.columns.contains(id) && delivered.table.columns.contains(id)
    }

    func write(id: String?) -> (bytes: [UInt8], kept: [Delivery.KeptColumn]) {
        let (table, before) = (delivered.table, old.table)
        // The old order, so that a comparison of the files shows what changed and nothing else.
        let names =
            before.columns.filter { table.columns.contains($0) || kept.contains($0) }
            + table.columns.filter { !before.columns.contains($0) }
        let rows = RowsByID(old, id)
        let ids = id.flatMap { table.columns.firstIndex(of: $0) }
        var counts: [String: Int] = [:]
        var text = line(names)
        let blank = Set(delivered.blankRows)
        for row in 0..<table.rowCount where delivered.isRecord(row) && !blank.contains(row) {
            let former = ids.flatMap { rows.row(table.text(row, $0)) }
            let cells = names.map { name -> String in
                if let column = table.columns.firstIndex(of: name) {
                    return table.text(row, column)
                }
                guard let former, let column = before.columns.firstIndex(of: name) else {
                    return ""
                }
                let cell = before.text(former, column)
                if !cell.isEmpty { counts[name, default: 0] += 1 }
                return cell
            }
            text += line(cells)
        }
        let columns = kept.map { name in
            let column = before.columns.firstIndex(of: name)
            let all = column.map { column in
                (0..<before.rowCount).count { old.isRecord($0) && !before.isEmpty($0, column) }
            }
            let stay = counts[name] ?? 0
            return Delivery.KeptColumn(name: name, kept: stay, lost: (all ?? 0) - stay)
        }
        return (Array(text.utf8), columns)
    }

    private func line(_ cells: [String]) -> String {
        let mark = String(decoding: [old.delimiter], as: UTF8.self)
        return cells.map { DelimitedCell.text($0, delimiter: old.delimiter) }
            .joined(separator: mark) + "\n"
    }
}

extension Resource {
    /// The column that holds a role, public or not.
    func column(_ role: Role) -> CodebookField? { fields.first { $0.role == role } }
}

/// The rows of a table by the id of their record.
struct RowsByID {
    private var rows: [String: Int] = [:]
    /// The ids in the order of the file.
    private(set) var ids: [String] = []

    init(_ spreadsheet: Spreadsheet, _ id: String?) {
        let table = spreadsheet.table
        guard let column = id.flatMap({ table.columns.firstIndex(of: $0) }) else { return }
        for row in 0..<table.rowCount where spreadsheet.isRecord(row) {
            let id = table.text(row, column).trimmingBlanks
            if id.isEmpty || rows[id] != nil { continue }
            rows[id] = row
            ids.append(id)
        }
    }

    /// The row of a record.
    func row(_ id: String) -> Int? { rows[id.trimmingBlanks] }
}

/// Why a delivery cannot take the place of a table; its description is what the user reads.
public enum DeliveryError: Error, Equatable, CustomStringConvertible {
    /// The rows are lists within another table's.
    case nested(String)
    /// Tables of this format are not written; the columns would have to be added.
    case notWritten(String, String, [String])
    /// There are cells of the author's own, and nothing says which record they belong to.
    case noIDs(String)

    /// What is wrong and what to do about it.
    public var description: String {
        switch self {
        case .nested(let file):
            "the rows of this table are lists within another one, in \(file). Replace the whole file by hand."
        case .notWritten(let file, let format, let columns):
            "a delivery of another kind cannot be written into \(file), because .\(format) files are only read"
                + (columns.isEmpty ? "." : " (its column “\(columns[0])” is missing there).")
                + " Save the table as .csv, and name that file in the codebook."
        case .noIDs(let column):
            "the delivery has no column “\(column)”, which is private here, and no column of ids by which "
                + "its cells could stay with their records. Add the column to the delivery."
        }
    }
}
