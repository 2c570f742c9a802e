import Testing

@testable import Drawing

@Suite struct BarChartTests {
    @Test func aChartOfOneRangeIsThisTable() {
        let chart = BarChart(
            id: "c1",
            title: "By month.",
            caption: "Killed & missing",
            rowHeader: "Month",
            series: [BarSeries(label: "killed, minimum", column: "Killed", style: .alleged)],
            rows: [
                BarRow(
                    label: LinkedText("June"),
                    sublabel: LinkedText("2 strikes", href: "s.html?a=1&b=2"),
                    values: [BarValue(extent: .range(3, 8), text: LinkedText("3–8"))]
                )
            ],
            words: Samples.barWords
        )
        #expect(
            chart.html() == """
                <svg width="0" height="0" aria-hidden="true" focusable="false"><defs>\
                <pattern id="c1-hatch" width="5" height="5" patternUnits="userSpaceOnUse" \
                patternTransform="rotate(45)"><path class="hatch" d="M1 0V5"/></pattern></defs></svg>
                <ul class="key plain" aria-hidden="true">
                <li><svg width="28" height="12"><rect class="min" width="28" height="12"/></svg>\
                killed, minimum</li>
                <li><svg width="28" height="12"><rect class="max" x="0.5" y="0.5" width="27" \
                height="11" fill="url(#c1-hatch)"/></svg>up to the maximum</li>
                </ul>
                <div class="tab" role="group" aria-labelledby="c1-caption"><table class="chart one">\
                <caption id="c1-caption"><strong>By month.</strong> Killed &amp; missing</caption>
                <thead><tr><th scope="col">Month</th><th scope="col">\
                <span class="vh">Bars, 0 to 8 people</span><span class="axis" aria-hidden="true">\
                <span>0</span><span>2</span><span>4</span><span>6</span><span>8</span></span></th>\
                <th scope="col" class="n">Killed</th></tr></thead>
                <tbody>
                <tr><th scope="row">June<span class="small">\
                <a href="s.html?a=1&amp;b=2">2 strikes</a></span></th><td class="plot">\
                <svg class="bar" height="38" aria-hidden="true" focusable="false">\
                <line class="base" x1="0" x2="0" y2="100%"/>\
                <line class="grid" x1="25%" x2="25%" y2="100%"/>\
                <line class="grid" x1="50%" x2="50%" y2="100%"/>\
                <line class="grid" x1="75%" x2="75%" y2="100%"/>\
                <line class="grid" x1="100%" x2="100%" y2="100%"/>\
                <rect class="min" y="13" width="37.5%" height="12"/>\
                <rect class="max" x="37.5%" y="13.5" width="62.5%" height="11" \
                fill="url(#c1-hatch)"/></svg></td><td class="n">3–8</td></tr>
                </tbody></table></div>

                """
        )
    }

    @Test func unknownIsWordsAndNoBar() {
        let html = oneRow(
            BarValue(extent: .unknown, text: LinkedText("no figure", isQuiet: true))
        )
        #expect(html.contains("<td class=\"n\"><span class=\"nil\">no figure</span></td>"))
        #expect(!html.contains("<rect class=\"min\" y"))
        #expect(!html.contains("<rect class=\"max\" x=\"0%"))
    }

    @Test func anOpenEndIsDashedAndFitsTheAxis() {
        let html = oneRow(BarValue(extent: .atLeast(50), text: LinkedText("at least 50")))
        #expect(
            html.contains(
                "<line class=\"open\" x1=\"83.33%\" x2=\"87.83%\" y1=\"19\" y2=\"19\" "
                    + "stroke-dasharray=\"3 3\"/>"
            )
        )
        #expect(html.contains("at least, no maximum</li>"))
    }

    @Test func aConcededRangeHasItsOwnHatching() {
        let html = oneRow(
            BarValue(extent: .range(1, 4), text: LinkedText("1–4"), style: .conceded)
        )
        #expect(html.contains("<pattern id=\"c-hatch-con\""))
        #expect(!html.contains("<pattern id=\"c-hatch\""))
        #expect(html.contains("class=\"con-max\" x=\"25%\""))
        #expect(html.contains("<td class=\"n con-text\">1–4</td>"))
    }

    @Test func aTotalStandsAtTheFootWithoutABarAndOutsideTheScale() {
        let html = Samples.months.html()
        #expect(html.contains("Bars, 0 to 150 people"))
        #expect(
            html.contains(
                "<tfoot>\n<tr><th scope=\"row\">All<span class=\"small\">"
                    + "<a href=\"strikes.html\">40 strikes</a></span></th><td></td>"
                    + "<td class=\"n\"><a href=\"figure.html\">322–429</a></td>"
            )
        )
    }

    @Test func theBarsOfTheMocksMonthsHaveTheMocksLengths() {
        // Rounding both ends of October's hatching gives 17.34 where the mock rounded its length.
        let html = Samples.months.html()
        for width in ["48%", "3.33%", "18.67%", "21.33%", "58.67%", "33.33%", "61.33%", "17.34%"] {
            #expect(html.contains("width=\"\(width)\""), "no bar is \(width) long")
        }
    }

    @Test func aChartWithoutLinksCanBeReachedByKeyToBeScrolled() {
        let plain = BarValue(extent: .exact(1), text: LinkedText("1"))
        #expect(oneRow(plain).contains("tabindex=\"0\""))
        #expect(!Samples.months.html().contains("tabindex"))
    }

    @Test func aChartFromTheRightIsMirrored() {
        var chart = Samples.months
        chart.direction = .rtl
        #expect(chart.html().contains("<svg class=\"bar mirrored\""))
        #expect(!Samples.months.html().contains("mirrored"))
    }

    @Test func textInAnotherLanguageSaysSo() {
        var chart = Samples.months
        chart.rows[0].label = LinkedText("البدو", lang: "ar")
        #expect(chart.html().contains("<bdi lang=\"ar\" dir=\"rtl\">البدو</bdi>"))
        chart.rows[0].label = LinkedText("Badou", href: "a.html", lang: "ar-Latn")
        #expect(chart.html().contains("<a href=\"a.html\" lang=\"ar-Latn\" dir=\"ltr\">Badou</a>"))
    }

    @Test func markupInAnyTextStaysText() {
        let evil = "</th><script>alert(\"1\")</script>'\u{0}\u{1F}"
        var chart = Samples.months
        chart.id = evil
        chart.title = evil
        chart.caption = evil
        chart.rowHeader = evil
        chart.rows[0].label = LinkedText(evil, href: evil, lang: evil)
        chart.rows[1].values[0].text = LinkedText(evil)
        chart.series[0].label = evil
        let html = chart.html()
        #expect(!html.contains("<script"))
        #expect(!html.contains("\u{0}"))
        #expect(
            html.contains(
                "&lt;/th&gt;&lt;script&gt;alert(&#34;1&#34;)&lt;/script&gt;&#39;\u{FFFD}\u{FFFD}"
            )
        )
    }

    @Test func countsBeyondReasonAreDrawnWithoutOverflow() {
        for number in [Int.max, Int.min, -1, 0] {
            let value = BarValue(
                extent: Extent(minimum: number, maximum: Int.max, openEnded: true),
                text: LinkedText("?")
            )
            #expect(oneRow(value).contains("</table>"))
        }
    }

    @Test func aMaximumBelowTheMinimumIsNotDrawnBackwards() {
        let html = oneRow(BarValue(extent: .range(8, 3), text: LinkedText("8–3")))
        #expect(html.contains("<rect class=\"min\" y=\"13\" width=\"100%\" height=\"12\"/></svg>"))
    }

    @Test func aRowWithTooFewOrTooManyCellsKeepsTheShapeOfTheTable() {
        var chart = Samples.months
        chart.extraHeaders = ["Counts"]
        chart.rows[0].values = []
        chart.rows[1].extras = [LinkedText("a"), LinkedText("b")]
        let rows = chart.html().split(separator: "<tr>").dropFirst()
        for row in rows {
            let cells = row.split(separator: "</td>").count + row.split(separator: "</th>").count
            #expect(cells == 7 || row.contains("Month"))
        }
        #expect(!chart.html().contains("<td>b</td>"))
    }

    private func oneRow(_ value: BarValue) -> String {
        BarChart(
            id: "c",
            caption: "Killed",
            rowHeader: "Who",
            series: [BarSeries(label: "killed", column: "Killed", style: .alleged)],
            rows: [BarRow(label: LinkedText("A"), values: [value])],
            words: Samples.barWords
        )
        .html()
    }
}
