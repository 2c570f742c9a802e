/// All measures over one selection, each overlap added once.
public struct Tally: Hashable, Sendable {
    /// How many strikes were selected, parts of others included.
    public let selected: Int
    /// The total of every measure, by position.
    private let totals: [Total]
    /// How many people were selected themselves.
    private let people: Total

    fileprivate init(selected: Int, totals: [Total], people: Total = Total()) {
        self.selected = selected
        self.totals = totals
        self.people = people
    }

    /// The total of a measure of the site whose records were counted.
    public func total(_ measure: Measure) -> Total {
        measure == .people ? people : totals[measure.position]
    }
}

/// Why a selected strike adds nothing to a total.
public enum Omission: Hashable, Sendable {
    /// Its counts are included in those of the strike at a position.
    case partOf(Int)
    /// The figure it shares is added at the strike at a position.
    case sharedWith(Int)

    /// Whether another strike includes all counts of this one.
    public var isPartOf: Bool {
        switch self {
        case .partOf: true
        case .sharedWith: false
        }
    }
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
        let positions = selected.positions
        let whole =
            overlaps.isEmpty
            ? positions : positions.filter { overlaps.whole(of: $0, in: selected) == nil }
        var totals = countTotals(whole)
        for measure in dataset.measures.all {
            switch measure.counted {
            case .columns: continue
            case .strikes: totals[measure.position] = Total(things: whole.count)
            case .people:
                let people = positions.reduce(0) { $0 + dataset.victims(ofStrikeAt: $1).count }
                totals[measure.position] = Total(things: people)
            case .sources:
                let sources = positions.reduce(0) { $0 + dataset.sourceCount(ofStrikeAt: $1) }
                totals[measure.position] = Total(things: sources)
            case .claims:
                var claims: Set<Int32> = []
                for position in positions {
                    claims.formUnion(dataset.claimIndices(ofStrikeAt: position))
                }
                totals[measure.position] = Total(things: claims.count)
            }
        }
        return Tally(selected: positions.count, totals: totals)
    }

    /// The tally of a selection of people; of strikes it counts nothing.
    public func tally(people selected: StrikeSet) -> Tally {
        let count = selected.count
        return Tally(
            selected: count,
            totals: [Total](repeating: Total(), count: dataset.measures.all.count),
            people: Total(things: count)
        )
    }

    /// The totals of the measures whose counts stand in columns, by position, over strikes that are
    /// no part of others.
    private func countTotals(_ whole: [Int]) -> [Total] {
        let measures = dataset.measures
        var totals = [Total](repeating: Total(), count: measures.all.count)
        let holders = OverlapGroup.all.map { sharedHolders($0, whole) }
        let sharesNothing = holders.allSatisfy(\.isEmpty)
        for position in whole {
            for place in measures.countPlaces {
                if !sharesNothing, let group = place.group,
                    let holder = holders[group][position], holder != position
                {
                    continue
                }
                totals[place.measure].add(dataset.strikes[position].counts[at: place.measure])
            }
        }
        return totals
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
        dataset.measures.countPlaces.contains { place in
            place.group == group.position
                && dataset.strikes[position].counts[at: place.measure].isKnown
        }
    }
}
