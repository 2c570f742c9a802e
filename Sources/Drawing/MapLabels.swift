// Places labels beside their circles so that nothing overlaps. Labels of the largest circles are placed first;
// a label that does not fit is left out, because its strike is also in the list. Text on a phone is larger, so
// a first pass places labels at that size, and a second adds labels for wide screens where there is space.

import Text

struct MapLabels {
    /// The size of labels on a phone in units, as in the style sheet.
    static let phoneSize = 17.0
    /// The size of labels elsewhere.
    static let wideSize = 13.0
    /// How many of the largest circles can have a label; more would make the map hard to read.
    static let limit = 400
    /// How many of them can have a label at the end of a leader line.
    static let leaderLimit = 16

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
        for (rank, mark) in marks.prefix(MapLabels.limit).enumerated()
        where !mark.point.label.isEmpty {
            let distances: [Double] = rank < MapLabels.leaderLimit ? [0, 14, 28, 42, 56] : [0]
            let isPlaced = distances.contains { distance in
                place(mark, size: MapLabels.phoneSize, apart: distance)
            }
            if !isPlaced { waiting.append(mark) }
        }
        for mark in waiting { _ = place(mark, size: MapLabels.wideSize) }
    }

    /// Places a name of the base map at the first of some spots where it is free, smaller if it must be.
    mutating func place(_ text: String, language: String?, at spots: [Spot]) {
        for size in [MapLabels.phoneSize - 1, MapLabels.wideSize] {
            if spots.contains(where: { place(text, language: language, at: $0, size: size) }) {
                return
            }
        }
    }

    private mutating func place(
        _ text: String,
        language: String?,
        at spot: Spot,
        size: Double
    ) -> Bool {
        let direction = TextDirection(language: language ?? self.language)
        let baseline = Spot(x: spot.x, y: spot.y + size * 0.32)
        let box = MapLabels.box(
            text,
            at: baseline,
            anchor: .middle,
            size: size,
            direction: direction
        )
        guard box.lies(within: room), obstacles.isFree(box) else { return false }
        obstacles.insert(box)
        placed.append(
            MapLabel(
                text: text,
                language: language,
                direction: direction,
                spot: baseline,
                anchor: .middle,
                isWideOnly: size < MapLabels.phoneSize - 1,
                box: box,
                leader: []
            )
        )
        return true
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
            let leader = apart > 0 ? MapLabels.leader(from: mark, to: box) : []
            let steps = MapLabels.steps(along: leader)
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
                    leader: leader
                )
            )
            return true
        }
        return false
    }

    /// Whether a leader line crosses no label and no other circle.
    private func isClear(_ steps: [Spot], of mark: MapMark) -> Bool {
        if placed.contains(where: { steps.contains(where: $0.box.contains) }) { return false }
        return !marks.contains { other in
            other.index != mark.index
                && steps.contains { $0.distance(to: other.centre) < other.radius }
        }
    }

    /// The line from the edge of a circle to the nearest point of a box.
    private static func leader(from mark: MapMark, to box: Box) -> [Spot] {
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

    /// The positions to try: beside, above, below, then the corners; the side towards which text runs is first.
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

    /// The area of a text; Arabic letters are taller and deeper than Latin ones of the same size.
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
