// Strikes along time: one upright bar for each day or month, as one drawing, with the same figures in a
// table behind it. This file holds the values; TimelineDrawing.swift draws them.

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
    /// The date in words, for the table.
    public var label: LinkedText
    /// The figure in words, for the table.
    public var value: LinkedText
    /// The whole in one line, shown when the bar is pointed at.
    public var title: String

    /// Creates an entry from its days, its extent and its words.
    public init(
        firstDay: Int,
        lastDay: Int,
        isApproximate: Bool = false,
        extent: Extent,
        label: LinkedText,
        value: LinkedText,
        title: String
    ) {
        self.firstDay = firstDay
        self.lastDay = lastDay
        self.isApproximate = isApproximate
        self.extent = extent
        self.label = label
        self.value = value
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

/// The words of a timeline.
public struct TimelineWords: Sendable, Hashable {
    /// The key's words for the solid part: "killed, minimum".
    public var minimum: String
    /// The key's words for the hatched part: "up to the maximum".
    public var upToMaximum: String
    /// The key's words for a dashed end: "at least, no maximum".
    public var atLeast: String
    /// The key's words for an outline: "date known only to the period".
    public var approximate: String
    /// The key's words for an open mark on the base line: "no figure".
    public var unknown: String
    /// The line that opens the table: "The figures as a table".
    public var tableSummary: String
    /// The heading of the table's first column: "Date".
    public var dateColumn: String
    /// The heading of the table's second column: "Killed".
    public var valueColumn: String

    /// Creates the words.
    public init(
        minimum: String,
        upToMaximum: String,
        atLeast: String,
        approximate: String,
        unknown: String,
        tableSummary: String,
        dateColumn: String,
        valueColumn: String
    ) {
        self.minimum = minimum
        self.upToMaximum = upToMaximum
        self.atLeast = atLeast
        self.approximate = approximate
        self.unknown = unknown
        self.tableSummary = tableSummary
        self.dateColumn = dateColumn
        self.valueColumn = valueColumn
    }
}

/// Counts along time, from a first to a last day.
public struct Timeline: Sendable {
    /// What the ids of the drawing begin with; unique on its page.
    public var id: String
    /// What is counted, of whom, when; the drawing's title and the table's caption.
    public var caption: String
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
    /// The words of the key and the table.
    public var words: TimelineWords
    /// The direction of the page; time runs with it.
    public var direction: TextDirection
    /// The numbers of the axis as the page's language writes them.
    public var tickText: @Sendable ([Int]) -> [String]

    /// Creates a timeline; the axis' numbers are plain digits unless `tickText` says otherwise.
    public init(
        id: String,
        caption: String,
        description: String,
        firstDay: Int,
        lastDay: Int,
        marks: [TimelineMark],
        entries: [TimelineEntry],
        words: TimelineWords,
        direction: TextDirection = .ltr,
        tickText: @escaping @Sendable ([Int]) -> [String] = { $0.map { String($0) } }
    ) {
        self.id = id
        self.caption = caption
        self.description = description
        self.firstDay = firstDay
        self.lastDay = lastDay
        self.marks = marks
        self.entries = entries
        self.words = words
        self.direction = direction
        self.tickText = tickText
    }

    /// The timeline as HTML: a figure with its key, its drawing and its table.
    public func html() -> String {
        TimelineDrawing(timeline: self).html()
    }
}
