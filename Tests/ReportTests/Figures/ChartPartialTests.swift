import Foundation
import Testing

@testable import Report

/// The table around the bars, as the shipped partial renders it.
@Suite struct ChartPartialTests {
    private static let killed = "```chart\nby: district\nmeasures: [killed]\n```\n"
    private static let both =
        "```chart\nby: district\nmeasures: [killed, conceded_killed]\n```\n"

    @Test func aChartOfOneRangeIsThisTable() throws {
        let site = try HistorySite.charts(
            "A1,2017-06-08,,north,,,,3–8,,fair",
            "```chart\nby: district\nmeasures: [killed]\ncaption: \"Killed & missing\"\n```\n"
        )
        #expect(
            try site.text() == """
                <svg width="0" height="0" aria-hidden="true" focusable="false"><defs>\
                <pattern id="block-1-hatch" width="5" height="5" patternUnits="userSpaceOnUse" \
                patternTransform="rotate(45)"><path class="hatch" d="M1 0V5"/></pattern></defs></svg>
                <ul class="key plain" aria-hidden="true">
                <li><svg width="28" height="12"><rect class="min" width="28" height="12"/></svg>\
                killed, minimum</li>
                <li><svg width="28" height="12"><rect class="max" x="0.5" y="0.5" width="27" \
                height="11" fill="url(#block-1-hatch)"/></svg>up to the maximum</li>
                </ul>
                <div class="tab" role="group" aria-labelledby="block-1-caption">\
                <table class="chart rows">\
                <caption id="block-1-caption">Killed &amp; missing</caption>
                <thead><tr><th scope="col">neighbourhood</th><th scope="col" class="ax">\
                <span class="vh">Bars, from 0 to 8 people</span>\
                <span class="axis" aria-hidden="true">\
                <span>0</span><span>2</span><span>4</span><span>6</span><span>8</span></span></th>\
                <th scope="col" class="n">killed</th></tr></thead>
                <tbody>
                <tr><th scope="row"><bdi>north</bdi><span class="small">\
                <a href="figures/district-north.html">1 strike</a></span></th><td class="plot">\
                <svg class="bar" height="38" aria-hidden="true" focusable="false">\
                <line class="base" x1="0" x2="0" y2="100%"/>\
                <line class="grid" x1="25%" x2="25%" y2="100%"/>\
                <line class="grid" x1="50%" x2="50%" y2="100%"/>\
                <line class="grid" x1="75%" x2="75%" y2="100%"/>\
                <line class="grid" x1="100%" x2="100%" y2="100%"/>\
                <rect class="min" y="13" width="37.5%" height="12"/>\
                <rect class="max" x="37.5%" y="13.5" width="62.5%" height="11" \
                fill="url(#block-1-hatch)"/></svg></td>\
                <td class="n" data-label="killed">\
                <a href="figures/district-north.html#m-killed">3–8<span class="vh">, killed, north</span></a></td></tr>
                </tbody>
                <tfoot>
                <tr><th scope="row"><bdi>Total</bdi><span class="small">\
                <a href="figures/all.html">1 strike</a></span></th><td></td>\
                <td class="n" data-label="killed">\
                <a href="figures/all.html#m-killed">3–8<span class="vh">, killed, Total</span></a></td></tr>
                </tfoot></table></div>

                """
        )
    }

    @Test func unknownIsWordsAndNoBar() throws {
        let text = try HistorySite.charts("A1,2017-06-08,,north,,,,,,fair", Self.killed).text()
        #expect(
            text.contains(
                "<td class=\"n\" data-label=\"killed\">"
                    + "<a href=\"figures/district-north.html#m-killed\" class=\"nil\">"
                    + "no figure<span class=\"vh\">, killed, north</span></a></td>"
            )
        )
        #expect(!text.contains("<rect class=\"min\" y"))
        #expect(!text.contains("<rect class=\"max\""))
    }

    @Test func theKeySaysWhatIsDrawnAndNothingElse() throws {
        let open =
            try HistorySite.charts(
                "A1,2017-06-08,,north,,,,50+,,fair",
                Self.killed
            )
            .text()
        #expect(open.contains("</svg>at least, no maximum</li>"))
        #expect(!open.contains("</svg>up to the maximum</li>"))
        let range = try HistorySite.charts("A1,2017-06-08,,north,,,,3–8,,fair", Self.killed).text()
        #expect(range.contains("</svg>up to the maximum</li>"))
        #expect(!range.contains("at least, no maximum"))
    }

    @Test func whatIsConcededIsMarkedAndNoConcessionIsNoLink() throws {
        let text =
            try HistorySite.charts(
                "A1,2017-06-08,,north,,,,3,1–4,fair\nA2,2017-06-08,,south,,,,3,,fair",
                Self.both
            )
            .text()
        #expect(text.contains("<table class=\"chart rows\">"))
        #expect(
            text.contains(
                "<td class=\"n con-text\" data-label=\"deaths conceded\">"
                    + "<a href=\"figures/district-north.html#m-conceded_killed\">"
                    + "1–4<span class=\"vh\">, deaths conceded, north</span></a></td>"
            )
        )
        #expect(
            text.contains(
                "<td class=\"n con-text\" data-label=\"deaths conceded\">"
                    + "<span class=\"nil\">nothing conceded</span></td>"
            )
        )
        #expect(text.contains("<pattern id=\"block-1-hatch-con\""))
    }

    @Test func measuresOfOneKindDifferInTheirFilling() throws {
        let text =
            try HistorySite.charts(
                "A1,2017-06-08,,north,,,,3–8,1,fair",
                "```chart\nby: district\nmeasures: [strikes, killed, conceded_killed, sources]\n```\n"
            )
            .text()
        let row = try #require(text.split(separator: "<tbody>").last)
        for bar in [
            "<rect class=\"min\" y=", "<rect class=\"con\" y=",
            "height=\"15\" fill=\"url(#block-1-dots)\"/>",
        ] {
            #expect(row.components(separatedBy: bar).count == 2, "\(bar)")
        }
        for name in ["dots", "rules", "hatch"] {
            #expect(text.components(separatedBy: "<pattern id=\"block-1-\(name)\"").count == 2)
        }
        #expect(
            text.contains("height=\"12\" fill=\"url(#block-1-dots)\"/></svg>killed, minimum</li>")
        )
    }

    @Test func theTotalStandsAtTheFootWithoutABarAndOutsideTheScale() throws {
        let text =
            try HistorySite.charts(
                "A1,2017-06-08,,north,,,,100,,fair\nA2,2017-06-08,,south,,,,50,,fair",
                Self.killed
            )
            .text()
        #expect(text.contains("Bars, from 0 to 100 people"))
        #expect(
            text.contains(
                "<tfoot>\n<tr><th scope=\"row\"><bdi>Total</bdi><span class=\"small\">"
                    + "<a href=\"figures/all.html\">2 strikes</a></span></th><td></td>"
                    + "<td class=\"n\" data-label=\"killed\">"
                    + "<a href=\"figures/all.html#m-killed\">150"
                    + "<span class=\"vh\">, killed, Total</span></a></td>"
            )
        )
        #expect(!text.contains("tabindex"), "the links make it reachable by key")
    }

    @Test func rowsThatAreNotShownAreSaidInANote() throws {
        let text =
            try HistorySite.charts(
                "A1,2017-06-08,,north,,,,1,,fair\nA2,2017-06-08,,south,,,,5,,fair",
                "```chart\nby: district\nlimit: 1\n```\n"
            )
            .text()
        #expect(text.contains("aria-describedby=\"block-1-note\""))
        #expect(
            text.contains(
                "<p class=\"note\" id=\"block-1-note\">1 more row is not shown here; "
                    + "the total includes it.</p>"
            )
        )
        #expect(!text.contains("south"))
    }

    @Test func aChartFromTheRightIsMirrored() throws {
        let site = try HistorySite.charts("A1,2017-06-08,,north,,,,3,,fair", Self.killed)
        try site.replace("content/site.yaml", "language: en", "language: ar")
        #expect(try site.text().contains("<svg class=\"bar mirrored\""))
    }

    @Test func aBlankValueIsSetBackAndMarkupInAnyTextStaysText() throws {
        let text =
            try HistorySite.charts(
                "A1,2017-06-08,,,,,,3,,fair\nA2,2017-06-08,,\"</th><script>'1'\",,,,5,,fair",
                "```chart\nby: district\ncaption: \"<script>\"\n```\n"
            )
            .text()
        #expect(text.contains("<th scope=\"row\"><span class=\"nil\">"))
        #expect(
            text.contains("<th scope=\"row\"><bdi>&lt;/th&gt;&lt;script&gt;&#39;1&#39;</bdi><span")
        )
        #expect(text.contains("-caption\">&lt;script&gt;</caption>"))
        #expect(!text.contains("<script"))
    }

    @Test func aTableBlockIsThisTable() throws {
        let text =
            try HistorySite.charts(
                "A1,2017-06-08,,north,,,,1,2,fair\nA2,2017-06-08,,south,,,,,,fair",
                "```table\nby: district\nmeasures: [strikes, killed, conceded_killed]\n"
                    + "caption: \"A & B\"\n```\n"
            )
            .text()
        func row(_ name: String, _ cells: String) -> String {
            "<tr><th scope=\"row\">\(name == "Total" ? name : "<bdi>\(name)</bdi>")</th>\(cells)</tr>"
        }
        func link(_ page: String, _ measure: String, _ words: String, _ more: String) -> String {
            let column = measure == "conceded_killed" ? "deaths conceded" : measure
            let name = page == "all" ? "Total" : String(page.dropFirst("district-".count))
            return "<td class=\"n\"><a href=\"figures/\(page).html#m-\(measure)\">\(words)"
                + "<span class=\"vh\">, \(column), \(name)</span></a>\(more)</td>"
        }
        func small(_ words: String) -> String { "<span class=\"small\">\(words)</span>" }
        let start = """
            <figure class="block"><p class="hint small">This table is wider than the screen: scroll it sideways, \
            or use the arrow keys once it has the focus.</p><div class="tab" role="region" tabindex="0" \
            aria-labelledby="block-1-caption"><table class="fix">\
            <caption id="block-1-caption">A &amp; B</caption>\
            <thead><tr><th scope="col">neighbourhood</th><th scope="col" class="n"><bdi>strikes</bdi></th>\
            <th scope="col" class="n"><bdi>killed</bdi></th>\
            <th scope="col" class="n"><bdi>deaths conceded</bdi></th></tr></thead><tbody>
            """
        let north = row(
            "north",
            link("district-north", "strikes", "1", "") + link("district-north", "killed", "1", "")
                + link("district-north", "conceded_killed", "2", "")
        )
        let south = row(
            "south",
            link("district-south", "strikes", "1", "")
                + link("district-south", "killed", "no figure", small("1 strike has no figure"))
                + "<td class=\"n\"><span class=\"nil\">nothing conceded</span></td>"
        )
        let total = row(
            "Total",
            link("all", "strikes", "2", "")
                + link("all", "killed", "1", small("1 strike has no figure"))
                + link("all", "conceded_killed", "2", small("nothing conceded for 1 strike"))
        )
        let end = "</tfoot></table></div></figure>\n"
        #expect(text == start + north + south + "</tbody><tfoot>" + total + end)
    }
}
