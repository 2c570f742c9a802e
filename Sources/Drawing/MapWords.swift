// The words within a map: numbers in the page's language. No text that readers see is written in this target.

/// One of the four hemispheres, for coordinates in words.
public enum Hemisphere: Sendable, Hashable {
    /// North of the equator.
    case north
    /// South of the equator.
    case south
    /// East of Greenwich.
    case east
    /// West of Greenwich.
    case west
}

/// How the page's language writes the numbers within a map.
public struct MapWords: Sendable {
    /// A coordinate in words, from its number ("38.96") and its direction.
    public var coordinate: @Sendable (_ number: String, _ hemisphere: Hemisphere) -> String
    /// A length in words, from whole metres.
    public var distance: @Sendable (_ metres: Int) -> String
    /// A number of people or strikes in digits, for the key of sizes and for badges.
    public var number: @Sendable (Int) -> String
    /// A number of strikes in words: "40 strikes".
    public var strikes: @Sendable (Int) -> String
    /// A text after its label: "Raqqa: 2 strikes".
    public var labelled: @Sendable (_ label: String, _ text: String) -> String

    /// What the small map in the corner shows.
    public var locator: String
    /// What the enlarged part below the map shows.
    public var inset: String

    /// Creates the words of a map.
    public init(
        coordinate: @escaping @Sendable (_ number: String, _ hemisphere: Hemisphere) -> String,
        distance: @escaping @Sendable (_ metres: Int) -> String,
        number: @escaping @Sendable (Int) -> String = { String($0) },
        strikes: @escaping @Sendable (Int) -> String = { String($0) },
        labelled: @escaping @Sendable (_ label: String, _ text: String) -> String = {
            $0 + ": " + $1
        },
        locator: String = "",
        inset: String = ""
    ) {
        self.coordinate = coordinate
        self.distance = distance
        self.number = number
        self.strikes = strikes
        self.labelled = labelled
        self.locator = locator
        self.inset = inset
    }
}
