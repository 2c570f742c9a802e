// Who states a toll again and again states a growing one: the dead do not come back. A total that falls is a slip of
// digits, a correction that should be explained, or another scope.

import Diagnostics
import Records

/// Finds totals of one claimant that fall from one date to a later one.
struct ClaimFallCheck {
    let table: RecordTable
    let measures: MeasureList

    /// What must be the same for totals to be compared.
    private struct Series: Hashable {
        let claimant: String
        let scope: Claim.Scope
        let from: CalendarDate?
        let hasEnd: Bool
        let position: Claim.Position
    }

    func check(_ claims: [Claim], _ log: inout RowLog) {
        var order: [Series] = []
        var series: [Series: [Int]] = [:]
        for index in claims.indices {
            let claim = claims[index]
            guard claim.date != nil, !claim.claimant.isEmpty,
                measures.claimed.contains(where: { claim.counts[$0].isKnown })
            else { continue }
            let key = Series(
                claimant: claim.claimant,
                scope: claim.scope,
                from: claim.periodFrom,
                hasEnd: claim.periodTo != nil,
                position: claim.position
            )
            if series[key] == nil { order.append(key) }
            series[key, default: []].append(index)
        }
        for key in order {
            guard let members = series[key], members.count > 1 else { continue }
            let sorted = members.map { claims[$0] }.sorted { isEarlier($0, $1) }
            for measure in measures.claimed { check(sorted, measure, &log) }
        }
    }

    private func isEarlier(_ one: Claim, _ other: Claim) -> Bool {
        guard let day = one.date?.firstDay, let second = other.date?.firstDay else { return false }
        return (day, one.row) < (second, other.row)
    }

    private func check(
        _ claims: [Claim],
        _ measure: Measure,
        _ log: inout RowLog
    ) {
        var before: Claim?
        for claim in claims where claim.counts[measure].isKnown {
            defer { before = claim }
            guard let before, let was = before.counts[measure].minimum,
                let now = claim.counts[measure].maximum, now < was, isAfter(claim, before)
            else { continue }
            report(before, was, claim, now, measure, &log)
        }
    }

    /// Whether a claim was made after another, and refers to no shorter time.
    private func isAfter(_ claim: Claim, _ before: Claim) -> Bool {
        guard let day = claim.date?.firstDay, let last = before.date?.lastDay, day > last else {
            return false
        }
        guard let end = claim.periodTo?.lastDay, let earlier = before.periodTo?.lastDay else {
            return true
        }
        return end >= earlier
    }

    private func report(
        _ before: Claim,
        _ was: Int,
        _ claim: Claim,
        _ now: Int,
        _ measure: Measure,
        _ log: inout RowLog
    ) {
        log.report(RecordRule.claimFalls) {
            let cells = CountCells(table, measure)
            let place =
                cells.first.map { table.table.location(before.row, $0.column) }
                ?? table.table.location(row: before.row)
            return table.diagnostic(
                RecordRule.claimFalls,
                claim.row,
                cells.last,
                "\(claim.claimant) states \(now) \(measure.name) on \(claim.date?.iso ?? ""), after "
                    + "\(was) on \(before.date?.iso ?? "") for the same scope",
                "The earlier number is at \(place). A total does not fall: check the digits. If the claimant "
                    + "corrected it, say so in the statement; if the claims speak of different times, state "
                    + "their periods."
            )
        }
    }
}
