// A cell of a summary repeats the names of its row and its column for those who hear it alone. So how many rows a page has
// room for depends on the number of columns, and on the names.

import Records

/// How many rows of a summary stand on a page, so that none is larger than 150 KB.
struct SummaryPaging {
    /// The most rows on a page.
    static let mostRows = 80
    /// The bytes of a page that its rows and its chart may take; the rest is for its head, menu and foot.
    fileprivate static let room = 125_000
    /// The markup of a cell, with a number and the counts that are unknown or open.
    private static let cell = 120
    /// What names its column in a cell of a table whose rows a phone shows as lines.
    private static let label = 14
    /// The markup of a row of bars, and how often it repeats the address and the name of its value.
    private static let bars = (markup: 640, names: 5)
    /// The markup of a month in a chart along time.
    private static let month = 350

    /// The bytes that each row takes, in the language in which it takes most.
    private let rows: [Int]
    /// Those that the chart of all rows takes.
    private let chart: Int

    /// Measures a summary; `isLabelled` is for a table whose cells name their columns for a phone too.
    init(_ model: ReportModel, _ table: SummaryTable, isLabelled: Bool = false) {
        let measures = model.dataset.measures.tabled.filter(model.held.holds)
        var rows = table.rows.map { _ in 0 }
        var bars = rows
        for version in model.versions.all {
            let selections = model.edition(in: version.language).selections
            let columns = measures.reduce(0) { sum, measure in
                let name = version.language.columnLabel(measure).utf8.count
                return sum + SummaryPaging.cell + measure.name.utf8.count + name
                    + (isLabelled ? SummaryPaging.label + name : 0)
            }
            for (place, row) in table.rows.enumerated() {
                let names =
                    selections.value(row.value, of: table.field).utf8.count
                    + model.figures[row.figure].path.utf8.count
                rows[place] = max(rows[place], columns + names * (measures.count + 1))
                bars[place] = max(
                    bars[place],
                    SummaryPaging.bars.markup + SummaryPaging.bars.names * names
                )
            }
        }
        self.rows = rows
        if FigureTimeline.replacesBars(of: table.rows, table.field) {
            let drawings = FigureChart.measures(model, table.base).count
            chart = drawings * rows.count * SummaryPaging.month
        } else {
            chart = FigureChart.draws(model, table) ? bars.reduce(0, +) : 0
        }
    }

    /// The pages of the summary; its chart is on the first.
    var pages: Paging {
        Paging(weights: rows, most: SummaryPaging.mostRows, room: SummaryPaging.room, taken: chart)
    }

    /// How many of its first rows a page without a chart has room for.
    var fitting: Int {
        Paging(weights: rows, most: SummaryPaging.mostRows, room: SummaryPaging.room).pages[0].count
    }
}

extension ReportModel {
    /// How many strikes stand on a page of the list, whose rows have a cell for each measure of the site's own too.
    var strikesPerPage: Int {
        if held.declared.isEmpty { return PageJobs.strikesPerPage }
        let cells = versions.all.map { version in
            held.declared.reduce(0) { $0 + 50 + version.language.columnLabel($1).utf8.count }
        }
        // A row with all columns of the model has about 1,250 bytes.
        return min(PageJobs.strikesPerPage, SummaryPaging.room / (1_250 + (cells.max() ?? 0)))
    }
}

extension Paging {
    /// Pages of at most `most` items whose weights are `room` together; `taken` of it is taken on the first.
    ///
    /// Each has at least one item.
    init(weights: [Int], most: Int, room: Int, taken: Int = 0) {
        var groups: [Range<Int>] = []
        var start = 0
        var weight = taken
        for (place, own) in weights.enumerated() {
            if place > start, weight + own > room || place - start == most {
                groups.append(start..<place)
                (start, weight) = (place, 0)
            }
            weight += own
        }
        groups.append(start..<weights.count)
        self.init(groups)
    }
}
