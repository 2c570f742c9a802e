// A table together with its description in the codebook. Only public columns become cells here: private data
// cannot get from the file into a record, because no later stage knows the position of a private column. The columns
// that protect people are the exception: they are read to decide what is shown, and nothing publishes them.

import Diagnostics
import Formats
import Records

/// A table and the public columns of it that are read.
final class RecordTable: Sendable {
    let schema: ResourceSchema
    let table: Table
    /// The place in the table of each public column, by name.
    private let positions: [String: Int]
    private let publicColumns: Set<Int>
    private let namesByRole: [Role: String]
    /// The rows that are protected, each with how.
    let protections: [Int: Protection]

    init(_ schema: ResourceSchema, _ table: Table, protections: [Int: Protection] = [:]) {
        self.schema = schema
        self.table = table
        self.protections = protections
        let columns = Dictionary(
            table.columns.enumerated().map { ($1, $0) },
            uniquingKeysWith: { first, _ in first }
        )
        let shapes = schema.resource.kind.columns(of: .builtIn)
        let fields = schema.columns.map(\.field)
            .filter { field in
                field.constant == nil
                    && (field.isPublic || field.role.flatMap { shapes[$0] }?.isControl == true)
            }
        positions = columns.filter { column in fields.contains { $0.name == column.key } }
        publicColumns = Set(
            fields.filter { field in
                field.isPublic && field.coarsening.isEmpty
                    && field.role.flatMap { shapes[$0] }?.isControl != true
            }
            .compactMap { columns[$0.name] }
        )
        namesByRole = Dictionary(
            fields.compactMap { field in field.role.map { ($0, field.name) } },
            uniquingKeysWith: { first, _ in first }
        )
    }

    /// The places in the table of the public columns.
    var publicPositions: Set<Int> { publicColumns }

    var kind: ResourceKind { schema.resource.kind }

    /// The public column that holds a role.
    func cell(_ role: Role) -> Cell? {
        namesByRole[role].flatMap(cell(named:))
    }

    /// What the codebook states for all records, each as a table of a single cell, whose place is in the codebook.
    var constants: [(role: Role, table: RecordTable)] {
        schema.columns.compactMap { column in
            guard let constant = column.field.constant, let role = column.field.role else {
                return nil
            }
            var single = schema
            single.columns = [column]
            single.columns[0].field.constant = nil
            single.resource.fields = single.columns.map(\.field)
            let table = Table(cell: constant, column: column.field.name, at: column.field.location)
            return (role, RecordTable(single, table))
        }
    }

    /// A public column by its name in the file.
    func cell(named name: String) -> Cell? {
        guard let position = positions[name],
            let column = schema.columns.first(where: { $0.field.name == name })
        else { return nil }
        return Cell(position, column, schema.resource.missingValues)
    }

    /// The public columns without a role, in the order of the codebook.
    var extras: [Cell?] {
        schema.resource.extraFields.map { cell(named: $0.name) }
    }

    /// The columns that hold a text in other languages, in the codebook's order.
    func languages(of role: Role) -> [(language: String, cell: Cell)] {
        schema.columns.compactMap { column in
            guard let held = column.field.role, let language = held.language,
                held.anyLanguage == role, let cell = cell(held)
            else { return nil }
            return (language, cell)
        }
    }

    /// The same table with protected rows.
    func protecting(_ protections: [Int: Protection]) -> RecordTable {
        RecordTable(schema, table, protections: protections)
    }

    /// Whether a row must not be read: it is damaged, or withheld.
    func isUnread(_ row: Int) -> Bool {
        table.isDamaged(row) || protections[row] == .withheld
    }

    /// A mistake at a cell, or at the row when no such column is read.
    ///
    /// What a protected row says is not printed: logs are kept, and sent to others.
    func diagnostic(
        _ rule: some Rule,
        _ row: Int,
        _ cell: Cell?,
        _ message: String,
        _ suggestion: String? = nil
    ) -> Diagnostic {
        let place = cell.map { table.location(row, $0.column) } ?? table.location(row: row)
        if protections[row] != nil || cell?.schema.field.coarsening.isEmpty == false {
            var diagnostic = Diagnostic(rule, at: place, "")
            diagnostic.conceal()
            return diagnostic
        }
        guard let cell else {
            return Diagnostic(rule, at: place, message, suggestion: suggestion)
        }
        return Diagnostic(
            rule,
            at: place,
            message,
            excerpt: table.excerpt(row, cell.column) { publicColumns.contains($0) },
            suggestion: suggestion
        )
    }
}
