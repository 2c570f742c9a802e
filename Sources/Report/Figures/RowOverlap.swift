// A record with several values is in the row of each. Readers add up rows, and must be told where that is too much.

import Records

/// Whether the rows of a table add up to more than its total.
enum RowOverlap {
    /// The sentence that says so; `nil` where no record is in two rows, or the rows add up to the total all the same.
    static func note(
        _ scope: PageScope,
        field: SelectionField,
        rows: [FigureID],
        total: FigureID,
        measures: [Measure]
    ) -> String? {
        let dataset = scope.report.dataset
        guard dataset.codebook.canHaveSeveral(field) else { return nil }
        let figures = scope.report.figures
        let exceeds = exceeds(rows.map { figures[$0] }, figures[total], measures)
        if !exceeds { return nil }
        let isOfPeople = figures[total].subject == .people
        return scope.language.text(isOfPeople ? .rowsOverlapPeople : .rowsOverlap)
    }

    /// Whether records are in several rows, and the rows of any measure add up to more than the total.
    static func exceeds(_ rows: [Figure], _ total: Figure, _ measures: [Measure]) -> Bool {
        guard var all = rows.first?.records else { return false }
        for row in rows.dropFirst() { all.formUnion(row.records) }
        if rows.reduce(0, { $0 + $1.records.count }) == all.count { return false }
        return measures.contains { measure in
            let whole = total.tally.total(measure)
            let parts = rows.map { $0.tally.total(measure) }
            return parts.reduce(0) { $0 + $1.minimum } > whole.minimum
                || parts.reduce(0) { $0 + $1.maximum } > whole.maximum
        }
    }
}
