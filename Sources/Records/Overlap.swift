/// What a strike shares with others, by the ids of those strikes.
public struct Overlap: Hashable, Sendable {
    /// The strike whose counts include all of this one's; empty when there is none.
    public var partOf = ""
    /// The strike that states the counts of a group for both, by the group's position; nothing is
    /// stored for a strike without shared counts, which is nearly every one.
    private var shared: [String] = []

    /// A strike that shares nothing.
    public init() {}

    /// The strike that states the counts of a group for both; empty when there is none.
    public subscript(group: OverlapGroup) -> String {
        get { group.position < shared.count ? shared[group.position] : "" }
        set {
            if group.position >= shared.count {
                if newValue.isEmpty { return }
                while shared.count <= group.position { shared.append("") }
            }
            shared[group.position] = newValue
        }
    }

    /// Whether it shares nothing.
    public var isEmpty: Bool { partOf.isEmpty && shared.allSatisfy(\.isEmpty) }
}
