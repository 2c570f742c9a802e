// The circles of a map: the area of a circle is proportional to the people it stands for, the largest lie
// lowest, and none hides another entirely.

/// One strike with the place and size it is drawn at.
struct MapMark {
    let point: MapPoint
    /// Its position in the map's list of points.
    let index: Int
    var centre: Spot
    let solidRadius: Double
    let hatchedRadius: Double
    /// How far from the centre a finger may land.
    var touchRadius = 0.0
    var isMoved = false

    /// Half the room that the drawn mark takes.
    var radius: Double {
        if point.extent.isUnknown || hatchedRadius == 0 { return MapMark.signRadius }
        return hatchedRadius + (point.extent.isOpen ? MapMark.openGap : 0)
    }

    /// Half the size of the signs for "no figure" and "nobody".
    static let signRadius = 4.5
    /// How far outside the circle the dashed ring of "at least" runs.
    static let openGap = 3.0
    /// Half of 24 pixels on a phone, where the map is shown at 0.704 pixels a unit.
    static let leastTouchRadius = 17.5
}

/// The sizes of circles: the square root of the number, times one factor for the whole map.
struct CircleScale: Hashable {
    let factor: Double

    init(largest: Int) {
        factor = min(4.4, 34 / Double(max(largest, 1)).squareRoot())
    }

    func radius(_ number: Int) -> Double {
        number > 0 ? factor * Double(number).squareRoot() : 0
    }
}

enum MapMarks {
    /// All marks, largest first, so that the small ones lie on top.
    static func arranged(_ points: [MapPoint], frame: MapFrame, scale: CircleScale) -> [MapMark] {
        var marks = points.enumerated().filter { $0.element.isDrawable }
            .map { index, point in
                MapMark(
                    point: point,
                    index: index,
                    centre: frame.place(
                        Position(longitude: point.longitude, latitude: point.latitude)
                    ),
                    solidRadius: scale.radius(point.extent.solidEnd),
                    hatchedRadius: scale.radius(point.extent.hatchedEnd)
                )
            }
        marks.sort { one, other in
            if one.radius != other.radius { return one.radius > other.radius }
            if one.point.precision.style != other.point.precision.style {
                return one.point.precision.style == .area
            }
            return one.index < other.index
        }
        moveApart(&marks)
        setTouchRadii(&marks)
        return marks
    }

    /// Marks of about one size at about one place are set beside each other; otherwise one would hide
    /// the other, and only one of them could be opened.
    private static func moveApart(_ marks: inout [MapMark]) {
        var placed = SpotGrid()
        for index in marks.indices {
            let mark = marks[index]
            let hides = placed.near(mark.centre, within: 5)
                .contains {
                    marks[$0].radius - mark.radius < 5
                }
            if hides {
                let reach = max(8, min(mark.radius, 16))
                for spot in spots(around: mark.centre, step: reach)
                where placed.near(spot, within: reach - 1).isEmpty {
                    marks[index].centre = spot
                    marks[index].isMoved = true
                    break
                }
            }
            placed.insert(index, at: marks[index].centre)
        }
    }

    private static func spots(around centre: Spot, step: Double) -> [Spot] {
        let diagonal = 0.707_106_781
        let directions: [(Double, Double)] = [
            (1, 0), (-1, 0), (0, -1), (0, 1), (diagonal, -diagonal), (-diagonal, diagonal),
            (-diagonal, -diagonal), (diagonal, diagonal),
        ]
        return (1...6)
            .flatMap { ring in
                directions.map { (dx, dy) in
                    Spot(
                        x: centre.x + dx * step * Double(ring),
                        y: centre.y + dy * step * Double(ring)
                    )
                }
            }
    }

    /// A finger's room around each mark, as far as it does not cover another one's centre.
    private static func setTouchRadii(_ marks: inout [MapMark]) {
        var grid = SpotGrid()
        for (index, mark) in marks.enumerated() { grid.insert(index, at: mark.centre) }
        for index in marks.indices {
            let centre = marks[index].centre
            var room = MapMark.leastTouchRadius
            for other in grid.near(centre, within: MapMark.leastTouchRadius + 1)
            where other != index {
                room = min(room, marks[other].centre.distance(to: centre) - 1)
            }
            marks[index].touchRadius = max(marks[index].radius, room)
        }
    }
}

/// Finds what lies near a spot without looking at everything.
struct SpotGrid {
    private struct Cell: Hashable {
        let column: Int
        let row: Int
    }

    private var members: [Cell: [(index: Int, spot: Spot)]] = [:]
    private static let size = 24.0

    mutating func insert(_ index: Int, at spot: Spot) {
        members[SpotGrid.cell(spot), default: []].append((index, spot))
    }

    /// Everything that lies no further off than `distance`, in the order of insertion.
    func near(_ spot: Spot, within distance: Double) -> [Int] {
        let first = SpotGrid.cell(Spot(x: spot.x - distance, y: spot.y - distance))
        let last = SpotGrid.cell(Spot(x: spot.x + distance, y: spot.y + distance))
        var found: [Int] = []
        for column in first.column...last.column {
            for row in first.row...last.row {
                for member in members[Cell(column: column, row: row)] ?? []
                where member.spot.distance(to: spot) <= distance {
                    found.append(member.index)
                }
            }
        }
        return found.sorted()
    }

    private static func cell(_ spot: Spot) -> Cell {
        Cell(
            column: Int((min(max(spot.x, -1e6), 1e6) / size).rounded(.down)),
            row: Int((min(max(spot.y, -1e6), 1e6) / size).rounded(.down))
        )
    }
}
