import Records
import Templates
import Text

/// One summary table.
struct SummaryPage: PageRoot {
    let scope: PageScope
    let table: SummaryTable
    let pager: PagerView

    private var fieldLabel: String {
        scope.selections.label(of: table.field, named: table.name)
    }

    var page: PageView {
        let title = scope.language.text(.titleSummary, ["field": fieldLabel])
        return PageView(
            scope: scope,
            title: pager.title(title),
            crumbs: pager.index > 0 ? [LinkView(text: title, url: scope.url(table.path))] : []
        )
    }

    static let schema = RecordSchema<SummaryPage>(
        "summary page",
        "One summary table: totals for each value of a field.",
        withPageFields([
            .text("field", "The field's name, as in a selection.") { $0.table.name },
            .text("field_label", "The field in words.") { $0.fieldLabel },
            .text("selection", "Which strikes the table covers, in words.") { page in
                page.scope.selections.text(page.scope.report.figures[page.table.base].selection)
            },
            .list("rows", "The rows of the page, each a value.") { page in
                page.table.rows[page.pager.range]
                    .map {
                        SummaryRowView(
                            scope: page.scope,
                            label: page.scope.selections.value($0.value, of: page.table.field),
                            isBlank: $0.value.isEmpty,
                            row: page.scope.report.figures[$0.figure]
                        )
                    }
            },
            .record("total", "The total of all strikes of the table, each overlap once.") { page in
                SummaryRowView.total(page.scope, page.scope.report.figures[page.table.base])
            },
            .optionalText(
                "overlap",
                "That the rows add up to more than the total, where records are in several of them."
            ) { page in
                RowOverlap.note(
                    page.scope,
                    field: page.table.field,
                    rows: page.table.rows.map(\.figure),
                    total: page.table.base,
                    measures: [.strikes]
                )
            },
            .list(
                "embeds",
                "How other sites show the table and the chart, where the site offers it."
            ) { page in
                page.pager.index > 0
                    ? []
                    : page.scope.report.embeds(page.table)
                        .map { EmbedView(scope: page.scope, embed: $0) }
            },
            .optionalRecord(
                "chart",
                "Killed and conceded as bars on the first page, unless there are too many rows."
            ) {
                page in
                page.pager.index == 0 ? FigureChart.summary(page.scope, page.table) : nil
            },
            .list("timelines", "Killed and conceded along time, by month over more than 48 months.")
            {
                $0.pager.index == 0 ? FigureChart.timelines($0.scope, $0.table) : []
            },
            .record("pager", "The position of the page in the list of pages.") { $0.pager },
        ])
    )
}

/// One row of a summary table.
struct SummaryRowView: TemplateRecord {
    let scope: PageScope
    let label: String
    let isBlank: Bool
    let figure: Figure
    /// The measures of the table; `nil` for all that the records hold.
    var measures: [Measure]?
    /// Whether it is the row of a month or year in which no strike is recorded.
    var isGap = false

    /// The row of a table for a value, which may have no strikes.
    init(
        scope: PageScope,
        label: String,
        isBlank: Bool,
        row figure: Figure,
        measures: [Measure]? = nil
    ) {
        self.init(scope: scope, label: label, isBlank: isBlank, figure: figure, measures: measures)
        isGap = figure.records.isEmpty
    }

    init(
        scope: PageScope,
        label: String,
        isBlank: Bool,
        figure: Figure,
        measures: [Measure]? = nil
    ) {
        self.scope = scope
        self.label = label
        self.isBlank = isBlank
        self.figure = figure
        self.measures = measures
    }

    /// The total row of a table; `nil` stands for all measures that the records hold.
    static func total(
        _ scope: PageScope,
        _ figure: Figure,
        measures: [Measure]? = nil
    ) -> SummaryRowView {
        SummaryRowView(
            scope: scope,
            label: scope.language.text(.total),
            isBlank: false,
            figure: figure,
            measures: measures
        )
    }

    static let schema = RecordSchema<SummaryRowView>(
        "summary row",
        "Totals over the strikes that have one value.",
        value + totals
    )

    private static let value: [Field<SummaryRowView>] = [
        .text("label", "The value in words.") { $0.label },
        .boolean("is_blank", "Whether the records have no value here.") { $0.isBlank },
        .boolean("is_of_people", "Whether it counts people of the list, and no strikes.") {
            $0.figure.subject == .people
        },
        .boolean("is_gap", "Whether it is a month or year in which no strike is recorded.") {
            $0.isGap
        },
        .optionalText("may_fall", "How many strikes may fall in it; none when their dates tell.") {
            MayFall.text($0.scope, $0.figure)
        },
        .url("url", "The page that lists the strikes.") { $0.scope.url($0.figure.path) },
        .list("cells", "The measures of the table, in the order of its columns.") { row in
            (row.measures
                ?? row.scope.report.dataset.measures.tabled.filter(row.scope.report.held.holds))
                .map { row.view($0) }
        },
        .list("declared", "Those of them that the site declares itself.") { row in
            row.scope.report.held.declared.map { row.view($0) }
        },
    ]

    /// One field for each built-in measure of a table.
    private static let totals: [Field<SummaryRowView>] =
        MeasureList.builtIn.tabled.map { measure in
            .record(measure.name, measure.meaning + ".") {
                $0.view(measure)
            }
        }

    private func view(_ measure: Measure) -> FigureView {
        FigureView(scope, figure, measure, isGap: isGap)
    }
}
