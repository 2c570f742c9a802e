import Drawing
import Records

/// Makes charts of totals: killed beside conceded, or any measures.
enum FigureChart {
    /// A summary table as bars; `nil` when it has more rows than a chart can show.
    static func summary(_ scope: PageScope, _ table: SummaryTable) -> ChartView? {
        if FigureTimeline.replacesBars(of: table.rows, table.field) { return nil }
        guard draws(scope.report, table) else { return nil }
        let figures = scope.report.figures
        let measures = measures(scope.report, table.base)
        return view(
            scope,
            id: "chart",
            caption: caption(scope, measures, table),
            rowHeader: scope.selections.label(of: table.field, named: table.name),
            measures: measures,
            rows: table.rows.map {
                (
                    scope.selections.value($0.value, of: table.field), figures[$0.figure],
                    $0.value.isEmpty
                )
            },
            total: figures[table.base]
        )
    }

    /// Whether a summary table is drawn: as bars unless there are too many rows, or along time.
    static func draws(_ report: ReportModel, _ table: SummaryTable) -> Bool {
        if FigureTimeline.replacesBars(of: table.rows, table.field) { return true }
        let gaps = table.rows.count { report.figures[$0.figure].records.isEmpty }
        return (1...40).contains(table.rows.count - gaps) && gaps <= 80
    }

    /// A summary table by month over a long period as columns along time, a drawing for each measure; empty where
    /// ``summary(_:_:)`` draws bars.
    static func timelines(_ scope: PageScope, _ table: SummaryTable) -> [TimelineView] {
        guard FigureTimeline.replacesBars(of: table.rows, table.field) else { return [] }
        let base = scope.report.figures[table.base]
        let source = FigureTimeline.Source(figure: base, rows: table.rows, field: table.field)
        return measures(scope.report, table.base).enumerated()
            .compactMap { number, measure in
                FigureTimeline.view(
                    scope,
                    source,
                    measure: measure,
                    id: number == 0 ? "chart" : "chart-\(number + 1)",
                    caption: caption(scope, [measure], table)
                )
            }
    }

    private static func caption(
        _ scope: PageScope,
        _ measures: [Measure],
        _ table: SummaryTable
    ) -> String {
        let label = scope.selections.label(of: table.field, named: table.name)
        return caption(scope, measures, label, scope.report.figures[table.base])
    }

    /// What a chart of strikes counts, by what, of which strikes.
    static func caption(
        _ scope: PageScope,
        _ measures: [Measure],
        _ field: String,
        _ base: Figure
    ) -> String {
        scope.language.text(
            .chartCaption,
            [
                "measures": measuresText(scope, measures), "field": field,
                "selection": scope.selections.text(base),
                "unit": scope.language.units(measures),
            ]
        )
    }

    /// Killed, and conceded where any strike has a concession.
    static func measures(_ report: ReportModel, _ base: FigureID) -> [Measure] {
        report.figures[base].tally.total(.concededKilled).isUnknown
            ? [.killed] : [.killed, .concededKilled]
    }

    /// "killed and conceded", in the page's language.
    static func measuresText(_ scope: PageScope, _ measures: [Measure]) -> String {
        scope.language.list(measures.map { scope.language.label($0) }, .and)
    }

    /// A chart of figures with one bar for each measure in each row.
    static func view(
        _ scope: PageScope,
        id: String,
        caption: String,
        rowHeader: String,
        measures: [Measure],
        rows: [(label: String, figure: Figure, isBlank: Bool)],
        total: Figure,
        rest: Int = 0,
        overlap: String? = nil
    ) -> ChartView {
        let language = scope.language
        let styles = BarStyle.styles(areConceded: measures.map(\.isConceded))
        return ChartView(
            scope: scope,
            caption: caption,
            rowHeader: rowHeader,
            measures: measures,
            bars: BarChart(
                id: id,
                lanes: styles,
                rows: rows.map { row in
                    zip(measures, styles)
                        .map { measure, style in
                            let isGap = row.figure.records.isEmpty
                            return Bar(
                                isGap ? .unknown : extent(row.figure.tally.total(measure)),
                                style
                            )
                        }
                },
                direction: language.direction,
                tickText: { $0.map { language.number($0) } }
            ),
            rows: rows.map {
                SummaryRowView(
                    scope: scope,
                    label: $0.label,
                    isBlank: $0.isBlank,
                    row: $0.figure,
                    measures: measures
                )
            },
            total: .total(scope, total, measures: measures),
            rest: rest,
            overlap: overlap
        )
    }

    /// A total as a bar shows it.
    static func extent(_ total: Total) -> Extent {
        if total.isUnknown { return .unknown }
        return Extent(
            minimum: total.minimum,
            maximum: total.maximum,
            openEnded: total.openEnded > 0
        )
    }

    /// A count as a bar or circle shows it.
    static func extent(_ count: Count) -> Extent {
        switch count.kind {
        case .unknown: .unknown
        case .noneReported: .exact(0)
        case .exact(let number): .exact(number)
        case .range(let minimum, let maximum): .range(minimum, maximum)
        case .atLeast(let minimum): .atLeast(minimum)
        }
    }
}
