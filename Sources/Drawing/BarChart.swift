// Bars beside figures in the rows of a table. This file has their values and their scale, and
// BarDrawing.swift draws them. The table, its words and its links belong to the page.

import Text

/// What a bar shows: the measures of a chart differ in their filling, not only in their colour, so that they can be
/// told apart in print and by everybody.
public enum BarStyle: Sendable, Hashable, CaseIterable {
    /// Alleged or recorded; filled with ink.
    case alleged
    /// Conceded by a belligerent; a hollow bar in ochre, and thinner beside an allegation.
    case conceded
    /// A second measure; dots.
    case dotted
    /// A third measure; lines along the bar.
    case ruled
    /// A fourth measure; lines in both directions.
    case checked
    /// A fifth measure; lines across the bar.
    case barred
    /// A sixth measure; an outline.
    case hollow

    /// The styles of measures that nobody concedes, from the first to the last.
    private static let others: [BarStyle] = [
        .alleged, .dotted, .ruled, .checked, .barred, .hollow,
    ]

    /// Whether each of the measures of a chart has a style of its own, from whether each is conceded.
    public static func areDistinct(areConceded: [Bool]) -> Bool {
        areConceded.count - (areConceded.contains(true) ? 1 : 0) <= others.count
    }

    /// The greatest number of measures of a chart that have styles of their own, without a conceded one.
    public static var most: Int { others.count }

    /// The styles of the measures of a chart, from whether each is conceded; beyond ``most`` they repeat.
    public static func styles(areConceded: [Bool]) -> [BarStyle] {
        var plain: [BarStyle] = []
        var hasConceded = false
        return areConceded.map { isConceded in
            if isConceded, !hasConceded {
                hasConceded = true
                return .conceded
            }
            let style = others[plain.count % others.count]
            plain.append(style)
            return style
        }
    }

    /// Whether the filling is a pattern.
    var isPattern: Bool {
        switch self {
        case .dotted, .ruled, .checked, .barred, .hollow: true
        case .alleged, .conceded: false
        }
    }

    /// The style whose hatching stands for "up to the maximum".
    var hatchStyle: BarStyle { self == .conceded ? .conceded : .alleged }
}

/// One bar.
public struct Bar: Sendable, Hashable {
    /// The count or total; an unknown extent is not drawn.
    public var extent: Extent
    /// The origin of the count.
    public var style: BarStyle

    /// Creates a bar from its extent and its style.
    public init(_ extent: Extent, _ style: BarStyle) {
        self.extent = extent
        self.style = style
    }
}

/// Rows of bars on one scale: solid up to the minimum, hatched up to the maximum, dashed at an open end.
public struct BarChart: Sendable {
    /// The prefix of the ids of the hatching; must be unique on the page.
    public let id: String
    /// The styles of the bars of a row, from top to bottom; further bars of a row are not drawn.
    public let lanes: [BarStyle]
    /// The bars of each row, one for each lane.
    public let rows: [[Bar]]
    /// Whether lines mark the numbers of the axis.
    public let hasGrid: Bool
    /// The direction of the page.
    public let direction: TextDirection
    /// The numbers of the axis, in people, from zero to a round number at or above the longest bar.
    public let ticks: Ticks
    /// The numbers of the axis as the page's language writes them.
    public let tickTexts: [String]

    /// Creates a chart; without `tickText`, the numbers of the axis are plain digits.
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

    /// The bars of a row, as wide as the element that contains them.
    public func bars(ofRow index: Int) -> SVG {
        BarDrawing(chart: self).bars(rows[index])
    }

    /// The hatching and the fillings that bars refer to, in an empty drawing to be placed before them; `nil` when no
    /// bar has one.
    public var hatching: SVG? {
        let styles = hatchedStyles + BarStyle.allCases.filter { $0.isPattern && lanes.contains($0) }
        return styles.isEmpty ? nil : SVG { Hatch(prefix: id).writeHolder(styles, into: &$0) }
    }

    /// The sample of the bars of a lane for the key.
    public func swatch(ofLane index: Int) -> SVG {
        BarDrawing(chart: self).swatch(lanes[index])
    }

    /// The sample of “up to the maximum” for the key; `nil` when no bar is hatched.
    public var rangeSwatch: SVG? {
        hatchedStyles.first.map { BarDrawing(chart: self).rangeSwatch($0) }
    }

    /// The sample of “at least, no maximum” for the key; `nil` when no bar has an open end.
    public var openSwatch: SVG? {
        let isNeeded = rows.joined().contains { $0.extent.isOpen }
        return isNeeded ? BarDrawing(chart: self).openSwatch : nil
    }

    private var hatchedStyles: [BarStyle] {
        [.alleged, .conceded]
            .filter { style in
                rows.joined().contains { $0.style.hatchStyle == style && $0.extent.isRange }
            }
    }
}
