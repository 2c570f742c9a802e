import Foundation
import Testing

@testable import Report

/// By month over more than four years, bars in rows would be a list several screens long: columns along time are drawn.
@Suite struct LongPeriodTests {
    private static let block = "```chart\nby: month\nmeasures: [killed, conceded_killed]\n```\n"

    @Test func fortyNineMonthsAreColumnsAlongYearsOneDrawingForEachMeasure() throws {
        let rows =
            "A0,2014-01-05,B,,,,,3,,fair\nA1,2016-02-05,B,,,,,1-4,2,fair\nA2,2018-01-09,B,,,,,,,fair"
        let text = try HistorySite.charts(rows, Self.block).text()
        #expect(!text.contains("class=\"chart rows\""))
        #expect(text.components(separatedBy: "<figure class=\"timeline\">").count == 3)
        #expect(text.contains("<title id=\"block-1-title\">By month: civilians killed."))
        #expect(text.contains("<title id=\"block-1-2-title\">By month: deaths conceded."))
        for year in 2014...2017 { #expect(text.contains(">\(year)</text>")) }
        #expect(!text.contains(">Feb</text>"))
        #expect(text.contains("<title>February 2016: 1–4</title>"))
        #expect(
            text.contains(
                "<tr><th scope=\"row\">February 2016</th><td class=\"n\">"
                    + "<a href=\"figures/month-2016-02.html#m-killed\">1–4</a></td></tr>"
            )
        )
        #expect(text.contains("<desc id=\"block-1-desc\">2 dates or periods with a figure.</desc>"))
        #expect(text.contains("<desc id=\"block-1-2-desc\">1 date or period with a figure.</desc>"))
        // Nobody knows how many were killed in January 2018: a mark says so, and is in the key.
        #expect(
            text.contains("<title>January 2018: no figure</title><circle class=\"dot-unknown\"")
        )
    }

    @Test func whereNothingIsConcededThereIsNoMarkForAMissingFigure() throws {
        let rows =
            "A0,2014-01-05,B,,,,,3,,fair\nA1,2016-02-05,B,,,,,1-4,2,fair\nA2,2018-01-09,B,,,,,5,,fair"
        let text = try HistorySite.charts(rows, Self.block).text()
        #expect(text.contains("<title>January 2014: nothing conceded</title></g>"))
        #expect(!text.contains("dot-unknown"))
        #expect(!text.contains("no figure"))
    }

    @Test func fortyEightMonthsRemainBarsInRows() throws {
        let rows =
            "A0,2014-01-05,B,,,,,3,,fair\nA1,2016-02-05,B,,,,,1-4,2,fair\nA2,2017-12-09,B,,,,,,,fair"
        let text = try HistorySite.charts(rows, Self.block).text()
        #expect(text.contains("class=\"chart rows\""))
        #expect(!text.contains("<figure class=\"timeline\">"))
    }

    @Test func rowsInAnOrderOfTheAuthorsOwnRemainBars() throws {
        let rows = "A0,2014-01-05,B,,,,,3,,fair\nA2,2018-01-09,B,,,,,5,,fair"
        let block = "```chart\nby: month\nsort: killed\nlimit: 10\n```\n"
        let text = try HistorySite.charts(rows, block).text()
        #expect(text.contains("class=\"chart rows\""))
    }

    @Test func theTableByMonthAndTheLandingPageDrawThem() throws {
        let rows = "A0,2014-01-05,B,,,,,3,,fair\nA2,2018-01-09,B,,,,,5,,fair"
        let site = try HistorySite.charts(rows, Self.block)
        try site.write(
            "content/site.yaml",
            """
            title: Sample
            gradings:
              fair: {label: Fair, counted: true, means: "Two sources."}
            summaries: [month]

            """
        )
        let pages = try HistorySite.pages(try site.plan().0)
        for page in ["tables/month.html", "index.html"] {
            let text = try #require(pages[page])
            #expect(text.contains("<figure class=\"timeline\">"), "\(page)")
            #expect(
                text.contains("<title id=\"chart-title\">By month: civilians killed."),
                "\(page)"
            )
            #expect(!text.contains("class=\"chart rows\""), "\(page)")
        }
    }
}
