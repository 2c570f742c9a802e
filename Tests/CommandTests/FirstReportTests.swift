import Foundation
import TestSupport
import Testing

@testable import Scaffolding

/// What a first report says of a spreadsheet as people have them: addresses in a cell, strikes without a
/// grading, coordinates of which nobody said how exact they are, and the sentences of the sample.
@Suite struct FirstReportTests {
    private static let table = """
        id,date,place,district,killed,grading,latitude,longitude,links
        A1,2023-02-07,Kafr,South,3,confirmed,12.2,44.2,"https://a.example/x?a=1&b=2; HTTP://b.example/y"
        A2,2023-02-09,Dorn,South,1,confirmed,12.3,44.3,"javascript:alert(1) <b>"
        A3,2023-03-01,Ul,South,2-4,,12.4,44.4,"https://c.example/1,https://d.example/2"
        A4,2023-03-02,Ul,South,5+,weak,12.5,44.5,"(see https://e.example/z)."

        """

    private static func site(precision: String? = nil) throws -> SiteFolder {
        let site = try BareSite.make()
        var columns = ["district", "latitude", "longitude", "links"]
        var table = Self.table
        if let precision {
            columns.append("location_precision")
            let lines = table.split(separator: "\n")
            table =
                ([lines[0] + ",location_precision"] + lines.dropFirst().map { $0 + "," + precision })
                .joined(separator: "\n") + "\n"
        }
        for name in columns {
            try site.replace(
                "        - {name: grading,",
                "        - {name: \(name), type: string, public: true}\n        - {name: grading,",
                in: "content/datapackage.yaml"
            )
        }
        try site.write("content/data/strikes.csv", table)
        return site
    }

    @Test func webAddressesInAnAuthorsOwnColumnAreLinks() throws {
        let site = try Self.site()
        #expect(try site.build().status == 0)
        func link(_ url: String) -> String {
            "<a href=\"\(url)\" rel=\"external noopener noreferrer\"><bdi dir=\"ltr\">\(url)</bdi></a>"
        }
        func cell(_ id: String) throws -> Substring? {
            try site.read("Output/strikes/\(id).html").split(separator: "\n")
                .first { $0.contains("class=\"cell\"") }
        }
        func row(_ text: String) -> Substring? {
            "<div><dt><bdi>links</bdi></dt><dd class=\"cell\"><bdi>\(text)</bdi></dd></div>"[...]
        }
        #expect(
            try cell("A1")
                == row(link("https://a.example/x?a=1&amp;b=2") + "; " + link("HTTP://b.example/y"))
        )
        #expect(try cell("A2") == row("javascript:alert(1) &lt;b&gt;"))
        #expect(
            try cell("A3") == row(link("https://c.example/1") + "," + link("https://d.example/2"))
        )
        #expect(try cell("A4") == row("(see " + link("https://e.example/z") + ")."))
    }

    @Test func coordinatesOfWhichNobodySaysHowExactTheyAreAreNotDrawn() throws {
        let site = try Self.site()
        try site.write(
            "content/map.md",
            "---\ntitle: Map\n---\nText.\n\n```map\nwhere: \"\"\n```\n"
        )
        let ending = try site.build()
        #expect(
            ending.errors.contains(
                """
                content/datapackage.yaml:12:11: warning: no strike states how exact its coordinates \
                are, so none of 4 is drawn on a map
                     Add a public column with the role location.precision: exact, neighbourhood, city. If it is the same for all, write under the table: roles: {location.precision: {constant: city}}.
                     [location-precision-unstated]

                """
            )
        )
        let home = try site.read("Output/index.html")
        #expect(!home.contains("class=\"map\""))
        #expect(!home.contains("Every circle opens its strike."))
        let map = try site.read("Output/map.html")
        #expect(!map.contains("in a town or city"))
        #expect(!map.contains("class=\"touch\""))
        #expect(!map.contains("only a street or neighbourhood is stated"))
        #expect(
            map.contains(
                "Not drawn: the records do not say how exactly the places of 4 strikes are known"
            )
        )
    }

    @Test func aCircleIsNamedByWhatTellsItApart() throws {
        let site = try Self.site(precision: "street")
        let ending = try site.build()
        #expect(!ending.errors.contains("location-precision-unstated"))
        let home = try site.read("Output/index.html")
        #expect(home.contains(">Kafr, 3</text>"))
        #expect(home.contains(">Dorn, 1</text>"))
        #expect(!home.contains(">South, 3</text>"))
        #expect(home.contains("only a street or neighbourhood is stated"))
    }

    @Test func strikesWithoutAGradingHaveARowSoThatTheTableAddsUp() throws {
        let site = try Self.site()
        #expect(try site.build().status == 0)
        let method = try site.read("Output/methodology.html")
        #expect(
            method.contains(
                """
                <tr><th scope="row" class="quiet">Not graded</th>\
                <td class="text" data-label="Definition">The records state no grading.</td>\
                <td class="cap" data-label="In totals">not counted</td><td class="n" data-label="strikes">\
                <a href="figures/grading-.ba12bc0e.html#m-strikes">1</a></td></tr>
                """
            )
        )
        #expect(
            method.contains(
                "<td class=\"n\"><a href=\"figures/all.html#m-strikes\">4</a></td></tr></tfoot>"
            )
        )
        let left = try site.read("Output/figures/grading-counted.html")
        #expect(left.contains("<td data-label=\"Reason\">not graded, so not counted</td>"))
        #expect(!left.contains("graded ,"))
    }

    @Test func aDefinitionEndsBeforeTheNextSentence() throws {
        let site = try Self.site()
        #expect(try site.build().status == 0)
        let counted = try site.read("Output/strikes/A1.html")
        #expect(counted.contains("<bdi>Two sources or more.</bdi> Counted in totals.</p>"))
        let other = try site.read("Output/strikes/A4.html")
        #expect(other.contains("<bdi>One source.</bdi> Not counted in totals.</p>"))
    }

    @Test func aReportThatWasNotReleasedIsCitedAsSuch() throws {
        let site = try Self.site()
        #expect(try site.build().status == 0)
        let page = try site.read("Output/methodology.html")
        #expect(
            page.contains(
                "Bare. “How the figures are counted”. Not released yet; records up to 2 March 2023. methodology.html</span>"
            )
        )
    }

    @Test(Needs.slow("axe_playwright_python", "chromium", "google-chrome"))
    func everyoneCanReadItAndNoTextIsSqueezed() throws {
        for language in ["en", "ar"] {
            let site = try Self.site(precision: "street")
            try site.replace("language: en", "language: \(language)", in: "content/site.yaml")
            let text = String(repeating: "A paragraph without headings. ", count: 20)
            try site.write("content/first.md", "---\ntitle: First\n---\n\(text)\n")
            try site.write(
                "content/second.md",
                "---\ntitle: Second\n---\n\(text)\n\n## One\n\n\(text)\n\n## Two\n\n\(text)\n"
            )
            #expect(try site.build().status == 0)
            let ending = try Program.run(
                [Python.path ?? "python3", "Tests/Tools/site_checks.py", "axe", site.output],
                in: Package.root
            )
            #expect(ending.status == 0, "\(ending.output.suffix(3_000)) \(ending.errors)")
        }
    }

    @Test func everySentenceThatAProposedSiteStandsInForIsReported() throws {
        let place = try SiteFolder()
        try place.write("table.csv", Self.table)
        let site = place.path + "/report"
        let made = try Program.recount("new", site, "--from", place.path + "/table.csv")
        #expect(made.status == 0, "\(made.errors)")
        let reported = try Program.recount("check", site, "--all").errors
        for (file, key, text) in [
            ("site.yaml", "authors", "Your organisation"),
            ("site.yaml", "title", "A report to be named"),
            ("site.yaml", "description", "What this report is about, in one sentence."),
            ("site.yaml", "credit", "What the report is made of, in one line."),
            ("site.yaml", "caution", "What a reader must not take it for."),
            ("index.md", "title", "A report to be named"),
            ("index.md", "description", "What this report is about, in one sentence."),
        ] {
            let line = try #require(
                reported.split(separator: "\n")
                    .first {
                        $0.hasPrefix("content/\(file):")
                            && $0.hasSuffix(
                                ": warning: \(key) still has the sample’s text: “\(text)”"
                            )
                    }
            )
            let place = line.split(separator: ":").dropFirst().prefix(2).compactMap { Int($0) }
            try #require(place.count == 2, "\(line)")
            let lines = try String(contentsOfFile: site + "/content/" + file, encoding: .utf8)
                .split(separator: "\n", omittingEmptySubsequences: false)
            let shown = lines[place[0] - 1].dropFirst(place[1] - 1)
            #expect(shown.contains(text), "\(line)")
        }
        #expect(
            reported.contains(
                "how-we-counted.md:6:1: warning: the article still has the sample’s text: “Say here where"
            )
        )
    }

    @Test func theSamplesWordsAreReportedWhenItsRecordsAreReplaced() throws {
        let site = try SiteFolder()
        let made = try Program.recount("new", site.path + "/report")
        #expect(made.status == 0, "\(made.errors)")
        #expect(
            !(try Program.recount("check", site.path + "/report").errors.contains("sample-text"))
        )
        let data = "report/content/data/"
        for table in ["strikes", "victims", "sources", "claims", "disclosures"] {
            let text = try site.read(data + table + ".csv")
            try site.write(data + table + ".csv", text.replacing("SAMPLE-", with: "OWN-"))
        }
        try FileManager.default.moveItem(
            atPath: site.path + "/report/content/strikes/SAMPLE-1.md",
            toPath: site.path + "/report/content/strikes/OWN-1.md"
        )
        let reported = try Program.recount("check", site.path + "/report", "--all").errors
        for place in [
            "site.yaml:23:9: warning: notice", "site.yaml:18:10: warning: authors",
            "index.md:3:8: warning: title", "what-happened.md:5:10: warning: authors",
            "what-happened.md:18:1: warning: the article",
            "strikes/OWN-1.md:4:1: warning: the article",
        ] { #expect(reported.contains(place), "\(place): \(reported)") }
    }
}
