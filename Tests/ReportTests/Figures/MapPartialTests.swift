import Foundation
import Testing

@testable import Report

/// The markup around a map, a timeline and a chart of claims, as the shipped partials render it.
@Suite struct MapPartialTests {
    private static let map = "```map\ncaption: \"Where & when\"\n```\n"

    @Test func unknownNobodyAndNoMaximumAreInTheKey() throws {
        let text =
            try HistorySite.charts(
                """
                A1,2017-06-08,A,,35.95,39,exact,,,fair
                A2,2017-06-08,B,,35.96,39,exact,0,,fair
                A3,2017-06-08,C,,35.97,39,exact,9+,,fair
                A4,2017-06-08,D,,35.98,39,,,,fair
                """,
                Self.map
            )
            .text()
        #expect(text.hasPrefix("<figure class=\"map\">\n<figcaption><bdi>Where &amp; when</bdi>"))
        #expect(text.contains("</figcaption>\n<ul class=\"key plain\">\n"))
        #expect(text.contains("<li class=\"point\"><svg width=\"20\" height=\"20\" aria-hidden"))
        #expect(text.contains("</svg>known to 100 m or better (3)</li>"))
        #expect(text.contains("</svg>no figure</li>"))
        #expect(text.contains("</svg>nobody reported killed</li>"))
        #expect(text.contains("</svg>at least, no maximum</li>"))
        #expect(!text.contains("street or neighbourhood"))
        #expect(
            text.contains(
                "<div class=\"tab\" role=\"group\" aria-labelledby=\"block-1-title\"><svg viewBox="
            )
        )
        #expect(text.contains("<title id=\"block-1-title\">Where &amp; when</title>"))
    }

    @Test func exactPointsAndAreasAreDistinguishedInTheKeyAndTheNote() throws {
        let text =
            try HistorySite.charts(
                """
                A1,2017-06-08,A,,35.95,39,within_100m,4,,fair
                A2,2017-06-08,B,,35.96,39,street,4,,fair
                """,
                Self.map
            )
            .text()
        #expect(text.contains("<li class=\"area\"><svg"))
        #expect(text.contains("</svg>street or neighbourhood (1)</li>"))
        #expect(
            text.contains(
                "<figcaption><bdi>Where &amp; when</bdi><span class=\"note\">The area of a circle is "
                    + "proportional to the deaths. Striped circles mark strikes of which only a street or "
                    + "neighbourhood is stated, and need not stand where those were.</span>"
                    + "</figcaption>\n"
            )
        )
    }

    @Test func strikesOfOnePlaceAreANumberThatOpensTheirList() throws {
        let strikes = (1...5).map { "A\($0),2017-06-08,B & C,,35.95,39,exact,,,fair" }
        let text =
            try HistorySite.charts(
                (strikes + ["A6,2017-06-09,D,,35.96,39,exact,,,fair"]).joined(separator: "\n"),
                Self.map
            )
            .text()
        #expect(text.contains("href=\"#block-1-c1\"><title>B &amp; C: 5 strikes</title>"))
        #expect(text.contains("<p>Behind the numbers on the map: 5 strikes</p>"))
        #expect(
            text.contains(
                "<summary>5 strikes: <bdi>B &amp; C</bdi></summary><ul class=\"all\" id=\"block-1-c1\">\n"
                    + "<li><a href=\"strikes/A1.html\"><bdi>A1</bdi>, <bdi>B &amp; C</bdi>, "
                    + "8 June 2017: no figure</a></li>\n"
            )
        )
        #expect(
            text.contains(
                "<summary>With a mark of its own: 1 strike</summary><ul class=\"all\">\n"
                    + "<li><a href=\"strikes/A6.html\">"
            )
        )
        #expect(text.split(separator: "<li><a href=\"strikes/").count == 7, "each is in one list")
    }

    @Test func aPlaceKnownToTheTownIsADottedRingAndTheKeyAndTheNoteSaySo() throws {
        let text = try HistorySite.charts("A1,2017-06-08,A,,35.95,39,city,4,,fair", Self.map).text()
        #expect(text.contains("</svg>village, town, city or region only (1)</li>"))
        #expect(text.contains("<a class=\"city\" href=\"strikes/A1.html\">"))
        #expect(text.contains(" Dotted rings mark strikes of which only a village, "))
    }

    @Test func aMapWithoutAPlaceStillListsItsStrikes() throws {
        let text =
            try HistorySite.charts("A1,2017-06-08,\"A & <B>\",,35.95,39,,3,,fair", Self.map)
            .text()
        #expect(!text.contains("viewBox"))
        #expect(!text.contains("class=\"key"))
        #expect(
            text.contains(
                "<div class=\"placed\"><p>Not drawn: the records do not say how exactly the place of "
                    + "1 strike is known</p><ul class=\"plain\">\n"
                    + "<li><a class=\"city\" href=\"strikes/A1.html\" title=\"A1, "
            )
        )
        #expect(text.contains("</svg><span>A &amp; &lt;B&gt;, 3</span></a></li>\n</ul></div>\n"))
    }

    @Test func moreThanFortyStrikesBeneathAMapAreFoldedAway() throws {
        let strikes = (1...41).map { "A\($0),2017-06-08,P\($0),,35.95,39,,3,,fair" }
        func text(_ count: Int) throws -> String {
            try HistorySite.charts(strikes.prefix(count).joined(separator: "\n"), Self.map).text()
        }
        #expect(
            try text(41)
                .contains(
                    "<details class=\"placed\"><summary>Not drawn: the records do not say how exactly "
                        + "the places of 41 strikes are known</summary><ul class=\"plain\">\n"
                )
        )
        #expect(try !text(40).contains("<details class=\"placed\">"))
    }

    @Test func aTimelineHasItsKeyItsDrawingAndItsTable() throws {
        let text =
            try HistorySite.charts(
                """
                A1,2017-06-01,A,,,,,10–20,,fair
                A2,2017-06-11,B,,,,,5+,,fair
                A3,2017-06-21,C,,,,,,,fair
                A4,2017-07,D,,,,,7,,fair
                """,
                "```chart\nby: day\ncaption: \"By & by\"\n```\n"
            )
            .text()
        #expect(text.hasPrefix("<figure class=\"timeline\">\n<ul class=\"key plain\" aria-hidden="))
        for words in [
            "killed, minimum", "up to the maximum", "at least, no maximum",
            "day not known: drawn over the whole period", "no figure",
        ] {
            #expect(text.contains("</svg>\(words)</li>"), "the key lacks: \(words)")
        }
        let parts = text.split(separator: "<details>")
        #expect(
            parts[0]
                .contains(
                    "</ul>\n<div class=\"tab\" role=\"group\" aria-labelledby=\"block-1-title\" "
                        + "tabindex=\"0\"><svg viewBox=\"0 0 1000 264\" role=\"img\""
                )
        )
        #expect(!parts[0].contains("<a "))
        #expect(
            parts[1]
                .hasPrefix(
                    """
                    <summary>The same as a table</summary><div class="tab"><table class="sum">\
                    <caption>By &amp; by</caption><thead><tr><th scope="col">Date</th>\
                    <th scope="col" class="n">killed</th></tr></thead>
                    <tbody>
                    <tr><th scope="row">1 June 2017</th><td class="n">\
                    <a href="figures/day-2017-06-01.html#m-killed">10–20</a></td></tr>
                    """
                )
        )
        #expect(
            parts[1]
                .hasSuffix(
                    """
                    <tr><th scope="row">July 2017</th><td class="n">\
                    <a href="strikes/A4.html">7</a></td></tr>
                    </tbody></table></div></details>
                    </figure>

                    """
                )
        )
    }

    @Test func aBlockWithNothingToShowIsASentence() throws {
        let site = try HistorySite.charts(
            "A1,2017-06-01,A,,,,,10–20,,fair",
            "```map\nwhere: {date: \"2016\"}\ncaption: \"A & B\"\n```\n\n"
                + "```chart\nby: day\nwhere: {date: \"2016\"}\n```\n\n"
                + "```table\nby: month\nwhere: {date: \"2016\"}\n```\n\n"
                + "```map\ncaption: C\n```\n"
        )
        let text = try site.text()
        let none =
            "<p class=\"note\">Nothing is shown here, because no strike is recorded that fits: "
        #expect(text.components(separatedBy: none).count == 4)
        #expect(text.contains("</p><figcaption>A &amp; B</figcaption></figure>"))
        #expect(
            text.contains(
                "<p class=\"note\">No map is shown here, because no coordinates are published for these "
                    + "strikes: all strikes.</p><figcaption>C</figcaption></figure>"
            )
        )
        let messages = try site.plan().messages
        #expect(messages.components(separatedBy: "[empty-block]").count == 5)
        #expect(messages.contains("content/blocks.md:4:1: warning: this map has nothing to draw"))
    }

    @Test func aTimelineHasAVisibleCaption() throws {
        let text =
            try HistorySite.charts(
                "A1,2017-06-01,A,,,,,10–20,,fair",
                "```chart\nby: day\ncaption: \"By & by\"\n```\n"
            )
            .text()
        #expect(text.contains("</svg></div>\n<figcaption><bdi>By &amp; by</bdi></figcaption>\n"))
    }

    @Test func aNameInAnotherDirectionIsIsolatedInTheListTheTitleAndTheLabel() throws {
        let text =
            try HistorySite.charts("A-1,2017-06-08,حي البدو,,35.95,39,exact,3,,fair", Self.map)
            .text()
        #expect(
            text.contains(
                "<bdi>A-1</bdi>, <bdi>حي البدو</bdi>, 8 June 2017: 3</a></li>"
            )
        )
        #expect(text.contains("<title>A-1, \u{2068}حي البدو\u{2069}, 8 June 2017: 3</title>"))
        #expect(text.contains(">\u{2068}حي البدو\u{2069}, 3</text>"))
    }

    @Test func aTemplateOfAnOlderVersionIsReported() throws {
        let site = try HistorySite()
        try site.write("templates/index.html", "{% if when %}{{ when }}{% endif %}")
        try site.write("templates/summary.html", "{{ selection }}")
        #expect(
            try site.plan().messages == """
                templates/index.html:1:17: error: a record (chart) cannot be printed
                     {% if when %}{{ when }}{% endif %}
                                     ^^^^
                     Print one of its values, such as when.id, when.caption, when.unit.
                     [template-type]


                """
        )
    }
}
