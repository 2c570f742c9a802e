/// Something that can be counted over a selection of strikes.
public enum Measure: String, CaseIterable, Sendable {
    /// The strikes themselves.
    case strikes
    /// Civilians killed.
    case killed
    /// Children among the killed.
    case childrenKilled = "children_killed"
    /// Women among the killed.
    case womenKilled = "women_killed"
    /// Men among the killed.
    case menKilled = "men_killed"
    /// Civilians injured.
    case injured
    /// Deaths that a belligerent admits.
    case concededKilled = "conceded_killed"
    /// Injuries that a belligerent admits.
    case concededInjured = "conceded_injured"
    /// People listed by name or relation.
    case namedVictims = "named_victims"
    /// Sources behind the strikes.
    case sources
    /// Claims about the strikes.
    case claims

    /// Whether it sums counts of people as published, which may be unknown or ranges.
    public var isCountOfPeople: Bool { group != nil }

    /// The figures that one statement shares; `nil` for what is counted in things.
    public var group: OverlapGroup? {
        switch self {
        case .strikes, .namedVictims, .sources, .claims: nil
        case .killed, .childrenKilled, .womenKilled, .menKilled: .killed
        case .injured: .injured
        case .concededKilled, .concededInjured: .conceded
        }
    }

    /// The count of one strike; `nil` for what is counted in things.
    public func count(_ counts: StrikeCounts) -> Count? {
        switch self {
        case .strikes, .namedVictims, .sources, .claims: nil
        case .killed: counts.killed
        case .childrenKilled: counts.childrenKilled
        case .womenKilled: counts.womenKilled
        case .menKilled: counts.menKilled
        case .injured: counts.injured
        case .concededKilled: counts.concededKilled
        case .concededInjured: counts.concededInjured
        }
    }
}

/// Counts that a statement gives together, and so shares together.
public enum OverlapGroup: Int, CaseIterable, Sendable {
    /// Deaths, with women, men and children.
    case killed
    /// Injuries.
    case injured
    /// What a belligerent admits.
    case conceded
}

/// A measure, or one end of it.
public struct MeasureEnd: Hashable, Sendable {
    /// The measure.
    public var measure: Measure
    /// The end, or `nil` for both.
    public var end: End?

    /// One end of a range.
    public enum End: String, CaseIterable, Sendable {
        /// The sum of minima.
        case min
        /// The sum of maxima.
        case max
    }

    /// Makes a measure or one end of it.
    public init(_ measure: Measure, _ end: End? = nil) {
        self.measure = measure
        self.end = end
    }

    /// Reads `killed`, `killed.min` or `killed.max`.
    public init?(_ text: some StringProtocol) {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard (1...2).contains(parts.count), let measure = Measure(rawValue: String(parts[0]))
        else {
            return nil
        }
        self.measure = measure
        if parts.count == 2 {
            guard let end = End(rawValue: String(parts[1])) else { return nil }
            self.end = end
        }
    }

    /// As an author writes it.
    public var text: String {
        end.map { "\(measure.rawValue).\($0.rawValue)" } ?? measure.rawValue
    }
}
