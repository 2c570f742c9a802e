// Arranges the circles of a map: each is exactly where its place is, and the largest are at the bottom. What
// would hide something else becomes part of a cluster (MapClusters.swift).

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
            let (style, otherStyle) = (one.point.precision.style, other.point.precision.style)
            if style != otherStyle { return style > otherStyle }
            return one.index < other.index
        }
        return marks
    }
}
