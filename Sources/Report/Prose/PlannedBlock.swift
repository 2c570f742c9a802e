import Records

/// A table, chart or map that stands in a text.
struct PlannedBlock: Sendable {
    /// What it is.
    enum Kind: String, CaseIterable, Sendable {
        /// A table of totals.
        case table
        /// Bars, or a timeline by day.
        case chart
        /// A map of strikes.
        case map
    }

    /// What it is.
    var kind: Kind
    /// The field whose values are the rows; none of a map.
    var field: SelectionField?
    /// The field's name.
    var fieldName = ""
    /// The measures, in the order of the columns.
    var measures: [Measure] = []
    /// All strikes that it speaks of.
    var base: FigureID
    /// The rows.
    var rows: [SummaryTable.Row] = []
    /// By which rows are sorted; `nil` for the field's own order.
    var sort: [SortKey] = []
    /// How many rows are shown; the rest is said in a line.
    var limit: Int?
    /// The author's caption; empty for one made of the block's facts.
    var caption = ""

    /// A measure by which rows are sorted.
    struct SortKey: Sendable, Hashable {
        /// The measure and its end; the minimum when none is named.
        var measure: MeasureEnd
        /// Whether the greatest comes first.
        var isDescending: Bool
    }
}
