import Records
import Templates

/// A table of totals in a text.
struct TableView: TemplateRecord {
    let scope: PageScope
    let id: String
    let caption: String
    let rowHeader: String
    let measures: [Measure]
    let rows: [SummaryRowView]
    let total: SummaryRowView
    /// How many rows the table does not show.
    var rest = 0
    /// That the rows add up to more than the total; `nil` where they do not.
    var overlap: String?

    static let schema = RecordSchema<TableView>(
        "totals table",
        "A table of totals in a text; written by `partials/table.html`.",
        [
            .text("id", "What its ids begin with; unique on the page.") { $0.id },
            .text("caption", "What is counted, of whom, when.") { $0.caption },
            .text("row_header", "The field whose values are the rows, in words.") {
                $0.rowHeader
            },
            .texts("columns", "The headings of the columns of figures.") { table in
                table.measures.map(table.scope.language.columnLabel)
            },
            .list("rows", "The rows, each with one figure a column.") { $0.rows },
            .record("total", "The total over all rows, shown or not.") { $0.total },
            .integer("rest", "How many rows are not shown.") { $0.rest },
            .optionalText(
                "overlap",
                "That the rows add up to more than the total, where records are in several of them."
            ) { $0.overlap },
        ]
    )
}
