// A chart that is a table: the numbers stand beside the bars, are links, and survive without the drawing.
// This file holds the values of a chart; BarChartTable.swift writes them as HTML.

/// Whose count a bar shows.
public enum BarStyle: Sendable, Hashable {
    /// What is alleged or recorded: ink.
    case alleged
    /// What a belligerent concedes: ochre, and thinner where it stands beside an allegation.
    case conceded
}

/// One column of figures and the bars that show it.
public struct BarSeries: Sendable, Hashable {
    /// The words in the key: "killed, minimum".
    public var label: String
    /// The heading of the column of figures: "Killed".
    public var column: String
    /// Whose count it is.
    public var style: BarStyle

    /// Creates a series from its words and style.
    public init(label: String, column: String, style: BarStyle) {
        self.label = label
        self.column = column
        self.style = style
    }
}

/// One figure of a row: the bar and the words beside it.
public struct BarValue: Sendable, Hashable {
    /// What the bar shows; nil draws none.
    public var extent: Extent?
    /// The figure in words: "72–77", "no figure", "none".
    public var text: LinkedText
    /// The style of this one bar where it is not the series' own.
    public var style: BarStyle?

    /// Creates a figure from its bar and its words.
    public init(extent: Extent?, text: LinkedText, style: BarStyle? = nil) {
        self.extent = extent
        self.text = text
        self.style = style
    }
}

/// One row of a chart.
public struct BarRow: Sendable, Hashable {
    /// What the row is about: "June".
    public var label: LinkedText
    /// A second, smaller line: "18 strikes".
    public var sublabel: LinkedText?
    /// One figure for each series.
    public var values: [BarValue]
    /// Further cells, one for each of the chart's extra columns.
    public var extras: [LinkedText]
    /// Whether it is a total: set at the foot, without a bar.
    public var isTotal: Bool

    /// Creates a row from its cells.
    public init(
        label: LinkedText,
        sublabel: LinkedText? = nil,
        values: [BarValue],
        extras: [LinkedText] = [],
        isTotal: Bool = false
    ) {
        self.label = label
        self.sublabel = sublabel
        self.values = values
        self.extras = extras
        self.isTotal = isTotal
    }
}

/// The words that every bar chart of a language shares.
public struct BarWords: Sendable {
    /// The heading that stands over the bars for those who do not see them, given the axis' end as text.
    public var bars: @Sendable (_ top: String) -> String
    /// The key's words for the hatched part: "up to the maximum".
    public var upToMaximum: String
    /// The key's words for a dashed end: "at least, no maximum".
    public var atLeast: String

    /// Creates the words.
    public init(
        bars: @escaping @Sendable (_ top: String) -> String,
        upToMaximum: String,
        atLeast: String
    ) {
        self.bars = bars
        self.upToMaximum = upToMaximum
        self.atLeast = atLeast
    }
}

/// A table of figures with a bar for each: minimum solid, hatched up to the maximum, dashed where open.
public struct BarChart: Sendable {
    /// What the ids of the chart begin with; unique on its page.
    public var id: String
    /// A few words set strong at the head of the caption, if any.
    public var title: String?
    /// What is counted, of whom, when.
    public var caption: String
    /// A longer remark that stands below the chart, if any.
    public var description: String?
    /// The heading of the first column: "Month".
    public var rowHeader: String
    /// The columns of figures.
    public var series: [BarSeries]
    /// The headings of further columns after the figures.
    public var extraHeaders: [String]
    /// The rows, totals last.
    public var rows: [BarRow]
    /// The words of the key and of the axis.
    public var words: BarWords
    /// Whether the axis shows its numbers.
    public var showsAxis: Bool
    /// Whether the key stands above the chart.
    public var showsKey: Bool
    /// The direction of the page.
    public var direction: TextDirection
    /// The numbers of the axis as the page's language writes them.
    public var tickText: @Sendable ([Int]) -> [String]

    /// Creates a chart; the axis' numbers are plain digits unless `tickText` says otherwise.
    public init(
        id: String,
        title: String? = nil,
        caption: String,
        description: String? = nil,
        rowHeader: String,
        series: [BarSeries],
        extraHeaders: [String] = [],
        rows: [BarRow],
        words: BarWords,
        showsAxis: Bool = true,
        showsKey: Bool = true,
        direction: TextDirection = .ltr,
        tickText: @escaping @Sendable ([Int]) -> [String] = { $0.map { String($0) } }
    ) {
        self.id = id
        self.title = title
        self.caption = caption
        self.description = description
        self.rowHeader = rowHeader
        self.series = series
        self.extraHeaders = extraHeaders
        self.rows = rows
        self.words = words
        self.showsAxis = showsAxis
        self.showsKey = showsKey
        self.direction = direction
        self.tickText = tickText
    }

    /// The chart as HTML.
    public func html() -> String {
        BarChartTable(chart: self).html()
    }
}
