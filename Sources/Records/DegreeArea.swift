// A rectangle of round degrees, by which strikes can be selected and totals of a map are formed where no name of a
// place divides them. Whole millionths of a degree are compared, so that a point is in the same area everywhere.

/// The points from a southern and a western edge, inclusive, up to a northern and an eastern one.
public struct DegreeArea: Hashable, Sendable {
    /// The edges in millionths of a degree.
    public let south: Int
    /// The western edge.
    public let west: Int
    /// The northern edge.
    public let north: Int
    /// The eastern edge.
    public let east: Int

    /// An area; `nil` when its edges are in the wrong order or outside the globe.
    public init?(south: Int, west: Int, north: Int, east: Int) {
        guard south < north, west < east, south >= -DegreeArea.pole, north <= DegreeArea.pole,
            west >= -2 * DegreeArea.pole, east <= 2 * DegreeArea.pole
        else { return nil }
        (self.south, self.west, self.north, self.east) = (south, west, north, east)
    }

    /// Reads `35.9..36/38.9..39`: degrees of latitude, then of longitude, the lower first.
    public init?(_ text: String) {
        let ranges = text.split(separator: "/", omittingEmptySubsequences: false)
        guard ranges.count == 2, let across = DegreeArea.range(ranges[1]),
            let upward = DegreeArea.range(ranges[0])
        else { return nil }
        self.init(south: upward.0, west: across.0, north: upward.1, east: across.1)
    }

    /// The area as selections write it.
    public var text: String {
        DegreeArea.text(south) + ".." + DegreeArea.text(north) + "/" + DegreeArea.text(west) + ".."
            + DegreeArea.text(east)
    }

    /// Whether a point lies in the area; one on the northern or eastern edge belongs to the next area, unless the globe
    /// ends there.
    public func contains(_ point: Coordinate) -> Bool {
        let latitude = DegreeArea.millionths(point.latitude)
        let longitude = DegreeArea.millionths(point.longitude)
        return latitude >= south && (latitude < north || north == DegreeArea.pole)
            && longitude >= west && (longitude < east || east == 2 * DegreeArea.pole)
    }

    /// The area of a grid that a point lies in; the sides have `step` millionths of a degree, which divide 180°.
    public static func square(of point: Coordinate, step: Int) -> DegreeArea? {
        func start(_ degrees: Double, _ limit: Int) -> Int {
            let value = millionths(degrees)
            let cell = value >= 0 ? value / step : -((-value + step - 1) / step)
            return min(cell * step, limit - step)
        }
        let (south, west) = (start(point.latitude, pole), start(point.longitude, 2 * pole))
        return DegreeArea(south: south, west: west, north: south + step, east: west + step)
    }

    /// An edge in degrees, without trailing zeros.
    public static func text(_ millionths: Int) -> String {
        var fraction = String(millionths.magnitude % 1_000_000)
        fraction = String(repeating: "0", count: 6 - fraction.utf8.count) + fraction
        while fraction.utf8.last == UInt8(ascii: "0") { fraction.removeLast() }
        return (millionths < 0 ? "-" : "") + String(millionths.magnitude / 1_000_000)
            + (fraction.isEmpty ? "" : "." + fraction)
    }

    private static let pole = 90_000_000

    private static func millionths(_ degrees: Double) -> Int {
        Int((degrees * 1_000_000).rounded())
    }

    private static func range(_ text: Substring) -> (Int, Int)? {
        var parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard let gap = parts.indices.dropFirst().first(where: { parts[$0].isEmpty }),
            gap + 1 < parts.count
        else { return nil }
        let upper = parts[(gap + 1)...].joined(separator: ".")
        parts.removeSubrange(gap...)
        guard let from = degrees(parts.joined(separator: ".")[...]), let to = degrees(upper[...])
        else { return nil }
        return (from, to)
    }

    /// Degrees with at most six decimals, in millionths.
    private static func degrees(_ text: Substring) -> Int? {
        let isNegative = text.first == "-"
        let parts = text.dropFirst(isNegative ? 1 : 0)
            .split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count <= 2, let whole = parts.first, (1...3).contains(whole.utf8.count),
            parts.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy { (48...57).contains($0) } }),
            parts.count == 1 || parts[1].utf8.count <= 6, let degrees = Int(whole)
        else { return nil }
        let decimals = parts.count == 2 ? String(parts[1]) : ""
        let fraction =
            Int(decimals + String(repeating: "0", count: 6 - decimals.utf8.count)) ?? 0
        let value = degrees * 1_000_000 + fraction
        return isNegative ? -value : value
    }
}
