import Records

/// A value that the codebook states for all records of a table.
struct ColumnConstant<Record: ColumnRecord>: Sendable {
    /// Stores the value in a record.
    let set: @Sendable (inout Record) -> Void

    /// The constants of a table, read as a cell of their columns would be; mistakes are reported once.
    static func all(
        _ records: RecordTable,
        _ context: DecodingContext,
        _ log: inout RowLog
    ) -> [ColumnConstant] {
        var constants: [ColumnConstant] = []
        for (role, single) in records.constants {
            guard let cell = single.cell(role),
                let column = Record.columns(of: context.measures)[role],
                case .text(let form) = column.shape.content,
                case .text(_, let write) = column.access
            else { continue }
            let (outcome, mistakes) = single.table.withCells { cells in
                var reader = CellReader(single, cells)
                let outcome = reader.text(cell, 0, as: form, context)
                return (outcome, reader.log)
            }
            log.append(mistakes)
            guard case .read(let value) = outcome else { continue }
            constants.append(ColumnConstant { write(&$0, value) })
        }
        return constants
    }
}
