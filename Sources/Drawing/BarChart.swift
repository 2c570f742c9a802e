// Bars that stand beside figures in the rows of a table: this file holds their values and their scale,
// BarDrawing.swift draws them. The table, its words and its links belong to the page.

/// Whose count a bar shows.
public enum BarStyle: Sendable, Hashable {
    /// What is alleged or recorded: ink.
    case alleged
    /// What a belligerent concedes: ochre, and thinner where it stands beside an allegation.
    case conceded
}

/// One bar.
public struct Bar: Sendable, Hashable {
    /// What it shows; an unknown extent is not drawn.
    public var extent: Extent
    /// Whose count it is.
    public var style: BarStyle

    /// Creates a bar from what it shows and whose count it is.
    public init(_ extent: Extent, _ style: BarStyle) {
        self.extent = extent
        self.style = style
    }
}

/// Rows of bars on one scale: minimum solid, hatched up to the maximum, dashed where open.
public struct BarChart: Sendable {
    /// What the ids of the hatching begin with; unique on its page.
    public let id: String
    /// The bars that a row has room for, from top to bottom; a row's further bars are not drawn.
    public let lanes: [BarStyle]
    /// The bars of each row, one a lane.
    public let rows: [[Bar]]
    /// Whether lines mark the numbers of the axis.
    public let hasGrid: Bool
    /// The direction of the page.
    public let direction: TextDirection
    /// The numbers of the axis, in people, from zero to a round number at or above the longest bar.
    public let ticks: Ticks
    /// The same as the page's language writes them.
    public let tickTexts: [String]

    /// Creates a chart; the axis' numbers are plain digits unless `tickText` says otherwise.
    public init(
        id: String,
        lanes: [BarStyle],
        rows: [[Bar]],
        hasGrid: Bool = true,
        direction: TextDirection = .ltr,
        tickText: ([Int]) -> [String] = { $0.map { String($0) } }
    ) {
        self.id = id
        self.lanes = lanes
        self.rows = rows.map { Array($0.prefix(lanes.count)) }
        self.hasGrid = hasGrid
        self.direction = direction
        let largest = self.rows.joined()
            .map { bar in
                let end = bar.extent.hatchedEnd
                return bar.extent.isOpen ? end + end / 16 : end
            }
        let top = largest.max() ?? 0
        let fine = Ticks(upTo: top)
        let fineTexts = tickText(fine.values)
        let isCrowded = fineTexts.contains { $0.count > 5 }
        ticks = isCrowded ? Ticks(upTo: top, intervals: 3) : fine
        tickTexts = isCrowded ? tickText(ticks.values) : fineTexts
    }

    /// The bars of a row, measured in per cent of the width that they are given.
    public func bars(ofRow index: Int) -> SVG {
        BarDrawing(chart: self).bars(rows[index])
    }

    /// The hatching that bars refer to, in a drawing that takes no room and stands before them; `nil`
    /// where no bar is hatched.
    public var hatching: SVG? {
        let styles = hatchedStyles
        return styles.isEmpty ? nil : SVG { Hatch(prefix: id).writeHolder(styles, into: &$0) }
    }

    /// The sample for the key of the bars of a lane.
    public func swatch(ofLane index: Int) -> SVG {
        BarDrawing(chart: self).swatch(lanes[index])
    }

    /// The sample for the key of “up to the maximum”; `nil` where no bar is hatched.
    public var rangeSwatch: SVG? {
        hatchedStyles.first.map { BarDrawing(chart: self).rangeSwatch($0) }
    }

    /// The sample for the key of “at least, no maximum”; `nil` where no bar is open.
    public var openSwatch: SVG? {
        let isNeeded = rows.joined().contains { $0.extent.isOpen }
        return isNeeded ? BarDrawing(chart: self).openSwatch : nil
    }

    private var hatchedStyles: [BarStyle] {
        [.alleged, .conceded]
            .filter { style in
                rows.joined().contains { $0.style == style && $0.extent.isRange }
            }
    }
}
