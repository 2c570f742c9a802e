/// The counts of people of one strike or claim, by measure.
public struct StrikeCounts: Hashable, Sendable {
    /// By the measure's position; what stands beyond the end is unknown, so that a strike without
    /// counts needs no storage.
    private var values: [Count] = []
    /// How many people the record says it lists, when it says so.
    public var namedVictims: Int?

    /// Counts that are all unknown.
    public init() {}

    /// Counts that are all unknown yet, with room for those of the measures of a site.
    public init(for measures: MeasureList) {
        values.reserveCapacity((measures.counts.last?.position ?? -1) + 1)
    }

    /// The count of a measure.
    public subscript(measure: Measure) -> Count {
        get { self[at: measure.position] }
        set { self[at: measure.position] = newValue }
    }

    /// The count of the measure at a position.
    subscript(at position: Int) -> Count {
        get { position < values.count ? values[position] : .unknown }
        set {
            if position >= values.count {
                if !newValue.isKnown { return }
                while values.count < position { values.append(.unknown) }
                values.append(newValue)
            } else {
                values[position] = newValue
            }
        }
    }

    /// Whether two strikes have the same counts; what is unknown may be stored or not.
    public static func == (left: StrikeCounts, right: StrikeCounts) -> Bool {
        left.namedVictims == right.namedVictims
            && (0..<max(left.values.count, right.values.count))
                .allSatisfy { left[at: $0] == right[at: $0] }
    }

    /// Feeds the counts that are known.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(namedVictims)
        for position in values.indices where values[position].isKnown {
            hasher.combine(position)
            hasher.combine(values[position])
        }
    }
}
