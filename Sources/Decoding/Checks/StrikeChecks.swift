// Checks of one strike's cells against each other: parts against the whole, names against deaths, dates against
// the period. Children, women and men need not add up to the killed, but neither one of them nor all together can
// be more.

import Diagnostics
import Formats
import Records

/// Checks strikes one by one.
struct StrikeChecks {
    private let table: RecordTable
    private let settings: SiteSettings
    private let parts: [(part: Measure, whole: Measure)]
    private let exclusive: [(parts: [Measure], whole: Measure)]
    private let killed: CountCells
    private let named: Cell?
    private let date: Cell?
    private let updated: Cell?

    init(table: RecordTable, settings: SiteSettings, measures: MeasureList) {
        self.table = table
        self.settings = settings
        parts = measures.parts.filter { !CountCells(table, $0.part).isEmpty }
        exclusive = measures.exclusiveParts
            .map { (parts: $0.parts.filter { !CountCells(table, $0).isEmpty }, whole: $0.whole) }
            .filter { $0.parts.count > 1 }
        killed = CountCells(table, .killed)
        named = table.cell(.namedVictims)
        date = table.cell(.date)
        updated = table.cell(.lastUpdated)
    }

    /// Reads single facts of each strike in place; only a strike with a mistake is copied.
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
        if !arePartsFine(strike.pointee.counts) {
            checkParts(strike.pointee, &log)
        } else if let excess = excess(strike.pointee.counts) {
            report(excess, strike.pointee, &log)
        }
        checkPeriod(strike.pointee.date, strike.pointee.row, &log)
        if isUpdateEarly(strike.pointee.firstPublished, strike.pointee.lastUpdated) {
            reportUpdate(strike.pointee, &log)
        }
        guard victims.isKnown else { return }
        let most = strike.pointee.counts[.killed].maximum ?? .max
        let listed = victims.listed(position)
        let stated = strike.pointee.counts.namedVictims ?? listed
        if victims.dead(position) > most || stated != listed {
            checkNames(strike.pointee, position, victims, &log)
        }
    }

    private func arePartsFine(_ counts: StrikeCounts) -> Bool {
        for (part, whole) in parts {
            let part = counts[part]
            guard let partLeast = part.minimum, let least = counts[whole].minimum else { continue }
            let most = counts[whole].maximum ?? .max
            if partLeast > least || (part.maximum ?? partLeast) > most { return false }
        }
        return true
    }

    /// Parts that cannot be the same people, and are together more than their whole.
    private typealias Excess = (parts: [(measure: Measure, least: Int)], whole: Measure, most: Int)

    private func excess(_ counts: StrikeCounts) -> Excess? {
        for (parts, whole) in exclusive {
            guard let most = counts[whole].maximum else { continue }
            var sum = 0
            for part in parts { sum += counts[part].minimum ?? 0 }
            if sum <= most { continue }
            let named = parts.compactMap { part in
                counts[part].minimum.flatMap { $0 > 0 ? (measure: part, least: $0) : nil }
            }
            return (named, whole, most)
        }
        return nil
    }

    private func report(_ excess: Excess, _ strike: Strike, _ log: inout RowLog) {
        let parts = excess.parts.map { "\($0.measure.partName) \($0.least)" }
        let sum = excess.parts.reduce(0) { $0 + $1.least }
        log.report(RecordRule.partExceedsWhole) {
            table.diagnostic(
                RecordRule.partExceedsWhole,
                strike.row,
                excess.parts.last.flatMap { CountCells(table, $0.measure).first },
                "\(parts.joined(separator: " + ")) are at least \(sum) people, among at most "
                    + "\(excess.most) \(excess.whole.name)",
                "Somebody is in two groups, such as a girl counted as a woman too, or a number is wrong. "
                    + "Check the counts of \(strike.id)."
            )
        }
    }

    private func checkParts(_ strike: Strike, _ log: inout RowLog) {
        for (part, whole) in parts {
            let count = strike.counts[part]
            let total = strike.counts[whole]
            guard let partLeast = count.minimum, let least = total.minimum else { continue }
            let cells = CountCells(table, part)
            let name = part.partName
            if let most = total.maximum, let partMost = count.maximum ?? count.minimum,
                partMost > most
            {
                reportPart(
                    strike,
                    "\(partMost) \(name) among at most \(most) \(whole.name)",
                    cells.last,
                    &log
                )
            } else if partLeast > least {
                reportPart(
                    strike,
                    "at least \(partLeast) \(name) among at least \(least) \(whole.name)",
                    cells.first,
                    &log
                )
            }
        }
    }

    private func reportPart(
        _ strike: Strike,
        _ message: String,
        _ cell: Cell?,
        _ log: inout RowLog
    ) {
        log.report(RecordRule.partExceedsWhole) {
            table.diagnostic(
                RecordRule.partExceedsWhole,
                strike.row,
                cell,
                message,
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
        if let most = strike.counts[.killed].maximum, dead > most {
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
