// The leak scan searches the finished report for every private cell. The cells stay where they are, as bytes of the
// table: nothing is decoded, and no record or template can come by one.

import Diagnostics
import Formats
import Records
import Text

/// The cells of all columns that are not public, and where they stand.
public struct PrivateCells: Sendable {
    /// A table with columns that are not public.
    private struct Part: Sendable {
        let table: RecordTable
        let hidden: [Int]
        let shown: [Int]
        /// The cells of shown columns that no record shows as they are.
        let unshown: Set<Int>
        /// The number of its first cell.
        let first: Int

        /// The columns whose cells hold several values.
        var lists: [Int: CellList] {
            var lists: [Int: CellList] = [:]
            for column in table.schema.columns {
                guard let list = column.field.list,
                    let place = table.table.columns.firstIndex(of: column.field.name)
                else { continue }
                lists[place] = list
            }
            return lists
        }
    }

    private let parts: [Part]

    /// Takes the tables of a site; those without private cells are not kept unless all of them are asked for.
    ///
    /// `unshown` are cells of public columns that no record shows as they are: row × number of columns + column.
    init(_ tables: [RecordTable], unshown: [ResourceKind: Set<Int>], keepsAll: Bool) {
        var parts: [Part] = []
        var next = 0
        for table in tables {
            let shown = table.publicPositions
            let hidden = table.table.columns.indices.filter { !shown.contains($0) }
            parts.append(
                Part(
                    table: table,
                    hidden: hidden,
                    shown: shown.sorted(),
                    unshown: unshown[table.kind] ?? [],
                    first: next
                )
            )
            next += table.table.rowCount * table.table.columns.count
        }
        let hasPrivate = parts.contains { part in
            !part.table.protections.isEmpty || !part.unshown.isEmpty
                || !part.hidden.isEmpty && part.table.table.rowCount > 0
        }
        self.parts = hasPrivate || keepsAll ? parts : []
    }

    /// Every column of the tables that are kept, with the number of its cells that are not missing.
    public var columns: [ColumnContents] {
        parts.flatMap { part in
            let table = part.table
            let counts = counts(part)
            return table.table.columns.indices.map { column in
                let name = table.table.columns[column]
                let field = table.schema.columns.first { $0.field.name == name }?.field
                return ColumnContents(
                    kind: table.kind,
                    file: table.schema.file,
                    name: name.utf8.first == 0 ? "" : name,
                    role: field?.role,
                    isPublic: part.shown.contains(column),
                    isCoarsened: field?.coarsening.isEmpty == false,
                    cells: counts[column]
                )
            }
        }
    }

    private func counts(_ part: Part) -> [Int] {
        let table = part.table.table
        let missing = part.table.schema.resource.missingValues.map { Array($0.utf8) }
        var counts = [Int](repeating: 0, count: table.columns.count)
        table.withCells { cells in
            for row in 0..<table.rowCount {
                for column in counts.indices {
                    cells.withBytes(row, column) { bytes in
                        let cell = CellBytes.trimmed(bytes)
                        if PrivateCells.isFilled(cell, missing) { counts[column] += 1 }
                    }
                }
            }
        }
        return counts
    }

    private static func isFilled(_ cell: CellBytes.Bytes, _ missing: [[UInt8]]) -> Bool {
        !cell.isEmpty && !missing.contains { CellBytes.equal(cell, $0) }
    }

    /// Whether the site has no private cell.
    public var isEmpty: Bool { parts.isEmpty }

    /// Passes each private cell that is not missing to `body`, with a number for ``value(_:)``.
    public func visit(_ body: (UnsafeBufferPointer<UInt8>, Int) -> Void) {
        for part in parts {
            let table = part.table.table
            let missing = part.table.schema.resource.missingValues.map { Array($0.utf8) }
            let nested = Set(
                part.hidden.filter { table.traits.nestedColumns.contains(table.columns[$0]) }
            )
            let lists = part.lists
            table.withCells { cells in
                for row in 0..<table.rowCount {
                    for column in part.hidden {
                        let number = part.first + row * table.columns.count + column
                        cells.withBytes(row, column) { bytes in
                            let cell = CellBytes.trimmed(bytes)
                            guard PrivateCells.isFilled(cell, missing) else { return }
                            if let list = lists[column] {
                                return list.visit(cell) { body($0, number) }
                            }
                            guard nested.contains(column),
                                let texts = NestedTexts(CellBytes.text(cell))
                            else { return body(cell, number) }
                            for text in texts.all {
                                Array(text.utf8).withUnsafeBufferPointer { body($0, number) }
                            }
                        }
                    }
                }
            }
        }
    }

    /// Passes each cell of the public columns of the same tables to `body`, except those that are protected or coarse.
    public func visitPublic(_ body: (UnsafeBufferPointer<UInt8>) -> Void) {
        for part in parts {
            let table = part.table.table
            let lists = part.lists
            table.withCells { cells in
                for row in 0..<table.rowCount where part.table.protections[row] == nil {
                    for column in part.shown
                    where part.unshown.isEmpty
                        || !part.unshown.contains(row * table.columns.count + column)
                    {
                        cells.withBytes(row, column, body)
                        if let list = lists[column] {
                            cells.withBytes(row, column) { list.visit($0, body) }
                        }
                    }
                }
            }
        }
    }

    /// The private value with a number, with its place, record and column.
    public func value(_ number: Int) -> PrivateValue? {
        guard let part = parts.last(where: { $0.first <= number && $0.table.table.rowCount > 0 })
        else { return nil }
        let table = part.table.table
        let (row, column) = (number - part.first)
            .quotientAndRemainder(dividingBy: table.columns.count)
        return PrivateValue(
            text: table.text(row, column),
            location: table.location(row, column),
            record: part.table.protections[row] == nil ? record(part.table, row) : nil,
            column: table.columns[column],
            reason: .privateColumn
        )
    }

    /// The public id of a row, or that of the strike that it belongs to.
    private func record(_ table: RecordTable, _ row: Int) -> String? {
        for role in [Role.id, .strikeID] {
            guard let cell = table.cell(role) else { continue }
            let text = cell.written(table.table, row)
            if !text.isEmpty { return text }
        }
        return nil
    }
}

/// A column of a table, and how much it holds.
public struct ColumnContents: Sendable {
    /// The records of its table.
    public let kind: ResourceKind
    /// The table's file as diagnostics name it.
    public let file: String
    /// The column's name; empty for one without a name.
    public let name: String
    /// The fact that it holds; `nil` for a column of the author's own.
    public let role: Role?
    /// Whether it may be published.
    public let isPublic: Bool
    /// Whether the codebook says that its cells are shown less exactly.
    public let isCoarsened: Bool
    /// The number of its cells that are not missing.
    public let cells: Int
}

extension CellList {
    /// Passes each value of a cell to `body`.
    fileprivate func visit(
        _ cell: CellBytes.Bytes,
        _ body: (UnsafeBufferPointer<UInt8>) -> Void
    ) {
        for value in values(of: CellBytes.text(cell)) {
            Array(value.utf8).withUnsafeBufferPointer(body)
        }
    }
}
