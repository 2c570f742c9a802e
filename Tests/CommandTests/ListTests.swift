import Foundation
import TestSupport
import Testing

/// Cells with several values: each is selected, counted and protected by itself.
@Suite struct ListTests {
    private static let codebook = """
        resources:
          - name: strikes
            path: data/strikes.csv
            schema:
              fields:
                - {name: id, public: true}
                - {name: date, public: true}
                - {name: grading, public: true}
                - {name: killed, public: true}
                - name: weapon
                  title: Weapons
                  public: true
                  separator: ";"
                  values: {"n.k.": ""}
                  labels.ar: {rifle: بندقية, mortar: هاون}
                - {name: informants, separator: ";"}
          - name: victims
            path: data/victims.csv
            schema:
              fields:
                - {name: strike_id, public: true}
                - {name: name, public: true}
                - {name: sex, public: true}
                - {name: roles, public: true, separator: "|"}

        """

    private static let strikes = """
        id,date,grading,killed,weapon,informants
        S1,2017-08-22,fair,3,rifle; mortar ; ,Rana Secretone; Sami Secrettwo
        S2,2017-08-23,fair,2,mortar,
        S3,2017-08-24,fair,4,n.k.,
        S4,2017-09-24,weak,,rifle;air  bomb,
        S5,2017-09-25,fair,0,mortar; rifle,

        """

    private static let people = """
        strike_id,name,sex,roles
        S1,Ann Ab,F,medic | teacher
        S1,Bob Bc,M,teacher
        S2,Cem Cd,M,

        """

    private static let article = """
        ---
        title: Weapons
        ---

        Mortars killed [5](figure:killed?weapon=mortar), unknown weapons [4](figure:killed?weapon=), others
        [6](figure:killed?weapon!=rifle), teachers [2](figure:people?roles=teacher), others
        [0](figure:people?roles!=teacher).

        ```table
        by: weapon
        measures: [strikes, killed]
        ```

        ```table
        by: weapon
        measures: [killed]
        where: "weapon=mortar&month=2017-09"
        ```

        ```table
        by: roles
        measures: [people]
        ```

        """

    private func site(_ settings: String = "") throws -> SiteFolder {
        let site = try SiteFolder.example()
        try site.delete("content")
        try site.write(
            "content/site.yaml",
            """
            title: Lists
            languages: [en, ar]
            gradings: {fair: {label: Fair, counted: true}, weak: {label: Weak}}
            summaries: [month, weapon]
            headline: [strikes, killed]
            \(settings)
            """
        )
        try site.write("content/datapackage.yaml", Self.codebook)
        try site.write("content/data/strikes.csv", Self.strikes)
        try site.write("content/data/victims.csv", Self.people)
        try site.write("content/articles/weapons.md", Self.article)
        return site
    }

    private static let overlap =
        "A strike with several values is counted in the row of each, so the rows add up to more than the total."

    @Test(Needs.python) func everyNumberAgreesWithARecount() throws {
        let site = try site()
        let ending = try site.build()
        try #require(ending.status == 0, "\(ending.errors.prefix(3000))")
        for oracle in ["recount.py", "people.py"] {
            let recount = try Python.run(
                "Tests/CommandTests/Oracle/" + oracle,
                ["site", Package.tests + "/Oracle/lists.json", site.path, site.output]
            )
            #expect(recount.status == 0, "\(recount)")
        }
    }

    @Test func aRecordIsCountedInEachOfItsValuesAndTheTableSaysSo() throws {
        let site = try site()
        try #require(try site.build().status == 0)
        let table = try site.read("Output/tables/weapon.html")
        #expect(table.contains(Self.overlap))
        #expect(!(try site.read("Output/tables/month.html")).contains(Self.overlap))
        let article = try site.read("Output/articles/weapons.html")
        #expect(article.components(separatedBy: Self.overlap).count == 2, "only where it is so")
        #expect(article.contains("A person with several values is counted in the row of each"))
        let query = try Program.recount("query", "strikes by weapon", site.path)
        let remark =
            "a strike with several values is in the row of each, so the rows add up to more than the total\n"
        #expect(query.output.hasSuffix(remark), "\(query.output)")
        let none = try Program.recount("query", "killed by weapon where id=S5", site.path)
        #expect(none.status == 0 && !none.output.contains("more than the total"), "\(none.output)")
    }

    @Test func aPageListsTheValuesAndDownloadsKeepOneText() throws {
        let site = try site()
        try #require(try site.build().status == 0)
        #expect(try site.read("Output/strikes/S1.html").contains("rifle and mortar"))
        #expect(try site.read("Output/ar/strikes/S1.html").contains("بندقية وهاون"))
        let strikes = try site.read("Output/data/strikes.csv")
        #expect(strikes.contains("S1,2017-08-22,fair,3,rifle; mortar\n"))
        #expect(try site.read("Output/data/victims.csv").contains(",medic | teacher\n"))
    }

    @Test func aListInJSONIsSuchAList() throws {
        let site = try site()
        try site.delete("content/articles")
        try site.delete("content/data/strikes.csv")
        try site.write(
            "content/data/strikes.json",
            """
            [{"id": "S1", "date": "2017-08-22", "grading": "fair", "killed": 3, "weapon": ["rifle", null, "mortar"]},
             {"id": "S2", "date": "2017-08-23", "grading": "fair", "killed": 2, "weapon": "mortar"},
             {"id": "S3", "date": "2017-08-24", "grading": "fair", "killed": 4, "weapon": []}]
            """
        )
        for separator in [";", "|"] {
            try site.write(
                "content/datapackage.yaml",
                Self.codebook.replacing("strikes.csv", with: "strikes.json")
                    .replacing("        - {name: informants, separator: \";\"}\n", with: "")
                    .replacing("separator: \";\"", with: "separator: \"\(separator)\"")
            )
            let query = try Program.recount(
                "query",
                "killed by weapon",
                site.path,
                "--format",
                "csv"
            )
            #expect(query.output.contains("mortar,5,5,0,0\n"), "\(query)")
            #expect(query.output.contains("rifle,3,3,0,0\n"), "\(query)")
        }
    }

    @Test func eachValueOfAPrivateColumnIsSearchedFor() throws {
        let site = try site()
        let article = try site.read("content/articles/weapons.md")
        try site.write("content/articles/weapons.md", article + "\nWe thank Sami Secrettwo.\n")
        let ending = try site.build()
        #expect(ending.status == 1)
        #expect(ending.errors.contains("[private-value-published]"), "\(ending.errors)")
        #expect(!ending.errors.contains("Secrettwo"))
    }

    @Test(Needs.python) func eachRareValueIsLeftOut() throws {
        let site = try site("minimum_cell: 3")
        try site.delete("content/articles")
        try site.write(
            "content/data/strikes.csv",
            """
            id,date,grading,killed,weapon,informants
            S1,2017-08-22,fair,9,rifle; knife,
            S2,2017-08-23,fair,8,rifle; mortar,
            S3,2017-08-24,fair,2,knife,
            S4,2017-08-25,fair,2,sword; mortar,
            S5,2017-08-26,fair,6,,

            """
        )
        let ending = try site.build()
        try #require(ending.status == 0, "\(ending.errors)")
        let cells = try site.read("Output/data/strikes.csv").split(separator: "\n").dropFirst()
            .map { $0.split(separator: ",", omittingEmptySubsequences: false).last ?? "" }
        #expect(cells == ["rifle; knife", "rifle; mortar", "knife", "mortar", ""])
        #expect(!(try site.read("Output/tables/weapon.html")).contains("sword"))
        try site.write(
            "spec.json",
            """
            {"counted": ["fair"], "separators": {"weapon": ";"}, "grouped": ["weapon"], "minimum_cell": 3}
            """
        )
        let recount = try Python.run(
            "Tests/CommandTests/Oracle/recount.py",
            ["site", site.path + "/spec.json", site.path, site.output]
        )
        #expect(recount.status == 0, "\(recount)")
    }

    @Test func aProposedCodebookSeparatesWhatIsEvidentlyAList() throws {
        let site = try SiteFolder()
        try site.write(
            "t.csv",
            """
            id,date,weapon,remark
            A1,2017-08-22,rifle; mortar,"came; saw"
            A2,2017-08-23,mortar,"went home; slept"
            A3,2017-08-24,rifle;bomb,never; ever
            A4,2017-08-25,bomb,

            """
        )
        let ending = try Program.recount("new", site.path + "/new", "--from", site.path + "/t.csv")
        #expect(ending.status == 0, "\(ending.errors)")
        let codebook = try site.read("new/content/datapackage.yaml")
        #expect(codebook.components(separatedBy: "separator: \";\"").count == 2)
        let weapon = codebook.split(separator: "- name: ").first { $0.hasPrefix("\"weapon\"") }
        #expect(weapon?.contains("separator: \";\"") == true)
    }
}
