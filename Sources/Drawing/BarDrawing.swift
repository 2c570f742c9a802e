// Draws the bars of one row. Lengths are in per cent, so that the text beside the bars keeps its size, and
// drawings for right-to-left pages can be mirrored.

struct BarDrawing {
    let chart: BarChart
    private var hatch: Hatch { Hatch(prefix: chart.id) }

    init(chart: BarChart) {
        self.chart = chart
    }

    func bars(_ bars: [Bar]) -> SVG {
        let layout = BarLayout(lanes: chart.lanes)
        return SVG { markup in
            markup.open(
                "svg",
                [
                    ("class", chart.direction == .rtl ? "bar mirrored" : "bar"),
                    ("height", String(layout.height)), ("aria-hidden", "true"),
                    ("focusable", "false"),
                ]
            )
            markup.empty("line", [("class", "base"), ("x1", "0"), ("x2", "0"), ("y2", "100%")])
            if chart.hasGrid { writeGrid(into: &markup) }
            for (bar, lane) in zip(bars, layout.lanes) where !bar.extent.isUnknown {
                write(bar, in: lane, into: &markup)
            }
            markup.close("svg")
        }
    }

    private func writeGrid(into markup: inout Markup) {
        for tick in chart.ticks.values.dropFirst() {
            let place = Decimal.percent(Decimal.share(tick, of: chart.ticks.top))
            markup.empty(
                "line",
                [("class", "grid"), ("x1", place), ("x2", place), ("y2", "100%")]
            )
        }
    }

    private func write(_ bar: Bar, in lane: BarLayout.Lane, into markup: inout Markup) {
        let solid = Decimal.share(bar.extent.solidEnd, of: chart.ticks.top)
        let hatched = Decimal.share(bar.extent.hatchedEnd, of: chart.ticks.top)
        let isConceded = bar.style == .conceded
        if solid > 0 {
            markup.empty(
                "rect",
                [
                    ("class", BarDrawing.part(bar.style)),
                    ("y", bar.style.isPattern ? "\(lane.top).5" : String(lane.top)),
                    ("width", Decimal.percent(solid)),
                    ("height", String(bar.style.isPattern ? lane.height - 1 : lane.height)),
                    ("fill", bar.style.isPattern ? hatch.fill(bar.style) : nil),
                ]
            )
        }
        if bar.extent.isRange {
            markup.empty(
                "rect",
                [
                    ("class", isConceded ? "con-max" : "max"), ("x", Decimal.percent(solid)),
                    ("y", "\(lane.top).5"), ("width", Decimal.percent(hatched - solid)),
                    ("height", String(lane.height - 1)), ("fill", hatch.fill(bar.style.hatchStyle)),
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

    /// The class of the solid part.
    private static func part(_ style: BarStyle) -> String {
        switch style {
        case .alleged: "min"
        case .conceded: "con"
        case .dotted, .ruled, .checked, .barred, .hollow: "min-more"
        }
    }

    // MARK: Samples for the key

    func swatch(_ style: BarStyle) -> SVG {
        let isThin = style == .conceded && chart.lanes.count > 1
        let height = isThin ? "8" : "12"
        return swatch(height: height) { markup in
            markup.empty(
                "rect",
                [
                    ("class", BarDrawing.part(style)), ("width", "28"), ("height", height),
                    ("fill", style.isPattern ? hatch.fill(style) : nil),
                ]
            )
        }
    }

    func rangeSwatch(_ style: BarStyle) -> SVG {
        swatch(height: "12") { markup in
            markup.empty(
                "rect",
                [
                    ("class", style == .conceded ? "con-max" : "max"), ("x", "0.5"), ("y", "0.5"),
                    ("width", "27"), ("height", "11"), ("fill", hatch.fill(style)),
                ]
            )
        }
    }

    var openSwatch: SVG {
        swatch(height: "12") { markup in
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

    private func swatch(height: String, _ content: (inout Markup) -> Void) -> SVG {
        SVG { $0.element("svg", [("width", "28"), ("height", height)], with: content) }
    }
}
