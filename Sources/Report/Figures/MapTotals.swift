import Records

/// The totals that a map draws in place of its strikes, because there are too many to tell them apart.
///
/// Every strike of the selection is in a row: by the narrowest name of its place that divides them into rows of a number
/// that a map can show, and otherwise by squares of degrees. Each row is a figure, whose page lists its strikes.
struct MapTotals: Sendable {
    /// What divides the strikes.
    let field: SelectionField
    /// The rows, those without a value last.
    let rows: [SummaryTable.Row]

    /// How many strikes with coordinates a map shows one by one.
    static let limit = 250
    /// How many rows of names are neither too few for a map nor too many.
    private static let useful = 8...150
    /// The sides of squares in millionths of a degree; each divides 180°.
    private static let steps = [
        1_000, 2_000, 5_000, 10_000, 20_000, 50_000, 100_000, 200_000, 500_000, 1_000_000,
        2_000_000, 5_000_000, 10_000_000,
    ]
    /// How many squares stand side by side at most.
    private static let across = 14

    /// The totals of a map of a selection; `nil` where it can show each strike.
    init?(
        of selection: Selection,
        dataset: Dataset,
        catalog: FieldCatalog,
        index: any SelectionIndex,
        settings: SiteSettings,
        collector: inout FigureCollector
    ) {
        let records = index.records(selection)
        let points = records.positions.compactMap { dataset.strikes[$0].place.coordinate }
        guard points.count > MapTotals.limit else { return nil }
        let named = ["place", "district", "city", "governorate", "country"]
            .first { name in
                guard let field = catalog.field(name) else { return false }
                let values = index.values(of: field, in: records)
                let blank = values.contains("") ? 1 : 0
                guard MapTotals.useful.contains(values.count - blank) else { return false }
                let rest = Condition(field, named: name, [.text("")])
                return index.records(selection.and(rest)).count * 5 <= records.count
            }
        if let named, let field = catalog.field(named) {
            self.field = field
            rows =
                SummaryTable(
                    name: named,
                    field: field,
                    base: selection,
                    index: index,
                    settings: settings,
                    collector: &collector
                )
                .rows
            return
        }
        field = .area
        let areas = MapTotals.squares(points)
        var values = areas.map(\.text)
        if points.count < records.count { values.append("") }
        var rows: [SummaryTable.Row] = []
        for value in values {
            let condition = Condition(.area, named: MapTotals.areaField, [.text(value)])
            rows.append(.init(value: value, figure: collector.use(selection.and(condition))))
        }
        self.rows = rows
    }

    /// The name of the field of squares.
    private static let areaField = "within"

    /// The squares of one grid in which there are strikes, from the north-west.
    private static func squares(_ points: [Coordinate]) -> [DegreeArea] {
        let upward = points.map(\.latitude)
        let across = points.map(\.longitude)
        let span = max(
            (upward.max() ?? 0) - (upward.min() ?? 0),
            (across.max() ?? 0) - (across.min() ?? 0)
        )
        for step in steps where Double(step) * Double(MapTotals.across) >= span * 1_000_000 {
            let found = Set(points.compactMap { DegreeArea.square(of: $0, step: step) })
            if found.count <= useful.upperBound { return sorted(found) }
        }
        let coarsest = 30_000_000
        return sorted(Set(points.compactMap { DegreeArea.square(of: $0, step: coarsest) }))
    }

    private static func sorted(_ areas: Set<DegreeArea>) -> [DegreeArea] {
        areas.sorted { ($1.south, $0.west) < ($0.south, $1.west) }
    }
}
