import Testing

@testable import Drawing

@Suite struct TimelineTests {
    @Test func aDayIsABarFromTheBaseLineUp() {
        let html = Samples.timeline.html()
        // 100 days on 956 units; the axis ends at 40, 220 units high above a base line at 234.
        #expect(
            html.contains(
                "<g><title>A: 10–20</title>"
                    + "<rect class=\"min\" x=\"44.7\" y=\"179\" width=\"8.1\" height=\"55\"/>"
                    + "<rect class=\"max\" x=\"44.7\" y=\"124\" width=\"8.1\" height=\"55\" "
                    + "fill=\"url(#time-hatch)\"/></g>"
            )
        )
    }

    @Test func strikesOfOneDayStandSideBySide() {
        let html = Samples.timeline.html()
        #expect(html.contains("<g><title>B: 5</title><rect class=\"min\" x=\"140.0\"") == false)
        let first = html.firstMatch(of: /B: 5<\/title><rect class="min" x="([0-9.]+)"/)
        let second = html.firstMatch(of: /C: 40<\/title><rect class="min" x="([0-9.]+)"/)
        #expect(first?.output.1 == "140")
        #expect(second?.output.1 == "144.7")
    }

    @Test func whatIsUnknownOpenOrApproximateLooksDifferent() {
        let html = Samples.timeline.html()
        #expect(html.contains("<g><title>D: no figure</title><circle class=\"dot-unknown\""))
        #expect(html.contains("<g class=\"approximate\"><title>E: at least 7</title><rect"))
        #expect(html.contains("<path class=\"open\" d=\"M"))
        for words in ["date known only to the period", "no figure", "at least, no maximum"] {
            #expect(html.contains("</svg>\(words)</li>"))
        }
    }

    @Test func theDrawingIsAnImageWithANameAndTheLinksAreInTheTable() {
        let html = Samples.timeline.html()
        #expect(
            html.contains(
                "role=\"img\" aria-labelledby=\"time-title time-desc\" direction=\"ltr\">"
                    + "<title id=\"time-title\">Killed by day</title>"
                    + "<desc id=\"time-desc\">Most at the beginning.</desc>"
            )
        )
        let parts = html.split(separator: "<details>")
        #expect(!parts[0].contains("<a "))
        #expect(
            parts[1]
                .contains(
                    "<tr><th scope=\"row\">1 June</th><td class=\"n\"><a href=\"a.html\">10–20</a></td></tr>"
                )
        )
    }

    @Test func timeRunsFromTheRightWhereThePageDoes() {
        var timeline = Samples.timeline
        timeline.direction = .rtl
        #expect(timeline.html().contains("A: 10–20</title><rect class=\"min\" x=\"947.2\""))
    }

    @Test func daysOutsideTheAxisAreLeftToTheTable() {
        var timeline = Samples.timeline
        timeline.entries[0].firstDay = -5000
        timeline.entries[0].lastDay = -4000
        timeline.marks.append(TimelineMark(day: 5000, label: "Never"))
        let html = timeline.html()
        #expect(!html.contains("<title>A: 10–20</title>"))
        #expect(html.contains(">10–20</a>"))
        #expect(!html.contains("Never"))
    }

    @Test func namesOfMonthsDoNotRunIntoEachOther() {
        var timeline = Samples.timeline
        timeline.marks = (0..<50).map { TimelineMark(day: $0 * 2, label: "Month \($0)") }
        let html = timeline.html()
        #expect(html.matches(of: /class="tick"/).count == 50)
        let named = html.matches(of: /<text class="faint" x="([0-9.]+)" y="254">/)
        let places = named.compactMap { Double($0.output.1) }
        #expect(places.count > 8)
        #expect(zip(places, places.dropFirst()).allSatisfy { $1 - $0 > 60 })
        #expect((places.last ?? 0) < 940)
    }

    @Test func longNumbersOnTheAxisHaveTheirRoom() {
        var timeline = Samples.timeline
        timeline.tickText = { $0.map { "\($0),000,000" } }
        #expect(timeline.html().contains("<text class=\"faint\" x=\"93.6\""))
    }

    @Test func anAxisThatEndsBeforeItBeginsIsOneDay() {
        var timeline = Samples.timeline
        timeline.lastDay = Int.min
        timeline.entries[1].firstDay = Int.max
        #expect(timeline.html().contains("</figure>"))
    }
}
