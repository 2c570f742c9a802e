import Foundation
import TestSupport
import Testing

/// `recount update`: a new delivery of a table takes the place of the old one, and nothing else changes.
@Suite struct UpdateTests {
    private static let codebook = """
        # Kept as it is.
        resources:
          - name: strikes
            path: data/strikes.csv
            schema:
              fields:
                - {name: id, public: true}
                - {name: date, public: true}
                - {name: place, public: true}
                - {name: killed, public: true}
                - {name: phone}
                - {name: protection}

        """

    private func site() throws -> SiteFolder {
        let site = try SiteFolder.plain()
        try site.write("content/site.yaml", "title: Small\n")
        try site.write("content/datapackage.yaml", Self.codebook)
        try site.write(
            "content/data/strikes.csv",
            """
            id,date,place,killed,phone,protection
            S1,2017-08-01,North Market,3,0000000501,
            S2,2017-08-02,South Bridge,2,0000000502,
            S3,2017-08-03,East Gate,1,0000000503,withheld
            S4,2017-08-04,West Gate,,0000000504,

            """
        )
        return site
    }

    private func update(_ site: SiteFolder, _ arguments: String...) throws -> Ending {
        try Program.run([Package.program, "update", site.path] + arguments, in: site.path)
    }

    private func delivery(
        _ site: SiteFolder,
        _ text: String,
        _ name: String = "new.csv"
    ) throws
        -> String
    {
        try site.write(name, text)
        return site.path + "/" + name
    }

    @Test func aDeliveryIsShownBeforeItIsWritten() throws {
        let site = try site()
        let before = try Tree.read(site.path + "/content")
        let file = try delivery(
            site,
            """
            id,date,place,killed,phone,district
            S1,2017-08-01,North Market,4,0000000501,Centre
            S3,2017-08-03,East Gate,1,0000000513,Centre
            S4,2017-08-04,West Gate,0,0000000504,
            S5,2017-08-05,"Market, old",2,0000000505,

            """
        )
        let ending = try update(site, "--from", file)
        #expect(ending.status == 0, "\(ending.errors)")
        #expect(
            ending.output == """
                read     \(file): 4 rows, 6 columns
                kept     “protection”, which is private and not in the delivery: 1 cell stays with its record, by id
                column   new: “district”, which stays private. Describe it in the codebook:
                             - {name: "district"}
                records  1 new: S5
                records  1 gone: S2
                records  3 changed: “killed” in 2, “phone” in 1
                             S1: killed “3” → “4”
                             S4: killed (blank) → “0”
                total    strikes: 3, as before
                total    killed: 5 (1 unknown) → 6
                warnings 0 → 1; recount check lists them
                next     nothing was written; if this is right, run it again with --write

                """
        )
        #expect(!ending.output.contains("0000000513"))
        #expect(try Tree.read(site.path + "/content") == before)

        let written = try update(site, "--from", file, "--write")
        #expect(written.status == 0, "\(written.errors)")
        #expect(written.output.contains("wrote    content/data/strikes.csv\n"))
        #expect(
            try site.read("content/data/strikes.csv") == """
                id,date,place,killed,phone,protection,district
                S1,2017-08-01,North Market,4,0000000501,,Centre
                S3,2017-08-03,East Gate,1,0000000513,withheld,Centre
                S4,2017-08-04,West Gate,0,0000000504,,
                S5,2017-08-05,"Market, old",2,0000000505,,

                """
        )
        #expect(try site.read("content/datapackage.yaml") == Self.codebook)
        let again = try update(site, "--from", file)
        #expect(again.output.contains("nothing  content/data/strikes.csv holds the same already"))
    }

    @Test func whatGoesWithARecordIsSaid() throws {
        let site = try site()
        let file = try delivery(
            site,
            "id,date,place,killed,phone\nS1,2017-08-01,North Market,3,0000000501\n"
        )
        let ending = try update(site, "--from", file)
        #expect(ending.status == 0, "\(ending.errors)")
        #expect(
            ending.output.contains(
                "0 cells stay with their records, by id; 1 of records that are not in the delivery would go\n"
            ),
            "\(ending.output)"
        )
        // The id of a protected record is not named.
        #expect(ending.output.contains("records  3 gone: S2, S4 and 1 more\n"))
        #expect(ending.output.contains("records  strikes withheld: 1 → 0\n"))
    }

    @Test func aWorkbookIsWrittenInTheFormatOfTheTable() throws {
        let site = try site()
        let workbook = ExampleWorkbook(
            """
            [Strikes]
            id,date,place,killed,phone,protection
            S1,2017-08-01,North Market,3,T501,
            S2,2017-08-02,South Bridge,5,T502,
            S3,2017-08-03,East Gate,1,T503,withheld
            """
        )
        try site.write("new.xlsx", Data(workbook.bytes))
        let ending = try update(site, "--from", site.path + "/new.xlsx", "--write")
        #expect(ending.status == 0, "\(ending.errors)")
        #expect(ending.output.contains("total    killed: 5 (1 unknown) → 8\n"), "\(ending.output)")
        let lines = try site.read("content/data/strikes.csv").split(separator: "\n")
        #expect(lines.contains("S2,2017-08-02,South Bridge,5,T502,"))
        #expect(lines.count == 4)
    }

    @Test func whatCannotBeReadChangesNothing() throws {
        let site = try site()
        let before = try Tree.read(site.path + "/content")
        let file = try delivery(
            site,
            """
            id,date,place,killed,phone,protection
            S1,2017-08-01,North Market,many,0000000501,
            S1,2017-18-02,South Bridge,2,0000000502,

            """
        )
        let ending = try update(site, "--from", file, "--write")
        #expect(ending.status == 1)
        #expect(
            ending.output.contains(
                "column   “killed” held no texts; now 1 of 2 cells are, such as “many”\n"
            ),
            "\(ending.output)"
        )
        #expect(ending.errors.contains("content/data/strikes.csv:3:4: error:"), "\(ending.errors)")
        #expect(ending.errors.hasSuffix("Nothing was written. \(Self.lines)\n"))
        #expect(try Tree.read(site.path + "/content") == before)
    }

    private static let lines =
        "Lines of content/ are those of the table as it would be written."

    @Test func aPublicColumnThatIsMissingIsAMistake() throws {
        let site = try site()
        let file = try delivery(site, "id,date,killed\nS1,2017-08-01,3\n")
        let ending = try update(site, "--from", file, "--write")
        #expect(ending.status == 1)
        #expect(ending.output.contains("column   gone: “place”\n"))
        #expect(
            ending.errors.contains("content/data/strikes.csv has no column “place”"),
            "\(ending.errors)"
        )
    }

    @Test func aRecordThatIsNoLongerWithheldIsPointedOut() throws {
        let site = try site()
        let rows = try site.read("content/data/strikes.csv").replacing("withheld", with: "")
        let ending = try update(site, "--from", try delivery(site, rows))
        #expect(ending.status == 0)
        #expect(ending.output.contains("records  strikes withheld: 1 → 0\n"), "\(ending.output)")
        #expect(ending.errors.contains("recount: fewer strikes are withheld than before."))
        #expect(!ending.output.contains("S3"), "\(ending.output)")
    }

    @Test func cellsOfPrivateColumnsNeedIds() throws {
        let site = try site()
        try site.write(
            "content/datapackage.yaml",
            """
            resources:
              - name: victims
                path: data/victims.csv
                schema:
                  fields:
                    - {name: name, public: true}
                    - {name: date, public: true}
                    - {name: protection}

            """
        )
        try site.write(
            "content/data/victims.csv",
            "name,date,protection\nInvented Person,2017,\nHidden Person,2017,withheld\n"
        )
        let file = try delivery(site, "name,date\nInvented Person,2017\nHidden Person,2017\n")
        let ending = try update(site, "--from", file, "--write")
        #expect(ending.status == 1)
        #expect(
            ending.errors
                == "recount: the delivery has no column “protection”, which is private here, and no column of ids by which its cells could stay with their records. Add the column to the delivery.\n"
        )
        let whole = try delivery(
            site,
            "name,date,protection\nInvented Person,2017,\nHidden Person,2017,withheld\nNew Person,2018,\n"
        )
        let written = try update(site, "--from", whole, "--write")
        #expect(written.status == 0, "\(written.errors)")
        #expect(
            written.output.contains(
                "rows     1 new or changed, 0 gone; without ids nothing says which belong together\n"
            )
        )
        #expect(written.output.contains("total    people: 1 → 2\n"), "\(written.output)")
    }

    @Test func aTableThatIsOnlyReadIsNotConverted() throws {
        let site = try site()
        try site.write(
            "content/datapackage.yaml",
            Self.codebook.replacing("strikes.csv", with: "strikes.json")
        )
        try site.write(
            "content/data/strikes.json",
            #"[{"id": "S1", "date": "2017", "place": "A", "killed": 1, "phone": "", "protection": ""}]"#
        )
        let rows = "id,date,place,killed,phone,protection\nS1,2017,A,2,,\n"
        let ending = try update(site, "--from", try delivery(site, rows))
        #expect(ending.status == 1)
        #expect(
            ending.errors.contains(
                "a delivery of another kind cannot be written into content/data/strikes.json, because .json files are only read."
            ),
            "\(ending.errors)"
        )
        let file = try delivery(
            site,
            #"[{"id": "S1", "date": "2017", "place": "A", "killed": 2, "phone": "", "protection": ""}]"#,
            "new.json"
        )
        let same = try update(site, "--from", file, "--write")
        #expect(same.output.contains("total    killed: 1 → 2\n"), "\(same)")
    }

    @Test func tablesThatDependOnEachOtherAreReplacedTogether() throws {
        let site = try site()
        try site.write(
            "content/datapackage.yaml",
            Self.codebook + """
                  - name: victims
                    path: data/victims.csv
                    schema:
                      fields:
                        - {name: strike_id, public: true}
                        - {name: name, public: true}

                """
        )
        try site.write("content/data/victims.csv", "strike_id,name\nS2,Invented Person\n")
        let strikes = try delivery(
            site,
            "id,date,place,killed,phone,protection\nS1,2017-08-01,North Market,3,0000000501,\n"
        )
        let alone = try update(site, "--from", strikes, "--write")
        #expect(alone.status == 1)
        #expect(alone.errors.contains("[reference-unknown]"), "\(alone.errors)")
        let people = try delivery(site, "strike_id,name\nS1,Invented Person\n", "people.csv")
        let both = try update(
            site,
            "--from",
            strikes,
            "--from",
            "victims=" + people,
            "--write"
        )
        #expect(both.status == 0, "\(both.errors)")
        #expect(
            both.output.contains(
                "wrote    content/data/strikes.csv\nwrote    content/data/victims.csv\n"
            )
        )
        #expect(both.output.contains("total    people: 1, as before\n"))
    }

    @Test func aTableThatTheCodebookDoesNotDescribeIsNamed() throws {
        let site = try site()
        let file = try delivery(site, "id\nS1\n")
        let ending = try update(site, "--from", "strike=" + file)
        #expect(ending.status == 1)
        #expect(
            ending.errors
                == "recount: the codebook describes no table “strike”\n     Did you mean “strikes”?\n"
        )
        let people = try update(site, "--from", file, "--from", "victims=" + file)
        #expect(people.errors.contains("the codebook describes no table “victims”"))
        let missing = try update(site, "--from", site.path + "/none.csv")
        #expect(missing.status == 2)
    }
}
