import Decoding
import Diagnostics
import Foundation
import Output
import Records
import Report
import TestSupport
import Testing

@testable import Building

/// A measure is data: a site with one more of them needs no code, and the default templates show it
/// wherever they show the measures that every site has.
@Suite struct DeclaredMeasureTests {
    private static func site() throws -> SiteFolder {
        let site = try SiteFolder()
        try site.add(Package.root + "/templates", at: "templates")
        try site.write("content/site.yaml", settings)
        try site.write("content/datapackage.yaml", codebook)
        try site.write("content/data/strikes.csv", strikes)
        try site.write("content/report.md", article)
        return site
    }

    private static func content(_ site: SiteFolder) throws -> (SiteContent?, DiagnosticLog) {
        var log = DiagnosticLog()
        let content = try SiteReader.read(
            site: site.path,
            drafts: false,
            log: &log
        )
        return (content, log)
    }

    @discardableResult
    private static func build(_ site: SiteFolder) throws -> SiteOutcome {
        try SiteBuild(
            site: site.path,
            drafts: false,
            folder: OutputFolder(path: site.output, waitsForDisk: false)
        )
        .run()
    }

    private static func built() throws -> SiteFolder {
        let site = try site()
        let outcome = try build(site)
        try #require(outcome.finished != nil, "\(text(outcome.log))")
        return site
    }

    private static func text(_ log: DiagnosticLog) -> String {
        DiagnosticPrinter(usesColor: false).text(log)
    }

    @Test func itIsNoMeasureOfASiteThatDoesNotDeclareIt() throws {
        let site = try Self.site()
        try site.replace(Self.measures, "", in: "content/datapackage.yaml")
        let ending = try site.check()
        #expect(ending.status == 1)
        #expect(
            ending.errors.contains(
                "content/report.md:20:1: error: unknown measure “health_workers_killed”"
            ),
            "\(ending.errors)"
        )
        #expect(ending.errors.contains("error: “health_workers_killed” is not a measure"))
    }

    @Test func thePagesOfStrikesAndTablesShowIt() throws {
        let site = try Self.built()
        #expect(
            try site.read("Output/strikes/A1.html")
                .contains(
                    "<div><dt class=\"cap\"><bdi>health workers killed</bdi></dt><dd>1–2</dd></div>"
                )
        )
        #expect(
            try site.read("Output/strikes/A2.html")
                .contains(
                    "<div><dt class=\"cap\"><bdi>health workers killed</bdi></dt><dd><span class=\"nil\">no figure</span>"
                )
        )
        let list = try site.read("Output/strikes/index.html")
        #expect(list.contains(">health workers killed</th></tr></thead>"))
        #expect(list.contains("data-value=\"1\">1–2</td></tr>"))
        let table = try site.read("Output/tables/month.html")
        #expect(table.contains(">health workers killed</th></tr></thead>"))
        #expect(table.contains(">4–5<span class=\"vh\">, health workers killed"))
    }

    @Test func itsUnitAndItsFormsAreThoseOfItsDeclaration() throws {
        let site = try Self.site()
        try site.replace(
            "{label: \"health workers killed\", part_of: killed}",
            """

                label:
                  en: {one: "home destroyed", other: "homes destroyed"}
                  ar: {one: "منزل مدمَّر", two: "منزلان مدمَّران", few: "منازل مدمَّرة", other: "منزلاً مدمَّراً"}
                unit: {en: homes, ar: "منازل"}
            """,
            in: "content/datapackage.yaml"
        )
        try site.write("content/ar.md", Self.arabic)
        let outcome = try Self.build(site)
        try #require(outcome.finished != nil, "\(Self.text(outcome.log))")
        let article = try site.read("Output/report.html")
        #expect(article.contains("killed and homes destroyed. Unit: people and homes, as sum"))
        #expect(article.contains(" people and homes</span>"))
        let table = try site.read("Output/tables/month.html")
        #expect(table.contains("Unit: people and homes, as sum of minima"))
        let arabic = try site.read("Output/ar.html")
        #expect(arabic.contains("الوحدة: أشخاص ومنازل،"))
        #expect(arabic.contains("منزلاً مدمَّراً"))
        let march = try site.read("Output/figures/month-2023-03.html")
        #expect(
            march.contains(
                "<span class=\"num\">3</span><span class=\"what\">homes destroyed</span>"
            )
        )
    }

    @Test func theHeadlineStatesIt() throws {
        let site = try Self.built()
        let page = try site.read("Output/index.html")
        #expect(
            page.contains(
                "<span class=\"num\">4–5</span><span class=\"what\">health workers killed</span></a>"
            )
        )
    }

    @Test func blocksAndFigureLinksOfArticlesStateIt() throws {
        let site = try Self.built()
        let page = try site.read("Output/report.html")
        #expect(page.contains("<th scope=\"col\" class=\"n\">health workers killed</th>"))
        #expect(
            page.contains(
                "<tr><th scope=\"row\"><bdi>March 2023</bdi></th><td class=\"n\"><a href=\"figures/"
                    + "month-2023-03.html#m-killed\">7–9<span class=\"vh\">, killed, March 2023</span></a>"
                    + "</td><td class=\"n\">"
                    + "<a href=\"figures/month-2023-03.html#m-health_workers_killed\">3"
                    + "<span class=\"vh\">, health workers killed, March 2023</span></a></td></tr>"
            )
        )
        #expect(page.contains("By month: civilians killed and health workers killed. Unit: people"))
        #expect(page.contains(">3 of them were health workers</a>"))
    }

    @Test func proseThatContradictsItIsRefused() throws {
        let site = try Self.site()
        try site.replace("[3 of them", "[4 of them", in: "content/report.md")
        let outcome = try Self.build(site)
        #expect(outcome.finished == nil)
        let text = Self.text(outcome.log)
        #expect(text.contains("content/report.md:20:"), "\(text)")
        #expect(text.contains("4 of them were health workers"), "\(text)")
    }

    @Test func theQuestionAtTheCommandLineIsAnswered() throws {
        let content = try #require(try Self.content(Self.site()).0)
        let answer = try QueryAnswer(
            "health_workers_killed, health_workers_killed.min by month",
            dataset: content.dataset,
            settings: content.settings
        )
        #expect(
            answer.table() == """
                month    health_workers_killed  health_workers_killed.min
                ───────  ─────────────────────  ─────────────────────────
                2023-02        1–2 (1 unknown)              1 (1 unknown)
                2023-03                      3                          3
                total          4–5 (1 unknown)              4 (1 unknown)

                """
        )
        #expect(
            answer.csv().hasPrefix("month,health_workers_killed_min,health_workers_killed_max,")
        )
        #expect(answer.json().contains("\"health_workers_killed\""))
    }

    @Test func theDownloadsHoldIt() throws {
        let site = try Self.built()
        let figure = try site.read("Output/figures/grading-counted.csv")
        #expect(
            figure.hasPrefix(
                "id,date,place,grading,killed_min,killed_max,children_killed_min,"
                    + "children_killed_max,women_killed_min,women_killed_max,men_killed_min,"
                    + "men_killed_max,injured_min,injured_max,conceded_killed_min,"
                    + "conceded_killed_max,conceded_injured_min,conceded_injured_max,"
                    + "health_workers_killed_min,health_workers_killed_max,adds_killed,"
            )
        )
        #expect(figure.contains("A1,2023-02-07,Kafr,confirmed,3,4,,,,,,,,,,,,,1,2,true,true,true"))
        let records = try site.read("Output/data/strikes.csv")
        #expect(records.contains("health_workers_killed_min,medics"))
        #expect(records.contains("A1,2023-02-07,Kafr,3,4,1,2,confirmed"))
        let json = try JSONSerialization.jsonObject(
            with: Data(try site.read("Output/figures/grading-counted.json").utf8)
        )
        let root = try #require(json as? [String: Any])
        let totals = try #require(root["totals"] as? [String: Any])
        let total = try #require(totals["health_workers_killed"] as? [String: Int])
        #expect(total["min"] == 4)
        #expect(total["max"] == 5)
        #expect(total["unknown"] == 1)
        let strikes = try #require(root["strikes"] as? [[String: Any]])
        let first = try #require(strikes.first?["health_workers_killed"] as? [String: Any])
        #expect(first["min"] as? Int == 1)
        #expect(first["max"] as? Int == 2)
        #expect(first["is_added"] as? Bool == true)
    }

    @Test func theManifestStatesIt() throws {
        let site = try Self.built()
        let json = try JSONSerialization.jsonObject(
            with: Data(try site.read("Output/manifest.json").utf8)
        )
        let root = try #require(json as? [String: Any])
        let totals = try #require(root["totals"] as? [String: [String: Int]])
        #expect(totals["health_workers_killed"]?["min"] == 4)
        #expect(totals["health_workers_killed"]?["max"] == 5)
        let figures = try #require(root["figures"] as? [String: [String: [String: Any]]])
        let stated = figures["month=2023-03"]?["health_workers_killed"]?["min"]
        #expect(stated as? Int == 3)
    }

    @Test func aReleaseStatesItAndTheNextBuildComparesIt() throws {
        let site = try Self.site()
        let first = try #require(try Self.build(site).finished)
        let stamp = try #require(ReleaseStamp("2026-12-01-1"))
        try ReleaseRecord(site: site.path, output: site.output).write(first.report, as: stamp)
        let release = try site.read("content/releases/2026-12-01-1.json")
        #expect(release.contains("\"health_workers_killed\": {\"min\": 4, \"max\": 5, \"of\": 3, "))

        try site.replace("Ul,7,9,3,3", "Ul,7,9,5,5", in: "content/data/strikes.csv")
        try site.replace("[3 of them", "[5 of them", in: "content/report.md")
        let outcome = try Self.build(site)
        let second = try #require(outcome.finished, "\(Self.text(outcome.log))")
        let recorded = try #require(try Self.content(site).0?.releases.last)
        let diff = DiffText(second.report, since: recorded).lines.joined(separator: "\n")
        #expect(
            diff.contains(
                "record   health_workers_killed_min of A3 was “3” and is “5”"
            ),
            "\(diff)"
        )
        #expect(
            diff.contains(
                "headline health_workers_killed: 4–5, 1 without a figure → "
                    + "6–7, 1 without a figure"
            ),
            "\(diff)"
        )
        #expect(
            diff.contains("figure   health_workers_killed?month=2023-03: 3 → 5"),
            "\(diff)"
        )
        let changes = try #require(second.last).changes(second.report)
        #expect(changes.contains { $0.measure.name == "health_workers_killed" })
    }

    @Test func aPartMayNotExceedItsWhole() throws {
        let site = try Self.site()
        try site.replace("Kafr,3,4,1,2", "Kafr,3,4,1,5", in: "content/data/strikes.csv")
        let (_, log) = try Self.content(site)
        let text = Self.text(log)
        #expect(
            text.contains(
                "content/data/strikes.csv:2:26: warning: 5 health workers among at most 4 killed"
            ),
            "\(text)"
        )
        #expect(text.contains("[part-exceeds-whole]"), "\(text)")
    }

    private static let settings = """
        title: "One more"
        description: "Strikes on Qorvan."
        language: en
        gradings:
          confirmed: {label: "Confirmed", counted: true, means: "Two sources or more"}
        headline: [strikes, killed, health_workers_killed]
        summaries: [month]

        """

    private static let measures = """
        measures:
          health_workers_killed: {label: "health workers killed", part_of: killed}

        """

    private static let codebook = """
        name: one-more
        measures:
          health_workers_killed: {label: "health workers killed", part_of: killed}
        resources:
          - name: strikes
            path: data/strikes.csv
            schema:
              fields:
                - {name: id, type: string, public: true}
                - {name: date, type: string, public: true}
                - {name: place, type: string, public: true}
                - {name: killed_min, type: integer, public: true}
                - {name: killed_max, type: integer, public: true}
                - {name: health_workers_killed_min, type: integer, public: true}
                - {name: medics, role: health_workers_killed.max, type: integer, public: true}
                - {name: grading, type: string, public: true}

        """

    private static let strikes = """
        id,date,place,killed_min,killed_max,health_workers_killed_min,medics,grading
        A1,2023-02-07,Kafr,3,4,1,2,confirmed
        A2,2023-02-09,Dorn,2,2,,,confirmed
        A3,2023-03-01,Ul,7,9,3,3,confirmed

        """

    private static let arabic = """
        ---
        title: تقرير
        language: ar
        ---

        ```chart
        by: month
        measures: [killed, health_workers_killed]
        ```

        """

    private static let article = """
        ---
        title: Report
        ---

        ```table
        by: month
        measures: [killed, health_workers_killed]
        sort: [-health_workers_killed.max]
        ```

        ```chart
        by: month
        measures: [killed, health_workers_killed]
        ```

        In March
        [7 to 9 people were killed](figure:killed?month=2023-03),
        and of these,
        we know,
        [3 of them were health workers](figure:health_workers_killed?month=2023-03).

        """
}
