// Writes a bar chart as a table: one row a line of the chart, its bars a small drawing measured in per
// cent, so that text keeps its size, and a script that runs from the right is a mirror away.

struct BarChartTable {
    let chart: BarChart
    private let ticks: Ticks
    private let tickTexts: [String]
    private let hatch: Hatch
    private let hatchedStyles: [BarStyle]

    init(chart: BarChart) {
        self.chart = chart
        let drawn = chart.rows.filter { !$0.isTotal }
        let extents = drawn.flatMap { $0.values.compactMap(\.extent) }
        let largest = extents.map { $0.isOpen ? $0.hatchedEnd + $0.hatchedEnd / 16 : $0.hatchedEnd }
        let top = largest.max() ?? 0
        let fine = Ticks(upTo: top)
        let fineTexts = chart.tickText(fine.values)
        let isCrowded = fineTexts.contains { $0.count > 5 }
        ticks = isCrowded ? Ticks(upTo: top, intervals: 3) : fine
        tickTexts = isCrowded ? chart.tickText(ticks.values) : fineTexts
        hatch = Hatch(prefix: chart.id)
        hatchedStyles = [BarStyle.alleged, .conceded]
            .filter { style in
                drawn.contains { row in
                    BarChartTable.bars(of: row, in: chart.series)
                        .contains {
                            $0.style == style && $0.extent.isRange
                        }
                }
            }
    }

    func html() -> String {
        var markup = Markup()
        if !hatchedStyles.isEmpty { hatch.writeHolder(hatchedStyles, into: &markup) }
        if chart.showsKey { writeKey(into: &markup) }
        let captionID = chart.id + "-caption"
        let noteID = chart.description == nil ? nil : chart.id + "-note"
        markup.open(
            "div",
            [
                ("class", "tab"), ("role", "group"), ("aria-labelledby", captionID),
                ("tabindex", hasLink ? nil : "0"),
            ]
        )
        let kind = chart.series.count == 1 ? "chart one" : "chart"
        markup.open("table", [("class", kind), ("aria-describedby", noteID)])
        writeCaption(id: captionID, into: &markup)
        writeHead(into: &markup)
        markup.open("tbody")
        markup.newLine()
        for row in chart.rows where !row.isTotal { write(row, into: &markup) }
        markup.close("tbody")
        let totals = chart.rows.filter(\.isTotal)
        if !totals.isEmpty {
            markup.newLine()
            markup.open("tfoot")
            markup.newLine()
            for row in totals { write(row, into: &markup) }
            markup.close("tfoot")
        }
        markup.close("table")
        markup.close("div")
        markup.newLine()
        if let description = chart.description {
            markup.element("p", [("class", "note"), ("id", noteID)], description)
            markup.newLine()
        }
        return markup.html
    }

    // MARK: Key and caption

    private func writeKey(into markup: inout Markup) {
        let extents = chart.rows.filter { !$0.isTotal }.flatMap { $0.values.compactMap(\.extent) }
        markup.open("ul", [("class", "key plain"), ("aria-hidden", "true")])
        markup.newLine()
        for series in chart.series {
            let isThin = series.style == .conceded && chart.series.count > 1
            writeKeyItem(series.label, height: isThin ? 8 : 12, into: &markup) { markup in
                let part = series.style == .conceded ? "con" : "min"
                let height = isThin ? "8" : "12"
                markup.empty("rect", [("class", part), ("width", "28"), ("height", height)])
            }
        }
        if extents.contains(where: \.isRange) {
            let style = hatchedStyles.first ?? .alleged
            writeKeyItem(chart.words.upToMaximum, height: 12, into: &markup) { markup in
                markup.empty(
                    "rect",
                    [
                        ("class", style == .conceded ? "con-max" : "max"), ("x", "0.5"),
                        ("y", "0.5"), ("width", "27"), ("height", "11"),
                        ("fill", hatch.fill(style)),
                    ]
                )
            }
        }
        if extents.contains(where: \.isOpen) {
            writeKeyItem(chart.words.atLeast, height: 12, into: &markup) { markup in
                markup.empty("rect", [("class", "min"), ("width", "16"), ("height", "12")])
                markup.empty(
                    "line",
                    [
                        ("class", "open"), ("x1", "16"), ("x2", "28"), ("y1", "6"), ("y2", "6"),
                        ("stroke-dasharray", "3 3"),
                    ]
                )
            }
        }
        markup.close("ul")
        markup.newLine()
    }

    private func writeKeyItem(
        _ words: String,
        height: Int,
        into markup: inout Markup,
        swatch: (inout Markup) -> Void
    ) {
        markup.open("li")
        markup.element("svg", [("width", "28"), ("height", String(height))], with: swatch)
        markup.text(words)
        markup.close("li")
        markup.newLine()
    }

    private func writeCaption(id: String, into markup: inout Markup) {
        markup.open("caption", [("id", id)])
        if let title = chart.title {
            markup.element("strong", title)
            markup.text(" ")
        }
        markup.text(chart.caption)
        markup.close("caption")
        markup.newLine()
    }

    private func writeHead(into markup: inout Markup) {
        markup.open("thead")
        markup.open("tr")
        markup.element("th", [("scope", "col")], chart.rowHeader)
        markup.open("th", [("scope", "col")])
        markup.element("span", [("class", "vh")], chart.words.bars(tickTexts.last ?? ""))
        if chart.showsAxis {
            markup.element("span", [("class", "axis"), ("aria-hidden", "true")]) { markup in
                for text in tickTexts { markup.element("span", text) }
            }
        }
        markup.close("th")
        for series in chart.series {
            markup.element("th", [("scope", "col"), ("class", "n")], series.column)
        }
        for header in chart.extraHeaders { markup.element("th", [("scope", "col")], header) }
        markup.close("tr")
        markup.close("thead")
        markup.newLine()
    }

    // MARK: Rows

    private func write(_ row: BarRow, into markup: inout Markup) {
        markup.open("tr")
        markup.open("th", [("scope", "row")])
        row.label.write(into: &markup)
        if let sublabel = row.sublabel {
            markup.element("span", [("class", "small")]) { sublabel.write(into: &$0) }
        }
        markup.close("th")
        if row.isTotal {
            markup.element("td", "")
        } else {
            markup.element("td", [("class", "plot")]) { writeBars(of: row, into: &$0) }
        }
        for index in chart.series.indices {
            let value = index < row.values.count ? row.values[index] : nil
            let style = value?.style ?? chart.series[index].style
            markup.element("td", [("class", style == .conceded ? "n con-text" : "n")]) { markup in
                value?.text.write(into: &markup)
            }
        }
        for index in chart.extraHeaders.indices {
            markup.element("td") { markup in
                if index < row.extras.count { row.extras[index].write(into: &markup) }
            }
        }
        markup.close("tr")
        markup.newLine()
    }

    private func writeBars(of row: BarRow, into markup: inout Markup) {
        let layout = BarLayout(series: chart.series)
        markup.open(
            "svg",
            [
                ("class", chart.direction == .rtl ? "bar mirrored" : "bar"),
                ("height", String(layout.height)), ("aria-hidden", "true"), ("focusable", "false"),
            ]
        )
        markup.empty("line", [("class", "base"), ("x1", "0"), ("x2", "0"), ("y2", "100%")])
        if chart.showsAxis {
            for tick in ticks.values.dropFirst() {
                let place = Decimal.percent(Decimal.share(tick, of: ticks.top))
                markup.empty(
                    "line",
                    [("class", "grid"), ("x1", place), ("x2", place), ("y2", "100%")]
                )
            }
        }
        for (index, bar) in BarChartTable.slots(of: row, in: chart.series).enumerated() {
            if let bar { write(bar, in: layout.lanes[index], into: &markup) }
        }
        markup.close("svg")
    }

    private func write(_ bar: Bar, in lane: BarLayout.Lane, into markup: inout Markup) {
        let solid = Decimal.share(bar.extent.solidEnd, of: ticks.top)
        let hatched = Decimal.share(bar.extent.hatchedEnd, of: ticks.top)
        let isConceded = bar.style == .conceded
        if solid > 0 {
            markup.empty(
                "rect",
                [
                    ("class", isConceded ? "con" : "min"), ("y", String(lane.top)),
                    ("width", Decimal.percent(solid)), ("height", String(lane.height)),
                ]
            )
        }
        if bar.extent.isRange {
            markup.empty(
                "rect",
                [
                    ("class", isConceded ? "con-max" : "max"), ("x", Decimal.percent(solid)),
                    ("y", "\(lane.top).5"), ("width", Decimal.percent(hatched - solid)),
                    ("height", String(lane.height - 1)), ("fill", hatch.fill(bar.style)),
                ]
            )
        }
        if bar.extent.isOpen {
            let middle = Decimal.text(lane.top * 10 + lane.height * 5, places: 1)
            markup.empty(
                "line",
                [
                    ("class", isConceded ? "con-line" : "open"), ("x1", Decimal.percent(hatched)),
                    ("x2", Decimal.percent(hatched + 450)), ("y1", middle), ("y2", middle),
                    ("stroke-dasharray", "3 3"),
                ]
            )
        }
    }

    // MARK: What is drawn

    private struct Bar {
        let extent: Extent
        let style: BarStyle
    }

    private static func slots(of row: BarRow, in series: [BarSeries]) -> [Bar?] {
        series.indices.map { index in
            guard index < row.values.count, let extent = row.values[index].extent,
                !extent.isUnknown
            else { return nil }
            return Bar(extent: extent, style: row.values[index].style ?? series[index].style)
        }
    }

    private static func bars(of row: BarRow, in series: [BarSeries]) -> [Bar] {
        slots(of: row, in: series).compactMap { $0 }
    }

    private var hasLink: Bool {
        chart.rows.contains { row in
            row.label.href != nil || row.sublabel?.href != nil
                || row.values.contains { $0.text.href != nil }
                || row.extras.contains { $0.href != nil }
        }
    }
}
