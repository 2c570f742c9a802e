// The ground within a frame as a few paths in whole units. Its lines are as detailed as a number of bytes allows, so that
// a map of a fjord is not larger than one of a desert.

/// A rectangle of the world and its place in a drawing.
struct GroundView {
    let middle: Position
    /// Units for one degree of latitude.
    let scale: Double
    /// The ratio of a degree of longitude to a degree of latitude.
    let narrowing: Double
    let width: Double
    let height: Double

    var halfAcross: Double { width / 2 / (narrowing * scale) }
    var halfUpward: Double { height / 2 / scale }

    func place(_ position: Position, shift: Double = 0) -> Spot {
        Spot(
            x: width / 2 + (position.longitude + shift - middle.longitude) * narrowing * scale,
            y: height / 2 - (position.latitude - middle.latitude) * scale
        )
    }
}

/// The shapes of the ground within a frame.
struct GroundDrawing {
    /// The data of one path for each kind that is seen, lowest first.
    private(set) var paths: [(kind: Ground.Kind, data: String)] = []
    /// Whether any water of the sea is seen.
    private(set) var hasSea = false
    private let width: Double
    private let height: Double

    /// The most bytes that the paths of a map have.
    static let mapLimit = 13_000
    /// By how many units a line may leave its course, the most exact first.
    private static let tolerances = [0.8, 1.5, 2.5, 4, 7, 12, 20, 40]

    init(_ ground: Ground, in view: GroundView, limit: Int) {
        (width, height) = (view.width, view.height)
        let pieces = GroundDrawing.pieces(ground, view)
        let whole = view.width * view.height
        let land = pieces.filter { $0.kind == .land }
        let isAllLand = land.count == 1 && land.allSatisfy { $0.area > 0.999 * whole }
        hasSea = !isAllLand
        for tolerance in GroundDrawing.tolerances {
            var paths: [(kind: Ground.Kind, data: String)] = []
            for kind in Ground.Kind.allCases where !(isAllLand && kind == .land) {
                var data = ""
                for piece in pieces where piece.kind == kind {
                    piece.write(tolerance, view, into: &data)
                }
                if !data.isEmpty { paths.append((kind, data)) }
            }
            if paths.reduce(0, { $0 + $1.data.utf8.count }) <= limit {
                self.paths = paths
                break
            }
        }
    }

    /// Whether anything besides unbroken land is seen.
    var isEmpty: Bool { paths.isEmpty && !hasSea }

    /// Whether a disputed border is seen.
    var hasDisputed: Bool { paths.contains { $0.kind == .disputed } }

    func write(into markup: inout Markup) {
        if hasSea {
            markup.empty(
                "rect",
                [
                    ("class", "geo-sea"), ("width", Decimal.coordinate(width)),
                    ("height", Decimal.coordinate(height)),
                ]
            )
        }
        for path in paths {
            let name =
                switch path.kind {
                case .land: "geo-land"
                case .lake: "geo-lake"
                case .river: "geo-stream"
                case .border: "geo-border"
                case .disputed: "geo-disputed"
                }
            markup.empty(
                "path",
                [
                    ("class", name), ("d", path.data),
                    ("fill-rule", path.kind.isRing ? "evenodd" : nil),
                ]
            )
        }
        if !isEmpty { markup.newLine() }
    }

    private static func pieces(_ ground: Ground, _ view: GroundView) -> [GroundPiece] {
        let box = Box(left: 0, top: 0, right: view.width, bottom: view.height)
        let (west, east) = (
            view.middle.longitude - view.halfAcross, view.middle.longitude + view.halfAcross
        )
        let (south, north) = (
            view.middle.latitude - view.halfUpward, view.middle.latitude + view.halfUpward
        )
        var pieces: [GroundPiece] = []
        for shape in ground.shapes where shape.south < north && shape.north > south {
            for shift in [-360.0, 0, 360]
            where shape.west + shift < east && shape.east + shift > west {
                let spots = ground.points(of: shape).map { view.place($0, shift: shift) }
                let parts =
                    shape.kind.isRing
                    ? [Clipping.ring(spots, to: box)] : Clipping.line(spots, to: box)
                for part in parts where part.count > 1 {
                    pieces.append(GroundPiece(kind: shape.kind, spots: part))
                }
            }
        }
        return pieces
    }
}

/// A part of a shape within the frame.
private struct GroundPiece {
    let kind: Ground.Kind
    let spots: [Spot]
    /// The area that a ring encloses.
    let area: Double

    init(kind: Ground.Kind, spots: [Spot]) {
        self.kind = kind
        self.spots = spots
        var sum = 0.0
        if kind.isRing, var last = spots.last {
            for spot in spots {
                sum += last.x * spot.y - spot.x * last.y
                last = spot
            }
        }
        area = abs(sum) / 2
    }

    /// Writes it in whole units: the first point, then the steps.
    ///
    /// Points nearer to the one before than the tolerance are
    /// left out, except at the edges of the frame, where a corner would be cut off.
    func write(_ tolerance: Double, _ view: GroundView, into data: inout String) {
        if kind.isRing, area < 4 * tolerance * tolerance { return }
        var text = ""
        var steps = 0
        var last = Spot(x: 0, y: 0)
        var (x, y) = (0, 0)
        for (offset, spot) in spots.enumerated() {
            let isAtEdge =
                spot.x <= 0 || spot.y <= 0 || spot.x >= view.width || spot.y >= view.height
            let isLast = offset == spots.count - 1 && !kind.isRing
            if offset > 0, !isAtEdge, !isLast, spot.distance(to: last) < 2 * tolerance { continue }
            let (newX, newY) = (Int(spot.x.rounded()), Int(spot.y.rounded()))
            if offset == 0 {
                text = "M\(newX) \(newY)l"
            } else if (newX, newY) != (x, y) {
                let (across, down) = (newX - x, newY - y)
                if steps > 0, across >= 0 { text += " " }
                text += String(across)
                if down >= 0 { text += " " }
                text += String(down)
                steps += 1
            } else {
                continue
            }
            (x, y) = (newX, newY)
            last = spot
        }
        if steps < (kind.isRing ? 2 : 1) { return }
        data += text
        if kind.isRing { data += "z" }
    }
}
