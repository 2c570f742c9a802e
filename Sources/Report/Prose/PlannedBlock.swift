import Records

/// A table, chart or map in a text.
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
    /// What it counts.
    var subject = SelectionSubject.strikes
    /// The field whose values are the rows; `nil` for a map.
    var field: SelectionField?
    /// The field's name.
    var fieldName = ""
    /// The measures, in the order of the columns.
    var measures: [Measure] = []
    /// All strikes or people that it covers, as a selection.
    var selection: Selection
    /// The same as a figure.
    var base: FigureID
    /// The rows.
    var rows: [SummaryTable.Row] = []
    /// The keys by which rows are sorted; empty for the field's own order.
    var sort: [SortKey] = []
    /// How many rows are shown; a line below them states how many are not.
    var limit: Int?
    /// The totals of a map that cannot show each strike.
    var totals: MapTotals?
    /// Why it can draw or show nothing; `nil` when it can.
    var emptiness: EmptyBlock?
    /// The author's caption; empty for a generated one.
    var caption = ""

    /// A measure by which rows are sorted.
    struct SortKey: Sendable, Hashable {
        /// The measure and its end; the minimum when none is named.
        var measure: MeasureEnd
        /// Whether the greatest comes first.
        var isDescending: Bool
    }
}
