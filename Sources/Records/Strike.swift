// The parts of a strike that its counts and their overlaps are; the strike itself stands beside its columns, in
// Columns/StrikeColumns.swift.

/// The counts of people of one strike.
public struct StrikeCounts: Hashable, Sendable {
    /// Civilians killed.
    public var killed = Count.unknown
    /// Children among the killed.
    ///
    /// Parts may overlap and need not add up to the whole.
    public var childrenKilled = Count.unknown
    /// Women among the killed.
    public var womenKilled = Count.unknown
    /// Men among the killed.
    public var menKilled = Count.unknown
    /// Civilians injured.
    public var injured = Count.unknown
    /// Deaths that a belligerent admits; unknown means that it admits nothing.
    public var concededKilled = Count.unknown
    /// Injuries that a belligerent admits; unknown means that it admits nothing.
    public var concededInjured = Count.unknown
    /// How many people the record says it lists, when it says so.
    public var namedVictims: Int?

    /// Counts that are all unknown.
    public init() {}
}

/// What a strike shares with others, by the ids of those strikes.
public struct Overlap: Hashable, Sendable {
    /// The strike whose counts include all of this one's; empty when there is none.
    public var partOf = ""
    /// The strike that states the deaths for both.
    public var killedSharedWith = ""
    /// The strike that states the injuries for both.
    public var injuredSharedWith = ""
    /// The strike that states the concession for both.
    public var concededSharedWith = ""

    /// A strike that shares nothing.
    public init() {}

    /// Whether it shares nothing.
    public var isEmpty: Bool {
        partOf.isEmpty && killedSharedWith.isEmpty && injuredSharedWith.isEmpty
            && concededSharedWith.isEmpty
    }
}
