// One strike as it lies on the map: where, how large, and how far around it a finger may land.

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
