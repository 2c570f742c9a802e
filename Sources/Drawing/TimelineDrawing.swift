// Draws a timeline as one SVG.

struct TimelineDrawing {
    let timeline: Timeline
    private let ticks: Ticks
    private let tickTexts: [String]
    private let hatch: Hatch
    private let firstDay: Int
    private let days: Int
    /// The width of the numbers of the axis.
    private let left: Double
    private let width = 1000.0
    /// The size of the text on a phone, where it is largest.
    private static let textSize = 16.0
    /// The size of text on a phone in units, as in the style sheet.
    private static let phoneTextSize = 28.0
    private let plotTop = 14.0
    private let plotHeight = 220.0

    init(timeline: Timeline) {
        self.timeline = timeline
        let largest = timeline.entries.map { entry in
            entry.extent.hatchedEnd + (entry.extent.isOpen ? entry.extent.hatchedEnd / 8 : 0)
        }
        ticks = Ticks(upTo: largest.max() ?? 0, intervals: 4)
        tickTexts = timeline.tickText(ticks.values)
        let widest = tickTexts.map { TextWidth.tenths($0) }.max() ?? 0
        left = max(44, Double(widest) * TimelineDrawing.textSize / 10 + 12)
        hatch = Hatch(prefix: timeline.id)
        firstDay = TimelineDrawing.clamp(timeline.firstDay)
        days = max(1, TimelineDrawing.clamp(timeline.lastDay) - firstDay + 1)
    }

    func svg() -> SVG {
        let titleID = timeline.id + "-title"
        let descriptionID = timeline.id + "-desc"
        return SVG { markup in
            markup.open(
                "svg",
                [
                    ("viewBox", "0 0 1000 264"), ("role", "img"),
                    ("aria-labelledby", "\(titleID) \(descriptionID)"),
                    ("direction", timeline.direction.rawValue),
                ]
            )
            markup.element("title", [("id", titleID)], timeline.title)
            markup.element("desc", [("id", descriptionID)], timeline.description)
            hatch.writeDefinitions([.alleged], into: &markup)
            markup.newLine()
            writeAxes(into: &markup)
            for column in columns() { write(column, into: &markup) }
            markup.close("svg")
        }
    }

    // MARK: Axes

    private func writeAxes(into markup: inout Markup) {
        let isMirrored = timeline.direction == .rtl
        let (near, far) = (isMirrored ? 0 : left, isMirrored ? width - left : width)
        for (tick, text) in zip(ticks.values, tickTexts) {
            let y = height(tick)
            markup.empty(
                "path",
                [
                    ("class", tick == 0 ? "base" : "grid"),
                    (
                        "d",
                        "M\(Decimal.coordinate(near)) \(Decimal.coordinate(y))H\(Decimal.coordinate(far))"
                    ),
                ]
            )
            markup.element(
                "text",
                [
                    ("class", "faint"),
                    ("x", Decimal.coordinate(isMirrored ? width - left + 8 : left - 8)),
                    ("y", Decimal.coordinate(y + 4)), ("text-anchor", "end"),
                ],
                text
            )
        }
        markup.newLine()
        writeMarks(into: &markup)
        markup.newLine()
    }

    /// Writes ticks at the first days of months; a name that would overlap the one before or exceed the
    /// drawing is left out.
    private func writeMarks(into markup: inout Markup) {
        let isMirrored = timeline.direction == .rtl
        var taken = 0.0
        var takenOnPhone = 0.0
        for mark in timeline.marks.sorted(by: { $0.day < $1.day }) {
            let day = TimelineDrawing.clamp(mark.day)
            guard day >= firstDay, day < firstDay + days else { continue }
            let x = place(Double(day - firstDay))
            markup.empty(
                "path",
                [
                    ("class", "tick"),
                    ("d", "M\(Decimal.coordinate(x)) \(Decimal.coordinate(height(0)))v8"),
                ]
            )
            let start = isMirrored ? width - x + 4 : x + 4
            let end = start + Double(TextWidth.tenths(mark.label)) * TimelineDrawing.textSize / 10
            guard start >= taken, end <= width else { continue }
            taken = end + 6
            let growth = TimelineDrawing.phoneTextSize / TimelineDrawing.textSize
            let phoneEnd = start + (end - start) * growth
            let fitsOnPhone = start >= takenOnPhone && phoneEnd <= width
            if fitsOnPhone { takenOnPhone = phoneEnd + 6 }
            markup.element(
                "text",
                [
                    ("class", fitsOnPhone ? "faint" : "faint wide-only"),
                    ("x", Decimal.coordinate(x + (isMirrored ? -4 : 4))),
                    ("y", Decimal.coordinate(height(0) + 20)),
                ],
                mark.label
            )
        }
    }

    // MARK: Bars

    private struct Column {
        let entry: TimelineEntry
        let start: Double
        let end: Double
    }

    /// The columns of the entries; entries of the same days are side by side in the width of those days.
    private func columns() -> [Column] {
        let visible = timeline.entries.enumerated()
            .map { index, entry in
                let first = max(TimelineDrawing.clamp(entry.firstDay), firstDay)
                let last = min(TimelineDrawing.clamp(entry.lastDay), firstDay + days - 1)
                return (index: index, first: first, last: last, entry: entry)
            }
            .filter { $0.first <= $0.last }
        let sorted = visible.sorted { one, other in
            (one.first, one.last, one.index) < (other.first, other.last, other.index)
        }
        var columns: [Column] = []
        var index = 0
        while index < sorted.count {
            let group = sorted[index...]
                .prefix {
                    $0.first == sorted[index].first && $0.last == sorted[index].last
                }
            let start = Double(sorted[index].first - firstDay)
            let share = Double(sorted[index].last - sorted[index].first + 1) / Double(group.count)
            for (offset, member) in group.enumerated() {
                columns.append(
                    Column(
                        entry: member.entry,
                        start: start + share * Double(offset),
                        end: start + share * Double(offset + 1)
                    )
                )
            }
            index += group.count
        }
        return columns
    }

    private func write(_ column: Column, into markup: inout Markup) {
        let (a, b) = (place(column.start), place(column.end))
        let full = max(abs(b - a), 1)
        let gap = full > 3 ? min(full * 0.15, 6) : 0
        let x = min(a, b) + gap / 2
        let width = max(full - gap, 1)
        let extent = column.entry.extent
        markup.open("g", [("class", column.entry.isApproximate ? "approximate" : nil)])
        markup.element("title", column.entry.title)
        if extent.isUnknown {
            let middle = Decimal.coordinate(x + width / 2)
            markup.empty(
                "circle",
                [
                    ("class", "dot-unknown"), ("cx", middle),
                    ("cy", Decimal.coordinate(height(0) - 6)), ("r", "3"),
                ]
            )
        } else {
            let top = height(extent.solidEnd)
            if extent.solidEnd > 0 {
                let height = height(0) - top
                write("min", x: x, y: top, width: width, height: height, into: &markup)
            }
            let ceiling = height(extent.hatchedEnd)
            if extent.isRange {
                write(
                    "max",
                    x: x,
                    y: ceiling,
                    width: width,
                    height: top - ceiling,
                    fill: hatch.alleged,
                    into: &markup
                )
            }
            if extent.isOpen {
                let middle = Decimal.coordinate(x + width / 2)
                markup.empty(
                    "path",
                    [
                        ("class", "open"), ("d", "M\(middle) \(Decimal.coordinate(ceiling))v-12"),
                        ("stroke-dasharray", "3 3"),
                    ]
                )
            }
        }
        markup.close("g")
        markup.newLine()
    }

    private func write(
        _ part: String,
        x: Double,
        y: Double,
        width: Double,
        height: Double,
        fill: String? = nil,
        into markup: inout Markup
    ) {
        markup.empty(
            "rect",
            [
                ("class", part), ("x", Decimal.coordinate(x)), ("y", Decimal.coordinate(y)),
                ("width", Decimal.coordinate(width)), ("height", Decimal.coordinate(height)),
                ("fill", fill),
            ]
        )
    }

    private func place(_ day: Double) -> Double {
        let along = day / Double(days) * (width - left)
        return timeline.direction == .rtl ? width - left - along : left + along
    }

    private func height(_ number: Int) -> Double {
        plotTop + plotHeight - Double(number) / Double(ticks.top) * plotHeight
    }

    private static func clamp(_ day: Int) -> Int { min(max(day, -10_000_000), 10_000_000) }
}
