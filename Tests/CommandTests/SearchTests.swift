import Foundation
import TestSupport
import Testing

/// The search of a report: what its index holds, and what a reader finds with it.
@Suite struct SearchTests {
    /// The site whose records keep something back.
    private static func guarded() throws -> SiteFolder {
        let site = try SiteFolder.plain(Package.tests + "/Sites/protection/en/input")
        let ending = try site.build()
        try #require(ending.status == 0, "\(ending.errors.prefix(3000))")
        return site
    }

    private static func parts(_ site: SiteFolder) throws -> [String: String] {
        try Tree.read(site.output + "/search").mapValues { String(decoding: $0, as: UTF8.self) }
    }

    @Test func whatIsKeptBackIsNotInTheIndex() throws {
        let site = try Self.guarded()
        let parts = try Self.parts(site)
        #expect(parts["index.js"] != nil && parts["t0.js"] != nil)
        let rows = try String(
            contentsOfFile: site.path + "/content/data/victims.csv",
            encoding: .utf8
        )
        let records = try String(
            contentsOfFile: site.path + "/content/data/strikes.csv",
            encoding: .utf8
        )
        for word in ["HIDDEN", "Layla", "Hiddenfield", "مخفي", "المخفية", "nurse", "P2"] {
            #expect((rows + records).contains(word), "\(word)")
            for (name, part) in parts {
                #expect(!part.lowercased().contains(word.lowercased()), "\(name): \(word)")
            }
        }
    }

    @Test func aSiteCanDoWithoutASearch() throws {
        let site = try SiteFolder.small()
        try site.write(
            "content/site.yaml",
            Data((try site.read("content/site.yaml") + "search: false\n").utf8)
        )
        let ending = try site.build()
        #expect(ending.status == 0, "\(ending.errors)")
        let names = try Tree.read(site.output).keys
        #expect(!names.contains { $0.hasPrefix("search") })
        #expect(names.contains("tables/places.html"))
    }

    @Test func anArticleMayHaveTheAddressOfASearchThatIsSwitchedOff() throws {
        let site = try SiteFolder.small()
        let settings = try site.read("content/site.yaml")
        try site.write("content/search.md", Data("---\ntitle: Our search\n---\n".utf8))
        let taken = try site.build()
        #expect(taken.status == 1)
        #expect(
            taken.errors.contains(
                "the address search.html is already used by a page that Recount makes"
            )
        )
        try site.write("content/site.yaml", Data((settings + "search: false\n").utf8))
        let ending = try site.build()
        #expect(ending.status == 0, "\(ending.errors)")
        #expect(try site.read("Output/search.html").contains("Our search"))
    }

    /// Every list leads to the registers and to the search, and these lead to every person and place.
    @Test func everyListLeadsToTheRegisters() throws {
        let site = try Example.site()
        for page in [
            "index.html", "strikes/index.html", "victims.html", "disclosures.html",
            "figures/all.html",
        ] {
            let text = try site.read("Output/" + page)
            for place in [
                "tables/places.html", "tables/people.html", "tables/month.html", "search.html",
            ] {
                #expect(text.contains("\(place)\""), "\(page): \(place)")
            }
        }
        let people = try site.read("Output/tables/people.html")
        #expect(people.matches(of: /#people"/).count == 282)
        let places = try site.read("Output/ar/tables/places.html")
        #expect(
            Set(places.matches(of: /strikes\/([^"\/]+)\.html"/).map { $0.output.1 }).count >= 52
        )
    }

    @Test(Needs.slow("playwright.sync_api", "chromium"), .unlessItHangs)
    func aReaderFindsThingsInABrowser() throws {
        let site = try Example.site()
        let ending = try Python.run("Tests/CommandTests/Browser/search.py", [site.output])
        #expect(ending.status == 0, "\(ending.output) \(ending.errors.suffix(2_000))")
        #expect(ending.output.hasSuffix("held\n"), "\(ending.output)")
    }

    @Test(Needs.slow("playwright.sync_api", "chromium"), .unlessItHangs)
    func itReadsOnAPhoneByKeyboardOnPaperAndWithoutColours() throws {
        let example = try Example.site()
        let plain = try SiteFolder()
        #expect(try Program.recount("new", plain.path).status == 0)
        let build = try plain.build()
        try #require(build.status == 0, "\(build.errors.prefix(2000))")
        for arguments in [[example.output], [plain.output, "index.html", "strikes/SAMPLE-1.html"]] {
            let ending = try Python.run("Tests/CommandTests/Browser/reading.py", arguments)
            #expect(ending.status == 0, "\(ending.output) \(ending.errors.suffix(2_000))")
            #expect(ending.output.hasSuffix("held\n"), "\(ending.output)")
        }
    }

    @Test(Needs.slow("playwright.sync_api", "chromium"), .unlessItHangs)
    func aLongListIsNarrowedOverAllItsPages() throws {
        let site = try SiteFolder()
        let made = try Python.run("Tests/Tools/made_site.py", ["250", "40", site.path])
        try #require(made.status == 0, "\(made.errors)")
        let build = try site.build()
        try #require(build.status == 0, "\(build.errors.prefix(2000))")
        let ending = try Python.run(
            "Tests/CommandTests/Browser/filter.py",
            [site.output, site.path + "/content/data/strikes.csv"]
        )
        #expect(ending.status == 0, "\(ending.output) \(ending.errors.suffix(2_000))")
        #expect(ending.output.hasSuffix("held\n"), "\(ending.output)")
    }
}
