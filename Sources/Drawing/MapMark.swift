// One strike on the map: its position, its size, and its touch target.

/// One strike with its position and size in the drawing.
struct MapMark {
    let point: MapPoint
    /// Its position in the map's list of points.
    let index: Int
    /// Exactly where its place is in the drawing.
    var centre: Spot
    let solidRadius: Double
    let hatchedRadius: Double
    /// The radius of the touch target.
    var touchRadius = 0.0

    /// The radius of the mark as drawn.
    var radius: Double {
        if hasSign {
            return point.precision.style.isSolid ? MapMark.signRadius : MapMark.signRing
        }
        return hatchedRadius + (point.extent.isOpen ? MapMark.openGap : 0)
    }

    /// Whether it is drawn as a sign, "no figure" or "nobody", instead of a circle.
    var hasSign: Bool { point.extent.isUnknown || hatchedRadius == 0 }

    /// The radius of the ring around a sign that stands for an area or a town.
    static let signRing = 9.0
    /// Half the size of the signs for "no figure" and "nobody".
    static let signRadius = 4.5
    /// The distance between the circle and the dashed ring of "at least".
    static let openGap = 3.0
    /// Half of 24 pixels on a phone, where a unit of the map is 0.704 pixels.
    static let leastTouchRadius = 17.5
}
