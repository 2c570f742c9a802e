/// Counts that a statement gives together, and so shares together: deaths with women, men and
/// children.
public struct OverlapGroup: Hashable, Sendable {
    /// The name, with which its column and its words begin.
    public let name: String
    /// What one strike states for another, in one word.
    public let content: String
    /// Its position among the groups, from 0.
    public let position: Int

    private init(at position: Int, _ name: String, content: String) {
        self.position = position
        self.name = name
        self.content = content
    }

    /// Deaths, with women, men and children.
    public static let killed = OverlapGroup(at: 0, "killed", content: "deaths")
    /// Injuries.
    public static let injured = OverlapGroup(at: 1, "injured", content: "injuries")
    /// What a belligerent admits.
    public static let conceded = OverlapGroup(at: 2, "conceded", content: "concession")

    /// All groups in order.
    public static let all: [OverlapGroup] = [.killed, .injured, .conceded]

    /// What its column holds, as the guides say.
    public var columnMeaning: String { "The id of the strike that states the \(content) for both." }

    /// Whether they are the same group.
    public static func == (left: OverlapGroup, right: OverlapGroup) -> Bool {
        left.position == right.position
    }

    /// Hashes the position, which is unique.
    public func hash(into hasher: inout Hasher) { hasher.combine(position) }
}
