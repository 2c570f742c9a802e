import Testing

@testable import Drawing

@Suite struct TimelineTests {
    @Test func aDayIsABarFromTheBaseLineUp() {
        let drawing = Samples.timeline.svg().markup
        // 100 days on 956 units; the axis ends at 40, 220 units high above a base line at 234.
        #expect(
            drawing.contains(
                "<g><title>A: 10–20</title>"
                    + "<rect class=\"min\" x=\"44.7\" y=\"179\" width=\"8.1\" height=\"55\"/>"
                    + "<rect class=\"max\" x=\"44.7\" y=\"124\" width=\"8.1\" height=\"55\" "
                    + "fill=\"url(#time-hatch)\"/></g>"
            )
        )
    }

    @Test func strikesOfOneDayStandSideBySide() {
        let drawing = Samples.timeline.svg().markup
        #expect(drawing.contains("<g><title>B: 5</title><rect class=\"min\" x=\"140.0\"") == false)
        let first = drawing.firstMatch(of: /B: 5<\/title><rect class="min" x="([0-9.]+)"/)
        let second = drawing.firstMatch(of: /C: 40<\/title><rect class="min" x="([0-9.]+)"/)
        #expect(first?.output.1 == "140")
        #expect(second?.output.1 == "144.7")
    }

    @Test func whatIsUnknownOpenOrApproximateLooksDifferent() {
        let drawing = Samples.timeline.svg().markup
        #expect(drawing.contains("<g><title>D: no figure</title><circle class=\"dot-unknown\""))
        #expect(drawing.contains("<g class=\"approximate\"><title>E: at least 7</title><rect"))
        #expect(drawing.contains("<path class=\"open\" d=\"M"))
        let key = Samples.timeline.key
        #expect(key.minimum.markup.contains("<rect class=\"min\" width=\"12\""))
        #expect(key.range?.markup.contains("fill=\"url(#time-hatch)\"") == true)
        #expect(key.open?.markup.contains("<path class=\"open\" d=\"M6 12V0\"") == true)
        #expect(key.approximate?.markup.contains("<g class=\"approximate\"><rect") == true)
        #expect(key.unknown?.markup.contains("<circle class=\"dot-unknown\"") == true)
    }

    @Test func theKeyHasNoSampleOfWhatIsNotDrawn() {
        var timeline = Samples.timeline
        timeline.entries = [timeline.entries[1]]
        let key = timeline.key
        #expect(key.range == nil)
        #expect(key.open == nil)
        #expect(key.approximate == nil)
        #expect(key.unknown == nil)
    }

    @Test func theDrawingIsAnImageWithANameAndWithoutALink() {
        let drawing = Samples.timeline.svg().markup
        #expect(
            drawing.contains(
                "role=\"img\" aria-labelledby=\"time-title time-desc\" direction=\"ltr\">"
                    + "<title id=\"time-title\">Killed by day</title>"
                    + "<desc id=\"time-desc\">Most at the beginning.</desc>"
            )
        )
        #expect(!drawing.contains("<a "))
    }

    @Test func timeRunsFromTheRightWhereThePageDoes() {
        var timeline = Samples.timeline
        timeline.direction = .rtl
        #expect(timeline.svg().markup.contains("A: 10–20</title><rect class=\"min\" x=\"947.2\""))
    }

    @Test func daysOutsideTheAxisAreNotDrawn() {
        var timeline = Samples.timeline
        timeline.entries[0].firstDay = -5000
        timeline.entries[0].lastDay = -4000
        timeline.marks.append(TimelineMark(day: 5000, label: "Never"))
        let drawing = timeline.svg().markup
        #expect(!drawing.contains("<title>A: 10–20</title>"))
        #expect(!drawing.contains("Never"))
    }

    @Test func namesOfMonthsDoNotRunIntoEachOther() {
        var timeline = Samples.timeline
        timeline.marks = (0..<50).map { TimelineMark(day: $0 * 2, label: "Month \($0)") }
        let drawing = timeline.svg().markup
        #expect(drawing.matches(of: /class="tick"/).count == 50)
        let named = drawing.matches(
            of: /<text class="faint( wide-only)?" x="([0-9.]+)" y="254">/
        )
        let places = named.compactMap { Double($0.output.2) }
        let onPhones = named.filter { $0.output.1 == nil }.compactMap { Double($0.output.2) }
        #expect(onPhones.count > 4)
        #expect(zip(onPhones, onPhones.dropFirst()).allSatisfy { $1 - $0 > 105 })
        #expect(places.count > 8)
        #expect(zip(places, places.dropFirst()).allSatisfy { $1 - $0 > 60 })
        #expect((places.last ?? 0) < 940)
    }

    @Test func longNumbersOnTheAxisHaveTheirRoom() {
        var timeline = Samples.timeline
        timeline.tickText = { $0.map { "\($0),000,000" } }
        #expect(timeline.svg().markup.contains("<text class=\"faint\" x=\"93.6\""))
    }

    @Test func anAxisThatEndsBeforeItBeginsIsOneDay() {
        var timeline = Samples.timeline
        timeline.lastDay = Int.min
        timeline.entries[1].firstDay = Int.max
        #expect(timeline.svg().markup.hasSuffix("</svg>"))
    }
}
