import Drawing
import Records

/// Strikes along time: one bar for each day, as a block of a text asks for it.
enum FigureTimeline {
    /// The timeline as HTML; empty when no strike has a date in days or months.
    static func html(
        _ scope: PageScope,
        _ figure: Figure,
        _ block: PlannedBlock,
        id: String,
        _ caption: String
    ) -> String {
        let measure = block.measures.first ?? .killed
        let language = scope.language
        let entries = block.rows.compactMap { row in
            entry(scope, row, measure)
        }
        let months = approximate(scope, figure, measure)
        let all = (entries + months)
            .sorted { ($0.firstDay, $0.lastDay) < ($1.firstDay, $1.lastDay) }
        guard let first = all.map(\.firstDay).min(), let last = all.map(\.lastDay).max() else {
            return ""
        }
        return Timeline(
            id: id,
            caption: caption,
            description: language.text(.chartDescription, count: all.count),
            firstDay: first,
            lastDay: last,
            marks: marks(scope, figure),
            entries: all,
            words: TimelineWords(
                minimum: language.seriesLabel(measure),
                upToMaximum: language.text(.chartUpToMaximum),
                atLeast: language.text(.chartAtLeast),
                approximate: language.text(.timelineApproximate),
                unknown: language.text(.timelineUnknown),
                tableSummary: language.text(.timelineTable),
                dateColumn: language.text(.timelineDate),
                valueColumn: language.columnLabel(measure)
            ),
            direction: language.isRightToLeft ? .rtl : .ltr,
            tickText: { $0.map { language.number($0) } }
        )
        .html()
    }

    private static func entry(
        _ scope: PageScope,
        _ row: SummaryTable.Row,
        _ measure: Measure
    ) -> TimelineEntry? {
        guard let day = CalendarDate(iso: row.value) else { return nil }
        let figure = scope.report.figures[row.figure]
        let text = FigureView(scope, figure, measure).text
        let date = scope.language.text(day)
        return TimelineEntry(
            firstDay: day.dayNumber,
            lastDay: day.dayNumber,
            extent: FigureChart.extent(figure.tally.total(measure)),
            label: LinkedText(date),
            value: LinkedText(text, href: scope.url(figure.path)),
            title: date + ": " + text
        )
    }

    /// Strikes whose day is not known, each as the period in which it happened.
    private static func approximate(
        _ scope: PageScope,
        _ figure: Figure,
        _ measure: Measure
    ) -> [TimelineEntry] {
        figure.strikes.positions.compactMap { position in
            let view = StrikeView(scope, position)
            guard view.strike.date.precision != .day, measure.holdsCounts else { return nil }
            let count = view.strike.counts[measure]
            let date = scope.language.text(view.strike.date)
            let text = scope.language.text(count)
            return TimelineEntry(
                firstDay: view.strike.date.first.dayNumber,
                lastDay: view.strike.date.last.dayNumber,
                isApproximate: true,
                extent: FigureChart.extent(count),
                label: LinkedText(date),
                value: LinkedText(text, href: view.url),
                title: view.strike.id + ", " + date + ": " + text
            )
        }
    }

    /// The first day of every month of the period.
    private static func marks(_ scope: PageScope, _ figure: Figure) -> [TimelineMark] {
        let positions = figure.strikes.positions
        guard let first = positions.first, let last = positions.last else { return [] }
        let strikes = scope.report.dataset.strikes
        var month = strikes[first].date.first
        var marks: [TimelineMark] = []
        while month <= strikes[last].date.last {
            let number = month.month ?? 1
            if let start = CalendarDate(year: month.year, month: number, day: 1) {
                marks.append(
                    TimelineMark(
                        day: start.dayNumber,
                        label: scope.language.month(number, short: true)
                    )
                )
            }
            let next =
                number == 12
                ? CalendarDate(year: month.year + 1, month: 1, day: 1)
                : CalendarDate(year: month.year, month: number + 1, day: 1)
            guard let next else { break }
            month = next
        }
        return marks
    }
}
