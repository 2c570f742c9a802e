// Places labels beside their circles so that nothing overlaps. The largest circle chooses first; a label
// that finds no free place is left out, for its strike is in the list. Text on a phone is drawn larger, so
// a first round places labels at that size and a second fills what is left with labels for wide screens.

struct MapLabels {
    /// The size of labels on a phone, as the style sheet has it, in units.
    static let phoneSize = 17.0
    /// The size of labels elsewhere.
    static let wideSize = 13.0
    /// How many of the largest circles may have a label; more would only be noise.
    static let most = 400
    /// How many of the largest may stand apart from their circle, at the end of a fine line.
    static let mostLed = 16

    private(set) var placed: [MapLabel] = []
    private let room: Box
    private var obstacles = BoxGrid()
    private let language: String
    private var marks: [MapMark] = []

    init(frame: MapFrame, reserved: [Box], language: String) {
        room = Box(left: 2, top: 2, right: MapFrame.width - 2, bottom: frame.height - 2)
        self.language = language
        for box in reserved { obstacles.insert(box) }
    }

    mutating func place(around marks: [MapMark]) {
        self.marks = marks
        for mark in marks { obstacles.insert(centre: mark.centre, radius: mark.radius + 1) }
        var waiting: [MapMark] = []
        for (rank, mark) in marks.prefix(MapLabels.most).enumerated()
        where !mark.point.label.isEmpty {
            let distances: [Double] = rank < MapLabels.mostLed ? [0, 14, 28, 42, 56] : [0]
            let isPlaced = distances.contains { distance in
                place(mark, size: MapLabels.phoneSize, apart: distance)
            }
            if !isPlaced { waiting.append(mark) }
        }
        for mark in waiting { _ = place(mark, size: MapLabels.wideSize) }
    }

    /// A name of the base map, in the middle of what it names.
    mutating func place(_ text: String, language: String?, at spot: Spot) {
        let direction = TextDirection(language: language ?? self.language)
        let size = MapLabels.phoneSize - 1
        let baseline = Spot(x: spot.x, y: spot.y + size * 0.32)
        let box = MapLabels.box(
            text,
            at: baseline,
            anchor: .middle,
            size: size,
            direction: direction
        )
        guard box.lies(within: room), obstacles.isFree(box) else { return }
        obstacles.insert(box)
        placed.append(
            MapLabel(
                text: text,
                language: language,
                direction: direction,
                spot: baseline,
                anchor: .middle,
                isWideOnly: false,
                box: box,
                lead: []
            )
        )
    }

    private mutating func place(_ mark: MapMark, size: Double, apart: Double = 0) -> Bool {
        let direction = TextDirection(language: mark.point.labelLanguage ?? language)
        for (spot, anchor) in candidates(mark, size: size, apart: apart, direction: direction) {
            let box = MapLabels.box(
                mark.point.label,
                at: spot,
                anchor: anchor,
                size: size,
                direction: direction
            )
            guard box.lies(within: room), obstacles.isFree(box) else { continue }
            let lead = apart > 0 ? MapLabels.lead(from: mark, to: box) : []
            let steps = MapLabels.steps(along: lead)
            guard isClear(steps, of: mark) else { continue }
            for step in steps { obstacles.insert(centre: step, radius: 2) }
            obstacles.insert(box)
            placed.append(
                MapLabel(
                    text: mark.point.label,
                    language: mark.point.labelLanguage,
                    direction: direction,
                    spot: spot,
                    anchor: anchor,
                    isWideOnly: size < MapLabels.phoneSize,
                    box: box,
                    lead: lead
                )
            )
            return true
        }
        return false
    }

    /// Whether a fine line runs over no label and through no circle but its own.
    private func isClear(_ steps: [Spot], of mark: MapMark) -> Bool {
        if placed.contains(where: { steps.contains(where: $0.box.contains) }) { return false }
        return !marks.contains { other in
            other.index != mark.index
                && steps.contains { $0.distance(to: other.centre) < other.radius }
        }
    }

    /// From the rim of a circle to the nearest place of a box.
    private static func lead(from mark: MapMark, to box: Box) -> [Spot] {
        let centre = mark.centre
        let end = Spot(
            x: min(max(centre.x, box.left - 2), box.right + 2),
            y: min(max(centre.y, box.top), box.bottom)
        )
        let distance = end.distance(to: centre)
        guard distance > mark.radius else { return [] }
        let share = mark.radius / distance
        let start = Spot(
            x: centre.x + (end.x - centre.x) * share,
            y: centre.y + (end.y - centre.y) * share
        )
        return [start, end]
    }

    private static func steps(along line: [Spot]) -> [Spot] {
        guard let start = line.first, let end = line.last else { return [] }
        return (0...12)
            .map { step in
                let share = Double(step) / 12
                return Spot(
                    x: start.x + (end.x - start.x) * share,
                    y: start.y + (end.y - start.y) * share
                )
            }
    }

    /// Beside, above, below, then the corners; the side that the script runs towards comes first.
    private func candidates(
        _ mark: MapMark,
        size: Double,
        apart: Double,
        direction: TextDirection
    ) -> [(Spot, MapLabel.Anchor)] {
        let (x, y) = (mark.centre.x, mark.centre.y)
        let clear = mark.radius + apart + 5
        let slant = (mark.radius + apart) * 0.707 + 4
        let right = (Spot(x: x + clear, y: y + size * 0.32), MapLabel.Anchor.left)
        let left = (Spot(x: x - clear, y: y + size * 0.32), MapLabel.Anchor.right)
        let upper = y - slant
        let lower = y + slant + size * 0.7
        let beside = direction == .ltr ? [right, left] : [left, right]
        return beside + [
            (Spot(x: x, y: y - clear), .middle),
            (Spot(x: x, y: y + clear + size * 0.8), .middle),
            (Spot(x: x + slant, y: upper), .left), (Spot(x: x - slant, y: upper), .right),
            (Spot(x: x + slant, y: lower), .left), (Spot(x: x - slant, y: lower), .right),
        ]
    }

    /// The room of a text; Arabic letters reach higher and lower than Latin ones of the same size.
    static func box(
        _ text: String,
        at spot: Spot,
        anchor: MapLabel.Anchor,
        size: Double,
        direction: TextDirection
    ) -> Box {
        let width = Double(TextWidth.tenths(text)) * size / 10
        let left =
            switch anchor {
            case .left: spot.x
            case .middle: spot.x - width / 2
            case .right: spot.x - width
            }
        return Box(
            left: left,
            top: spot.y - size * (direction == .rtl ? 1.05 : 0.85),
            right: left + width,
            bottom: spot.y + size * (direction == .rtl ? 0.55 : 0.3)
        )
    }
}
