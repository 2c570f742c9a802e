import Foundation
import TestSupport
import Testing

/// Records in nested JSON become a report without a script in between.
@Suite struct NestedTests {
    private static let incidents = """
        {"data": {"incidents": [
          {"id": "I-1", "when": {"day": "2021-05-10"}, "civilians": {"killed": {"min": 1, "max": 3}},
           "weapons": ["bomb", null, "mortar"], "team": {"lead": "Rana Secretlead"},
           "sources": [{"name": "A paper", "link": "https://a.example/1", "contact": "Sami Secretcontact"},
                       {"name": "A list", "link": "https://b.example/2"}]},
          {"id": "I-2", "when": {"day": "2021-05-11"}, "civilians": null, "weapons": [], "team": null,
           "sources": []},
          {"id": "I-3", "when": {"day": "2021-05-12"}, "civilians": {"killed": {"min": 4, "max": 4}},
           "sources": [{"name": "A blog", "link": "https://c.example/3"}]}
        ]}}
        """

    private static let codebook = """
        resources:
          - name: strikes
            path: data/incidents.json
            dialect: {property: data.incidents}
            schema:
              fields:
                - {name: id, public: true}
                - {name: when.day, role: date, public: true}
                - {name: civilians.killed.min, role: killed.min, public: true}
                - {name: civilians.killed.max, role: killed.max, public: true}
                - {name: weapons, public: true}
                - {name: team}
          - name: sources
            path: data/incidents.json
            dialect: {property: data.incidents}
            items: sources
            schema:
              fields:
                - {name: item, role: id, public: true}
                - {name: parent.id, role: strike_id, public: true}
                - {name: name, role: title, public: true}
                - {name: link, role: url, public: true}
                - {name: contact}

        """

    private func site() throws -> SiteFolder {
        let site = try SiteFolder.plain()
        try site.write("content/site.yaml", "title: Nested\nas_of: 2022-01-01\n")
        try site.write("content/datapackage.yaml", Self.codebook)
        try site.write("content/data/incidents.json", Self.incidents)
        return site
    }

    @Test func objectsAreColumnsAndListsOfObjectsAreTables() throws {
        let site = try site()
        let ending = try site.build()
        #expect(ending.status == 0, "\(ending.errors)")
        #expect(ending.errors == "", "what another table is read from is not undescribed")
        #expect(ending.output.contains("strikes      3 read = 3 shown + 0 left out"))
        #expect(ending.output.contains("sources      3 read = 3 shown + 0 left out"))
        let strike = try site.read("Output/strikes/I-1.html")
        #expect(strike.contains("bomb; mortar"))
        #expect(strike.contains("https://a.example/1"))
        #expect(strike.contains("https://b.example/2"))
        #expect(!strike.contains("https://c.example/3"))
        #expect(
            try site.read("Output/data/strikes.csv").contains("I-1,2021-05-10,1,3,bomb; mortar\n")
        )
        let query = try Program.recount("query", "killed", site.path, "--format", "csv")
        #expect(query.status == 0 && query.output.contains("5"), "\(query.output)\(query.errors)")
        for (path, bytes) in try Tree.read(site.output) {
            #expect(!String(decoding: bytes, as: UTF8.self).contains("Secret"), "\(path)")
        }
    }

    @Test(arguments: ["Rana Secretlead", "Sami Secretcontact"])
    func whatStaysPrivateIsSearchedFor(value: String) throws {
        let site = try site()
        try site.write("content/a.md", "---\ntitle: A\n---\nIt says \(value).\n")
        let ending = try site.build()
        #expect(ending.status == 1)
        #expect(ending.errors.contains("[private-value-published]"))
        #expect(!ending.errors.contains("Secret"))
    }

    @Test func aMistakeInsideAnObjectIsReportedAtItsPlace() throws {
        let site = try site()
        try site.replace("\"min\": 4", "\"min\": \"four\"", in: "content/data/incidents.json")
        let ending = try site.check()
        #expect(ending.status == 1)
        #expect(
            ending.errors.contains("content/data/incidents.json:8:80: error: "),
            "\(ending.errors)"
        )
        #expect(ending.errors.contains("civilians.killed.min"))
    }

    @Test func aListThatIsNoneIsReported() throws {
        let site = try site()
        try site.replace(
            "\"sources\": []",
            "\"sources\": \"none\"",
            in: "content/data/incidents.json"
        )
        let ending = try site.check()
        #expect(ending.status == 1)
        #expect(
            ending.errors.contains("error: “sources” is the text “none”, not a list"),
            "\(ending.errors)"
        )
    }

    @Test func itemsBelongToJSONOnly() throws {
        let site = try site()
        try site.write("content/data/a.csv", "id,day\nA,2021-05-10\n")
        try site.write(
            "content/datapackage.yaml",
            Self.codebook.replacing("path: data/incidents.json", with: "path: data/a.csv")
        )
        let ending = try site.check()
        #expect(
            ending.errors.contains(
                "error: only objects in a JSON file have items that can be rows"
            ),
            "\(ending.errors)"
        )
    }

    @Test func theProposedCodebookNamesWhatObjectsHold() throws {
        let site = try SiteFolder.plain()
        try site.write("in.json", Self.incidents)
        let made = try Program.recount(
            "new",
            site.path + "/made",
            "--from",
            site.path + "/in.json",
            "--items",
            "data.incidents"
        )
        #expect(made.status == 0, "\(made.errors)")
        let codebook = try site.read("made/content/datapackage.yaml")
        for name in ["when.day", "civilians.killed.min", "civilians.killed.max", "team.lead"] {
            #expect(codebook.contains("- name: \"\(name)\"\n"), "\(name)")
        }
        #expect(!codebook.contains("- name: \"civilians\"\n"))
        #expect(codebook.contains("role: killed.min\n"))
        #expect(codebook.contains("role: date\n"))
    }
}
