// One strike for a map. The precision of its place determines how it is drawn, because an exact point and a
// whole neighbourhood must not look alike.

/// How exactly a place is known.
public enum MapPrecision: Sendable, Hashable {
    /// To the building.
    case exact
    /// To a hundred metres.
    case within100m
    /// To a street.
    case street
    /// To a neighbourhood or village.
    case neighbourhood
    /// To the village, town, city or region: drawn as a dotted ring at the point that stands for it.
    case city
    /// No place of its own: the middle of the strikes of which it is the total.
    case total
    /// Not stated: listed below the map, because a point would claim more than is known.
    case unstated

    var style: MapStyle {
        switch self {
        case .exact, .within100m: .point
        case .total: .total
        case .street, .neighbourhood: .area
        case .city, .unstated: .city
        }
    }
}

/// The ways in which a point can look, the most exact first.
enum MapStyle: String, Comparable, CaseIterable {
    case point
    case total
    case area
    case city

    private var rank: Int {
        switch self {
        case .point: 0
        case .total: 1
        case .area: 2
        case .city: 3
        }
    }

    /// Whether its sign or circle is solid, because it makes no statement about an area around it.
    var isSolid: Bool { self == .point || self == .total }

    static func < (one: MapStyle, other: MapStyle) -> Bool { one.rank < other.rank }
}

/// A strike to be drawn on a map or listed below it.
public struct MapPoint: Sendable, Hashable {
    /// Degrees north of the equator.
    public var latitude: Double
    /// Degrees east of Greenwich.
    public var longitude: Double
    /// How exactly the place is known.
    public var precision: MapPrecision
    /// The number of people.
    public var extent: Extent
    /// The name of the place alone; may be empty.
    public var place: String
    /// The label beside the circle, drawn where there is space: "Al Badou, 32–35".
    public var label: String
    /// The language of the label if it is not the page's.
    public var labelLanguage: String?
    /// The URL of the strike's page, relative to the page of the map.
    public var href: String
    /// The strike in one line: "CS1527, Al Badou, 25 Sep 2017: 32–35 killed, fair".
    public var title: String

    /// Creates a point from its place, its extent and its texts.
    public init(
        latitude: Double,
        longitude: Double,
        precision: MapPrecision,
        extent: Extent,
        place: String = "",
        label: String,
        labelLanguage: String? = nil,
        href: String,
        title: String
    ) {
        self.latitude = latitude
        self.longitude = longitude
        self.precision = precision
        self.extent = extent
        self.place = place
        self.label = label
        self.labelLanguage = labelLanguage
        self.href = href
        self.title = title
    }

    /// Whether the place can be drawn: its precision is stated, and it is on the globe.
    var isDrawable: Bool {
        precision != .unstated && latitude.isFinite && longitude.isFinite
            && abs(latitude) <= 90 && abs(longitude) <= 180
    }
}
