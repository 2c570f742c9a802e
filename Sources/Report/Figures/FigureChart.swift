import Drawing
import Records
import Templates

/// Bars of totals: killed beside conceded, or any measures.
enum FigureChart {
    /// A summary table as bars; `nil` when it has more rows than a chart can show.
    static func summary(_ scope: PageScope, _ table: SummaryTable) -> HTML? {
        guard (1...40).contains(table.rows.count) else { return nil }
        let figures = scope.report.figures
        let chart = bars(
            scope,
            id: "chart",
            caption: scope.language.text(
                .chartCaption,
                [
                    "measures": measuresText(scope, measures(scope, table.base)),
                    "field": scope.selections.label(of: table.field, named: table.name),
                    "selection": scope.selections.text(figures[table.base].selection),
                ]
            ),
            rowHeader: scope.selections.label(of: table.field, named: table.name),
            measures: measures(scope, table.base),
            rows: table.rows.map {
                (
                    scope.selections.value($0.value, of: table.field), figures[$0.figure],
                    $0.value.isEmpty
                )
            },
            total: figures[table.base]
        )
        return HTML(unsafeHTML: chart.html())
    }

    /// Killed, and conceded where anything is.
    private static func measures(_ scope: PageScope, _ base: FigureID) -> [Measure] {
        scope.report.figures[base].tally.total(.concededKilled).isUnknown
            ? [.killed] : [.killed, .concededKilled]
    }

    /// "killed and conceded", in the page's language.
    static func measuresText(_ scope: PageScope, _ measures: [Measure]) -> String {
        scope.language.list(measures.map { scope.language.label($0) }, .and)
    }

    /// A chart of figures, one bar a measure and row.
    static func bars(
        _ scope: PageScope,
        id: String,
        caption: String,
        rowHeader: String,
        measures: [Measure],
        rows: [(label: String, figure: Figure, isBlank: Bool)],
        total: Figure?
    ) -> BarChart {
        let language = scope.language
        var chartRows = rows.map {
            row(scope, $0.label, $0.figure, measures, isTotal: false, isBlank: $0.isBlank)
        }
        if let total {
            chartRows.append(
                row(
                    scope,
                    language.text(.total),
                    total,
                    measures,
                    isTotal: true,
                    isBlank: false
                )
            )
        }
        return BarChart(
            id: id,
            caption: caption,
            rowHeader: rowHeader,
            series: measures.map { measure in
                BarSeries(
                    label: language.seriesLabel(measure),
                    column: language.columnLabel(measure),
                    style: measure.isConceded ? .conceded : .alleged
                )
            },
            rows: chartRows,
            words: words(language),
            direction: language.isRightToLeft ? .rtl : .ltr,
            tickText: { $0.map { language.number($0) } }
        )
    }

    /// The words that every chart of a language shares.
    static func words(_ language: Language) -> BarWords {
        BarWords(
            bars: { language.text(.chartTop, ["top": $0]) },
            upToMaximum: language.text(.chartUpToMaximum),
            atLeast: language.text(.chartAtLeast)
        )
    }

    private static func row(
        _ scope: PageScope,
        _ label: String,
        _ figure: Figure,
        _ measures: [Measure],
        isTotal: Bool,
        isBlank: Bool
    ) -> BarRow {
        let url = scope.url(figure.path)
        let strikes = figure.tally.total(.strikes).minimum
        return BarRow(
            label: LinkedText(label, isQuiet: isBlank),
            sublabel: LinkedText(scope.language.text(.nStrikes, count: strikes), href: url),
            values: measures.map { measure in
                let view = FigureView(scope, figure, measure)
                let total = figure.tally.total(measure)
                let isNothing = measure.isConceded && total.isUnknown
                return BarValue(
                    extent: isTotal ? nil : extent(total),
                    text: LinkedText(
                        view.text,
                        href: isNothing ? nil : url,
                        isQuiet: isNothing || total.isUnknown
                    )
                )
            },
            isTotal: isTotal
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
