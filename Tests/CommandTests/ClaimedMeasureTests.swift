import Foundation
import TestSupport
import Testing

/// What a claim states of a measure that the site declares is read, shown, drawn and checked as deaths are.
@Suite struct ClaimedMeasureTests {
    private static let codebook = """
        measures:
          health_workers_killed: {label: "health workers killed", part_of: killed}
          homes_destroyed: {label: "homes destroyed", unit: homes}
        resources:
          - name: strikes
            path: data/strikes.csv
            schema:
              fields:
                - {name: id, public: true}
                - {name: date, public: true}
                - {name: killed, public: true}
                - {name: health_workers_killed, public: true}
                - {name: homes_destroyed, public: true}
          - name: claims
            path: data/claims.csv
            schema:
              fields:
                - {name: id, public: true}
                - {name: claimant, public: true}
                - {name: date, public: true}
                - {name: scope, public: true}
                - {name: killed, public: true}
                - {name: health_workers_killed_min, public: true}
                - {name: medics, role: health_workers_killed.max, public: true}
                - {name: homes_destroyed, public: true}

        """

    private static let claims = """
        id,claimant,date,scope,killed,health_workers_killed_min,medics,homes_destroyed
        K1,Union,2023-03-01,campaign,9,2,3,
        K2,Ministry,2023-03-02,campaign,7,1,1,
        K3,Ministry,2023-03-02,S1,,,,40

        """

    private static let article = """
        ---
        title: Report
        ---

        The union says [9 were killed](claim:K1), [2 to 3](claim:K1#health_workers_killed) of them
        health workers, [at least 2](claim:K1#health_workers_killed.min); and
        [40 homes destroyed](claim:K3), [](claim:K3#homes_destroyed).

        """

    private static func site() throws -> SiteFolder {
        let site = try SiteFolder.example()
        try site.delete("content")
        try site.write("content/site.yaml", "title: Claimed\n")
        try site.write("content/datapackage.yaml", codebook)
        try site.write(
            "content/data/strikes.csv",
            "id,date,killed,health_workers_killed,homes_destroyed\nS1,2023-02-07,3,1,\n"
        )
        try site.write("content/data/claims.csv", claims)
        try site.write("content/report.md", article)
        return site
    }

    @Test func pagesAndDownloadsShowIt() throws {
        let site = try Self.site()
        let ending = try site.build()
        try #require(ending.status == 0, "\(ending.errors)")
        let claims = try site.read("Output/claims.html")
        #expect(claims.contains("<bdi>health workers killed</bdi></th>"))
        #expect(claims.contains("<bdi>homes destroyed (homes)</bdi></th>"))
        #expect(claims.contains("health workers killed</strong> As claimed. Unit: people."))
        #expect(claims.contains("data-label=\"health workers killed\">2–3</td>"))
        #expect(claims.contains("data-label=\"homes destroyed\">40</td>"))
        #expect(claims.contains("colspan=\"5\""))
        // The bars of health workers are a chart of their own.
        #expect(claims.contains("a part of it, health workers killed</strong>"))
        #expect(
            claims.contains(
                "data-label=\"health workers killed\"><a href=\"claims.html#claim-K1\">2–3<"
            )
        )
        let strike = try site.read("Output/strikes/S1.html")
        #expect(
            strike.contains(
                "data-label=\"homes destroyed\"><a href=\"../claims.html#claim-K3\">40<"
            )
        )
        #expect(strike.contains("homes</span>"))
        let article = try site.read("Output/report.html")
        #expect(article.contains(">40</a>."))
        let download = try site.read("Output/data/claims.csv")
        #expect(download.contains("health_workers_killed_min,medics,homes_destroyed"))
        #expect(download.contains("K3,Ministry,2023-03-02,S1,,,,40"))
    }

    @Test func theDescriptorOfTheDownloadsSaysWhatItMeans() throws {
        let site = try Self.site()
        try site.replace(
            "{label: \"homes destroyed\", unit: homes}",
            "{label: {en: {one: home, other: homes}}, unit: {en: homes, ar: \"منازل\"}, description: Flats too}",
            in: "content/datapackage.yaml"
        )
        let ending = try site.build()
        try #require(ending.status == 0, "\(ending.errors)")
        let descriptor = try JSONSerialization.jsonObject(
            with: Data(site.read("Output/data/datapackage.json").utf8)
        )
        let measures = try #require((descriptor as? NSDictionary)?["measures"] as? NSDictionary)
        let expected: NSDictionary = [
            "health_workers_killed": [
                "label": "health workers killed", "part_of": "killed", "unit": "people",
                "description": "health workers killed",
            ],
            "homes_destroyed": [
                "label": ["en": ["one": "home", "other": "homes"]],
                "unit": ["en": "homes", "ar": "منازل"], "description": "Flats too",
            ],
        ]
        #expect(measures == expected, "\(measures)")
    }

    @Test func linksAreComparedWithIt() throws {
        let site = try Self.site()
        try site.replace("[2 to 3](", "[4](", in: "content/report.md")
        try site.replace(
            "[40 homes destroyed](claim:K3)",
            "[41 homes](claim:K3)",
            in: "content/report.md"
        )
        try site.replace("(claim:K3#homes_destroyed)", "(claim:K3#homes)", in: "content/report.md")
        let ending = try site.build()
        #expect(ending.status == 1)
        #expect(
            ending.errors.contains(
                "the text says 4, but claim K1 says 2–3 for health_workers_killed"
            ),
            "\(ending.errors)"
        )
        #expect(ending.errors.contains("the text says 41, but claim K3 says 40"))
        #expect(ending.errors.contains("claims state no measure “homes”"))
        #expect(ending.errors.contains("They state killed, injured, health_workers_killed"))
    }

    @Test func aTotalThatFallsIsReported() throws {
        let site = try Self.site()
        let ending = try site.check()
        #expect(!ending.errors.contains("claim-falls"), "\(ending.errors)")
        try site.write(
            "content/data/claims.csv",
            Self.claims + "K4,Union,2023-04-01,campaign,9,1,1,\n"
        )
        let changed = try site.check()
        #expect(
            changed.errors.contains(
                "Union states 1 health_workers_killed on 2023-04-01, after 2 on 2023-03-01"
            ),
            "\(changed.errors)"
        )
    }
}
