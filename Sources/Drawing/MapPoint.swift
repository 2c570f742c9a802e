// One strike as a map shows it. How exactly its place is known decides how it is drawn, for an exact point
// and a whole neighbourhood must not look alike.

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
    /// To the city or less: listed beneath the map, not drawn on it.
    case city
    /// Nobody says how exactly: listed beneath the map, for a point would claim more than is known.
    case unstated

    var style: MapStyle {
        switch self {
        case .exact, .within100m: .point
        case .street, .neighbourhood: .area
        case .city, .unstated: .city
        }
    }
}

/// The three ways in which a point can look.
enum MapStyle: String {
    case point
    case area
    case city
}

/// A strike to be drawn on a map, or listed beneath it.
public struct MapPoint: Sendable, Hashable {
    /// Degrees north of the equator.
    public var latitude: Double
    /// Degrees east of Greenwich.
    public var longitude: Double
    /// How exactly the place is known.
    public var precision: MapPrecision
    /// How many people.
    public var extent: Extent
    /// The words beside the circle, drawn where there is room: "Al Badou, 32–35".
    public var label: String
    /// The language of the label where it is not the page's.
    public var labelLanguage: String?
    /// The page of the strike, relative to the page of the map.
    public var href: String
    /// The strike in one line: "CS1527, Al Badou, 25 Sep 2017: 32–35 killed, fair".
    public var title: String

    /// Creates a point from its place, its extent and its words.
    public init(
        latitude: Double,
        longitude: Double,
        precision: MapPrecision,
        extent: Extent,
        label: String,
        labelLanguage: String? = nil,
        href: String,
        title: String
    ) {
        self.latitude = latitude
        self.longitude = longitude
        self.precision = precision
        self.extent = extent
        self.label = label
        self.labelLanguage = labelLanguage
        self.href = href
        self.title = title
    }

    /// Whether the place can be drawn: known better than to the city, and on the globe.
    var isDrawable: Bool {
        precision.style != .city && latitude.isFinite && longitude.isFinite
            && abs(latitude) <= 90 && abs(longitude) <= 180
    }
}
