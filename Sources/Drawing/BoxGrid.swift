// The occupied areas of a map, so that labels can be placed without comparing each with all others.

/// Occupied boxes and circles, indexed by cell.
struct BoxGrid {
    private enum Obstacle {
        case box(Box)
        case circle(Spot, Double)

        func overlaps(_ box: Box) -> Bool {
            switch self {
            case .box(let other): return box.overlaps(other)
            case .circle(let centre, let radius):
                let nearest = Spot(
                    x: min(max(centre.x, box.left), box.right),
                    y: min(max(centre.y, box.top), box.bottom)
                )
                return nearest.distance(to: centre) < radius
            }
        }
    }

    private var cells: [GridCell: [Obstacle]] = [:]

    mutating func insert(_ box: Box) {
        insert(.box(box), over: box)
    }

    mutating func insert(centre: Spot, radius: Double) {
        let box = Box(
            left: centre.x - radius,
            top: centre.y - radius,
            right: centre.x + radius,
            bottom: centre.y + radius
        )
        insert(.circle(centre, radius), over: box)
    }

    func isFree(_ box: Box) -> Bool {
        !BoxGrid.cells(box)
            .contains { cell in
                (cells[cell] ?? []).contains { $0.overlaps(box) }
            }
    }

    private mutating func insert(_ obstacle: Obstacle, over box: Box) {
        for cell in BoxGrid.cells(box) { cells[cell, default: []].append(obstacle) }
    }

    private static func cells(_ box: Box) -> [GridCell] {
        func index(_ value: Double) -> Int {
            Int((min(max(value, -2000), 4000) / 64).rounded(.down))
        }
        var cells: [GridCell] = []
        for column in index(box.left)...index(box.right) {
            for row in index(box.top)...index(box.bottom) {
                cells.append(GridCell(column: column, row: row))
            }
        }
        return cells
    }
}
