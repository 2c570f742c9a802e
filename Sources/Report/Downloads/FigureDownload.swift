import Records
import Text

/// The rows behind a figure, as CSV and JSON.
struct FigureDownload {
    let report: ReportModel
    let figure: Figure

    private var strikes: [Strike] { report.dataset.strikes }

    private var measures: MeasureList { report.dataset.measures }

    /// One row for each strike, with its counts and whether they are added.
    func csv(_ take: TakePiece) throws {
        var csv = CSVText()
        var header = ["id", "date", "place", "grading"]
        for measure in measures.counts {
            header += ["\(measure.name)_min", "\(measure.name)_max"]
        }
        csv.row(header + OverlapGroup.all.map { "adds_" + $0.name })
        let omissions = FigureOmissions(report, figure)
        for position in figure.records.positions {
            var cells: [PublishedCell] = [
                .of(strikes[position].id), .of(strikes[position].date.iso),
                .of(report.dataset.placeName(ofStrikeAt: position)), .of(strikes[position].grading),
            ]
            cells.reserveCapacity(header.count + OverlapGroup.all.count)
            let counts = strikes[position].counts
            for measure in measures.counts {
                let count = counts[measure]
                cells.append(.of(count.minimum))
                cells.append(.of(count.maximum))
            }
            for group in OverlapGroup.all {
                cells.append(.text(omissions.adds(group, at: position) ? "true" : "false"))
            }
            csv.row(cells)
            try csv.passOn(take)
        }
        try take(csv.finished())
    }

    /// The totals, and one object for each strike.
    func json(_ take: TakePiece) throws {
        var json = JSONWriter()
        let omissions = FigureOmissions(report, figure)
        try json.object { root in
            root.member("selection", figure.selection.query)
            root.object("totals") { totals in
                for measure in measures.all {
                    totals.object(measure.name) { $0.members(of: figure.tally.total(measure)) }
                }
            }
            // Only where dates leave it open, so that the files of other figures stay as they are.
            let undecided = figure.undecided.positions
            if !undecided.isEmpty {
                root.array("may_fall", undecided) { item, position in
                    item.value(strikes[position].id)
                }
            }
            try root.array("strikes", figure.records.positions) { item, position in
                item.object { write(strikeAt: position, omissions: omissions, into: &$0) }
                try item.passOn(take)
            }
        }
        try take(json.finished())
    }

    private func write(
        strikeAt position: Int,
        omissions: FigureOmissions,
        into object: inout JSONWriter
    ) {
        object.key(Keys.id)
        object.value(strikes[position].id)
        object.key(Keys.page)
        object.value("../" + report.places.strikes[position])
        object.key(Keys.date)
        object.value(strikes[position].date.iso)
        object.key(Keys.place)
        object.value(report.dataset.placeName(ofStrikeAt: position))
        object.key(Keys.grading)
        object.value(strikes[position].grading)
        let counts = strikes[position].counts
        for measure in measures.counts {
            let count = counts[measure]
            object.object(measure.name) { range in
                range.key(Keys.minimum)
                range.value(count.minimum)
                range.key(Keys.maximum)
                range.value(count.maximum)
                if count.isOpen {
                    range.key(Keys.isOpen)
                    range.value(true)
                }
                range.key(Keys.isAdded)
                range.value(omissions.isAdded(measure, at: position))
            }
        }
    }

    /// The keys of a strike's object, escaped once for all strikes.
    private enum Keys {
        static let id = JSONKey("id")
        static let page = JSONKey("page")
        static let date = JSONKey("date")
        static let place = JSONKey("place")
        static let grading = JSONKey("grading")
        static let minimum = JSONKey("min")
        static let maximum = JSONKey("max")
        static let isOpen = JSONKey("open")
        static let isAdded = JSONKey("is_added")
    }
}

extension JSONWriter {
    /// Writes the members of a total: its ends are null when no number is known, and the maximum is null when it is
    /// open.
    mutating func members(of total: Total) {
        ends(of: total)
        member("strikes", total.strikes)
        member("unknown", total.unknown)
        member("without_maximum", total.openEnded)
    }

    /// Writes the two ends of a total as every file states them.
    mutating func ends(of total: Total) {
        member("min", total.statedMinimum)
        member("max", total.statedMaximum)
        if total.openEnded > 0 { member("open", true) }
    }
}
