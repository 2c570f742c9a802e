// Rows are independent of each other until all are read, so several threads read them: each a run of rows with
// a decoder of its own. What comes back is joined in the order of the rows.

import Diagnostics
import Dispatch
import Records
import Synchronization

/// What the settings say that reading records needs.
struct DecodingContext: Sendable {
    let measures: MeasureList
    let gradings: KnownWords
    let assessments: KnownWords

    init(_ settings: SiteSettings, _ measures: MeasureList) {
        self.measures = measures
        gradings = KnownWords(settings.methodology.gradings.map { ($0.key, $0.label) })
        assessments = KnownWords(settings.assessments.map { ($0.key, $0.label) })
    }
}

/// Turns the rows of one kind of table into records, by the columns that the kind declares.
struct RecordDecoder<Record: ColumnRecord> {
    /// The reader, which holds the mistakes.
    private(set) var reader: CellReader
    private let steps: [ColumnStep<Record>]
    private let constants: [ColumnConstant<Record>]
    private let extras: [Cell?]
    private let leftOut: Cell?
    private let id: Cell?
    /// Whether the table has every column without which there is no record.
    private let isComplete: Bool

    /// Makes a decoder, which must not outlive the view of the table.
    init(
        _ records: RecordTable,
        _ cells: TableCells,
        _ context: DecodingContext,
        _ constants: [ColumnConstant<Record>]
    ) {
        self.constants = constants
        reader = CellReader(records, cells)
        let columns = Record.columns(of: context.measures).all
        steps = ColumnStep.ordered(columns.compactMap { $0.step(records, context) })
        extras = records.extras
        leftOut = records.cell(.leftOut)
        id = records.cell(.id)
        isComplete = columns.allSatisfy { column in
            !column.shape.isRequired || records.cell(column.role) != nil
        }
    }

    /// The author's reason for not showing a row; empty when it is shown.
    mutating func reasonForLeavingOut(_ row: Int) -> String {
        leftOut.flatMap { reader.text($0, row).value } ?? ""
    }

    /// The record of a row; `nil` when it cannot be read, which is reported.
    mutating func record(_ row: Int) -> Record? {
        let table = reader.records.table
        var record = Record(row: row) { table.location(row: row) }
        var isReadable = isComplete
        for step in steps where !step.read(&reader, row, &record) { isReadable = false }
        for constant in constants { constant.set(&record) }
        record.extras = reader.extras(extras, row)
        return isReadable ? record : nil
    }

    /// The name of a record that is left out; other cells of its row are not read.
    mutating func name(_ row: Int) -> String {
        id.flatMap { reader.id($0, row).value } ?? ""
    }

    /// The name of a record that cannot be read, as the author wrote it.
    func writtenName(_ row: Int) -> String? { id?.written(reader.records.table, row) }
}

/// A record, or what remains of one that is left out.
struct LeftOutRow: Sendable {
    var name: String
    var row: Int
    var reason: String
}

/// What a table's rows hold.
struct DecodedRows<Record: Sendable>: Sendable {
    var records: [Record] = []
    var leftOut: [LeftOutRow] = []
    var strays: [StrayCoordinate] = []
    /// The names of records that could not be read, so that references to them are not reported as well.
    var unread: [String] = []
    /// How words from short lists are first written, by key.
    var spellings: [String: String] = [:]
    var log = RowLog()

    /// Adds all but the records.
    mutating func append(_ other: DecodedRows) {
        leftOut.append(contentsOf: other.leftOut)
        strays.append(contentsOf: other.strays)
        unread.append(contentsOf: other.unread)
        spellings.merge(other.spellings) { first, _ in first }
        log.append(other.log)
    }
}

/// Decodes all rows of a table.
enum RowPass {
    private static let runLength = 1024

    static func decode<Record: ColumnRecord>(
        _ type: Record.Type,
        _ table: RecordTable,
        _ context: DecodingContext
    ) -> DecodedRows<Record> {
        let count = table.table.rowCount
        var joined = DecodedRows<Record>()
        let constants = ColumnConstant<Record>.all(table, context, &joined.log)
        let parts = Mutex<[Int: DecodedRows<Record>]>([:])
        joined.records = RecordSlots.records(count: count, runLength: runLength) { slots, runs in
            DispatchQueue.concurrentPerform(iterations: runs) { run in
                let start = run * runLength
                let rows = start..<min(count, start + runLength)
                let part = decode(type, table, context, constants, rows) {
                    slots.add($0, run, from: start)
                }
                parts.withLock { $0[run] = part }
            }
        }
        for part in parts.withLock({ $0 }).sorted(by: { $0.key < $1.key }) {
            joined.append(part.value)
        }
        return joined
    }

    private static func decode<Record: ColumnRecord>(
        _ type: Record.Type,
        _ table: RecordTable,
        _ context: DecodingContext,
        _ constants: [ColumnConstant<Record>],
        _ rows: Range<Int>,
        _ add: (consuming Record) -> Void
    ) -> DecodedRows<Record> {
        table.table.withCells { cells in
            var decoder = RecordDecoder<Record>(table, cells, context, constants)
            var result = DecodedRows<Record>()
            for row in rows {
                if table.table.isDamaged(row) {
                    if let name = decoder.writtenName(row) { result.unread.append(name) }
                    continue
                }
                let reason = decoder.reasonForLeavingOut(row)
                if !reason.isEmpty {
                    let name = decoder.name(row)
                    result.leftOut.append(LeftOutRow(name: name, row: row, reason: reason))
                } else if let record = decoder.record(row) {
                    add(record)
                } else if let name = decoder.writtenName(row) {
                    result.unread.append(name)
                }
            }
            result.log = decoder.reader.log
            result.strays = decoder.reader.strays
            result.spellings = decoder.reader.spellings
            return result
        }
    }
}
