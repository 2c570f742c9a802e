// A strike that is known only to the month or the year may have happened on any of its days. It is in a period when
// all of these days are; when only some are, it may fall in the period, and is counted beside it.

/// The days on which the strikes of a dataset may have happened, for selections by date.
struct DayIndex: Sendable {
    /// The first possible day of each strike, ascending, as ``CalendarDate/dayNumber``.
    private let firstDays: [Int32]
    private let lastDays: [Int32]
    /// The positions of the strikes whose day is not known.
    private let wide: [Int32]

    init(_ dataset: Dataset) {
        let count = dataset.strikes.count
        var first: [Int32] = []
        var last: [Int32] = []
        var wide: [Int32] = []
        first.reserveCapacity(count)
        last.reserveCapacity(count)
        for position in 0..<count {
            let start = Int32(dataset.strikes[position].date.first.dayNumber)
            let end: Int32
            switch dataset.strikes[position].date {
            case .day: end = start
            case .month(let date), .year(let date), .range(_, let date):
                end = Int32(date.lastDay.dayNumber)
            }
            first.append(start)
            last.append(end)
            if end != start { wide.append(Int32(position)) }
        }
        firstDays = first
        lastDays = last
        self.wide = wide
    }

    /// Whether the day of every strike is known.
    var areAllKnown: Bool { wide.isEmpty }

    /// Adds the strikes all of whose days lie in one of some periods, or those of which some may.
    func insert(into set: inout StrikeSet, _ periods: [DayPeriod], touching: Bool) {
        for period in periods {
            let start = partition { $0 < period.first }
            let end = max(start, partition { $0 <= period.last })
            for position in start..<end where lastDays[position] <= period.last {
                set.insert(position)
            }
            guard touching else { continue }
            for position in wide {
                let position = Int(position)
                if firstDays[position] > period.last { break }
                if lastDays[position] >= period.first { set.insert(position) }
            }
        }
    }

    /// How many first days satisfy a condition that holds up to some day.
    private func partition(_ isBefore: (Int32) -> Bool) -> Int {
        var low = 0
        var high = firstDays.count
        while low < high {
            let middle = (low + high) / 2
            if isBefore(firstDays[middle]) { low = middle + 1 } else { high = middle }
        }
        return low
    }
}

/// The days from one to another, both included, as ``CalendarDate/dayNumber``.
struct DayPeriod {
    var first: Int32
    var last: Int32

    /// The days of a value of a selection; `nil` for a value that is no period.
    init?(_ value: SelectionValue) {
        let from: CalendarDate?
        let to: CalendarDate?
        switch value {
        case .date(let date): (from, to) = (date, date)
        case .dates(let start, let end): (from, to) = (start, end)
        case .text, .counted, .years: return nil
        }
        first = from.map { Int32($0.firstDay.dayNumber) } ?? .min
        last = to.map { Int32($0.lastDay.dayNumber) } ?? .max
    }

    /// The same days in as few periods as possible, in order: a strike dated to two months together is
    /// in the selection of both.
    static func joined(_ periods: [DayPeriod]) -> [DayPeriod] {
        var joined: [DayPeriod] = []
        for period in periods.sorted(by: { $0.first < $1.first }) {
            if let last = joined.last?.last, last == .max || period.first <= last + 1 {
                joined[joined.count - 1].last = max(last, period.last)
            } else {
                joined.append(period)
            }
        }
        return joined
    }
}
