// Rows are independent of each other until all are read, so several threads read them: each a run of rows with
// a decoder of its own. What comes back is joined in the order of the rows.

import Diagnostics
import Records
import Text

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
    /// The steps for the rows that are protected.
    private let protectedSteps: [Protection: [ColumnStep<Record>]]
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
        protectedSteps = Dictionary(
            Set(records.protections.values)
                .map { protection in
                    let kept = columns.filter { $0.shape.keptUnder.contains(protection) }
                    let steps = kept.compactMap { $0.step(records, context) }
                    return (protection, ColumnStep.ordered(steps))
                },
            uniquingKeysWith: { first, _ in first }
        )
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

    /// The record of a row that is protected, without what its protection takes away.
    mutating func record(_ row: Int, _ protection: Protection) -> Record? {
        let table = reader.records.table
        var record = Record(row: row) { table.location(row: row) }
        var isReadable = isComplete
        for step in protectedSteps[protection] ?? []
        where !step.read(&reader, row, &record) { isReadable = false }
        record.extras = [String](repeating: "", count: extras.count)
        record.protect(protection) { AgeText($0).years }
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

/// A row that is withheld: its cells are not read, but for the names that join it to others.
struct WithheldRow: Sendable {
    let row: Int
    /// The record's name; empty when it has none.
    let name: String
    /// The strike that it belongs to; empty when it belongs to none.
    let strikeID: String

    init(_ table: RecordTable, _ row: Int) {
        self.row = row
        name = table.cell(.id)?.read(table.table, row, CellBytes.text) ?? ""
        strikeID = table.cell(.strikeID)?.read(table.table, row, CellBytes.text) ?? ""
    }
}

/// What a table's rows hold.
struct DecodedRows<Record: Sendable>: Sendable {
    var records: [Record] = []
    var leftOut: [LeftOutRow] = []
    var strays: [StrayCoordinate] = []
    /// The rows that are withheld.
    var withheld: [WithheldRow] = []
    /// The names of records that could not be read, so that references to them are not reported as well.
    var unread: [String] = []
    /// How words from short lists are first written, by key.
    var spellings: [String: String] = [:]
    var log = RowLog()

    /// Adds what is known of the rows that follow besides their records.
    mutating func appendRest(of other: DecodedRows) {
        leftOut.append(contentsOf: other.leftOut)
        withheld.append(contentsOf: other.withheld)
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
        let runs = stride(from: 0, to: count, by: runLength)
            .map { $0..<min(count, $0 + runLength) }
        var parts = ParallelMap.map(runs) { decode(type, table, context, constants, $0) }
        for part in parts { joined.appendRest(of: part) }
        joined.records = records(of: &parts, count)
        return joined
    }

    /// Takes the records out of the parts.
    ///
    /// All of them must not be in memory twice, and to copy one would count a reference for each of its texts; what is
    /// removed from the end of an array is moved.
    private static func records<Record>(
        of parts: inout [DecodedRows<Record>],
        _ count: Int
    ) -> [Record] {
        var reversed: [Record] = []
        reversed.reserveCapacity(count)
        for index in parts.indices.reversed() {
            var own: [Record] = []
            swap(&own, &parts[index].records)
            while let record = own.popLast() { reversed.append(record) }
        }
        reversed.withUnsafeMutableBufferPointer { $0.reverse() }
        return reversed
    }

    private static func decode<Record: ColumnRecord>(
        _ type: Record.Type,
        _ table: RecordTable,
        _ context: DecodingContext,
        _ constants: [ColumnConstant<Record>],
        _ rows: Range<Int>
    ) -> DecodedRows<Record> {
        table.table.withCells { cells in
            var decoder = RecordDecoder<Record>(table, cells, context, constants)
            var result = DecodedRows<Record>()
            result.records.reserveCapacity(rows.count)
            let isProtected = !table.protections.isEmpty
            for row in rows {
                if table.table.isDamaged(row) {
                    if let name = decoder.writtenName(row) { result.unread.append(name) }
                    continue
                }
                let protection = isProtected ? table.protections[row] : nil
                if protection == .withheld {
                    result.withheld.append(WithheldRow(table, row))
                    continue
                }
                let reason = decoder.reasonForLeavingOut(row)
                if !reason.isEmpty {
                    let name = decoder.name(row)
                    result.leftOut.append(LeftOutRow(name: name, row: row, reason: reason))
                } else if let protection {
                    if let record = decoder.record(row, protection) {
                        result.records.append(record)
                    }
                } else if let record = decoder.record(row) {
                    result.records.append(record)
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
