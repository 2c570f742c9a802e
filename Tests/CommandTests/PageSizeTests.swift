import Foundation
import TestSupport
import Testing

/// No page is larger than a reader on a slow line can wait for, however many records there are.
@Suite struct PageSizeTests {
    private static let limit = 150_000

    private func built(
        _ arguments: [String],
        adding add: (SiteFolder) throws -> Void = { _ in }
    ) throws -> SiteFolder {
        let site = try SiteFolder()
        let made = try Python.run(
            "Tests/Tools/made_site.py",
            [arguments[0], arguments[1], site.path]
                + arguments.dropFirst(2)
        )
        try #require(made.status == 0, "\(made.errors)")
        try add(site)
        let build = try site.build()
        try #require(build.status == 0, "\(build.errors.prefix(2000))")
        return site
    }

    /// The pages above the limit, with their sizes.
    private func tooLarge(_ site: SiteFolder) throws -> [String] {
        let files = try #require(FileManager.default.enumerator(atPath: site.output))
        var pages = 0
        var found: [String] = []
        for case let path as String in files where path.hasSuffix(".html") {
            pages += 1
            let attributes = try FileManager.default.attributesOfItem(
                atPath: site.output + "/" + path
            )
            let size = try #require(attributes[.size] as? Int)
            if size > PageSizeTests.limit { found.append("\(path): \(size)") }
        }
        #expect(pages > 100)
        return found
    }

    /// What the links of the map lead to, each once, in the order of the drawing.
    private func targets(_ page: String) -> [String] {
        page.matches(of: /<a class="total" href="([^"]+)"/).map { String($0.1) }
    }

    @Test(.unlessItHangs)
    func aMapOfManyStrikesShowsTotalsByPlace() throws {
        let site = try built(["1200", "40", "--map"])
        #expect(try tooLarge(site) == [])
        let targets = targets(try site.read("Output/index.html"))
        #expect(targets.count > 8)
        for target in targets { #expect(try site.read("Output/" + target).contains("<h1")) }
        #expect(targets.allSatisfy { $0.hasPrefix("figures/district-") })
    }

    /// On a line of 1.6 Mbit/s, 70 kB and the ways to and fro take less than a second.
    @Test(.unlessItHangs)
    func theHeadingAndTheTotalsStandOnTheScreenAfter70KB() throws {
        let site = try built(["1200", "0", "--map"])
        let page = try site.read("Output/index.html")
        let totals = try #require(page.range(of: "<ul class=\"figs plain\">"))
        let rest = page[totals.upperBound...]
        let end = try #require(rest.range(of: "</ul>"))
        let style = try site.read("Output/assets/style.css")
        #expect(page[..<end.upperBound].utf8.count + style.utf8.count < 70_000)
        // Nothing else is waited for before the first paint.
        #expect(page.matches(of: /<link rel="stylesheet"/).count == 1)
        #expect(page.matches(of: /<script\b[^>]*>/).allSatisfy { $0.output.contains(" defer") })
        #expect(page[..<end.lowerBound].contains("<h1"))
    }

    @Test(.unlessItHangs)
    func strikesWithoutNamesOfPlacesAreTotalledBySquares() throws {
        let site = try built(["1200", "0", "--map", "--unnamed"])
        #expect(try tooLarge(site) == [])
        let targets = targets(try site.read("Output/index.html"))
        #expect(targets.count > 8)
        var strikes = 0
        for target in targets {
            let rows = try site.read("Output/" + target.replacing(".html", with: ".csv"))
            strikes += rows.split(separator: "\n").count - 1
        }
        let counted = try site.read("Output/figures/grading-counted.csv")
        #expect(strikes == counted.split(separator: "\n").count - 1)
    }

    /// A phone shows it as a table, so the names of its columns stand in its head alone.
    @Test func theCellsOfASummaryDoNotRepeatTheNamesOfColumns() throws {
        let page = try Example.site().read("Output/tables/district.html")
        let table = try #require(page.firstMatch(of: /<table class="fix dense">[\s\S]*?<\/table>/))
        #expect(table.0.contains("Nazlat Shahada"))
        #expect(!table.0.contains("data-label"))
    }

    /// A site of one strike in each of many areas with long names, with twelve measures and an address.
    private func wide(_ areas: Int, to site: SiteFolder) throws {
        let builtIn = ["killed", "children_killed", "women_killed", "men_killed", "injured"]
        let own = [
            "health_workers", "journalists", "teachers", "aid_workers", "drivers", "guards",
            "nurses",
        ]
        try site.write(
            "content/site.yaml",
            "title: Wide\nlanguages: [en, ar]\nurl: https://example.org\nembeds: true\nsummaries: [district]\n"
        )
        let declared = own.map { name in
            let label = name.replacing("_", with: " ")
            return
                "  \(name): {label: {en: \"\(label) killed while at work\", ar: \"قتلى أثناء العمل من فئة \(label)\"}}\n"
        }
        let columns = ["id", "date", "district"] + builtIn + own
        let fields = columns.map { "        - {name: \($0), public: true}\n" }
        try site.write(
            "content/datapackage.yaml",
            "measures:\n\(declared.joined())resources:\n  - name: strikes\n    path: data/strikes.csv\n"
                + "    schema:\n      fields:\n\(fields.joined())"
        )
        let rows = (1...areas)
            .map { number in
                let name =
                    number % 2 == 0
                    ? "The quarter of the old grain market and the southern cemetery, part \(number)"
                    : "حي سوق الحبوب القديم والمقبرة الجنوبية في الطرف الشرقي من المدينة رقم \(number)"
                return "S\(number),2017-06-08,\"\(name)\",30–41,1–2,1+,,3–4,1+,1–2,1–2,,1–2,1+,1–2"
            }
        let lines = [columns.joined(separator: ",")] + rows
        try site.write("content/data/strikes.csv", lines.joined(separator: "\n") + "\n")
    }

    /// The first page has a chart of 38 rows; of 90 rows there is none.
    @Test(.unlessItHangs, arguments: [38, 90])
    func aWideSummaryOfLongNamesHasFewerRowsOnAPage(_ areas: Int) throws {
        let site = try SiteFolder()
        try wide(areas, to: site)
        let build = try site.build()
        try #require(build.status == 0, "\(build.errors.prefix(2000))")
        #expect(try tooLarge(site) == [])
        for folder in ["", "ar/"] {
            let tables = site.output + "/" + folder + "tables"
            let pages = try FileManager.default.contentsOfDirectory(atPath: tables)
                .filter { $0.hasPrefix("district") }
            #expect(pages.count > 1 && pages.count < 12)
            var shown: [Substring] = []
            for page in pages {
                let text = try site.read("Output/\(folder)tables/\(page)")
                shown += text.matches(of: /<th scope="row"><bdi>([^<]+)<\/bdi>/).map(\.1)
            }
            // Every area has one row in a table; the chart of the first page repeats them.
            #expect(Set(shown.filter { $0.contains(/[0-9]$/) }).count == areas)
        }
    }

    @Test(.unlessItHangs)
    func aMapBelowTheLimitKeepsItsPageSmall() throws {
        let site = try built(["490", "0", "--map"])
        #expect(try tooLarge(site) == [])
    }

    /// A table with a column for each role.
    private func add(
        _ name: String,
        _ roles: [String],
        _ rows: [String],
        to site: SiteFolder
    ) throws {
        let fields = roles.map { "        - {name: \($0), type: string, public: true}\n" }.joined()
        let codebook = "content/datapackage.yaml"
        try site.write(
            codebook,
            try site.read(codebook)
                + "  - name: \(name)\n    path: data/\(name).csv\n    schema:\n      fields:\n\(fields)"
        )
        let lines = [roles.joined(separator: ",")] + rows
        try site.write("content/data/\(name).csv", lines.joined(separator: "\n") + "\n")
    }

    @Test(.unlessItHangs)
    func manySourcesAreCountedOnTheFigureAndListedByTheStrike() throws {
        let site = try built(["120", "0"]) { site in
            let sources = (0..<4800)
                .map { number in
                    let strike = "s" + String(1_000_001 + number / 40).dropFirst()
                    return
                        "S\(number),\(strike),A page on the web about what happened \(number),Paper \(number)"
                }
            try add("sources", ["id", "strike_id", "title", "publisher"], sources, to: site)
        }
        #expect(try tooLarge(site) == [])
        let page = try site.read("Output/figures/all.html")
        #expect(page.contains("2,400 sources"))
        #expect(
            page.contains(
                "The page lists the first 120 of 2,400 sources. "
                    + "The page of each strike lists all of its own."
            )
        )
        #expect(page.matches(of: /A page on the web/).count == 120)
        let strike = try site.read("Output/strikes/s000001.html")
        #expect(strike.matches(of: /A page on the web/).count == 40)
    }

    @Test(.unlessItHangs)
    func manyClaimsAreComparedOnThePagesThatListThem() throws {
        let site = try built(["120", "0"]) { site in
            let claims = (0..<700)
                .map { number in
                    "K\(number),Claimant \(number % 3),2019-01-\(number % 20 + 10),campaign,\(number + 1),alleged"
                }
            let roles = ["id", "claimant", "date", "scope", "killed", "position"]
            try add("claims", roles, claims, to: site)
        }
        #expect(try tooLarge(site) == [])
        var charted: Set<String> = []
        let pages = try FileManager.default.contentsOfDirectory(atPath: site.output)
            .filter { $0.hasPrefix("claims") && $0.hasSuffix(".html") }
        for page in pages {
            let text = try site.read("Output/" + page)
            #expect(text.contains("This page compares only the claims that it lists: "))
            for match in text.matches(of: /<tr id="([^"]+)"/) { charted.insert(String(match.1)) }
        }
        #expect(charted.count == 700)
    }
}
