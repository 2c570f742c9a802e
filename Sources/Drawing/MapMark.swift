// One strike on the map: its position, its size, and its touch target.

/// One strike with its position and size in the drawing.
struct MapMark {
    let point: MapPoint
    /// Its position in the map's list of points.
    let index: Int
    var centre: Spot
    let solidRadius: Double
    let hatchedRadius: Double
    /// The radius of the touch target.
    var touchRadius = 0.0
    var isMoved = false

    /// The radius of the mark as drawn.
    var radius: Double {
        if point.extent.isUnknown || hatchedRadius == 0 { return MapMark.signRadius }
        return hatchedRadius + (point.extent.isOpen ? MapMark.openGap : 0)
    }

    /// Half the size of the signs for "no figure" and "nobody".
    static let signRadius = 4.5
    /// The distance between the circle and the dashed ring of "at least".
    static let openGap = 3.0
    /// Half of 24 pixels on a phone, where a unit of the map is 0.704 pixels.
    static let leastTouchRadius = 17.5
}
