// A shape of the base map, decoded from the site's own GeoJSON. Nothing is fetched from a server.

/// A position on the globe.
public struct Position: Sendable, Hashable {
    /// Degrees east of Greenwich.
    public var longitude: Double
    /// Degrees north of the equator.
    public var latitude: Double

    /// Creates a position; the order is that of GeoJSON.
    public init(longitude: Double, latitude: Double) {
        self.longitude = longitude
        self.latitude = latitude
    }
}

/// What a shape of the base map is.
public enum MapShapeKind: Sendable, Hashable {
    /// A river or a canal.
    case river
    /// A lake, a reservoir or a broad river.
    case water
    /// A main road.
    case road
    /// A street or a railway.
    case street
    /// A district or a neighbourhood.
    case district
    /// A building.
    case building
    /// A name without a shape.
    case label
    /// A border or the edge of a city.
    case boundary
    /// A square of degrees, of which a circle is the total.
    case square
    /// Anything else, with the site's own name for it.
    case other(String)

    var className: String {
        switch self {
        case .river: "geo-river"
        case .water: "geo-water"
        case .road: "geo-road"
        case .building: "geo-building"
        case .label: "geo-label"
        case .street: "geo-street"
        case .district: "geo-district"
        case .boundary: "geo-boundary"
        case .square: "geo-square"
        case .other: "geo-other"
        }
    }
}

/// A line or an area of the base map.
public struct MapShape: Sendable, Hashable {
    /// What it is.
    public var kind: MapShapeKind
    /// Its lines, or the rings of its area.
    public var paths: [[Position]]
    /// Whether the paths are rings of an area; holes are rings too.
    public var isArea: Bool
    /// Its name, drawn where there is space.
    public var label: String?
    /// The language of the name if it is not the page's.
    public var labelLanguage: String?

    /// Creates a shape from its paths.
    public init(
        kind: MapShapeKind,
        paths: [[Position]],
        isArea: Bool,
        label: String? = nil,
        labelLanguage: String? = nil
    ) {
        self.kind = kind
        self.paths = paths
        self.isArea = isArea
        self.label = label
        self.labelLanguage = labelLanguage
    }
}
