// Places labels beside their circles so that nothing overlaps. The largest circle chooses first; a label
// that finds no free place is left out, for its strike is in the list. Text on a phone is drawn larger, so
// a first round places labels at that size and a second fills what is left with labels for wide screens.

/// A label with the place it was given.
struct MapLabel {
    /// Which end of the text lies at its spot.
    enum Anchor {
        case left
        case middle
        case right
    }

    let text: String
    let language: String?
    let direction: TextDirection
    let spot: Spot
    let anchor: Anchor
    /// Whether it is drawn on wide screens only.
    let isWideOnly: Bool
    /// The room it takes at the larger of the sizes at which it is drawn.
    let box: Box
    /// The ends of a fine line to its circle, where it stands apart from it.
    let lead: [Spot]

    /// The value of `text-anchor`, which follows the direction of the text.
    var textAnchor: String {
        switch (anchor, direction) {
        case (.middle, _): "middle"
        case (.left, .ltr), (.right, .rtl): "start"
        case (.left, .rtl), (.right, .ltr): "end"
        }
    }
}

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

    init(frame: MapFrame, reserved: [Box], language: String) {
        room = Box(left: 2, top: 2, right: MapFrame.width - 2, bottom: frame.height - 2)
        self.language = language
        for box in reserved { obstacles.insert(box) }
    }

    mutating func place(around marks: [MapMark]) {
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
        let tag = language ?? self.language
        let size = MapLabels.phoneSize - 1
        let baseline = Spot(x: spot.x, y: spot.y + size * 0.32)
        let box = MapLabels.box(text, at: baseline, anchor: .middle, size: size)
        guard box.lies(within: room), obstacles.isFree(box) else { return }
        obstacles.insert(box)
        placed.append(
            MapLabel(
                text: text,
                language: language,
                direction: TextDirection(language: tag),
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
            let box = MapLabels.box(mark.point.label, at: spot, anchor: anchor, size: size)
            guard box.lies(within: room), obstacles.isFree(box) else { continue }
            let lead = apart > 0 ? MapLabels.lead(from: mark, to: box) : []
            let steps = MapLabels.steps(along: lead)
            guard !placed.contains(where: { label in steps.contains(where: label.box.contains) })
            else { continue }
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

    static func box(_ text: String, at spot: Spot, anchor: MapLabel.Anchor, size: Double) -> Box {
        let width = Double(TextWidth.tenths(text)) * size / 10
        let left =
            switch anchor {
            case .left: spot.x
            case .middle: spot.x - width / 2
            case .right: spot.x - width
            }
        return Box(
            left: left,
            top: spot.y - size * 0.85,
            right: left + width,
            bottom: spot.y + size * 0.3
        )
    }
}

/// Boxes and circles that are taken, found by cell.
struct BoxGrid {
    private enum Obstacle {
        case box(Box)
        case circle(Spot, Double)

        func overlaps(_ box: Box) -> Bool {
            switch self {
            case .box(let other): return box.overlaps(other)
            case .circle(let centre, let radius):
                let nearest = Spot(
                    x: min(max(centre.x, box.left), box.right),
                    y: min(max(centre.y, box.top), box.bottom)
                )
                return nearest.distance(to: centre) < radius
            }
        }
    }

    private struct Cell: Hashable {
        let column: Int
        let row: Int
    }

    private var cells: [Cell: [Obstacle]] = [:]

    mutating func insert(_ box: Box) {
        insert(.box(box), over: box)
    }

    mutating func insert(centre: Spot, radius: Double) {
        let box = Box(
            left: centre.x - radius,
            top: centre.y - radius,
            right: centre.x + radius,
            bottom: centre.y + radius
        )
        insert(.circle(centre, radius), over: box)
    }

    func isFree(_ box: Box) -> Bool {
        !BoxGrid.cells(box)
            .contains { cell in
                (cells[cell] ?? []).contains { $0.overlaps(box) }
            }
    }

    private mutating func insert(_ obstacle: Obstacle, over box: Box) {
        for cell in BoxGrid.cells(box) { cells[cell, default: []].append(obstacle) }
    }

    private static func cells(_ box: Box) -> [Cell] {
        func index(_ value: Double) -> Int {
            Int((min(max(value, -2000), 4000) / 64).rounded(.down))
        }
        var cells: [Cell] = []
        for column in index(box.left)...index(box.right) {
            for row in index(box.top)...index(box.bottom) {
                cells.append(Cell(column: column, row: row))
            }
        }
        return cells
    }
}
