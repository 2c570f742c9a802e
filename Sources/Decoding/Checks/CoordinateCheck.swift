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
        guard let region else { return }
        for position in strikes.indices {
            guard let point = strikes[position].place.coordinate, region.isSwapped(point) else {
                continue
            }
            let row = strikes[position].row
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
    }
}

/// Where most strikes of a record lie.
private struct Region {
    private let latitudes: ClosedRange<Double>
    private let longitudes: ClosedRange<Double>
    private let middle: (latitude: Double, longitude: Double)

    /// The region of the middle nine tenths, and a margin of one degree; `nil` for a few points.
    init?(_ strikes: [Strike]) {
        var points: [(latitude: Double, longitude: Double)] = []
        let step = max(1, strikes.count / 1000)
        for position in Swift.stride(from: 0, to: strikes.count, by: step) {
            guard let point = strikes[position].place.coordinate else { continue }
            points.append((point.latitude, point.longitude))
        }
        guard points.count >= 5 else { return nil }
        let north = points.map(\.latitude).sorted()
        let east = points.map(\.longitude).sorted()
        latitudes = Region.span(north)
        longitudes = Region.span(east)
        middle = (north[north.count / 2], east[east.count / 2])
    }

    private static func span(_ sorted: [Double]) -> ClosedRange<Double> {
        let margin = max(1, sorted.count / 20)
        let low = sorted[margin]
        let high = sorted[sorted.count - 1 - margin]
        return low - 1...high + 1
    }

    /// Whether a point lies far away, but inside when latitude and longitude change places.
    func isSwapped(_ point: Coordinate) -> Bool {
        !latitudes.contains(point.latitude) && !longitudes.contains(point.longitude)
            && latitudes.contains(point.longitude) && longitudes.contains(point.latitude)
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
