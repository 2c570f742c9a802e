// How coarse a strike is follows from its columns, its grading and its own row; of several the coarsest counts.

import Diagnostics
import Formats
import Records

/// How coarsely each strike is shown: by its columns, its grading and its own row.
struct CoarseningPlan {
    private let ofColumns: Coarsening
    private let ofGradings: [String: Coarsening]
    private let cell: Cell?
    private let table: RecordTable
    private let points: [String: Coordinate]

    init(_ settings: SiteSettings, _ table: RecordTable) {
        self.table = table
        points = settings.points
        var all = Coarsening()
        for column in table.schema.columns { all.merge(column.field.coarsening) }
        ofColumns = all
        ofGradings = Dictionary(
            settings.methodology.gradings.filter { !$0.coarsening.isEmpty }
                .map { ($0.key, $0.coarsening) },
            uniquingKeysWith: { first, _ in first }
        )
        cell = table.cell(.coarsening)
    }

    /// Whether no strike is coarsened.
    var isIdle: Bool { ofColumns.isEmpty && ofGradings.isEmpty && cell == nil }

    /// The point of the place at which a strike is shown; `nil` when it is shown at its own or at none.
    ///
    /// A strike without a district is shown at its city, and one whose place has no point at none.
    func point(
        _ coarsening: inout Coarsening,
        _ strike: Strike,
        _ log: inout RowLog
    ) -> Coordinate? {
        guard let step = coarsening.pointOf, !coarsening.omitsPoint,
            strike.place.coordinate != nil
        else { return nil }
        let (district, city) = (strike.place.district, strike.place.city)
        let isCity = step == .city || district.isEmpty
        let name = isCity ? city : district
        let exact = isCity ? nil : points["\(district), \(city)"]
        if let point = exact ?? points[name] {
            coarsening.pointOf = isCity ? .city : .district
            return point
        }
        coarsening.omitsPoint = true
        if name.isEmpty { return nil }
        log.report(CodebookRule.coarsenInvalid) {
            Diagnostic(
                CodebookRule.coarsenInvalid,
                at: table.table.location(row: strike.row),
                "the strike is shown at the point of its \(isCity ? "city" : "district"), "
                    + "and the settings state none for “\(name.shortened())”",
                suggestion: "Add it to points in content/site.yaml: "
                    + "\(name.shortened()): {latitude: 35.95, longitude: 39.01}"
            )
        }
        return nil
    }

    /// Whether a strike is coarser than the columns say of all strikes.
    func isOwn(_ coarsening: Coarsening) -> Bool { coarsening != ofColumns }

    func coarsening(of strike: Strike, _ log: inout RowLog) -> Coarsening {
        var coarsening = ofColumns
        if let ofGrading = ofGradings[strike.grading] { coarsening.merge(ofGrading) }
        guard let cell, let text = cell.read(table.table, strike.row, CellBytes.text) else {
            return coarsening
        }
        if let own = CoarseningReader.ofCell(text, .strikes) {
            coarsening.merge(own)
        } else {
            log.report(CodebookRule.coarsenInvalid) {
                Diagnostic(
                    CodebookRule.coarsenInvalid,
                    at: table.table.location(strike.row, cell.column),
                    "\(cell.name) is no way to show a strike more coarsely",
                    suggestion: "Write \(Coarsening.forms), separated by semicolons."
                )
            }
        }
        return coarsening
    }
}
