// A small map that shows where in the world a map or a strike lies. Its frame is one of few, so that pages of strikes near
// each other share one drawing; and its unit is kilometres wide, so that it never says more than what is published.

/// A small map of the surroundings, with a mark.
public struct Locator: Sendable {
    /// Part of the world that locators show.
    struct Region: Hashable {
        /// The middle in degrees.
        let latitude: Int
        let longitude: Int
        /// The degrees of latitude from the lower to the upper edge.
        let span: Int

        /// The most bytes that its paths have: few on the page of each strike, more on the few wide maps.
        var limit: Int { span == Locator.spans[0] ? 1_800 : 4_000 }

        var view: GroundView {
            GroundView(
                middle: Position(longitude: Double(longitude), latitude: Double(latitude)),
                scale: Locator.height / Double(span),
                narrowing: max(Cosine.of(degrees: Double(latitude)), 0.2),
                width: Locator.width,
                height: Locator.height
            )
        }
    }

    static let width = 180.0
    static let height = 120.0
    /// The degrees of latitude that it can show, the fewest first.
    fileprivate static let spans = [8, 24, 72, 140]

    private let drawing: SVG
    private let spot: Spot
    /// Half of the sides of the frame that is marked; `nil` for a point.
    private let half: (x: Double, y: Double)?

    /// Where a point lies; `nil` outside the globe.
    public init?(_ ground: Ground, latitude: Double, longitude: Double) {
        self.init(ground, Position(longitude: longitude, latitude: latitude), half: nil)
    }

    /// Where a map lies; `nil` for one that shows a great part of the world itself.
    init?(_ ground: Ground, of frame: MapFrame) {
        let across = frame.longitudes.upperBound - frame.middle.longitude
        let upward = frame.latitudes.upperBound - frame.middle.latitude
        self.init(ground, frame.middle, half: (across, upward))
    }

    private init?(_ ground: Ground, _ middle: Position, half: (x: Double, y: Double)?) {
        guard middle.latitude.isFinite, middle.longitude.isFinite, abs(middle.latitude) <= 90,
            abs(middle.longitude) <= 360
        else { return nil }
        let side = half.map { max($0.x * 0.7, $0.y) * 2 } ?? 0
        guard let span = Locator.spans.first(where: { side * 3 <= Double($0) }) else { return nil }
        let step = Double(max(span / 4, 1))
        let highest = 90 - span / 2
        let latitude = Int((middle.latitude / step).rounded() * step)
        let region = Region(
            latitude: min(max(latitude, -highest), highest),
            longitude: Int((middle.longitude / step).rounded() * step),
            span: span
        )
        let view = region.view
        drawing = ground.drawing(of: region)
        spot = view.place(middle)
        self.half = half.map {
            (max($0.x * view.narrowing * view.scale, 4), max($0.y * view.scale, 3))
        }
    }

    /// The locator as a drawing of its own, with a name.
    public func svg(title: String) -> SVG {
        SVG { markup in
            markup.open(
                "svg",
                [
                    ("class", "locator"), ("viewBox", "0 0 180 120"), ("role", "img"),
                    ("aria-label", title),
                ]
            )
            write(into: &markup)
            markup.close("svg")
        }
    }

    static func writeFrame(into markup: inout Markup) {
        markup.empty(
            "rect",
            [
                ("class", "geo-frame"), ("width", Decimal.coordinate(width)),
                ("height", Decimal.coordinate(height)),
            ]
        )
    }

    func write(into markup: inout Markup) {
        markup.insert(drawing)
        let (x, y) = (spot.x.rounded(), spot.y.rounded())
        guard let half else {
            markup.empty(
                "circle",
                [("class", "geo-here")] + MapDrawing.circle(Spot(x: x, y: y), 5)
            )
            return
        }
        markup.empty(
            "rect",
            [
                ("class", "geo-here"), ("x", Decimal.coordinate(x - half.x)),
                ("y", Decimal.coordinate(y - half.y)), ("width", Decimal.coordinate(2 * half.x)),
                ("height", Decimal.coordinate(2 * half.y)),
            ]
        )
    }
}
