// The columns that hold counts of people follow from the measures: one function makes them, so that a measure
// needs no row of its own here.

extension Measure {
    /// What is counted, without a full stop, as the guides begin the meaning of its columns.
    public var meaning: String {
        switch self {
        case .strikes: "Strikes"
        case .killed: "Civilians killed"
        case .childrenKilled: "Children among the killed"
        case .womenKilled: "Women among the killed"
        case .menKilled: "Men among the killed"
        case .injured: "Civilians injured"
        case .concededKilled: "Deaths that a belligerent admits"
        case .concededInjured: "Injuries that a belligerent admits"
        case .namedVictims: "People listed by name or relation"
        case .sources: "Sources behind the strikes"
        case .claims: "Claims about the strikes"
        }
    }
}

extension Column<Strike> {
    /// The columns that hold the counts of measures, three each.
    static func counts(of measures: [Measure]) -> [Column<Strike>] {
        measures.flatMap { measure in
            counts(
                .count(measure),
                measure.meaning,
                get: { measure.count($0[$1].counts) ?? .unknown },
                set: { $0.counts.set(measure, $1) }
            )
        }
    }
}

extension StrikeCounts {
    /// Sets the count of a measure; what is counted in things has none.
    fileprivate mutating func set(_ measure: Measure, _ count: Count) {
        switch measure {
        case .strikes, .namedVictims, .sources, .claims: break
        case .killed: killed = count
        case .childrenKilled: childrenKilled = count
        case .womenKilled: womenKilled = count
        case .menKilled: menKilled = count
        case .injured: injured = count
        case .concededKilled: concededKilled = count
        case .concededInjured: concededInjured = count
        }
    }
}
