// The centres of circles, so that those near a point are found without comparing all of them.

/// Points with an index each, by cell.
struct SpotGrid {
    private var members: [GridCell: [(index: Int, spot: Spot)]] = [:]
    private static let size = 24.0

    mutating func insert(_ index: Int, at spot: Spot) {
        members[SpotGrid.cell(spot), default: []].append((index, spot))
    }

    /// The indices of the points within `distance`, sorted.
    func near(_ spot: Spot, within distance: Double) -> [Int] {
        let first = SpotGrid.cell(Spot(x: spot.x - distance, y: spot.y - distance))
        let last = SpotGrid.cell(Spot(x: spot.x + distance, y: spot.y + distance))
        var found: [Int] = []
        for column in first.column...last.column {
            for row in first.row...last.row {
                for member in members[GridCell(column: column, row: row)] ?? []
                where member.spot.distance(to: spot) <= distance {
                    found.append(member.index)
                }
            }
        }
        return found.sorted()
    }

    private static func cell(_ spot: Spot) -> GridCell {
        GridCell(
            column: Int((min(max(spot.x, -1e6), 1e6) / size).rounded(.down)),
            row: Int((min(max(spot.y, -1e6), 1e6) / size).rounded(.down))
        )
    }
}
