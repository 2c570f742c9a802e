// A count or a total, reduced to what a bar or a circle can show. Unknown is a separate state, so that it
// cannot be drawn as zero.

/// A count or a total as it is drawn: from a minimum to a maximum, open-ended, or unknown.
public struct Extent: Sendable, Hashable {
    /// The fewest people; zero when the extent is unknown.
    public var minimum: Int
    /// The most people, or nil where no maximum is stated.
    public var maximum: Int?
    /// Whether there may be more than is drawn: "at least", or a total that includes such a count.
    public var openEnded: Bool
    /// Whether no figure is known at all.
    public var isUnknown: Bool

    /// Creates an extent from its four parts.
    public init(minimum: Int, maximum: Int?, openEnded: Bool, isUnknown: Bool = false) {
        self.minimum = minimum
        self.maximum = maximum
        self.openEnded = openEnded
        self.isUnknown = isUnknown
    }

    /// No figure is known.
    public static let unknown = Extent(
        minimum: 0,
        maximum: nil,
        openEnded: false,
        isUnknown: true
    )

    /// An exact number of people.
    public static func exact(_ number: Int) -> Extent {
        Extent(minimum: number, maximum: number, openEnded: false)
    }

    /// Between two numbers of people.
    public static func range(_ minimum: Int, _ maximum: Int) -> Extent {
        Extent(minimum: minimum, maximum: maximum, openEnded: false)
    }

    /// A number of people or more.
    public static func atLeast(_ number: Int) -> Extent {
        Extent(minimum: number, maximum: nil, openEnded: true)
    }

    /// The largest number used in calculations; no number of people is larger.
    static let limit = 1_000_000_000_000

    /// Where the solid part ends.
    var solidEnd: Int { isUnknown ? 0 : min(max(minimum, 0), Extent.limit) }

    /// Where the hatched part ends, never before the solid one.
    var hatchedEnd: Int { isUnknown ? 0 : max(solidEnd, min(maximum ?? solidEnd, Extent.limit)) }

    /// Whether there is a hatched part.
    var isRange: Bool { hatchedEnd > solidEnd }

    /// Whether the number is known to be zero.
    var isNone: Bool { !isUnknown && !openEnded && hatchedEnd == 0 }

    /// Whether a dashed end is drawn.
    var isOpen: Bool { !isUnknown && openEnded }
}
