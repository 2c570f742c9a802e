// How rows are read is decided once for each table: which columns exist, how their cells are read, and how the
// values are stored in a record. Each row then only runs the resulting list of steps.

import Records

/// One step of reading a row: the cells of a column, or of columns that belong together.
struct ColumnStep<Record: ColumnRecord> {
    /// Reads the cells of a row into a record; `false` when no record can be made without them, which is
    /// reported.
    let read: (inout CellReader, _ row: Int, inout Record) -> Bool
    /// Whether it must wait for the other cells of the row.
    var isLast = false
}

extension ColumnStep {
    /// Steps in the order in which they are taken.
    static func ordered(_ steps: [ColumnStep]) -> [ColumnStep] {
        steps.filter { !$0.isLast } + steps.filter(\.isLast)
    }
}

extension Column where Record: ColumnRecord {
    /// How the column is read from a table; `nil` when the table has no such public column, or another
    /// column's step reads it.
    func step(_ records: RecordTable, _ context: DecodingContext) -> ColumnStep<Record>? {
        switch access {
        case .none: return nil
        case .text(_, let set): return textStep(records, context, set)
        case .names(_, let set): return namesStep(records, context, set)
        case .ids(_, let set):
            return step(records) { reader, cell, row, record in
                set(&record, reader.ids(cell, row))
            }
        case .number(_, let set):
            return step(records) { reader, cell, row, record in
                set(&record, reader.people(cell, row).value)
            }
        case .date(_, let set):
            return step(records) { reader, cell, row, record in
                set(&record, reader.date(cell, row).value)
            }
        case .count(_, let set):
            let cells = CountCells(records, role)
            guard role.part == .whole, cells.last != nil else { return nil }
            return ColumnStep { reader, row, record in
                set(&record, reader.count(cells, row))
                return true
            }
        case .strikeDate(_, let set):
            guard shape.content == .strikeDate(.first) else { return nil }
            let cells = DateCells(records)
            return ColumnStep { reader, row, record in
                guard let date = reader.strikeDate(cells, row) else { return false }
                set(&record, date)
                return true
            }
        case .coordinate(_, let set):
            guard shape.content == .coordinate(.latitude) else { return nil }
            let cells = PointCells(records)
            return ColumnStep { reader, row, record in
                set(&record, reader.coordinate(cells, row))
                return true
            }
        }
    }

    /// A step for one cell that no record depends on.
    private func step(
        _ records: RecordTable,
        _ read: @escaping (inout CellReader, Cell, _ row: Int, inout Record) -> Void
    ) -> ColumnStep<Record>? {
        guard let cell = records.cell(role) else { return nil }
        return ColumnStep { reader, row, record in
            read(&reader, cell, row, &record)
            return true
        }
    }

    private func textStep(
        _ records: RecordTable,
        _ context: DecodingContext,
        _ set: @escaping FactWriter<Record, String>
    ) -> ColumnStep<Record>? {
        guard case .text(let form) = shape.content, let cell = records.cell(role) else {
            return nil
        }
        guard shape.isRequired else {
            return ColumnStep { reader, row, record in
                if case .read(let text) = reader.text(cell, row, as: form, context) {
                    set(&record, text)
                }
                return true
            }
        }
        let isExempt = isExempt
        return ColumnStep(
            read: { reader, row, record in
                switch reader.text(cell, row, as: form, context) {
                case .read(let text):
                    set(&record, text)
                    return true
                case .wrong: return isExempt?(record) ?? false
                case .blank:
                    if let isExempt, isExempt(record) { return true }
                    reader.reportMissing(cell, row)
                    return false
                }
            },
            isLast: isExempt != nil
        )
    }

    private func namesStep(
        _ records: RecordTable,
        _ context: DecodingContext,
        _ set: @escaping FactWriter<Record, [LocalName]>
    ) -> ColumnStep<Record>? {
        let cells = records.languages(of: role)
        guard case .names(let form) = shape.content, !cells.isEmpty else { return nil }
        return ColumnStep { reader, row, record in
            var names: [LocalName] = []
            for (language, cell) in cells {
                if case .read(let name) = reader.text(cell, row, as: form, context) {
                    names.append(LocalName(language: language, name: name))
                }
            }
            if !names.isEmpty { set(&record, names) }
            return true
        }
    }
}
