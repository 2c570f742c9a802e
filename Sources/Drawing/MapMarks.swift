// Arranges the circles of a map: the largest are at the bottom, and none hides another completely.

enum MapMarks {
    /// All marks, largest first, so that the small ones are on top.
    static func arranged(_ points: [MapPoint], frame: MapFrame, scale: CircleScale) -> [MapMark] {
        var marks = points.enumerated().filter { $0.element.isDrawable }
            .map { index, point in
                MapMark(
                    point: point,
                    index: index,
                    centre: frame.place(
                        Position(longitude: point.longitude, latitude: point.latitude)
                    ),
                    solidRadius: scale.visibleRadius(point.extent.solidEnd),
                    hatchedRadius: scale.visibleRadius(point.extent.hatchedEnd)
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

    /// Moves marks of about the same size and place apart; otherwise one would hide the other, and only one of
    /// them could be opened.
    private static func moveApart(_ marks: inout [MapMark]) {
        var placed = SpotGrid()
        for index in marks.indices {
            let mark = marks[index]
            let hides = placed.near(mark.centre, within: 5)
                .contains { marks[$0].radius - mark.radius < 5 }
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

    /// Enlarges the touch target of each mark, but not over the centre of another one.
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
