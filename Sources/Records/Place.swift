/// Where a strike happened, as precisely as it is known.
public struct Place: Hashable, Sendable {
    /// The place as the record names it; may be empty.
    public var name = ""
    /// The same place in other languages, in the order of the columns.
    public var names: [LocalName] = []
    /// The neighbourhood or quarter; may be empty.
    public var district = ""
    /// The town or city; may be empty.
    public var city = ""
    /// The governorate, province or region; may be empty.
    public var governorate = ""
    /// The country; may be empty.
    public var country = ""
    /// The point, when one was published.
    public var coordinate: Coordinate?
    /// How near to ``coordinate`` the strike is known to have been.
    public var precision = LocationPrecision.unstated

    /// Whether a map can show it: there is a point, and it is stated how exactly it is known.
    public var isDrawable: Bool { coordinate != nil && precision != .unstated }

    /// A place of which nothing is known.
    public init() {}
}

/// A name in a language other than the record's own.
public struct LocalName: Hashable, Sendable {
    /// The language as a BCP 47 tag, such as `ar`.
    public var language: String
    /// The name.
    public var name: String

    /// Makes a name in a language.
    public init(language: String, name: String) {
        self.language = language
        self.name = name
    }
}

/// A point on the ground in WGS 84, kept with the digits with which it was published.
public struct Coordinate: Hashable, Sendable {
    /// Decimal degrees north, −90…90.
    public var latitude: Double
    /// Decimal degrees east, −180…180.
    public var longitude: Double
    /// The latitude as published.
    public var latitudeText: String
    /// The longitude as published.
    public var longitudeText: String

    /// A point, or `nil` when either number lies outside its range.
    public init?(latitude: Double, longitude: Double, latitudeText: String, longitudeText: String) {
        guard (-90...90).contains(latitude), (-180...180).contains(longitude) else { return nil }
        self.latitude = latitude
        self.longitude = longitude
        self.latitudeText = latitudeText
        self.longitudeText = longitudeText
    }
}

extension Coordinate {
    /// The point with at most this many decimals, half rounded away from zero; one with fewer stays as it is.
    public func rounded(to decimals: Int) -> Coordinate {
        guard
            Coordinate.decimals(latitudeText) > decimals
                || Coordinate.decimals(longitudeText) > decimals
        else { return self }
        var point = self
        (point.latitude, point.latitudeText) =
            Coordinate.rounded(latitude, latitudeText, decimals)
        (point.longitude, point.longitudeText) =
            Coordinate.rounded(longitude, longitudeText, decimals)
        return point
    }

    /// How many digits follow the decimal point.
    private static func decimals(_ text: String) -> Int {
        guard let point = text.utf8.firstIndex(of: UInt8(ascii: ".")) else { return 0 }
        return text.utf8.distance(from: point, to: text.utf8.endIndex) - 1
    }

    private static func rounded(
        _ value: Double,
        _ text: String,
        _ decimals: Int
    ) -> (
        Double, String
    ) {
        guard Coordinate.decimals(text) > decimals else { return (value, text) }
        var unit = 1
        for _ in 0..<decimals { unit *= 10 }
        let scaled = Int((abs(value) * Double(unit)).rounded(.toNearestOrAwayFromZero))
        let fraction = String(scaled % unit)
        let sign = value < 0 && scaled > 0 ? "-" : ""
        var digits = sign + String(scaled / unit)
        if decimals > 0 {
            digits += "." + String(repeating: "0", count: decimals - fraction.utf8.count) + fraction
        }
        return (Double(digits) ?? value, digits)
    }
}

/// How near to its published point a strike is known to have been, best first.
///
/// The words are those that Airwars publishes with its geolocations.
public enum LocationPrecision: String, CaseIterable, Sendable {
    /// The building or crater is known.
    case exact
    /// Known to one metre.
    case within1m = "within-1m"
    /// Known to a hundred metres.
    case within100m = "within-100m"
    /// Near a landmark that was named.
    case nearbyLandmark = "nearby-landmark"
    /// In a street that was named.
    case street
    /// In a neighbourhood that was named.
    case neighbourhood
    /// In a village that was named.
    case village
    /// In a town that was named.
    case town
    /// In a city that was named.
    case city
    /// In a region that was named.
    case region
    /// Nothing was published about it.
    case unstated

    /// How many decimals of a degree the precision supports: about a tenth of the place that is known, so that a
    /// city's point (two decimals, a kilometre) does not pretend to be a house; `nil` when nothing is stated.
    public var decimals: Int? {
        switch self {
        case .exact, .within1m: 6
        case .within100m, .nearbyLandmark, .street: 4
        case .neighbourhood, .village: 3
        case .town, .city: 2
        case .region: 1
        case .unstated: nil
        }
    }

    /// Whether the point itself is where the strike was, to a hundred metres.
    public var isPoint: Bool {
        switch self {
        case .exact, .within1m, .within100m: true
        case .nearbyLandmark, .street, .neighbourhood, .village, .town, .city, .region, .unstated:
            false
        }
    }

    /// Whether the point stands for a whole settlement, and is not where the strike was.
    public var isSettlement: Bool {
        switch self {
        case .village, .town, .city, .region, .unstated: true
        case .exact, .within1m, .within100m, .nearbyLandmark, .street, .neighbourhood: false
        }
    }
}
