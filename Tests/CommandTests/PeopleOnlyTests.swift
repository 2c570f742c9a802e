import Foundation
import TestSupport
import Testing

/// A list of people without any strike makes a complete report that speaks of no strike.
@Suite struct PeopleOnlyTests {
    private static func site() throws -> SiteFolder {
        let site = try SiteFolder()
        try site.add(Package.root + "/templates", at: "templates")
        try site.add(
            Package.root + "/Tests/CommandTests/Sites/people/only/input/content",
            at: "content"
        )
        let ending = try site.build()
        try #require(ending.status == 0, "\(ending.errors.prefix(3000))")
        return site
    }

    private static func pages(_ site: SiteFolder) throws -> [String] {
        try FileManager.default.subpathsOfDirectory(atPath: site.path + "/Output")
            .filter { $0.hasSuffix(".html") || $0.hasSuffix(".xml") }.sorted()
    }

    @Test func noPageSaysStrikeInEnglishOrArabic() throws {
        let site = try Self.site()
        let pages = try Self.pages(site)
        #expect(pages.contains("ar/victims.html"))
        #expect(!pages.contains { $0.contains("strikes/") })
        #expect(pages.contains("figures/people/all.html"))
        for page in pages {
            let text = try site.read("Output/" + page)
                .replacing(#/<[^>]*>/#, with: " ")
            let words = text.matches(of: #/(?i)strikes?\b|civilian|غار(ات|تان|تين|ة)|مدني/#)
            #expect(words.isEmpty, "\(page): \(words.map { String($0.output.0) })")
        }
    }

    @Test func aReleaseRecordsThePeopleAndLaterOnesSayWhatChanged() throws {
        let site = try Self.site()
        let first = try Program.recount("release", site.path, "--date", "2026-11-27")
        #expect(first.status == 0, "\(first.errors)")
        let release = try site.read("content/releases/2026-11-27-1.json")
        #expect(release.contains("\n \"headline\": \"people\",\n"))
        #expect(
            release.contains(
                "{\"selection\": \"people?sex=female\", \"people\": {\"min\": 1, \"max\": 1, \"of\": 1}}"
            )
        )
        let people = try site.read("content/data/victims.csv")
        try site.write(
            "content/data/victims.csv",
            people
                + "The Invented Fourth,,34,adult,male,2023-11-05,South Town,Shelling,0000000104\n"
        )
        try site.delete("content/numbers.md")
        try site.delete("content/ar/numbers.md")
        let diff = try Program.recount("diff", site.path)
        #expect(diff.output.contains("\nheadline people: 4 → 5\nfigure   people: 4 → 5\n"))
        let build = try site.build()
        #expect(build.status == 0, "\(build.errors)")
        #expect(build.output.contains("\nfigure   people: 4 → 5\n"))
        let page = try site.read("Output/corrections.html")
            .replacing(#/<[^>]*>/#, with: " ").replacing(#/\s+/#, with: " ")
        #expect(
            page.contains(" Unit: people. Measure Before After people 4 5 Not released yet"),
            "\(page)"
        )
        #expect(!page.contains("strike"))
    }

    @Test func filesForMachinesCountPeopleAndNoStrike() throws {
        let site = try Self.site()
        let manifest = try site.read("Output/manifest.json")
            .replacing(#/"templates\/[^"]*"/#, with: "")
        #expect(manifest.contains("\"people?sex=female\""))
        #expect(manifest.contains("\"people\": {\"max\": 4, \"min\": 4, \"unknown\": 0}"))
        let files = try FileManager.default.subpathsOfDirectory(atPath: site.path + "/Output")
            .filter { $0.hasSuffix(".json") && $0 != "manifest.json" || $0.hasSuffix(".csv") }
        #expect(files.count > 20)
        for text in try [manifest] + files.map({ try site.read("Output/" + $0) }) {
            #expect(text.matches(of: #/(?i)strike|civilian/#).isEmpty)
        }
    }

    @Test func everyTableAddsUpToAllPeopleAndEveryNumberLeadsToThem() throws {
        let site = try Self.site()
        let home = try site.read("Output/index.html")
        let tables = home.matches(of: #/<tbody>([\s\S]*?)<\/tbody>/#).map { String($0.output.1) }
        #expect(tables.count == 7)
        for table in tables {
            var sum = 0
            for row in table.matches(of: #/<a href="([^"]+)">(\d+)<\/a>/#) {
                let count = Int(row.output.2) ?? 0
                sum += count
                let page = try site.read("Output/" + row.output.1)
                #expect(page.matches(of: #/<li><span class="who">/#).count == count)
            }
            #expect(sum == 4)
        }
    }

    @Test func anAgeInWordsIsPrintedAsPublished() throws {
        let page = try Self.site().read("Output/victims.html")
        #expect(page.contains("<bdi>aged 80 plus</bdi>"))
        #expect(page.contains("<bdi>unborn</bdi>"))
        #expect(!page.contains("0000000101"))
    }
}
