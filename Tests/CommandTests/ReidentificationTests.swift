import Foundation
import TestSupport
import Testing

/// An opponent who has all downloads of all releases, and wants to know to whom a rare value belongs.
@Suite struct ReidentificationTests {
    /// A site that groups strikes by community, of which two are rare, and shows two points and days coarsely.
    private static func site() throws -> SiteFolder {
        let site = try SiteFolder.plain()
        try site.write(
            "content/site.yaml",
            """
            title: Small cells
            minimum_cell: 3
            gradings: {fair: {label: Fair, counted: true}, weak: {label: Weak, counted: false}}
            summaries: [month, community]

            """
        )
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
                    - {name: killed, public: true}
                    - {name: grading, public: true}
                    - {name: community, public: true}
                    - {name: latitude, public: true}
                    - {name: longitude, public: true}
                    - {name: coarsen}

            """
        )
        return site
    }

    private static let head = "id,date,killed,grading,community,latitude,longitude,coarsen\n"

    /// The cells of a download by strike.
    private func shown(_ column: String, in site: SiteFolder) throws -> [String: String] {
        let json = try JSONSerialization.jsonObject(
            with: Data(contentsOf: URL(filePath: site.output + "/data/strikes.json"))
        )
        let rows = try #require(json as? [[String: Any]])
        var cells: [String: String] = [:]
        for row in rows {
            if let id = row["id"] as? String { cells[id] = row[column].map { "\($0)" } ?? "" }
        }
        return cells.mapValues { $0 == "<null>" ? "" : $0 }
    }

    private func release(_ site: SiteFolder, _ day: String) throws {
        let ending = try Program.recount("release", site.path, "--date", day)
        #expect(ending.status == 0, "\(ending.errors)")
    }

    @Test func twoReleasesTogetherSingleNobodyOut() throws {
        let site = try Self.site()
        let first = [
            "S1,2017-06-01,2,fair,Yazidi", "S2,2017-06-02,5,fair,Kurd",
            "S3,2017-06-03,6,fair,Turkmen",
            "S4,2017-06-04,40,fair,Arab",
        ]
        func write(_ rows: [String]) throws {
            try site.write(
                "content/data/strikes.csv",
                Self.head + rows.map { $0 + ",,,\n" }.joined()
            )
        }
        try write(first)
        try release(site, "2026-01-01")
        let before = try shown("community", in: site)
        #expect(before == ["S1": "", "S2": "", "S3": "Turkmen", "S4": "Arab"])
        // A new strike makes another value the smallest of those that are not rare.
        try write(first + ["S5,2017-06-05,10,fair,Kurd"])
        try release(site, "2026-01-02")
        let after = try shown("community", in: site)
        let killed = ["S1": 2, "S2": 5, "S3": 6, "S4": 40, "S5": 10]
        let unknown = killed.keys.filter { (before[$0] ?? "").isEmpty && (after[$0] ?? "").isEmpty }
        let people = unknown.compactMap { killed[$0] }.reduce(0, +)
        #expect(people - 2 >= 3, "\(unknown)")
        #expect(after == ["S1": "", "S2": "", "S3": "Turkmen", "S4": "Arab", "S5": ""])
        // Once nobody is rare, all values are shown.
        try write(first + ["S5,2017-06-05,10,fair,Kurd", "S6,2017-06-06,9,fair,Yazidi"])
        #expect(try site.build().status == 0)
        #expect(try shown("community", in: site)["S1"] == "Yazidi")
    }

    /// The enlarged part of a map is drawn from the coarse places: cells that differ in what is left out give one drawing.
    @Test func anEnlargedPartOfAMapTellsNoMoreThanTheCoarsePlaces() throws {
        func map(_ rest: (Int) -> String) throws -> String {
            let site = try Self.site()
            try site.delete("templates")
            try site.add(Package.root + "/templates", at: "templates")
            let fields = try site.read("content/datapackage.yaml")
            try site.write(
                "content/datapackage.yaml",
                fields + "        - {name: location_precision, public: true}\n"
            )
            try site.write("content/index.md", "---\ntitle: Report\n---\n\n```map\n```\n")
            let near = (0..<24)
                .map { number in
                    let (row, column) = (100 + 4 * (number / 6), 200 + 6 * (number % 6))
                    return "N\(number),2017-06-01,3,fair,,36.\(row)\(rest(number)),43.\(column)"
                        + "\(rest(23 - number)),coordinates: 3,exact\n"
                }
            let far = ["37.5,42.1", "35.2,45.4"].enumerated()
                .map { "F\($0),2017-06-01,3,fair,,\($1),,exact\n" }
            let head = "id,date,killed,grading,community,latitude,longitude,coarsen"
            try site.write(
                "content/data/strikes.csv",
                head + ",location_precision\n" + (near + far).joined()
            )
            let ending = try site.build()
            try #require(ending.status == 0, "\(ending.errors)")
            let page = try site.read("Output/index.html")
            return String(try #require(page.firstMatch(of: /<svg [\s\S]*<\/svg>/)).0)
        }
        let fine = try map { ["127", "231", "389", "412"][$0 % 4] }
        #expect(fine.contains("<svg class=\"inset\""))
        #expect(fine == (try map { ["499", "001", "276", "350"][$0 % 4] }))
    }

    @Test func noFileTellsMoreThanTheCoarseFacts() throws {
        let site = try Self.site()
        try site.write(
            "content/data/strikes.csv",
            Self.head
                + """
                S9,2017-06-08,2,fair,,36.3412345,43.1398765,date: month; coordinates: 2
                S2,2017-06-09,5,fair,,36.3512345,43.1498765,
                S3,2017-06-21,6,fair,,36.3612345,43.1598765,date: month; coordinates: 2
                S1,2017-06-11,40,fair,,36.3712345,43.1698765,date: month; coordinates: 2

                """
        )
        try release(site, "2026-01-01")
        for (name, data) in try Tree.read(site.output) {
            let text = String(decoding: data, as: UTF8.self)
            for exact in [
                "2017-06-08", "2017-06-21", "2017-06-11", "8 June", "21 June", "11 June",
                "36.3412345",
                "36.341", "43.1398765", "43.139", "36.361", "36.371",
            ] {
                #expect(!text.contains(exact), "\(exact) in \(name)")
            }
        }
        // The order of a list tells no day either: coarse days stand in the order of the ids.
        let json = try site.read("Output/data/strikes.json")
        let places = ["S1", "S3", "S9"].compactMap { json.range(of: "\"\($0)\"")?.lowerBound }
        #expect(places.count == 3 && places == places.sorted())
    }
}
