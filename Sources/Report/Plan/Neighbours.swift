import Foundation
import Records

/// Finds strikes that are near each other in place or time.
struct Neighbours: Sendable {
    private let cells: [Square: [Point]]
    private let points: [Int: Point]
    /// The strikes whose day is known, by that day.
    private let dated: [(day: Int, position: Int)]
    /// Where each strike is among these; −1 for a strike whose day is not known.
    private let ranks: [Int]

    /// A square on the ground of about one kilometre.
    private struct Square: Hashable {
        let row: Int
        let column: Int
    }

    /// The place of a strike, in degrees.
    private struct Point {
        let position: Int
        let latitude: Double
        let longitude: Double

        init(_ position: Int, _ place: Coordinate) {
            self.position = position
            (latitude, longitude) = (place.latitude, place.longitude)
        }
    }

    private static let cellsPerDegree = 100.0
    private static let limit = 4

    init(_ dataset: Dataset) {
        var cells: [Square: [Point]] = [:]
        var points: [Int: Point] = [:]
        for position in dataset.strikes.indices {
            guard dataset.strikes[position].place.precision.isPoint,
                let place = dataset.strikes[position].place.coordinate
            else { continue }
            let point = Point(position, place)
            points[position] = point
            cells[Neighbours.cell(point), default: []].append(point)
        }
        self.cells = cells
        self.points = points
        var dated: [(day: Int, position: Int)] = []
        ranks = dataset.strikes.indices.map { position in
            guard case .day(let day) = dataset.strikes[position].date else { return -1 }
            dated.append((day.dayNumber, position))
            return dated.count - 1
        }
        self.dated = dated
    }

    /// The nearest strikes within about two kilometres, nearest first.
    ///
    /// Strikes whose place is not known to a hundred metres are not compared.
    func near(_ position: Int) -> [(position: Int, metres: Int)] {
        guard let point = points[position] else { return [] }
        let centre = Neighbours.cell(point)
        var nearest = Nearest(to: point)
        for row in centre.row - 2...centre.row + 2 {
            for column in centre.column - 2...centre.column + 2 {
                for other in cells[Square(row: row, column: column)] ?? []
                where other.position != position {
                    nearest.add(other)
                }
            }
        }
        return nearest.found
    }

    /// The nearest of many points.
    ///
    /// Most are ruled out by their latitude or longitude, because many strikes may lie in one city, and a distance takes
    /// far longer to compute.
    private struct Nearest {
        /// The nearest so far, nearest first; of equal ones the first strikes.
        private(set) var found: [(position: Int, metres: Int)] = []
        private let point: Point
        /// The most degrees of latitude and of longitude by which a point may differ that is as near as the last one found.
        private var height = Double.infinity
        private var width = Double.infinity

        init(to point: Point) { self.point = point }

        mutating func add(_ other: Point) {
            if abs(other.latitude - point.latitude) > height { return }
            if abs(other.longitude - point.longitude) > width { return }
            let new = (other.position, Neighbours.metres(point, other))
            let index =
                found.firstIndex {
                    new.1 < $0.metres || (new.1 == $0.metres && new.0 < $0.position)
                }
                ?? found.count
            if index == Neighbours.limit { return }
            found.insert(new, at: index)
            if found.count > Neighbours.limit { found.removeLast() }
            if found.count == Neighbours.limit { bound(found[Neighbours.limit - 1].metres) }
        }

        /// Rules out what is farther than some metres, which were rounded.
        private mutating func bound(_ metres: Int) {
            let radians = (Double(metres) + 1) / Neighbours.radius
            height = radians * 180 / .pi
            // Near the poles parallels are too short for this. Elsewhere those of all points that are compared differ in
            // length by less than one per cent.
            guard abs(point.latitude) <= 85 else { return }
            width = height / cos(point.latitude * .pi / 180) * 1.01
        }
    }

    /// Strikes at most one day before or after, in chronological order.
    ///
    /// Strikes whose day is not known are not compared.
    func sameDays(_ position: Int) -> [Int] {
        let rank = ranks[position]
        guard rank >= 0 else { return [] }
        var found: [Int] = []
        var before = rank - 1
        while before >= 0, dated[rank].day - dated[before].day <= 1, found.count < Neighbours.limit
        {
            found.append(dated[before].position)
            before -= 1
        }
        found.reverse()
        var after = rank + 1
        while after < dated.count, dated[after].day - dated[rank].day <= 1,
            found.count < 2 * Neighbours.limit
        {
            found.append(dated[after].position)
            after += 1
        }
        return found
    }

    private static func cell(_ point: Point) -> Square {
        Square(
            row: Int((point.latitude * cellsPerDegree).rounded(.down)),
            column: Int((point.longitude * cellsPerDegree).rounded(.down))
        )
    }

    /// The radius of the Earth in metres.
    private static let radius = 6_371_000.0

    /// The great-circle distance by the haversine formula.
    private static func metres(_ one: Point, _ other: Point) -> Int {
        let radians = Double.pi / 180
        let dLatitude = (other.latitude - one.latitude) * radians
        let dLongitude = (other.longitude - one.longitude) * radians
        let half =
            sin(dLatitude / 2) * sin(dLatitude / 2)
            + cos(one.latitude * radians) * cos(other.latitude * radians)
            * sin(dLongitude / 2) * sin(dLongitude / 2)
        return Int((2 * radius * asin(min(1, half.squareRoot()))).rounded())
    }
}
