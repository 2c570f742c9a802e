import Records
import Templates

/// The contents of a block, for the partial that renders it.
struct BlockView {
    let scope: PageScope
    let block: PlannedBlock
    /// Unique on the page.
    let id: String

    private var language: Language { scope.language }
    private var base: Figure { scope.report.figures[block.base] }

    /// A sentence in place of a block that can draw or show nothing; `nil` when it can.
    var emptyNote: HTML? {
        guard let word = block.emptiness?.word else { return nil }
        let note = language.text(word, ["selection": scope.selections.text(base)])
        let caption =
            block.caption.isEmpty
            ? "" : "<figcaption>\(HTML(text: block.caption).markup)</figcaption>"
        return HTML(
            unsafeHTML:
                "<figure class=\"block\"><p class=\"note\">\(HTML(text: note).markup)</p>\(caption)</figure>\n"
        )
    }

    /// What it shows, in words.
    var title: String {
        switch block.kind {
        case .table, .chart: caption
        case .map: FigureMap.title(scope, base, block.caption)
        }
    }

    /// The strikes on a map; `nil` when none has coordinates.
    var map: MapView? {
        FigureMap.view(scope, base, totals: block.totals, id: id, caption: block.caption)
    }

    /// Whether a chart is drawn along time: by day, and by month over a long period in the order of time.
    var isTimeline: Bool {
        if block.field == .day || block.field == .person(.day) { return true }
        return block.sort.isEmpty && block.limit == nil
            && FigureTimeline.replacesBars(of: block.rows, block.field)
    }

    /// The strikes or people along time, a drawing for each measure; empty when nothing has a date.
    ///
    /// By day, only the first measure is drawn.
    var timelines: [TimelineView] {
        guard let field = block.field else { return [] }
        let source = FigureTimeline.Source(figure: base, rows: block.rows, field: field)
        let measures = source.isByMonth ? block.measures : Array(block.measures.prefix(1))
        return measures.enumerated()
            .compactMap { number, measure in
                FigureTimeline.view(
                    scope,
                    source,
                    measure: measure,
                    id: number == 0 ? id : "\(id)-\(number + 1)",
                    caption: measures.count == 1 ? caption : caption(of: measure)
                )
            }
    }

    private func caption(of measure: Measure) -> String {
        if !block.caption.isEmpty {
            return block.caption + language.text(.comma) + language.label(measure)
        }
        return FigureChart.caption(scope, [measure], fieldLabel, base)
    }

    /// The rows as bars.
    var chart: ChartView {
        let (rows, rest) = shown
        return FigureChart.view(
            scope,
            id: id,
            caption: caption,
            rowHeader: fieldLabel,
            measures: block.measures,
            rows: rows.map { (label($0), scope.report.figures[$0.figure], $0.value.isEmpty) },
            total: base,
            rest: rest,
            overlap: overlap(rows)
        )
    }

    /// The rows as a table of figures.
    var table: TableView {
        let (rows, rest) = shown
        return TableView(
            scope: scope,
            id: id,
            caption: caption,
            rowHeader: fieldLabel,
            measures: block.measures,
            rows: rows.map {
                SummaryRowView(
                    scope: scope,
                    label: label($0),
                    isBlank: $0.value.isEmpty,
                    row: scope.report.figures[$0.figure],
                    measures: block.measures
                )
            },
            total: .total(scope, base, measures: block.measures),
            rest: rest,
            overlap: overlap(rows)
        )
    }

    private func overlap(_ rows: [SummaryTable.Row]) -> String? {
        block.field.flatMap { field in
            RowOverlap.note(
                scope,
                field: field,
                rows: rows.map(\.figure),
                total: block.base,
                measures: block.measures
            )
        }
    }

    private var caption: String {
        if !block.caption.isEmpty { return block.caption }
        if block.subject == .people {
            return language.text(
                .chartCaptionPeople,
                ["field": fieldLabel, "selection": scope.selections.text(base)]
            )
        }
        return FigureChart.caption(scope, block.measures, fieldLabel, base)
    }

    private var fieldLabel: String {
        block.field.map { scope.selections.label(of: $0, named: block.fieldName) } ?? ""
    }

    private func label(_ row: SummaryTable.Row) -> String {
        block.field.map { scope.selections.value(row.value, of: $0) } ?? row.value
    }

    /// The rows in the order that the author asked for, and how many are not shown.
    private var shown: (rows: [SummaryTable.Row], rest: Int) {
        let sorted = BlockSorting(figures: scope.report.figures, keys: block.sort)
            .sorted(block.rows)
        guard let limit = block.limit, limit < sorted.count else { return (sorted, 0) }
        return (Array(sorted.prefix(limit)), sorted.count - limit)
    }
}

/// Sorts the rows of a block by measures; equal rows keep the field's own order.
struct BlockSorting {
    let figures: Figures
    let keys: [PlannedBlock.SortKey]

    func sorted(_ rows: [SummaryTable.Row]) -> [SummaryTable.Row] {
        guard !keys.isEmpty else { return rows }
        // Months without strikes are gaps in time, and have no place in another order.
        return rows.filter { !figures[$0.figure].records.isEmpty }.enumerated()
            .sorted { left, right in
                for key in keys {
                    let one = value(left.element, key)
                    let other = value(right.element, key)
                    if one != other { return key.isDescending ? one > other : one < other }
                }
                return left.offset < right.offset
            }
            .map(\.element)
    }

    /// An unknown total sorts below zero, so that it comes last when the greatest comes first.
    private func value(_ row: SummaryTable.Row, _ key: PlannedBlock.SortKey) -> Int {
        let total = figures[row.figure].tally.total(key.measure.measure)
        if total.isUnknown { return -1 }
        return key.measure.end == .max ? total.maximum : total.minimum
    }
}
