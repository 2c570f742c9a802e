import Foundation
import Records

/// Finds strikes that are near each other in place or time.
struct Neighbours: Sendable {
    private let cells: [Cell: [Int]]
    private let points: [Int: Coordinate]
    private let days: [Int]

    /// A square on the ground of about one kilometre.
    private struct Cell: Hashable {
        let row: Int
        let column: Int
    }

    private static let cellsPerDegree = 100.0
    private static let limit = 4

    init(_ dataset: Dataset) {
        var cells: [Cell: [Int]] = [:]
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
        days = dataset.strikes.indices.map { dataset.strikes[$0].date.first.dayNumber }
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
                for other in cells[Cell(row: row, column: column)] ?? [] where other != position {
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

    /// Strikes whose first day is at most one day before or after, in chronological order.
    func sameDays(_ position: Int) -> [Int] {
        var found: [Int] = []
        var before = position - 1
        while before >= 0, days[position] - days[before] <= 1, found.count < Neighbours.limit {
            found.append(before)
            before -= 1
        }
        found.reverse()
        var after = position + 1
        while after < days.count, days[after] - days[position] <= 1,
            found.count < 2 * Neighbours.limit
        {
            found.append(after)
            after += 1
        }
        return found
    }

    private static func cell(_ point: Coordinate) -> Cell {
        Cell(
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
