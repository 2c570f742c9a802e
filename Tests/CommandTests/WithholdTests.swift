import Foundation
import TestSupport
import Testing

/// `recount withhold`: one command takes a record out of the site, its releases and everything that is built then.
@Suite struct WithholdTests {
    private func released() throws -> SiteFolder {
        let site = try SiteFolder.plain()
        try site.write("content/site.yaml", "title: Small\nas_of: 2026-01-01\n")
        try site.write(
            "content/datapackage.yaml",
            """
            # Kept as it is.
            resources:
              - name: strikes
                path: data/strikes.csv
                schema:
                  fields:
                    - {name: id, public: true}
                    - {name: date, public: true}
                    - name: summary   # in our words
                      public: true

              - name: victims
                path: data/victims.csv
                schema:
                  fields:
                    - {name: strike_id, public: true}
                    - {name: name, public: true}

            """
        )
        try site.write(
            "content/data/strikes.csv",
            "id,date,\"summary\"\r\nS1,2017-08-01,\"A, b\"\r\nS2,2017-08-02,SECRETSUMMARY\r\n"
        )
        try site.write(
            "content/data/victims.csv",
            "strike_id,name\nS1,Rami Secretname\nS1,Nour Shown\n"
        )
        let release = try Program.recount("release", site.path, "--date", "2026-01-01")
        #expect(release.status == 0, "\(release.errors)")
        return site
    }

    private func withhold(_ site: SiteFolder, _ record: String) throws -> Ending {
        try Program.recount("withhold", record, "--reason", "safety, \"now\"", "--site", site.path)
    }

    private func files(_ site: SiteFolder, holding text: String) throws -> [String] {
        try Tree.read(site.output)
            .filter { String(decoding: $0.value, as: UTF8.self).contains(text) }.keys.sorted()
    }

    @Test func aStrikeIsWithheldInAllFilesAtOnce() throws {
        let site = try released()
        let ending = try withhold(site, "S2")
        #expect(ending.status == 0, "\(ending.errors)")
        #expect(ending.output.contains("strikes      2 read = 1 shown + 0 left out + 1 withheld"))
        #expect(ending.output.contains("web archives"))
        #expect(
            try site.read("content/data/strikes.csv")
                == "id,date,\"summary\",protection\r\nS1,2017-08-01,\"A, b\",\r\n"
                + "S2,2017-08-02,SECRETSUMMARY,withheld\r\n"
        )
        let codebook = try site.read("content/datapackage.yaml")
        #expect(codebook.hasPrefix("# Kept as it is.\n"))
        #expect(
            codebook.contains(
                "          public: true\n        - {name: protection}\n\n  - name: victims\n"
            )
        )
        #expect(
            try site.read("content/data/corrections.csv").contains("S2,,\"safety, \"\"now\"\"\",")
        )
        let release = try site.read("content/releases/2026-01-01-1.json")
        #expect(!release.contains("SECRETSUMMARY"))
        #expect(release.contains("[withheld]"))
        let built = try site.build()
        #expect(built.status == 0, "\(built.errors)")
        #expect(try files(site, holding: "SECRETSUMMARY") == [])
        #expect(try files(site, holding: "S2") == [])
        // Once more changes nothing.
        let again = try withhold(site, "S2")
        #expect(again.output.contains("nothing to write"))
    }

    @Test func aPersonIsWithheldByTheStrikeAndTheName() throws {
        let site = try released()
        let ending = try withhold(site, "S1/Rami Secretname")
        #expect(ending.status == 0, "\(ending.errors)")
        #expect(
            try site.read("content/data/victims.csv")
                == "strike_id,name,protection\nS1,Rami Secretname,withheld\nS1,Nour Shown,\n"
        )
        let release = try site.read("content/releases/2026-01-01-1.json")
        #expect(!release.contains("Secretname"))
        #expect(release.contains("Nour Shown"))
        let next = try Program.recount("release", site.path, "--date", "2026-01-02")
        #expect(next.status == 0, "\(next.errors)")
        #expect(try files(site, holding: "Secretname") == [])
        #expect(!(next.output + next.errors).contains("Secretname"))
        // The row is deleted later: the release still tells nobody that there was one.
        try site.write("content/data/victims.csv", "strike_id,name,protection\nS1,Nour Shown,\n")
        let later = try site.build()
        #expect(later.status == 0, "\(later.errors)")
        #expect(try files(site, holding: "[withheld]") == [])
    }

    @Test func aRecordThatIsNotThereChangesNothing() throws {
        let site = try released()
        let before = try Tree.read(site.path + "/content")
        let ending = try withhold(site, "S9")
        #expect(ending.status == 2)
        #expect(ending.errors.contains("there is no strike, source, claim or medium with this id"))
        #expect(try Tree.read(site.path + "/content") == before)
    }

    @Test func aTableThatIsNoTextIsNotEdited() throws {
        let site = try released()
        try site.replace("data/strikes.csv", "data/strikes.json", in: "content/datapackage.yaml")
        try site.write(
            "content/data/strikes.json",
            "[{\"id\": \"S2\", \"date\": \"2017-08-02\", \"summary\": \"x\"}]"
        )
        try site.delete("content/data/strikes.csv")
        let ending = try withhold(site, "S2")
        #expect(ending.status == 2)
        #expect(ending.errors.contains("Write “withheld” into the column “protection”"))
    }
}
