import Testing

@testable import Drawing

/// Bars; the table around them is tested with the templates that write it.
@Suite struct BarChartTests {
    @Test func aChartOfOneRangeHasTheseDrawings() {
        let chart = BarChart(id: "c1", lanes: [.alleged], rows: [[Bar(.range(3, 8), .alleged)]])
        #expect(chart.tickTexts == ["0", "2", "4", "6", "8"])
        #expect(
            chart.hatching?.markup == """
                <svg width="0" height="0" aria-hidden="true" focusable="false"><defs>\
                <pattern id="c1-hatch" width="5" height="5" patternUnits="userSpaceOnUse" \
                patternTransform="rotate(45)"><path class="hatch" d="M1 0V5"/></pattern></defs></svg>
                """
        )
        #expect(
            chart.swatch(ofLane: 0).markup == """
                <svg width="28" height="12"><rect class="min" width="28" height="12"/></svg>
                """
        )
        #expect(
            chart.rangeSwatch?.markup == """
                <svg width="28" height="12"><rect class="max" x="0.5" y="0.5" width="27" \
                height="11" fill="url(#c1-hatch)"/></svg>
                """
        )
        #expect(chart.openSwatch == nil)
        #expect(
            chart.bars(ofRow: 0).markup == """
                <svg class="bar" height="38" aria-hidden="true" focusable="false">\
                <line class="base" x1="0" x2="0" y2="100%"/>\
                <line class="grid" x1="25%" x2="25%" y2="100%"/>\
                <line class="grid" x1="50%" x2="50%" y2="100%"/>\
                <line class="grid" x1="75%" x2="75%" y2="100%"/>\
                <line class="grid" x1="100%" x2="100%" y2="100%"/>\
                <rect class="min" y="13" width="37.5%" height="12"/>\
                <rect class="max" x="37.5%" y="13.5" width="62.5%" height="11" \
                fill="url(#c1-hatch)"/></svg>
                """
        )
    }

    @Test func upToSixMeasuresBesideAConcessionHaveFillingsOfTheirOwn() {
        let styles = BarStyle.styles(areConceded: [false, true, false, false, false, false, false])
        #expect(styles == [.alleged, .conceded, .dotted, .ruled, .checked, .barred, .hollow])
        #expect(
            BarStyle.areDistinct(areConceded: [false, true, false, false, false, false, false])
        )
        #expect(!BarStyle.areDistinct(areConceded: Array(repeating: false, count: 7)))
        #expect(!BarStyle.areDistinct(areConceded: Array(repeating: true, count: 8)))
        #expect(BarStyle.styles(areConceded: [true, true]) == [.conceded, .alleged])
        let rows = [styles.map { Bar(.range(2, 5), $0) }]
        let chart = BarChart(id: "c", lanes: styles, rows: rows)
        let fills = chart.bars(ofRow: 0).markup
            .matches(of: /<rect class="min-more"[^>]*fill="([^"]+)"/)
            .map { String($0.output.1) }
        #expect(
            fills == ["url(#c-dots)", "url(#c-rules)", "url(#c-checks)", "url(#c-bars)", "none"]
        )
        let patterns = chart.hatching?.markup ?? ""
        for fill in fills where fill != "none" {
            #expect(patterns.contains("id=\"\(fill.dropFirst(5).dropLast())\""))
        }
    }

    @Test func unknownIsNoBar() {
        let drawings = Samples.drawings(one(Bar(.unknown, .alleged)))
        #expect(!drawings.contains("<rect class=\"min\" y"))
        #expect(!drawings.contains("<rect class=\"max\""))
    }

    @Test func anOpenEndIsDashedAndFitsTheAxis() {
        let chart = one(Bar(.atLeast(50), .alleged))
        #expect(
            chart.bars(ofRow: 0).markup
                .contains(
                    "<line class=\"open\" x1=\"83.33%\" x2=\"87.83%\" y1=\"19\" y2=\"19\" "
                        + "stroke-dasharray=\"3 3\"/>"
                )
        )
        #expect(chart.openSwatch?.markup.contains("<line class=\"open\" x1=\"16\"") == true)
        #expect(chart.hatching == nil)
        #expect(chart.rangeSwatch == nil)
    }

    @Test func aConcededRangeHasItsOwnHatching() {
        let drawings = Samples.drawings(one(Bar(.range(1, 4), .conceded)))
        #expect(drawings.contains("<pattern id=\"c-hatch-con\""))
        #expect(!drawings.contains("<pattern id=\"c-hatch\""))
        #expect(drawings.contains("class=\"con-max\" x=\"25%\""))
        #expect(drawings.contains("<rect class=\"con-max\" x=\"0.5\""))
    }

    @Test func whatIsConcededIsThinnerBesideAnAllegationOnly() {
        #expect(Samples.months.swatch(ofLane: 1).markup.contains("height=\"8\""))
        let alone = BarChart(id: "c", lanes: [.conceded], rows: [])
        let swatch = alone.swatch(ofLane: 0).markup
        #expect(swatch.contains("<rect class=\"con\" width=\"28\" height=\"12\""))
    }

    @Test func theBarsOfTheMocksMonthsHaveTheMocksLengths() {
        #expect(Samples.months.ticks.top == 150)
        // Rounding both ends of October's hatching gives 17.34 where the mock rounded its length.
        let drawings = Samples.drawings(Samples.months)
        for width in ["48%", "3.33%", "18.67%", "21.33%", "58.67%", "33.33%", "61.33%", "17.34%"] {
            #expect(drawings.contains("width=\"\(width)\""), "no bar is \(width) long")
        }
    }

    @Test func aCrowdedAxisHasFewerNumbers() {
        let rows = [[Bar(.exact(100), .alleged)]]
        let plain = BarChart(id: "c", lanes: [.alleged], rows: rows)
        let wide = BarChart(id: "c", lanes: [.alleged], rows: rows) { $0.map { "\($0),000" } }
        #expect(plain.tickTexts == ["0", "20", "40", "60", "80", "100"])
        #expect(wide.tickTexts == ["0,000", "50,000", "100,000"])
    }

    @Test func aChartFromTheRightIsMirrored() {
        let chart = BarChart(
            id: "months",
            lanes: Samples.months.lanes,
            rows: Samples.monthRows,
            direction: .rtl
        )
        #expect(chart.bars(ofRow: 0).markup.hasPrefix("<svg class=\"bar mirrored\""))
        #expect(!Samples.drawings(Samples.months).contains("mirrored"))
    }

    @Test func aChartWithoutAGridHasNoLinesButItsBase() {
        let chart = BarChart(
            id: "c",
            lanes: [.alleged],
            rows: [[Bar(.exact(3), .alleged)]],
            hasGrid: false
        )
        #expect(!chart.bars(ofRow: 0).markup.contains("class=\"grid\""))
        #expect(chart.bars(ofRow: 0).markup.contains("class=\"base\""))
    }

    @Test func markupInAnIdStaysText() {
        let evil = "\"><script>alert(\"1\")</script>'\u{0}\u{1F}"
        let chart = BarChart(id: evil, lanes: [.alleged], rows: [[Bar(.range(1, 2), .alleged)]])
        let drawings = Samples.drawings(chart)
        #expect(!drawings.contains("<script"))
        #expect(!drawings.contains("\u{0}"))
        #expect(
            drawings.contains(
                "&lt;script&gt;alert(&#34;1&#34;)&lt;/script&gt;&#39;\u{FFFD}\u{FFFD}"
            )
        )
    }

    @Test func countsBeyondReasonAreDrawnWithoutOverflow() {
        for number in [Int.max, Int.min, -1, 0] {
            let extent = Extent(minimum: number, maximum: Int.max, openEnded: true)
            #expect(one(Bar(extent, .alleged)).bars(ofRow: 0).markup.hasSuffix("</svg>"))
        }
    }

    @Test func aMaximumBelowTheMinimumIsNotDrawnBackwards() {
        let bars = one(Bar(.range(8, 3), .alleged)).bars(ofRow: 0).markup
        #expect(bars.hasSuffix("<rect class=\"min\" y=\"13\" width=\"100%\" height=\"12\"/></svg>"))
    }

    @Test func aRowWithTooFewOrTooManyBarsKeepsItsLanesAndTheScale() {
        let chart = BarChart(
            id: "c",
            lanes: [.alleged],
            rows: [[], [Bar(.exact(4), .alleged), Bar(.range(70, 90), .alleged)]]
        )
        #expect(chart.ticks.top == 4)
        #expect(chart.hatching == nil)
        #expect(!chart.bars(ofRow: 0).markup.contains("<rect"))
        #expect(chart.bars(ofRow: 1).markup.matches(of: /<rect/).count == 1)
    }

    private func one(_ bar: Bar) -> BarChart {
        BarChart(id: "c", lanes: [.alleged], rows: [[bar]])
    }
}
