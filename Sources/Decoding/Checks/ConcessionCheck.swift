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
                    "\(claim.claimant) accepts \(text(claim.killed)) killed, but \(strike.id) was "
                        + "published with \(text(strike.counts[.killed])) killed",
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
                    "\(cells.first?.name ?? "") is \(text(strike.counts[.concededKilled])), but "
                        + "\(strike.id) was published with \(text(strike.counts[.killed])) killed",
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

    private func text(_ count: Count) -> String {
        switch count.kind {
        case .unknown: "unknown"
        case .noneReported: "0"
        case .exact(let number): "\(number)"
        case .range(let low, let high): "\(low)–\(high)"
        case .atLeast(let low): "at least \(low)"
        }
    }
}
