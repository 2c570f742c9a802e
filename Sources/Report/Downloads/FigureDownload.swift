import Records

/// The rows behind a figure, as CSV and JSON.
struct FigureDownload {
    let report: ReportModel
    let figure: Figure

    private var strikes: [Strike] { report.dataset.strikes }

    private static let measures: [Measure] = [
        .killed, .childrenKilled, .womenKilled, .menKilled, .injured, .concededKilled,
        .concededInjured,
    ]

    /// One row a strike: what it is, its counts, and whether they are added.
    func csv() -> [UInt8] {
        var csv = CSVText()
        var header = ["id", "date", "place", "grading"]
        for measure in FigureDownload.measures {
            header += ["\(measure.rawValue)_min", "\(measure.rawValue)_max"]
        }
        csv.row(header + ["adds_killed", "adds_injured", "adds_conceded"])
        let omissions = FigureOmissions(report, figure)
        for position in figure.strikes.positions {
            var cells: [PublishedCell] = [
                .of(strikes[position].id), .of(strikes[position].date.iso),
                .of(report.dataset.placeName(ofStrikeAt: position)), .of(strikes[position].grading),
            ]
            cells.reserveCapacity(4 + 2 * FigureDownload.measures.count + 3)
            let counts = strikes[position].counts
            for measure in FigureDownload.measures {
                let count = measure.count(counts) ?? .unknown
                cells.append(.of(count.minimum))
                cells.append(.of(count.maximum))
            }
            for group in OverlapGroup.allCases {
                cells.append(.text(omissions.adds(group, at: position) ? "true" : "false"))
            }
            csv.row(cells)
        }
        return csv.finished()
    }

    /// The totals, and one object a strike.
    func json() -> [UInt8] {
        var json = JSONText()
        let omissions = FigureOmissions(report, figure)
        json.object { root in
            root.member("selection", figure.selection.query)
            root.object("totals") { totals in
                for measure in Measure.allCases {
                    let total = figure.tally.total(measure)
                    totals.object(measure.rawValue) { object in
                        object.member("min", total.isUnknown ? nil : total.minimum)
                        object.member("max", total.isUnknown ? nil : total.maximum)
                        object.member("strikes", total.strikes)
                        object.member("unknown", total.unknown)
                        object.member("without_maximum", total.openEnded)
                    }
                }
            }
            root.array("strikes", figure.strikes.positions) { item, position in
                item.object { write(position, omissions, into: &$0) }
            }
        }
        return json.finished()
    }

    private func write(
        _ position: Int,
        _ omissions: FigureOmissions,
        into object: inout JSONText
    ) {
        object.member("id", strikes[position].id)
        object.member("page", "../" + report.places.strikes[position])
        object.member("date", strikes[position].date.iso)
        object.member("place", report.dataset.placeName(ofStrikeAt: position))
        object.member("grading", strikes[position].grading)
        let counts = strikes[position].counts
        for measure in FigureDownload.measures {
            let count = measure.count(counts) ?? .unknown
            object.object(measure.rawValue) { range in
                range.member("min", count.minimum)
                range.member("max", count.maximum)
                if let group = measure.group {
                    range.member("is_added", omissions.adds(group, at: position))
                }
            }
        }
    }
}
