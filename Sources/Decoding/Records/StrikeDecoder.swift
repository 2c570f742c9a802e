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
        self.cells = StrikeCells(records)
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
        var counts = StrikeCounts()
        counts.killed = reader.count(cells.killed, row)
        counts.childrenKilled = reader.count(cells.childrenKilled, row)
        counts.womenKilled = reader.count(cells.womenKilled, row)
        counts.menKilled = reader.count(cells.menKilled, row)
        counts.injured = reader.count(cells.injured, row)
        counts.concededKilled = reader.count(cells.concededKilled, row)
        counts.concededInjured = reader.count(cells.concededInjured, row)
        counts.namedVictims = reader.number(cells.namedVictims, row)
        return counts
    }

    private mutating func overlap(_ row: Int) -> Overlap {
        var overlap = Overlap()
        overlap.partOf = reader.text(cells.partOf, row)
        overlap.killedSharedWith = reader.text(cells.killedSharedWith, row)
        overlap.injuredSharedWith = reader.text(cells.injuredSharedWith, row)
        overlap.concededSharedWith = reader.text(cells.concededSharedWith, row)
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
    let killed: CountCells
    let childrenKilled: CountCells
    let womenKilled: CountCells
    let menKilled: CountCells
    let injured: CountCells
    let concededKilled: CountCells
    let concededInjured: CountCells
    let namedVictims: Cell?
    let partOf: Cell?
    let killedSharedWith: Cell?
    let injuredSharedWith: Cell?
    let concededSharedWith: Cell?
    let previousIDs: Cell?
    let extras: [Cell?]

    init(_ records: RecordTable) {
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
        killed = CountCells(records, "killed")
        childrenKilled = CountCells(records, "children_killed")
        womenKilled = CountCells(records, "women_killed")
        menKilled = CountCells(records, "men_killed")
        injured = CountCells(records, "injured")
        concededKilled = CountCells(records, "conceded_killed")
        concededInjured = CountCells(records, "conceded_injured")
        namedVictims = records.cell("named_victims")
        partOf = records.cell("part_of")
        killedSharedWith = records.cell("killed.shared_with")
        injuredSharedWith = records.cell("injured.shared_with")
        concededSharedWith = records.cell("conceded.shared_with")
        previousIDs = records.cell("previous_ids")
        extras = records.extras
    }

    /// Stands for a date that could not be read, in a strike that is not kept.
    static let noDate = StrikeDate.year(CalendarDate.earliest)
}
