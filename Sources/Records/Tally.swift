/// All measures over one selection, each overlap added once.
public struct Tally: Hashable, Sendable {
    /// How many strikes were selected, parts of others included.
    public private(set) var selected = 0
    /// The total of every measure.
    private var totals: [Total]

    /// The total of a measure.
    public func total(_ measure: Measure) -> Total {
        totals[Tally.place(measure)]
    }

    fileprivate init() {
        totals = [Total](repeating: Total(), count: Measure.allCases.count)
    }

    private static func place(_ measure: Measure) -> Int {
        switch measure {
        case .strikes: 0
        case .killed: 1
        case .childrenKilled: 2
        case .womenKilled: 3
        case .menKilled: 4
        case .injured: 5
        case .concededKilled: 6
        case .concededInjured: 7
        case .namedVictims: 8
        case .sources: 9
        case .claims: 10
        }
    }

    fileprivate mutating func set(_ measure: Measure, _ total: Total) {
        totals[Tally.place(measure)] = total
    }

    fileprivate mutating func select() { selected += 1 }
}

/// Why a selected strike adds nothing to a total.
public enum Omission: Hashable, Sendable {
    /// Its counts are included in those of the strike at a position.
    case partOf(Int)
    /// The figure it shares is added at the strike at a position.
    case sharedWith(Int)
}

/// Counts selections again from the records: the arithmetic behind every figure.
public struct Recounting: Sendable {
    /// The records.
    public let dataset: Dataset
    /// What they share.
    public let overlaps: OverlapIndex

    /// Prepares to count a dataset.
    public init(_ dataset: Dataset) {
        self.dataset = dataset
        overlaps = OverlapIndex(dataset)
    }

    /// All measures over some strikes.
    public func tally(_ selected: StrikeSet) -> Tally {
        var tally = Tally()
        let positions = selected.positions
        let whole =
            overlaps.isEmpty
            ? positions : positions.filter { overlaps.whole(of: $0, in: selected) == nil }
        for _ in positions { tally.select() }
        tally.set(.strikes, Total(things: whole.count))
        let holders = OverlapGroup.allCases.map { sharedHolders($0, whole) }
        for measure in Measure.allCases {
            guard let group = measure.group else { continue }
            var total = Total()
            let holders = holders[group.rawValue]
            for position in whole {
                if !holders.isEmpty, let holder = holders[position], holder != position { continue }
                total.add(measure.count(dataset.strikes[position].counts) ?? .unknown)
            }
            tally.set(measure, total)
        }
        let people = positions.reduce(0) { $0 + dataset.victims(ofStrikeAt: $1).count }
        tally.set(.namedVictims, Total(things: people))
        let sources = positions.reduce(0) { $0 + dataset.sourceCount(ofStrikeAt: $1) }
        tally.set(.sources, Total(things: sources))
        var claims: Set<Int32> = []
        for position in positions { claims.formUnion(dataset.claimIndices(ofStrikeAt: position)) }
        tally.set(.claims, Total(things: claims.count))
        return tally
    }

    /// Which selected strikes add nothing to a group's totals, and why.
    public func omissions(_ group: OverlapGroup, _ selected: StrikeSet) -> [Int: Omission] {
        var omissions: [Int: Omission] = [:]
        var whole: [Int] = []
        for position in selected.positions {
            if let other = overlaps.whole(of: position, in: selected) {
                omissions[position] = .partOf(other)
            } else {
                whole.append(position)
            }
        }
        for (position, holder) in sharedHolders(group, whole) where holder != position {
            omissions[position] = .sharedWith(holder)
        }
        return omissions
    }

    /// For each strike that shares a figure, the one of them that adds it: the one that states it
    /// when it is there and has a number, else the first that has one, else the first.
    private func sharedHolders(_ group: OverlapGroup, _ positions: [Int]) -> [Int: Int] {
        if overlaps.isEmpty { return [:] }
        var families: [Int: [Int]] = [:]
        for position in positions {
            if let root = overlaps.root(of: position, group) {
                families[root, default: []].append(position)
            }
        }
        var holders: [Int: Int] = [:]
        for (root, family) in families {
            let ordered = family.filter { $0 == root } + family.filter { $0 != root }
            let known = ordered.first { isKnown(group, at: $0) }
            guard let holder = known ?? ordered.first else { continue }
            for member in family { holders[member] = holder }
        }
        return holders
    }

    private func isKnown(_ group: OverlapGroup, at position: Int) -> Bool {
        Measure.allCases.contains { measure in
            measure.group == group
                && measure.count(dataset.strikes[position].counts)?.isKnown == true
        }
    }
}
