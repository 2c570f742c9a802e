import Foundation
import Records

/// Finds strikes that are near each other in place or time.
struct Neighbours: Sendable {
    private let cells: [Square: [Int]]
    private let points: [Int: Coordinate]
    /// The strikes whose day is known, by that day.
    private let dated: [(day: Int, position: Int)]
    /// Where each strike is among these; −1 for a strike whose day is not known.
    private let ranks: [Int]

    /// A square on the ground of about one kilometre.
    private struct Square: Hashable {
        let row: Int
        let column: Int
    }

    private static let cellsPerDegree = 100.0
    private static let limit = 4

    init(_ dataset: Dataset) {
        var cells: [Square: [Int]] = [:]
        var points: [Int: Coordinate] = [:]
        for position in dataset.strikes.indices {
            guard dataset.strikes[position].place.precision.isPoint,
                let point = dataset.strikes[position].place.coordinate
            else { continue }
            points[position] = point
            cells[Neighbours.cell(point), default: []].append(position)
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
        var found: [(position: Int, metres: Int)] = []
        for row in centre.row - 2...centre.row + 2 {
            for column in centre.column - 2...centre.column + 2 {
                for other in cells[Square(row: row, column: column)] ?? [] where other != position {
                    guard let place = points[other] else { continue }
                    found.append((other, Neighbours.metres(point, place)))
                }
            }
        }
        return Array(
            found.sorted { ($0.metres, $0.position) < ($1.metres, $1.position) }
                .prefix(Neighbours.limit)
        )
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

    private static func cell(_ point: Coordinate) -> Square {
        Square(
            row: Int((point.latitude * cellsPerDegree).rounded(.down)),
            column: Int((point.longitude * cellsPerDegree).rounded(.down))
        )
    }

    /// The great-circle distance by the haversine formula, on a sphere of 6,371 km.
    private static func metres(_ one: Coordinate, _ other: Coordinate) -> Int {
        let radians = Double.pi / 180
        let dLatitude = (other.latitude - one.latitude) * radians
        let dLongitude = (other.longitude - one.longitude) * radians
        let half =
            sin(dLatitude / 2) * sin(dLatitude / 2)
            + cos(one.latitude * radians) * cos(other.latitude * radians)
            * sin(dLongitude / 2) * sin(dLongitude / 2)
        return Int((2 * 6_371_000 * asin(min(1, half.squareRoot()))).rounded())
    }
}
