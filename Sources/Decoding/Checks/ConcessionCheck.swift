// A belligerent sometimes admits more, or fewer, deaths than were published. That can be true, but readers need
// to know why: the build warns when the record gives no reason.

import Diagnostics
import Records

/// Checks accepted claims and concessions against the published ranges.
struct ConcessionCheck {
    let table: RecordTable
    let lookup: StrikeLookup

    func check(
        _ strikes: [Strike],
        _ claims: [Claim],
        _ claimTable: RecordTable?,
        _ log: inout RowLog,
        _ claimLog: inout RowLog
    ) {
        var explained: Set<Int> = []
        for claim in claims where claim.position == .conceded {
            guard case .strikes(let ids) = claim.scope else { continue }
            let positions = ids.compactMap(lookup.position)
            if !claim.reason.isEmpty { explained.formUnion(positions) }
            guard ids.count == 1, let position = positions.first, let claimTable,
                isOutside(claim.killed, strikes[position].counts[.killed])
            else { continue }
            // Reported at the claim, where the reason belongs.
            explained.insert(position)
            guard claim.reason.isEmpty else { continue }
            let strike = strikes[position]
            claimLog.report(RecordRule.claimOutsideRange) {
                claimTable.diagnostic(
                    RecordRule.claimOutsideRange,
                    claim.row,
                    CountCells(claimTable, .count(.killed)).first,
                    "\(claim.claimant) accepts \(claim.killed.inMessages) killed, but \(strike.id) was "
                        + "published with \(strike.counts[.killed].inMessages) killed",
                    "Say why in the claim’s “reason”, so that readers see it."
                )
            }
        }
        let cells = CountCells(table, .concededKilled)
        for position in strikes.indices {
            let counts = strikes[position].counts
            guard isOutside(counts[.concededKilled], counts[.killed]), !explained.contains(position)
            else { continue }
            let strike = strikes[position]
            log.report(RecordRule.claimOutsideRange) {
                table.diagnostic(
                    RecordRule.claimOutsideRange,
                    strike.row,
                    cells.first,
                    "\(cells.first?.name ?? "") is \(strike.counts[.concededKilled].inMessages), but "
                        + "\(strike.id) was published with \(strike.counts[.killed].inMessages) killed",
                    "Say why in the “reason” of a claim with the position “conceded” on \(strike.id)."
                )
            }
        }
    }

    /// Whether an accepted number is outside the published range; accepting no deaths states no number.
    private func isOutside(_ accepted: Count, _ published: Count) -> Bool {
        guard accepted.maximum != 0, let least = accepted.minimum, let low = published.minimum
        else { return false }
        if let high = published.maximum, (accepted.maximum ?? least) > high { return true }
        return least < low
    }
}
