import Drawing
import Records

/// Makes timelines, one bar for each day or month.
enum FigureTimeline {
    /// The longest period in months of which each month has a bar in a row of its own; a longer one is drawn as columns
    /// along an axis, because the list would be several screens long.
    static let mostMonths = 48

    /// Whether the rows of a field are months of a longer period than ``mostMonths``.
    static func replacesBars(of rows: [SummaryTable.Row], _ field: SelectionField?) -> Bool {
        guard field == .month || field == .person(.month) else { return false }
        let months = rows.lazy.compactMap { CalendarDate(iso: $0.value) }
        guard let first = months.first, let last = months.reversed().first else { return false }
        return (last.year - first.year) * 12 + (last.month ?? 12) - (first.month ?? 1) >= mostMonths
    }

    /// What a timeline is made of.
    struct Source {
        /// The strikes or people of all rows.
        let figure: Figure
        /// The days or months, in order.
        let rows: [SummaryTable.Row]
        /// Days or months.
        let field: SelectionField

        var isOfPeople: Bool { figure.subject == .people }
        var isByMonth: Bool { field == .month || field == .person(.month) }

        /// Whether a date is known as exactly as the rows are.
        func isExact(_ date: CalendarDate) -> Bool {
            isByMonth ? date.month != nil : date.day != nil
        }
    }

    /// The timeline; `nil` when nothing in it has a date.
    static func view(
        _ scope: PageScope,
        _ source: Source,
        measure: Measure,
        id: String,
        caption: String
    ) -> TimelineView? {
        let language = scope.language
        let rows = source.rows.compactMap { entry(scope, row: $0, source, measure: measure) }
        let others = source.isOfPeople ? [] : approximate(scope, source, measure: measure)
        let all = (rows + others)
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
                description: language.text(.chartDescription, count: all.count(where: \.isKnown)),
                firstDay: first,
                lastDay: last,
                marks: source.isOfPeople
                    ? marks(scope, rows: source.rows) : marks(scope, source.figure),
                entries: all.map(\.bar),
                direction: language.direction,
                tickText: { $0.map { language.number($0) } }
            ),
            entries: all.map(\.row) + undated(scope, source, measure)
        )
    }

    /// The people of whom no date is known: a row without a bar.
    private static func undated(
        _ scope: PageScope,
        _ source: Source,
        _ measure: Measure
    ) -> [TimelineEntryView] {
        guard source.isOfPeople else { return [] }
        return source.rows.filter(\.value.isEmpty)
            .map { row in
                let figure = scope.report.figures[row.figure]
                return TimelineEntryView(
                    date: scope.selections.value("", of: source.field),
                    text: FigureView(scope, figure, measure).text,
                    url: scope.url(figure, measure),
                    isApproximate: true
                )
            }
    }

    /// One date: its bar in the drawing, and its row in the table.
    private struct Entry {
        let bar: TimelineEntry
        let row: TimelineEntryView
        /// Whether it has a figure.
        let isKnown: Bool
    }

    private static func entry(
        _ scope: PageScope,
        row: SummaryTable.Row,
        _ source: Source,
        measure: Measure
    ) -> Entry? {
        let figure = scope.report.figures[row.figure]
        // Where nothing is recorded, the axis shows it.
        guard let date = CalendarDate(iso: row.value), !figure.records.isEmpty else { return nil }
        let text = FigureView(scope, figure, measure).text
        let name = scope.language.text(date)
        return Entry(
            bar: TimelineEntry(
                firstDay: date.firstDay.dayNumber,
                lastDay: date.lastDay.dayNumber,
                isApproximate: !source.isExact(date),
                extent: extent(scope, figure.tally.total(measure), measure),
                title: scope.language.labelled(name, text)
            ),
            row: TimelineEntryView(
                date: name,
                text: text,
                url: scope.url(figure, measure),
                isApproximate: !source.isExact(date)
            ),
            isKnown: !figure.tally.total(measure).isUnknown
        )
    }

    /// A total as a bar shows it: where nothing is conceded there is no bar and no mark, because nothing is missing.
    private static func extent(_ scope: PageScope, _ total: Total, _ measure: Measure) -> Extent {
        total.isUnknown && scope.isConcession(measure) ? .exact(0) : FigureChart.extent(total)
    }

    /// Strikes whose day or month is not known, each as the period in which it happened.
    private static func approximate(
        _ scope: PageScope,
        _ source: Source,
        measure: Measure
    ) -> [Entry] {
        source.figure.records.positions.compactMap { position in
            let view = StrikeView(scope, position)
            let known = source.isByMonth ? view.strike.date.isoMonth : view.strike.date.isoDay
            guard known == nil, measure.holdsCounts else { return nil }
            let count = view.strike.counts[measure]
            let date = scope.language.text(view.strike.date)
            let isNothing = !count.isKnown && scope.isConcession(measure)
            let text =
                isNothing
                ? scope.language.text(.nothingConceded) : scope.language.text(count)
            return Entry(
                bar: TimelineEntry(
                    firstDay: view.strike.date.first.dayNumber,
                    lastDay: view.strike.date.last.dayNumber,
                    isApproximate: true,
                    extent: isNothing ? .exact(0) : FigureChart.extent(count),
                    title: scope.language.labelled(
                        scope.language.isolated(view.strike.id)
                            + scope.language.text(.comma) + date,
                        text
                    )
                ),
                row: TimelineEntryView(
                    date: date,
                    text: text,
                    url: view.url,
                    isApproximate: true
                ),
                isKnown: count.isKnown
            )
        }
    }

    /// The first day of every month, or year, of the period.
    private static func marks(_ scope: PageScope, _ figure: Figure) -> [TimelineMark] {
        let positions = figure.records.positions
        guard let first = positions.first, let last = positions.last else { return [] }
        let strikes = scope.report.dataset.strikes
        return marks(scope, from: strikes[first].date.first, to: strikes[last].date.last)
    }

    /// The same from the first row to the last.
    private static func marks(_ scope: PageScope, rows: [SummaryTable.Row]) -> [TimelineMark] {
        let dates = rows.compactMap { CalendarDate(iso: $0.value) }
        guard let first = dates.map(\.firstDay).min(), let last = dates.map(\.lastDay).max()
        else { return [] }
        return marks(scope, from: first, to: last)
    }

    private static func marks(
        _ scope: PageScope,
        from first: CalendarDate,
        to last: CalendarDate
    ) -> [TimelineMark] {
        let months = (last.year - first.year) * 12 + (last.month ?? 12) - (first.month ?? 1)
        if months >= mostMonths {
            return (first.year...last.year)
                .compactMap { year in
                    CalendarDate(year: year)
                        .map {
                            TimelineMark(day: $0.dayNumber, label: scope.language.text($0))
                        }
                }
        }
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
