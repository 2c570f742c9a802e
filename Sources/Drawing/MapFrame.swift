// Projects degrees to the units of the drawing. The projection is equirectangular, scaled by the cosine of the
// middle latitude so that a circle on the ground is a circle on the map. The frame is 1000 units wide and as
// high as the strikes require, within limits.

struct MapFrame {
    static let width = 1000.0
    static let metresPerDegree = 6_371_008.8 * Double.pi / 180
    /// The least width that a map shows, in degrees of latitude: about 2 km.
    static let leastSpan = 0.018
    static let margin = 56.0
    static let heights = 360.0...760.0

    let height: Double
    let middle: Position
    /// Units for one degree of latitude.
    let scale: Double
    /// The ratio of a degree of longitude to a degree of latitude.
    let narrowing: Double
    /// Whether longitudes are counted from 0 to 360, because there are strikes on both sides of 180°.
    let crossesDateLine: Bool

    /// A frame around the positions; around 0° N 0° E when there are none.
    init(around positions: [Position]) {
        let eastward = positions.map { $0.longitude < 0 ? $0.longitude + 360 : $0.longitude }
        let plain = MapFrame.span(positions.map(\.longitude))
        let shifted = MapFrame.span(eastward)
        crossesDateLine = shifted.length < plain.length && plain.length > 180
        let across = crossesDateLine ? shifted : plain
        let upward = MapFrame.span(positions.map(\.latitude))
        middle = Position(
            longitude: across.start + across.length / 2,
            latitude: upward.start + upward.length / 2
        )
        narrowing = max(Cosine.of(degrees: middle.latitude), 0.05)
        let spanX = max(across.length * narrowing, MapFrame.leastSpan)
        let spanY = max(upward.length, MapFrame.leastSpan * 0.35)
        let roomX = MapFrame.width - 2 * MapFrame.margin
        let roomY = MapFrame.heights.upperBound - 2 * MapFrame.margin
        scale = min(roomX / spanX, roomY / spanY)
        height = min(
            max((spanY * scale + 2 * MapFrame.margin).rounded(), MapFrame.heights.lowerBound),
            MapFrame.heights.upperBound
        )
    }

    private init(_ frame: MapFrame, middle: Position, scale: Double, height: Double) {
        self.height = height
        self.middle = middle
        self.scale = scale
        narrowing = frame.narrowing
        crossesDateLine = frame.crossesDateLine
    }

    /// A part of the frame as a frame of its own, as wide as every map, in the same projection.
    func part(_ region: Box) -> MapFrame {
        let factor = MapFrame.width / (region.right - region.left)
        let across = (region.left + region.right) / 2 - MapFrame.width / 2
        let down = (region.top + region.bottom) / 2 - self.height / 2
        return MapFrame(
            self,
            middle: Position(
                longitude: middle.longitude + across / (narrowing * scale),
                latitude: middle.latitude - down / scale
            ),
            scale: scale * factor,
            height: ((region.bottom - region.top) * factor).rounded()
        )
    }

    /// The point of a position in the drawing.
    func place(_ position: Position) -> Spot {
        var longitude = position.longitude
        if crossesDateLine, longitude < 0 { longitude += 360 }
        return Spot(
            x: MapFrame.width / 2 + (longitude - middle.longitude) * narrowing * scale,
            y: height / 2 - (position.latitude - middle.latitude) * scale
        )
    }

    /// The longitudes at the left and the right edge.
    var longitudes: ClosedRange<Double> {
        let half = MapFrame.width / 2 / (narrowing * scale)
        return (middle.longitude - half)...(middle.longitude + half)
    }

    /// The latitudes at the lower and the upper edge.
    var latitudes: ClosedRange<Double> {
        let half = height / 2 / scale
        return (middle.latitude - half)...(middle.latitude + half)
    }

    /// The same frame for the ground below it.
    var view: GroundView {
        GroundView(
            middle: middle,
            scale: scale,
            narrowing: narrowing,
            width: MapFrame.width,
            height: height
        )
    }

    /// Metres on the ground for one unit at the middle of the drawing.
    var metresPerUnit: Double { MapFrame.metresPerDegree / scale }

    private static func span(_ numbers: [Double]) -> (start: Double, length: Double) {
        guard let least = numbers.min(), let most = numbers.max() else { return (0, 0) }
        return (least, most - least)
    }
}
