// Strikes along time: one upright bar for each day or month, as one drawing. This file holds the values;
// TimelineDrawing.swift draws them. The same figures as a table belong to the page.

/// One bar of a timeline: a day, a month, or the period within which something happened.
public struct TimelineEntry: Sendable, Hashable {
    /// The first day, counted from any fixed day.
    public var firstDay: Int
    /// The last day; the same as the first for a single day.
    public var lastDay: Int
    /// Whether the date is only known to lie between the two, which is drawn as an outline.
    public var isApproximate: Bool
    /// What the bar shows.
    public var extent: Extent
    /// The whole in one line, shown when the bar is pointed at.
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

/// A mark on the time axis: the day on which a month or a year begins.
public struct TimelineMark: Sendable, Hashable {
    /// The day, counted as in the entries.
    public var day: Int
    /// The words below it: "July".
    public var label: String

    /// Creates a mark from its day and words.
    public init(day: Int, label: String) {
        self.day = day
        self.label = label
    }
}

/// Counts along time, from a first to a last day.
public struct Timeline: Sendable {
    /// What the ids of the drawing begin with; unique on its page.
    public var id: String
    /// What is counted, of whom, when; the drawing's accessible name, in an element with the id `ID-title`.
    public var title: String
    /// What there is to see, for those who do not.
    public var description: String
    /// The first day of the axis.
    public var firstDay: Int
    /// The last day of the axis.
    public var lastDay: Int
    /// The beginnings of months or years.
    public var marks: [TimelineMark]
    /// The bars.
    public var entries: [TimelineEntry]
    /// The direction of the page; time runs with it.
    public var direction: TextDirection
    /// The numbers of the axis as the page's language writes them.
    public var tickText: @Sendable ([Int]) -> [String]

    /// Creates a timeline; the axis' numbers are plain digits unless `tickText` says otherwise.
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

    /// The timeline as a drawing; an image to a screen reader, so that nothing in it is a link.
    public func svg() -> SVG {
        TimelineDrawing(timeline: self).svg()
    }

    /// The samples for the key of this timeline.
    public var key: TimelineKey { TimelineKey(self) }
}
