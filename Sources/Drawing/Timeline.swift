// A timeline of strikes: one vertical bar for each day or month, as one drawing. This file has the values, and
// TimelineDrawing.swift draws them. The table of the same figures belongs to the page.

import Text

/// One bar of a timeline: a day, a month, or the period within which something happened.
public struct TimelineEntry: Sendable, Hashable {
    /// The first day, counted from any fixed day.
    public var firstDay: Int
    /// The last day; the same as the first for a single day.
    public var lastDay: Int
    /// Whether the date is only known to be between the two, which is drawn as an outline.
    public var isApproximate: Bool
    /// The count or total.
    public var extent: Extent
    /// The entry in one line, shown when the pointer is over the bar.
    public var title: String

    /// Creates an entry from its days, its extent and its title.
    public init(
        firstDay: Int,
        lastDay: Int,
        isApproximate: Bool = false,
        extent: Extent,
        title: String
    ) {
        self.firstDay = firstDay
        self.lastDay = lastDay
        self.isApproximate = isApproximate
        self.extent = extent
        self.title = title
    }
}

/// A mark on the time axis, at the first day of a month or a year.
public struct TimelineMark: Sendable, Hashable {
    /// The day, counted as in the entries.
    public var day: Int
    /// The label below it: "July".
    public var label: String

    /// Creates a mark from its day and its label.
    public init(day: Int, label: String) {
        self.day = day
        self.label = label
    }
}

/// Counts along time, from a first to a last day.
public struct Timeline: Sendable {
    /// The prefix of the ids in the drawing; must be unique on the page.
    public var id: String
    /// The title, which is its accessible name, in an element with the id `ID-title`.
    public var title: String
    /// A description for readers who cannot see the drawing.
    public var description: String
    /// The first day of the axis.
    public var firstDay: Int
    /// The last day of the axis.
    public var lastDay: Int
    /// The first days of months or years.
    public var marks: [TimelineMark]
    /// The bars.
    public var entries: [TimelineEntry]
    /// The direction of the page, which is also that of time.
    public var direction: TextDirection
    /// The numbers of the axis as the page's language writes them.
    public var tickText: @Sendable ([Int]) -> [String]

    /// Creates a timeline; without `tickText`, the numbers of the axis are plain digits.
    public init(
        id: String,
        title: String,
        description: String,
        firstDay: Int,
        lastDay: Int,
        marks: [TimelineMark],
        entries: [TimelineEntry],
        direction: TextDirection = .ltr,
        tickText: @escaping @Sendable ([Int]) -> [String] = { $0.map { String($0) } }
    ) {
        self.id = id
        self.title = title
        self.description = description
        self.firstDay = firstDay
        self.lastDay = lastDay
        self.marks = marks
        self.entries = entries
        self.direction = direction
        self.tickText = tickText
    }

    /// The timeline as a drawing; it is an image for screen readers, so it contains no links.
    public func svg() -> SVG {
        TimelineDrawing(timeline: self).svg()
    }

    /// The samples for the key of this timeline.
    public var key: TimelineKey { TimelineKey(self) }
}
