// One strike is entered twice by two people, with another spelling of the town or another digit in the fourth
// place: its dead are then counted twice. Many strikes share a day and a district, so that only what is hardly
// ever the same by chance counts: an exact point and the number of dead, or the source and the place.

import Diagnostics
import Records
import Text

/// Finds strikes that are probably one.
struct LikelyDuplicateCheck {
    let table: RecordTable
    let lookup: StrikeLookup

    /// How many strikes may share a source before it is taken for a list of strikes.
    private static let sharers = 8
    /// How many strikes of one day and number of dead are compared with each; without a limit, very many
    /// would take quadratic time.
    private static let window = 50

    func check(_ strikes: [Strike], _ sources: [Source], _ log: inout RowLog) {
        var reported: Set<Int32> = []
        checkPoints(strikes, &reported, &log)
        checkSources(strikes, sources, &reported, &log)
    }

    /// The day and the deaths of a strike, which must be the same.
    private struct Event: Comparable {
        let day: Int32
        let killed: Int32
        let position: Int32

        static func < (left: Event, right: Event) -> Bool {
            (left.day, left.killed, left.position) < (right.day, right.killed, right.position)
        }

        func isLike(_ other: Event) -> Bool { day == other.day && killed == other.killed }
    }

    private func checkPoints(
        _ strikes: [Strike],
        _ reported: inout Set<Int32>,
        _ log: inout RowLog
    ) {
        var events: [Event] = []
        for position in strikes.indices {
            guard strikes[position].place.coordinate != nil,
                case .day(let day) = strikes[position].date,
                let killed = strikes[position].counts[.killed].minimum, killed > 0
            else { continue }
            events.append(
                Event(
                    day: Int32(day.dayNumber),
                    killed: Int32(killed),
                    position: Int32(position)
                )
            )
        }
        events.sort()
        for (index, event) in events.enumerated() {
            var other = index - 1
            while other >= 0, index - other <= Self.window, events[other].isLike(event) {
                let (first, second) = (Int(events[other].position), Int(event.position))
                if isOnePoint(strikes[first].place, strikes[second].place, Int(event.killed)),
                    strikes[first].counts == strikes[second].counts,
                    !isLinked(strikes[first], strikes[second])
                {
                    report(
                        strikes[first],
                        strikes[second],
                        "the day, the number of people killed, and the point to a hundred metres",
                        &log
                    )
                    reported.insert(event.position)
                    break
                }
                other -= 1
            }
        }
    }

    private func checkSources(
        _ strikes: [Strike],
        _ sources: [Source],
        _ reported: inout Set<Int32>,
        _ log: inout RowLog
    ) {
        var byAddress: [UInt64: [Int32]] = [:]
        byAddress.reserveCapacity(sources.count)
        var last: (id: String, position: Int?) = ("", nil)
        for source in sources.indices where !sources[source].url.isEmpty {
            let id = sources[source].strikeID
            if id != last.id { last = (id, lookup.position(id)) }
            guard let position = last.position else { continue }
            byAddress[Self.address(sources[source].url), default: []].append(Int32(position))
        }
        for position in strikes.indices where !strikes[position].url.isEmpty {
            byAddress[Self.address(strikes[position].url), default: []].append(Int32(position))
        }
        var pairs: [(first: Int32, second: Int32)] = []
        for (_, sharers) in byAddress where (2...Self.sharers).contains(sharers.count) {
            for (index, one) in sharers.enumerated() {
                for other in sharers[..<index] where other != one {
                    pairs.append((min(one, other), max(one, other)))
                }
            }
        }
        pairs.sort { ($0.second, $0.first) < ($1.second, $1.first) }
        for pair in pairs where !reported.contains(pair.second) {
            let first = strikes[Int(pair.first)]
            let second = strikes[Int(pair.second)]
            guard case .day = first.date, first.date == second.date,
                first.counts[.killed] == second.counts[.killed], !isLinked(first, second),
                isSame(first.place, second.place)
            else { continue }
            reported.insert(pair.second)
            report(
                first,
                second,
                "the day, the place, the number of people killed and a source",
                &log
            )
        }
    }

    /// The hash of an address without what does not matter: the scheme, “www.”, and a slash at the end.
    private static func address(_ url: String) -> UInt64 {
        var rest = Substring(url)
        for prefix in ["https://", "http://", "www."] where rest.hasPrefix(prefix) {
            rest = rest.dropFirst(prefix.count)
        }
        if rest.hasSuffix("/") { rest = rest.dropLast() }
        return LookAlike.hashes(String(rest)).exact
    }

    /// How many people must have been killed for places that are not stated to be exact: deaths of one or
    /// two are often placed in the middle of one town on one day.
    private static let many = 5

    /// Whether two exact points are near each other, or two others that have one name.
    private func isOnePoint(_ one: Place, _ other: Place, _ killed: Int) -> Bool {
        guard isNear(one, other) else { return false }
        switch (one.precision.isPoint, other.precision.isPoint) {
        case (true, true): return true
        case (false, false):
            return one.precision == .unstated && other.precision == .unstated
                && killed >= Self.many && !one.name.isEmpty
                && LookAlike.seen(one.name) == LookAlike.seen(other.name)
        case (true, false), (false, true): return false
        }
    }

    /// Whether two places have one name, or their points are near each other.
    private func isSame(_ one: Place, _ other: Place) -> Bool {
        if one.precision.isPoint, other.precision.isPoint, one.coordinate != nil,
            other.coordinate != nil
        {
            return isNear(one, other)
        }
        return !one.name.isEmpty && LookAlike.seen(one.name) == LookAlike.seen(other.name)
    }

    /// Whether two points are within about a hundred metres of each other.
    private func isNear(_ one: Place, _ other: Place) -> Bool {
        guard let point = one.coordinate, let second = other.coordinate else { return false }
        let share = point.latitude / 90
        let north = point.latitude - second.latitude
        let east = (point.longitude - second.longitude) * max(0, 1 - share * share)
        return north * north + east * east <= 0.0009 * 0.0009
    }

    /// Whether the author says how two strikes belong together.
    private func isLinked(_ one: Strike, _ other: Strike) -> Bool {
        if one.overlap.isEmpty && other.overlap.isEmpty { return false }
        func links(_ strike: Strike) -> Set<String> {
            Set(
                ([strike.id, strike.overlap.partOf] + OverlapGroup.all.map { strike.overlap[$0] })
                    .filter { !$0.isEmpty }
            )
        }
        return !links(one).isDisjoint(with: links(other))
    }

    private func report(_ first: Strike, _ second: Strike, _ what: String, _ log: inout RowLog) {
        log.report(RecordRule.likelyDuplicate) {
            let place = table.table.location(row: first.row)
            return table.diagnostic(
                RecordRule.likelyDuplicate,
                second.row,
                table.cell(.id),
                "\(second.id) may be the same strike as \(first.id): \(what) are the same",
                "The earlier one is at \(place). If it is one strike, delete one of the rows. If they are "
                    + "two, nothing needs to be done; if one includes the other, say so in a column with the "
                    + "role part_of."
            )
        }
    }
}
