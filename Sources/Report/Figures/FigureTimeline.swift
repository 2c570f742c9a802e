import Drawing
import Records

/// Makes timelines of strikes, one bar for each day, for the blocks of a text.
enum FigureTimeline {
    /// The timeline; `nil` when no strike has a date in days or months.
    static func view(
        _ scope: PageScope,
        _ figure: Figure,
        block: PlannedBlock,
        id: String,
        caption: String
    ) -> TimelineView? {
        let measure = block.measures.first ?? .killed
        let language = scope.language
        let isOfPeople = block.subject == .people
        let days = block.rows.compactMap { entry(scope, row: $0, measure: measure) }
        let all = (days + (isOfPeople ? [] : approximate(scope, figure, measure: measure)))
            .sorted {
                ($0.bar.firstDay, $0.bar.lastDay) < ($1.bar.firstDay, $1.bar.lastDay)
            }
        guard let first = all.map(\.bar.firstDay).min(), let last = all.map(\.bar.lastDay).max()
        else { return nil }
        return TimelineView(
            scope: scope,
            measure: measure,
            timeline: Timeline(
                id: id,
                title: caption,
                description: language.text(.chartDescription, count: all.count),
                firstDay: first,
                lastDay: last,
                marks: isOfPeople ? marks(scope, days: block.rows) : marks(scope, figure),
                entries: all.map(\.bar),
                direction: language.direction,
                tickText: { $0.map { language.number($0) } }
            ),
            entries: all.map(\.row)
        )
    }

    /// One date: its bar in the drawing, and its row in the table.
    private struct Entry {
        let bar: TimelineEntry
        let row: TimelineEntryView
    }

    private static func entry(
        _ scope: PageScope,
        row: SummaryTable.Row,
        measure: Measure
    ) -> Entry? {
        guard let day = CalendarDate(iso: row.value) else { return nil }
        let figure = scope.report.figures[row.figure]
        let text = FigureView(scope, figure, measure).text
        let date = scope.language.text(day)
        return Entry(
            bar: TimelineEntry(
                firstDay: day.dayNumber,
                lastDay: day.dayNumber,
                extent: FigureChart.extent(figure.tally.total(measure)),
                title: date + ": " + text
            ),
            row: TimelineEntryView(
                date: date,
                text: text,
                url: scope.url(figure, measure),
                isApproximate: false
            )
        )
    }

    /// Strikes whose day is not known, each as the period in which it happened.
    private static func approximate(
        _ scope: PageScope,
        _ figure: Figure,
        measure: Measure
    ) -> [Entry] {
        figure.records.positions.compactMap { position in
            let view = StrikeView(scope, position)
            guard view.strike.date.isoDay == nil, measure.holdsCounts else { return nil }
            let count = view.strike.counts[measure]
            let date = scope.language.text(view.strike.date)
            let text = scope.language.text(count)
            return Entry(
                bar: TimelineEntry(
                    firstDay: view.strike.date.first.dayNumber,
                    lastDay: view.strike.date.last.dayNumber,
                    isApproximate: true,
                    extent: FigureChart.extent(count),
                    title: view.strike.id + ", " + date + ": " + text
                ),
                row: TimelineEntryView(
                    date: date,
                    text: text,
                    url: view.url,
                    isApproximate: true
                )
            )
        }
    }

    /// The first day of every month of the period.
    private static func marks(_ scope: PageScope, _ figure: Figure) -> [TimelineMark] {
        let positions = figure.records.positions
        guard let first = positions.first, let last = positions.last else { return [] }
        let strikes = scope.report.dataset.strikes
        return marks(scope, from: strikes[first].date.first, to: strikes[last].date.last)
    }

    /// The first day of every month from the first row to the last.
    private static func marks(_ scope: PageScope, days rows: [SummaryTable.Row]) -> [TimelineMark] {
        let days = rows.compactMap { CalendarDate(iso: $0.value) }
        guard let first = days.first, let last = days.last else { return [] }
        return marks(scope, from: first, to: last)
    }

    private static func marks(
        _ scope: PageScope,
        from first: CalendarDate,
        to last: CalendarDate
    ) -> [TimelineMark] {
        var month = first
        var marks: [TimelineMark] = []
        while month <= last {
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
