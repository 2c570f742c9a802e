// Overlaps decide what totals leave out, so a wrong link makes a wrong total: a cycle would remove all of its
// strikes from the totals, and a shared figure that differs would make the total depend on the selection.

import Diagnostics
import Formats
import Records

/// Checks what strikes say they share.
struct OverlapCheck {
    let table: RecordTable
    let lookup: StrikeLookup
    let measures: MeasureList

    /// One kind of link between strikes.
    private struct Link {
        let role: Role
        let id: KeyPath<Overlap, String>
        let measures: [Measure]
    }

    /// A strike that is part of another has its part of each whole; a group is shared with all of
    /// its measures.
    private var links: [Link] {
        let wholes = measures.counts.filter { $0.partOf == nil && !$0.isConceded }
        return [Link(role: .partOf, id: \.partOf, measures: wholes)]
            + OverlapGroup.all.map { group in
                Link(role: .shared(group), id: \.[group], measures: measures.members(of: group))
            }
    }

    func check(_ strikes: [Strike], _ log: inout RowLog) {
        let sharing = strikes.indices.filter { !strikes[$0].overlap.isEmpty }
        if sharing.isEmpty { return }
        for link in links {
            let reference = ReferenceCheck(table, link.role, lookup)
            let cell = table.cell(link.role)
            for position in sharing {
                let strike = strikes[position]
                let id = strike.overlap[keyPath: link.id]
                if id.isEmpty { continue }
                if id == strike.id {
                    reportSelf(strike, cell, &log)
                    continue
                }
                reference.check(id, strike.row, &log)
                if let circle = circle(from: position, strikes, link) {
                    reportCircle(strike, circle, cell, &log)
                } else if let other = lookup.position(id) {
                    compare(strike, strikes[other], link, cell, &log)
                }
            }
        }
    }

    /// The ids of the cycle through a strike; `nil` when its links do not lead back to it.
    private func circle(from start: Int, _ strikes: [Strike], _ link: Link) -> [String]? {
        var ids = [strikes[start].id]
        var seen: Set<Int> = [start]
        var position = start
        while let next = lookup.position(strikes[position].overlap[keyPath: link.id]) {
            ids.append(strikes[next].id)
            if next == start { return ids }
            guard seen.insert(next).inserted else { return nil }
            position = next
        }
        return nil
    }

    private func compare(
        _ strike: Strike,
        _ other: Strike,
        _ link: Link,
        _ cell: Cell?,
        _ log: inout RowLog
    ) {
        for measure in link.measures {
            let own = strike.counts[measure]
            let others = other.counts[measure]
            guard own.isKnown, others.isKnown else { continue }
            if link.role == .partOf {
                guard let most = others.maximum, let part = own.maximum ?? own.minimum, part > most
                else { continue }
                log.report(RecordRule.partLargerThanWhole) {
                    table.diagnostic(
                        RecordRule.partLargerThanWhole,
                        strike.row,
                        cell,
                        "\(strike.id) is part of \(other.id), but has more \(measure.name): "
                            + "\(own.inMessages) against \(others.inMessages)",
                        "The whole includes its parts: raise its count, or take out the link."
                    )
                }
            } else if own != others {
                log.report(RecordRule.sharedFigureDiffers) {
                    table.diagnostic(
                        RecordRule.sharedFigureDiffers,
                        strike.row,
                        cell,
                        "\(strike.id) shares the figure of \(other.id), but its \(measure.name) is "
                            + "\(own.inMessages) against \(others.inMessages)",
                        "Leave it blank here, or write the same figure at both."
                    )
                }
            }
        }
    }

    private func reportSelf(_ strike: Strike, _ cell: Cell?, _ log: inout RowLog) {
        log.report(RecordRule.overlapSelf) {
            table.diagnostic(
                RecordRule.overlapSelf,
                strike.row,
                cell,
                "the strike “\(strike.id)” names itself in \(cell?.name ?? "")",
                "Name the other strike, or leave the cell blank."
            )
        }
    }

    private func reportCircle(
        _ strike: Strike,
        _ circle: [String],
        _ cell: Cell?,
        _ log: inout RowLog
    ) {
        log.report(RecordRule.overlapCycle) {
            table.diagnostic(
                RecordRule.overlapCycle,
                strike.row,
                cell,
                "\(cell?.name ?? "") goes in a circle: \(circle.joined(separator: " → "))",
                "One of them must stand alone: leave its cell blank."
            )
        }
    }
}
