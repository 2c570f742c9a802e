// What a single strike's cells say of each other: parts and the whole, names and the dead, dates and the
// period. Children, women and men may overlap and need not add up, but none can be more than all.

import Diagnostics
import Records

/// Checks strikes one by one.
struct StrikeChecks {
    private let table: RecordTable
    private let settings: SiteSettings
    private let parts: [(name: String, path: KeyPath<StrikeCounts, Count>, cells: CountCells)]
    private let killed: CountCells
    private let named: Cell?
    private let date: Cell?
    private let updated: Cell?

    init(table: RecordTable, settings: SiteSettings) {
        self.table = table
        self.settings = settings
        parts = [
            ("children", \.childrenKilled, CountCells(table, .count(.childrenKilled))),
            ("women", \.womenKilled, CountCells(table, .count(.womenKilled))),
            ("men", \.menKilled, CountCells(table, .count(.menKilled))),
        ]
        killed = CountCells(table, .count(.killed))
        named = table.cell(.namedVictims)
        date = table.cell(.date)
        updated = table.cell(.lastUpdated)
    }

    /// Looks at single facts of each strike where it is; only one that is wrong is copied.
    func check(_ strikes: [Strike], _ victims: VictimTally, _ log: inout RowLog) {
        strikes.withUnsafeBufferPointer { strikes in
            guard let first = strikes.baseAddress else { return }
            for position in strikes.indices { check(first + position, position, victims, &log) }
        }
    }

    private func check(
        _ strike: UnsafePointer<Strike>,
        _ position: Int,
        _ victims: VictimTally,
        _ log: inout RowLog
    ) {
        if !arePartsFine(strike.pointee.counts) { checkParts(strike.pointee, &log) }
        checkPeriod(strike.pointee.date, strike.pointee.row, &log)
        if isUpdateEarly(strike.pointee.firstPublished, strike.pointee.lastUpdated) {
            reportUpdate(strike.pointee, &log)
        }
        guard victims.isKnown else { return }
        let most = strike.pointee.counts.killed.maximum ?? .max
        let listed = victims.listed(position)
        let stated = strike.pointee.counts.namedVictims ?? listed
        if victims.dead(position) > most || stated != listed {
            checkNames(strike.pointee, position, victims, &log)
        }
    }

    private func arePartsFine(_ counts: StrikeCounts) -> Bool {
        guard let least = counts.killed.minimum else { return true }
        let most = counts.killed.maximum ?? .max
        func isFine(_ part: Count) -> Bool {
            guard let partLeast = part.minimum else { return true }
            return partLeast <= least && (part.maximum ?? partLeast) <= most
        }
        return isFine(counts.childrenKilled) && isFine(counts.womenKilled)
            && isFine(counts.menKilled)
    }

    private func checkParts(_ strike: Strike, _ log: inout RowLog) {
        let whole = strike.counts.killed
        guard let least = whole.minimum else { return }
        for (name, path, cells) in parts {
            let part = strike.counts[keyPath: path]
            guard let partLeast = part.minimum else { continue }
            if let most = whole.maximum, let partMost = part.maximum ?? part.minimum,
                partMost > most
            {
                reportPart(strike, name, "\(partMost)", "at most \(most)", cells.last, &log)
            } else if partLeast > least {
                reportPart(
                    strike,
                    name,
                    "at least \(partLeast)",
                    "at least \(least)",
                    cells.first,
                    &log
                )
            }
        }
    }

    private func reportPart(
        _ strike: Strike,
        _ name: String,
        _ part: String,
        _ whole: String,
        _ cell: Cell?,
        _ log: inout RowLog
    ) {
        log.report(RecordRule.partExceedsWhole) {
            table.diagnostic(
                RecordRule.partExceedsWhole,
                strike.row,
                cell,
                "\(part) \(name) among \(whole) killed",
                "A part cannot be more than the whole: check both counts of \(strike.id)."
            )
        }
    }

    private func checkPeriod(_ date: StrikeDate, _ row: Int, _ log: inout RowLog) {
        let isBefore = settings.periodFrom.map { date.last < $0.firstDay } ?? false
        let isAfter = settings.periodTo.map { date.first > $0.lastDay } ?? false
        guard isBefore || isAfter else { return }
        log.report(RecordRule.dateOutsidePeriod) {
            let from = settings.periodFrom?.iso ?? "…"
            let to = settings.periodTo?.iso ?? "…"
            return table.diagnostic(
                RecordRule.dateOutsidePeriod,
                row,
                self.date,
                "the date \(date.iso) is outside the site’s period, \(from) to \(to)",
                "Correct the date, the period in site.yaml, or say in a column with the role left_out "
                    + "why the strike is not shown."
            )
        }
    }

    private func isUpdateEarly(_ published: CalendarDate?, _ updated: CalendarDate?) -> Bool {
        guard let published, let updated else { return false }
        return updated.lastDay < published.firstDay
    }

    private func reportUpdate(_ strike: Strike, _ log: inout RowLog) {
        guard let published = strike.firstPublished, let last = strike.lastUpdated else { return }
        log.report(RecordRule.updatedBeforePublished) {
            table.diagnostic(
                RecordRule.updatedBeforePublished,
                strike.row,
                updated,
                "last updated on \(last.iso), before it was first published on \(published.iso)",
                "Did you swap the two?"
            )
        }
    }

    private func checkNames(
        _ strike: Strike,
        _ position: Int,
        _ victims: VictimTally,
        _ log: inout RowLog
    ) {
        let dead = victims.dead(position)
        if let most = strike.counts.killed.maximum, dead > most {
            log.report(RecordRule.moreNamesThanKilled) {
                table.diagnostic(
                    RecordRule.moreNamesThanKilled,
                    strike.row,
                    killed.last,
                    "\(dead) people are listed as killed, but the count is at most \(most)",
                    "Raise the count, or give the status of those who survived: injured."
                )
            }
        }
        guard let stated = strike.counts.namedVictims, stated != victims.listed(position) else {
            return
        }
        log.report(RecordRule.namedVictimsDiffer) {
            table.diagnostic(
                RecordRule.namedVictimsDiffer,
                strike.row,
                named,
                "\(named?.name ?? "") is \(stated), but the victims’ table lists "
                    + "\(victims.listed(position)) of \(strike.id)",
                "Correct the number, or the list."
            )
        }
    }
}
