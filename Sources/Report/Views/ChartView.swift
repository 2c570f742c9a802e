import Drawing
import Records
import Templates

/// Totals as bars beside their figures, in a table with a row for each value of a field.
struct ChartView: TemplateRecord {
    let scope: PageScope
    let caption: String
    let rowHeader: String
    let measures: [Measure]
    /// The bars of the rows, on one scale.
    let bars: BarChart
    let rows: [SummaryRowView]
    let total: SummaryRowView
    /// How many rows the chart does not show.
    var rest = 0
    /// That the rows add up to more than the total; `nil` where they do not.
    var overlap: String?

    static let schema = RecordSchema<ChartView>(
        "chart",
        "Totals as bars beside their figures; drawn by `partials/chart.html`.",
        [
            .text("id", "What its ids begin with; unique on the page.") { $0.bars.id },
            .text("caption", "What is counted, of whom, when.") { $0.caption },
            .text("unit", "What its bars count: people; people and homes.") {
                $0.scope.language.units($0.measures)
            },
            .text("row_header", "The field whose values are the rows, in words.") {
                $0.rowHeader
            },
            .list("series", "The columns of figures, each with its bars.") { chart in
                chart.measures.indices.map {
                    ChartSeriesView(
                        scope: chart.scope,
                        measure: chart.measures[$0],
                        swatch: chart.bars.swatch(ofLane: $0)
                    )
                }
            },
            .list("rows", "The rows, each with its bars.") { chart in
                chart.rows.indices.map {
                    ChartRowView(totals: chart.rows[$0], bars: chart.bars.bars(ofRow: $0))
                }
            },
            .record("total", "The total over all rows, shown or not; it has no bars.") {
                $0.total
            },
            .integer("rest", "How many rows are not shown.") { $0.rest },
            .optionalText(
                "overlap",
                "That the rows add up to more than the total, where records are in several of them."
            ) { $0.overlap },
            .integer("top", "The number at which the axis ends.") { $0.bars.ticks.top },
            .texts("ticks", "The numbers of the axis, evenly spaced, from zero.") {
                $0.bars.tickTexts
            },
            .optionalHTML(
                "hatching",
                "The hatching that bars refer to; if there is one, print it once, before the rows."
            ) {
                $0.bars.hatching.map { HTML($0) }
            },
            .optionalHTML("range_swatch", "For the key: up to the maximum, if a bar shows it.") {
                $0.bars.rangeSwatch.map { HTML($0) }
            },
            .optionalHTML("open_swatch", "For the key: no maximum, if a bar shows it.") {
                $0.bars.openSwatch.map { HTML($0) }
            },
        ]
    )
}

/// One column of figures in a chart.
struct ChartSeriesView: TemplateRecord {
    let scope: PageScope
    let measure: Measure
    let swatch: SVG

    static let schema = RecordSchema<ChartSeriesView>(
        "chart series",
        "One column of figures in a chart, and how its bars look.",
        [
            .text("measure", "The measure's name, as an author writes it.") {
                $0.measure.name
            },
            .text("label", "What the solid part of its bars shows, for the key.") {
                $0.scope.language.seriesLabel($0.measure)
            },
            .text("column", "The heading of its column.") {
                $0.scope.language.columnLabel($0.measure)
            },
            .html("swatch", "For the key: a piece of its bars.") { HTML($0.swatch) },
        ]
    )
}

/// One row of a chart.
struct ChartRowView: TemplateRecord {
    let totals: SummaryRowView
    let bars: SVG

    static let schema = RecordSchema<ChartRowView>(
        "chart row",
        "One row of a chart.",
        [
            .record("totals", "The value and its figures, one for each series.") { $0.totals },
            .html("bars", "The bars, drawn as wide as the place where they stand.") {
                HTML($0.bars)
            },
        ]
    )
}
