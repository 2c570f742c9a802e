import Foundation
import TestSupport
import Testing

/// A site that calls its records incidents has them at addresses that say so.
@Suite struct RecordPathTests {
    private static let settings = """
        title: Incidents
        languages: [en, ar]
        url: https://example.org
        record: {en: {one: incident, other: incidents}, ar: {one: هجوم, two: هجومان, few: هجمات, many: هجوماً, other: هجوم}}
        people: {en: {one: journalist, other: journalists}, ar: {one: صحفي, two: صحفيان, few: صحفيين, many: صحفياً, other: صحفي}}
        record_path: incidents
        menu: [{label: All, to: incidents}, {label: Report, to: report.md}]

        """

    private static func site(_ more: String = "") throws -> SiteFolder {
        let site = try SiteFolder.example()
        try site.delete("content")
        try site.write("content/site.yaml", settings + more)
        try site.write(
            "content/datapackage.yaml",
            """
            resources:
              - name: strikes
                path: data/strikes.csv
                schema:
                  fields:
                    - {name: id, public: true}
                    - {name: date, public: true}
                    - {name: place, public: true}
                    - {name: killed, public: true}
                    - {name: previous_ids, public: true}
              - name: victims
                path: data/victims.csv
                schema:
                  fields:
                    - {name: id, public: true}
                    - {name: strike_id, public: true}
                    - {name: name, public: true}

            """
        )
        try site.write(
            "content/data/strikes.csv",
            "id,date,place,killed,previous_ids\nA1,2023-02-07,Kafr,3,OLD1\nA2,2023-02-08,Dorn,1,\n"
        )
        try site.write("content/data/victims.csv", "id,strike_id,name\nP1,A1,Amal\n")
        try site.write(
            "content/report.md",
            "---\ntitle: Report\n---\n\nSee [](strike:A1), [all](incidents/index.html) and [2](figure:strikes).\n"
        )
        return site
    }

    @Test func everyLinkLeadsThere() throws {
        let site = try Self.site()
        let ending = try site.build()
        try #require(ending.status == 0, "\(ending.errors)")
        let files = try Tree.read(site.output)
        #expect(files.keys.contains("incidents/A1.html"))
        #expect(files.keys.contains("incidents/index.html"))
        #expect(files.keys.contains("ar/incidents/A1.html"))
        #expect(files.keys.contains("incidents/OLD1.html"), "a former id has its page there too")
        #expect(!files.keys.contains { $0.hasPrefix("strikes/") || $0.hasPrefix("ar/strikes/") })
        for (name, data) in files {
            let text = String(decoding: data, as: UTF8.self)
            #expect(!text.contains("strikes/index.html") && !text.contains("strikes/A1"), "\(name)")
        }
        let article = try site.read("Output/report.html")
        #expect(article.contains("<a href=\"incidents/A1.html\">A1</a>"))
        #expect(article.contains("<a href=\"incidents/index.html\">all</a>"))
        let page = try site.read("Output/incidents/A2.html")
        #expect(page.contains("aria-current"), "the menu shows the list of incidents")
    }

    @Test func formerAddressesLeadToThePresentOnes() throws {
        let site = try Self.site("previous_record_paths: [strikes]\n")
        let ending = try site.build()
        try #require(ending.status == 0, "\(ending.errors)")
        let page = try site.read("Output/strikes/A1.html")
        #expect(page.contains("content=\"0; url=../incidents/A1.html\""))
        #expect(try site.read("Output/strikes/OLD1.html").contains("url=../incidents/A1.html"))
        #expect(
            try site.read("Output/ar/strikes/index.html")
                .contains("url=../../ar/incidents/index.html")
        )
        let map = try site.read("Output/sitemap.xml")
        #expect(map.contains("/incidents/A1.html") && !map.contains("/strikes/"))
    }

    @Test func anArticleCannotHaveTheAddressOfARecord() throws {
        let site = try Self.site()
        try site.write("content/incidents/A1.md", "---\ntitle: Mine\n---\n\nText.\n")
        let ending = try site.build()
        #expect(ending.status == 1)
        #expect(
            ending.errors.contains(
                "the address incidents/A1.html is already used by a page that Recount makes"
            ),
            "\(ending.errors)"
        )
    }
}
