// One public column for reading rows: where its cells are, which values mean "missing", what words stand for,
// and which values are allowed.

import Diagnostics
import Formats
import Records
import Text

/// One public column of a table.
///
/// Each thread creates its own.
final class Cell {
    let column: Int
    let schema: ColumnSchema

    private let missing: [[UInt8]]
    private let values: [[UInt8]: [UInt8]]
    private let allowed: [[UInt8]]
    private let pattern: CellPattern?
    private let isChecked: Bool
    /// Whether cells are read as written, without missing values or replacements.
    private let isPlain: Bool

    init(_ column: Int, _ schema: ColumnSchema, _ missing: [String]) {
        self.column = column
        self.schema = schema
        self.missing = missing.map { Array($0.utf8) }
        values = Dictionary(
            schema.field.values.map { (Array($0.utf8), Array($1.utf8)) },
            uniquingKeysWith: { first, _ in first }
        )
        isPlain = missing.isEmpty && schema.field.values.isEmpty
        allowed = schema.field.allowedValues.map { Array($0.utf8) }
        pattern = schema.pattern.flatMap { try? CellPattern($0) }
        isChecked =
            !allowed.isEmpty || pattern != nil || schema.minimumLength != nil
            || schema.maximumLength != nil
    }

    /// The column's name in the file.
    var name: String { schema.field.name }

    /// Passes the meaning of the cell, trimmed, to `body`; `nil` when the cell is blank or missing.
    func read<Value>(
        _ table: TableCells,
        _ row: Int,
        _ body: (CellBytes.Bytes) -> Value
    ) -> Value? {
        table.withBytes(row, column) { meaning($0, body) }
    }

    /// Passes the meaning of the cell, trimmed, to `body`; `nil` when the cell is blank or missing.
    func read<Value>(_ table: Table, _ row: Int, _ body: (CellBytes.Bytes) -> Value) -> Value? {
        table.withBytes(row, column) { meaning($0, body) }
    }

    /// The values of a cell, each with its meaning, as often as the cell names them: one, or several in a list.
    func values(_ table: Table, _ row: Int) -> [String] {
        guard let list = schema.field.list else {
            return read(table, row, CellBytes.text).map { [$0] } ?? []
        }
        return list.written(in: written(table, row)).flatMap { list.written(in: meaning(of: $0)) }
    }

    /// What one value of a list means; empty when it is missing.
    private func meaning(of value: String) -> String {
        let bytes = Array(value.utf8)
        return bytes.withUnsafeBufferPointer { meaning($0, CellBytes.text) } ?? ""
    }

    /// Which constraint a text breaks; `nil` when none.
    func violation(_ text: String) -> CellConstraint? {
        isChecked ? Array(text.utf8).withUnsafeBufferPointer { violation($0) } : nil
    }

    private func meaning<Value>(
        _ raw: CellBytes.Bytes,
        _ body: (CellBytes.Bytes) -> Value
    ) -> Value? {
        let bytes = CellBytes.trimmed(raw)
        if bytes.isEmpty { return nil }
        if isPlain { return body(bytes) }
        if missing.contains(where: { CellBytes.equal(bytes, $0) }) { return nil }
        guard !values.isEmpty, let meaning = values[Array(bytes)] else { return body(bytes) }
        return meaning.isEmpty ? nil : meaning.withUnsafeBufferPointer(body)
    }

    /// The cell as the author wrote it, without blanks around it.
    func written(_ table: Table, _ row: Int) -> String {
        table.withBytes(row, column) { CellBytes.text(CellBytes.trimmed($0)) }
    }

    /// Which constraint a cell breaks; `nil` when none.
    func violation(_ bytes: CellBytes.Bytes) -> CellConstraint? {
        guard isChecked else { return nil }
        if !allowed.isEmpty, !allowed.contains(where: { CellBytes.equal(bytes, $0) }) {
            return .allowedValues
        }
        if schema.minimumLength != nil || schema.maximumLength != nil {
            let length = CellBytes.text(bytes).unicodeScalars.count
            let least = schema.minimumLength ?? 0
            if length < least || length > schema.maximumLength ?? .max { return .length }
        }
        if let pattern, !pattern.matches(bytes) { return .pattern }
        return nil
    }
}

/// What the codebook demands of a cell besides its type.
enum CellConstraint {
    /// Only some values are allowed.
    case allowedValues
    /// It must match a pattern.
    case pattern
    /// It has a least or a greatest length.
    case length
}
