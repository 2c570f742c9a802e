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

/// Turns the rows of one kind of table into records.
protocol RecordDecoder: SendableMetatype {
    associatedtype Record: Sendable

    /// Makes a decoder, which must not outlive the view of the table.
    init(_ records: RecordTable, _ cells: TableCells, _ context: DecodingContext)

    /// The reader, which holds the mistakes.
    var reader: CellReader { get set }

    /// The record of a row; `nil` when nothing can be made of it, which is told.
    mutating func record(_ row: Int) -> Record?

    /// The name of a record that is left out; other cells of its row are not read.
    mutating func name(_ row: Int) -> String
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
    /// The names of records that could not be read, so that references to them are not told as well.
    var unread: [String] = []
    var log = RowLog()

    /// Adds all but the records.
    mutating func append(_ other: DecodedRows) {
        leftOut.append(contentsOf: other.leftOut)
        strays.append(contentsOf: other.strays)
        unread.append(contentsOf: other.unread)
        log.append(other.log)
    }
}

/// Decodes all rows of a table.
enum RowPass {
    private static let runLength = 1024

    static func decode<Decoder: RecordDecoder>(
        _ type: Decoder.Type,
        _ table: RecordTable,
        _ context: DecodingContext
    ) -> DecodedRows<Decoder.Record> {
        let count = table.table.rowCount
        var joined = DecodedRows<Decoder.Record>()
        let parts = Mutex<[Int: DecodedRows<Decoder.Record>]>([:])
        joined.records = RecordSlots.records(count: count, runLength: runLength) { slots, runs in
            DispatchQueue.concurrentPerform(iterations: runs) { run in
                let start = run * runLength
                let rows = start..<min(count, start + runLength)
                let part = decode(type, table, context, rows) { slots.add($0, run, from: start) }
                parts.withLock { $0[run] = part }
            }
        }
        for part in parts.withLock({ $0 }).sorted(by: { $0.key < $1.key }) {
            joined.append(part.value)
        }
        return joined
    }

    private static func decode<Decoder: RecordDecoder>(
        _ type: Decoder.Type,
        _ table: RecordTable,
        _ context: DecodingContext,
        _ rows: Range<Int>,
        _ add: (consuming Decoder.Record) -> Void
    ) -> DecodedRows<Decoder.Record> {
        table.table.withCells { cells in
            var decoder = Decoder(table, cells, context)
            var result = DecodedRows<Decoder.Record>()
            let leftOut = table.cell("left_out")
            let id = table.cell("id")
            for row in rows {
                if table.table.isDamaged(row) {
                    if let id { result.unread.append(id.written(table.table, row)) }
                    continue
                }
                let reason = decoder.reader.text(leftOut, row)
                if !reason.isEmpty {
                    let name = decoder.name(row)
                    result.leftOut.append(LeftOutRow(name: name, row: row, reason: reason))
                } else if let record = decoder.record(row) {
                    add(record)
                } else if let id {
                    result.unread.append(id.written(table.table, row))
                }
            }
            result.log = decoder.reader.log
            result.strays = decoder.reader.strays
            return result
        }
    }
}
