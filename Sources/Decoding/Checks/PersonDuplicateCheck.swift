// A person who is listed twice is counted as two. In one strike, or in two strikes of one day, the same full name with
// the same age is hardly ever chance; without an age only a name of three words or more is.

import Diagnostics
import Records
import Text

/// Finds people who are probably listed twice.
struct PersonDuplicateCheck {
    let table: RecordTable
    let strikes: [Strike]
    let lookup: StrikeLookup

    /// How many people with one name and day are compared with each.
    private static let window = 50

    func check(_ victims: [Victim], _ log: inout RowLog) {
        // The latest person with each name and day, and for each person the one before.
        var heads: [UInt64: Int32] = [:]
        heads.reserveCapacity(victims.count)
        var previous = [Int32](repeating: -1, count: victims.count)
        var last: (id: String, position: Int, day: UInt64) = ("", -1, 0)
        var positions = [Int32](repeating: -1, count: victims.count)
        for index in victims.indices {
            if victims[index].strikeID != last.id {
                let position = lookup.position(victims[index].strikeID) ?? -1
                last = (victims[index].strikeID, position, day(position))
            }
            guard last.position >= 0, !victims[index].name.isEmpty else { continue }
            positions[index] = Int32(last.position)
            let key = LookAlike.hashes(victims[index].name).seen ^ last.day
            guard let head = heads.updateValue(Int32(index), forKey: key) else { continue }
            previous[index] = head
            if !isTelling(victims[index]) { continue }
            var other = head
            var steps = 0
            while other >= 0, steps < Self.window {
                if isLikely(Int(other), index, victims, positions) {
                    report(victims[Int(other)], victims[index], &log)
                    break
                }
                other = previous[Int(other)]
                steps += 1
            }
        }
    }

    /// A number for the day of a strike; for one whose day is not known, a number of its own.
    private func day(_ position: Int) -> UInt64 {
        guard position >= 0 else { return 0 }
        let number: UInt64
        if case .day(let day) = strikes[position].date {
            number = UInt64(day.dayNumber) << 1
        } else {
            number = UInt64(position) << 1 | 1
        }
        return number &* 0x9E37_79B9_7F4A_7C15
    }

    /// Whether a name tells a person from others: a relation such as “son” does not, nor does a single word.
    private func isTelling(_ person: Victim) -> Bool {
        let words = person.name.split { !$0.isLetter }.count
        return words >= (person.age.isEmpty ? 3 : 2) && !Relation.isOne(person.name)
    }

    /// Whether two people with telling names, the second of which follows, are probably one.
    private func isLikely(
        _ one: Int,
        _ other: Int,
        _ victims: [Victim],
        _ positions: [Int32]
    ) -> Bool {
        guard victims[one].age == victims[other].age,
            victims[one].sex.isEmpty || victims[other].sex.isEmpty
                || victims[one].sex == victims[other].sex,
            LookAlike.seen(victims[one].name) == LookAlike.seen(victims[other].name)
        else { return false }
        if positions[one] == positions[other] {
            // What is the same in all cells is reported as a repeated row.
            var copy = victims[one]
            copy.row = victims[other].row
            return copy != victims[other]
        }
        return !isLinked(strikes[Int(positions[one])], strikes[Int(positions[other])])
    }

    /// Whether the author says that one of two strikes is part of the other.
    private func isLinked(_ one: Strike, _ other: Strike) -> Bool {
        one.overlap.partOf == other.id || other.overlap.partOf == one.id
    }

    private func report(_ first: Victim, _ second: Victim, _ log: inout RowLog) {
        log.report(RecordRule.likelyDuplicate) {
            let cell = table.cell(.name)
            let place =
                cell.map { table.table.location(first.row, $0.column) }
                ?? table.table.location(row: first.row)
            let age = second.age.isEmpty ? "" : ", \(second.age),"
            let strikes =
                first.strikeID == second.strikeID
                ? "twice in \(first.strikeID)"
                : "in \(first.strikeID) and in \(second.strikeID), on the same day"
            return table.diagnostic(
                RecordRule.likelyDuplicate,
                second.row,
                cell,
                "“\(second.name.shortened())”\(age) is listed \(strikes)",
                "The other is at \(place). If it is one person, delete one of the rows"
                    + (first.strikeID == second.strikeID
                        ? "; if they are two, nothing needs to be done."
                        : ", or both strikes may be one; if they are two people, nothing needs to be done.")
            )
        }
    }
}
