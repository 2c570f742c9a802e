// A point on the wrong side of the earth is found by comparing it with the others: most strikes of a record are
// near each other, so a typing error can be detected, and often the intended number can be suggested.

import Diagnostics
import Records
import Text

/// Checks coordinates against the others of the record.
struct CoordinateCheck {
    private let table: RecordTable
    private let latitude: Cell?
    private let longitude: Cell?

    init(table: RecordTable) {
        self.table = table
        latitude = table.cell(.latitude)
        longitude = table.cell(.longitude)
    }

    func check(_ strikes: [Strike], _ strays: [StrayCoordinate], _ log: inout RowLog) {
        let region = Region(strikes)
        for stray in strays {
            log.report(CellRule.coordinateOutOfRange) {
                let name = stray.isLatitude ? "latitude" : "longitude"
                let limits = stray.isLatitude ? "-90…90" : "-180…180"
                let guess = region?.guess(stray.text, isLatitude: stray.isLatitude)
                return table.diagnostic(
                    CellRule.coordinateOutOfRange,
                    stray.row,
                    stray.isLatitude ? latitude : longitude,
                    "\(name) \(stray.text.shortened()) is outside \(limits)",
                    "Coordinates are decimal degrees."
                        + (guess.map { " Did you mean \($0)?" } ?? "")
                )
            }
        }
        var far: [Int] = []
        var zeros: [Int] = []
        var points = 0
        for position in strikes.indices {
            guard let point = strikes[position].place.coordinate else { continue }
            points += 1
            if point.isNearZero(1) {
                zeros.append(position)
                continue
            }
            guard let region, !region.holds(point) else { continue }
            if region.isSwapped(point) {
                reportSwapped(point, strikes[position].row, &log)
            } else if let flipped = region.flipped(point) {
                reportSign(point, flipped, strikes[position].row, &log)
            } else if region.isFar(point) {
                far.append(position)
            }
        }
        for position in zeros {
            guard let point = strikes[position].place.coordinate else { continue }
            // Invented records, such as the sample's, lie in the sea all together.
            if zeros.count < points || point.isNearZero(0.001) {
                reportZero(point, strikes[position].row, &log)
            }
        }
        // More than one or two in a hundred are another theatre, not slips.
        guard far.count <= max(1, points / 50) else { return }
        for position in far {
            guard let point = strikes[position].place.coordinate, let region else { continue }
            reportFar(point, region.distance(to: point), strikes[position].row, &log)
        }
    }

    private func reportZero(_ point: Coordinate, _ row: Int, _ log: inout RowLog) {
        log.report(CellRule.coordinatesAtZero) {
            table.diagnostic(
                CellRule.coordinatesAtZero,
                row,
                latitude,
                "\(point.latitudeText), \(point.longitudeText) is in the sea where the equator meets "
                    + "the meridian of Greenwich",
                "Programs write 0, 0 for a place that is not known: leave both cells blank."
            )
        }
    }

    private func reportSwapped(_ point: Coordinate, _ row: Int, _ log: inout RowLog) {
        log.report(CellRule.coordinatesSwapped) {
            table.diagnostic(
                CellRule.coordinatesSwapped,
                row,
                latitude,
                "\(point.latitudeText), \(point.longitudeText) is far from all other strikes",
                "The other way round it would be among them. Did you swap latitude and longitude?"
            )
        }
    }

    private func reportSign(
        _ point: Coordinate,
        _ flipped: Flipped,
        _ row: Int,
        _ log: inout RowLog
    ) {
        log.report(CellRule.coordinateSign) {
            let north = flipped.latitude ? Self.negated(point.latitudeText) : point.latitudeText
            let east = flipped.longitude ? Self.negated(point.longitudeText) : point.longitudeText
            return table.diagnostic(
                CellRule.coordinateSign,
                row,
                flipped.latitude ? latitude : longitude,
                "\(point.latitudeText), \(point.longitudeText) is far from all other strikes",
                "With the other sign it would be among them. Did you mean \(north), \(east)?"
            )
        }
    }

    private static func negated(_ number: String) -> String {
        number.hasPrefix("-") ? String(number.dropFirst()) : "-" + number
    }

    private func reportFar(
        _ point: Coordinate,
        _ kilometres: Int,
        _ row: Int,
        _ log: inout RowLog
    ) {
        log.report(CellRule.coordinatesFar) {
            table.diagnostic(
                CellRule.coordinatesFar,
                row,
                latitude,
                "\(point.latitudeText), \(point.longitudeText) is about \(kilometres) km from the middle "
                    + "of all strikes, and almost all others are much nearer",
                "Check both numbers; if the place is right, nothing needs to be done."
            )
        }
    }
}

extension Coordinate {
    /// Whether it is next to 0, 0: nearer than some degrees, on both axes.
    fileprivate func isNearZero(_ degrees: Double) -> Bool {
        abs(latitude) < degrees && abs(longitude) < degrees
    }
}

/// Which numbers of a point have the wrong sign.
private struct Flipped {
    var latitude: Bool
    var longitude: Bool
}

/// Where most strikes of a record lie.
private struct Region {
    private let latitudes: ClosedRange<Double>
    private let longitudes: ClosedRange<Double>
    private let middle: (latitude: Double, longitude: Double)
    /// The distance from the middle beyond which a point is far away from all others, in degrees of
    /// latitude.
    private let reach: Double

    /// The region of almost all points; `nil` for a few points.
    init?(_ strikes: [Strike]) {
        var points: [(latitude: Double, longitude: Double)] = []
        let step = max(1, strikes.count / 1000)
        for position in Swift.stride(from: 0, to: strikes.count, by: step) {
            guard let point = strikes[position].place.coordinate else { continue }
            // What is not known is often written as 0, 0.
            if point.isNearZero(1) { continue }
            points.append((point.latitude, point.longitude))
        }
        guard points.count >= 5 else { return nil }
        let north = points.map(\.latitude).sorted()
        let east = points.map(\.longitude).sorted()
        latitudes = Region.span(north)
        longitudes = Region.span(east)
        let middle = (latitude: north[north.count / 2], longitude: east[east.count / 2])
        self.middle = middle
        let distances = points.map { Region.degrees(middle, ($0.latitude, $0.longitude)) }.sorted()
        // Twenty times as far as three quarters of the points, and a thousand kilometres at least.
        reach = max(9, 20 * distances[(distances.count - 1) * 3 / 4])
    }

    /// The distance of two points in degrees of latitude, nearly.
    private static func degrees(
        _ one: (latitude: Double, longitude: Double),
        _ other: (latitude: Double, longitude: Double)
    ) -> Double {
        let north = one.latitude - other.latitude
        var east = abs(one.longitude - other.longitude)
        if east > 180 { east = 360 - east }
        // A parallel is about as much shorter as it is nearer to the pole.
        let share = (one.latitude + other.latitude) / 2 / 90
        east *= max(0, 1 - share * share)
        return (north * north + east * east).squareRoot()
    }

    /// Whether a point lies among the others.
    func holds(_ point: Coordinate) -> Bool {
        latitudes.contains(point.latitude) && longitudes.contains(point.longitude)
    }

    /// Whether a point lies far away from all others.
    func isFar(_ point: Coordinate) -> Bool {
        Region.degrees(middle, (point.latitude, point.longitude)) > reach
    }

    /// How far a point lies from the middle of all, in kilometres, rounded to a hundred.
    func distance(to point: Coordinate) -> Int {
        let degrees = Region.degrees(middle, (point.latitude, point.longitude))
        return Int((degrees * 1.11).rounded()) * 100
    }

    /// The signs with which a point far away would lie among the others; `nil` when none do.
    func flipped(_ point: Coordinate) -> Flipped? {
        let isNorth = latitudes.contains(point.latitude)
        let isEast = longitudes.contains(point.longitude)
        let north =
            Region.isOutside(point.latitude, latitudes) && latitudes.contains(-point.latitude)
        let east =
            Region.isOutside(point.longitude, longitudes) && longitudes.contains(-point.longitude)
        if isEast, north { return Flipped(latitude: true, longitude: false) }
        if isNorth, east { return Flipped(latitude: false, longitude: true) }
        if !isNorth, !isEast, north, east { return Flipped(latitude: true, longitude: true) }
        return nil
    }

    /// The range of numbers that are no outliers (Tukey's fences), and a margin of one degree.
    private static func span(_ sorted: [Double]) -> ClosedRange<Double> {
        let low = sorted[sorted.count / 4]
        let high = sorted[sorted.count - 1 - sorted.count / 4]
        let margin = 1.5 * (high - low) + 1
        return low - margin...high + margin
    }

    /// Whether a point lies far away, but inside when latitude and longitude change places.
    func isSwapped(_ point: Coordinate) -> Bool {
        !latitudes.contains(point.latitude) && !longitudes.contains(point.longitude)
            && latitudes.contains(point.longitude) && longitudes.contains(point.latitude)
    }

    /// Whether a number lies outside a range by more than its width: around the equator, one that is only
    /// a little outside lies inside with the other sign as well.
    private static func isOutside(_ number: Double, _ range: ClosedRange<Double>) -> Bool {
        let width = range.upperBound - range.lowerBound
        return number < range.lowerBound - width || number > range.upperBound + width
    }

    /// The number nearest to the others that a typing error could have turned into this one: up to two
    /// extra digits, or a decimal point that is missing or misplaced.
    func guess(_ text: String, isLatitude: Bool) -> String? {
        let range = isLatitude ? latitudes : longitudes
        let center = isLatitude ? middle.latitude : middle.longitude
        var best: (distance: Double, text: String)?
        for candidate in Region.candidates(text) {
            guard let value = Double(candidate), range.contains(value) else { continue }
            let distance = abs(value - center)
            if let best, best.distance <= distance { continue }
            best = (distance, candidate)
        }
        return best?.text
    }

    private static func candidates(_ text: String) -> [String] {
        let characters = Array(text.prefix(40))
        var found: [String] = []
        for start in characters.indices {
            for length in 1...2 where start + length <= characters.count {
                let slice = characters[start..<start + length]
                guard slice.allSatisfy(\.isNumber) else { continue }
                found.append(String(characters[..<start] + characters[(start + length)...]))
            }
        }
        let digits = characters.filter { $0 != "." }
        for place in digits.indices.dropFirst() {
            found.append(String(digits[..<place]) + "." + String(digits[place...]))
        }
        return found
    }
}
