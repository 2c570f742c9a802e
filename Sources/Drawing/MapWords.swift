// The words of a map. Nothing a reader sees is written in this room.

/// One of the four directions, for coordinates in words.
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

/// The words and numbers of a map, in the page's language.
public struct MapWords: Sendable {
    /// The key: drawn as a filled circle: "known to 100 m or better (25)".
    public var exact: String
    /// The key: drawn hatched: "street or neighbourhood (10)".
    public var area: String
    /// The key: drawn as a ring: "filled: minimum; ring: maximum".
    public var rings: String
    /// The key: a dashed ring: "at least, no maximum".
    public var atLeast: String
    /// The key: a small open mark: "no figure".
    public var unknown: String
    /// The key: a small cross: "nobody killed".
    public var none: String
    /// The head of the row beneath the map: "Placed only in the city: 5 strikes".
    public var cityOnly: String
    /// The head of the row beneath the map of those whose precision nobody states.
    public var unstated: String
    /// The line that opens the list behind the map: "The same strikes as a list".
    public var listSummary: String
    /// The small text at the foot, on what the area of a circle means.
    public var note: String
    /// What is added to the note where circles stand for a street or a neighbourhood.
    public var areaNote: String
    /// What is added to the note where circles of one place had to be set side by side.
    public var movedApart: String
    /// A coordinate in words, from its number ("38.96") and its direction.
    public var coordinate: @Sendable (_ number: String, _ hemisphere: Hemisphere) -> String
    /// A length in words, from whole metres.
    public var distance: @Sendable (_ metres: Int) -> String
    /// A number of people in digits, for the key of sizes.
    public var number: @Sendable (Int) -> String

    /// Creates the words of a map.
    public init(
        exact: String,
        area: String,
        rings: String,
        atLeast: String,
        unknown: String,
        none: String,
        cityOnly: String,
        unstated: String,
        listSummary: String,
        note: String,
        areaNote: String,
        movedApart: String,
        coordinate: @escaping @Sendable (_ number: String, _ hemisphere: Hemisphere) -> String,
        distance: @escaping @Sendable (_ metres: Int) -> String,
        number: @escaping @Sendable (Int) -> String = { String($0) }
    ) {
        self.exact = exact
        self.area = area
        self.rings = rings
        self.atLeast = atLeast
        self.unknown = unknown
        self.none = none
        self.cityOnly = cityOnly
        self.unstated = unstated
        self.listSummary = listSummary
        self.note = note
        self.areaNote = areaNote
        self.movedApart = movedApart
        self.coordinate = coordinate
        self.distance = distance
        self.number = number
    }
}
