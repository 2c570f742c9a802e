// One row of the strikes' table as a strike.

import Formats
import Records

/// Reads strikes.
struct StrikeDecoder: RecordDecoder {
    var reader: CellReader
    private let context: DecodingContext
    private let cells: StrikeCells

    init(_ records: RecordTable, _ cells: TableCells, _ context: DecodingContext) {
        reader = CellReader(records, cells)
        self.context = context
        self.cells = StrikeCells(records, context.measures)
    }

    mutating func name(_ row: Int) -> String { reader.id(cells.id, row) ?? "" }

    mutating func record(_ row: Int) -> Strike? {
        let id = reader.id(cells.id, row)
        let date = reader.strikeDate(cells.date, row)
        var strike = Strike(id: id ?? "", date: date ?? StrikeCells.noDate)
        strike.row = row
        strike.time = reader.time(cells.time, row)
        strike.place = reader.place(cells.place, row)
        strike.belligerent = reader.name(cells.belligerent, row)
        strike.attribution = reader.key(cells.attribution, row)
        strike.type = reader.name(cells.type, row)
        strike.status = reader.key(cells.status, row)
        strike.grading = reader.grading(cells.grading, row, context.gradings)
        strike.assessment = reader.assessment(cells.assessment, row, context.assessments)
        strike.target = reader.text(cells.target, row)
        strike.summary = reader.text(cells.summary, row)
        strike.url = reader.url(cells.url, row)
        strike.firstPublished = reader.date(cells.firstPublished, row)
        strike.lastUpdated = reader.date(cells.lastUpdated, row)
        strike.counts = counts(row)
        strike.overlap = overlap(row)
        strike.previousIDs = reader.ids(cells.previousIDs, row)
        strike.extras = reader.extras(cells.extras, row)
        return id == nil || date == nil ? nil : strike
    }

    private mutating func counts(_ row: Int) -> StrikeCounts {
        var counts = StrikeCounts(for: context.measures)
        for column in cells.counts {
            counts[column.measure] = reader.count(column.cells, row)
        }
        counts.namedVictims = reader.number(cells.namedVictims, row)
        return counts
    }

    private mutating func overlap(_ row: Int) -> Overlap {
        var overlap = Overlap()
        overlap.partOf = reader.text(cells.partOf, row)
        for column in cells.shared { overlap[column.group] = reader.text(column.cell, row) }
        return overlap
    }
}

/// The columns of a strike.
private struct StrikeCells {
    let id: Cell?
    let date: DateCells
    let time: Cell?
    let place: PlaceCells
    let belligerent: Cell?
    let attribution: Cell?
    let type: Cell?
    let status: Cell?
    let grading: Cell?
    let assessment: Cell?
    let target: Cell?
    let summary: Cell?
    let url: Cell?
    let firstPublished: Cell?
    let lastUpdated: Cell?
    /// The measures for which the table has a column.
    let counts: [(measure: Measure, cells: CountCells)]
    let namedVictims: Cell?
    let partOf: Cell?
    /// The groups of counts for which the table has a column.
    let shared: [(group: OverlapGroup, cell: Cell)]
    let previousIDs: Cell?
    let extras: [Cell?]

    init(_ records: RecordTable, _ measures: MeasureList) {
        id = records.cell("id")
        date = DateCells(records)
        time = records.cell("time")
        place = PlaceCells(records)
        belligerent = records.cell("belligerent")
        attribution = records.cell("attribution")
        type = records.cell("strike_type")
        status = records.cell("strike_status")
        grading = records.cell("grading")
        assessment = records.cell("military_assessment")
        target = records.cell("target")
        summary = records.cell("summary")
        url = records.cell("url")
        firstPublished = records.cell("first_published")
        lastUpdated = records.cell("last_updated")
        counts = measures.counts.compactMap { measure in
            let cells = CountCells(records, measure)
            return cells.isEmpty ? nil : (measure, cells)
        }
        namedVictims = records.cell("named_victims")
        partOf = records.cell("part_of")
        shared = OverlapGroup.all.compactMap { group in
            records.cell(group.role).map { (group, $0) }
        }
        previousIDs = records.cell("previous_ids")
        extras = records.extras
    }

    /// Stands for a date that could not be read, in a strike that is not kept.
    static let noDate = StrikeDate.year(CalendarDate.earliest)
}
