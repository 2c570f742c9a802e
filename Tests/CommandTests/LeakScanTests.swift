import Foundation
import TestSupport
import Testing

/// Private values that somebody puts into a report by another door: each stops the build, and none is printed.
@Suite struct LeakScanTests {
    private static let witness = "Karim Example-77"
    private static let phone = "0770 555 0123"

    /// A small site whose strikes have a witness and a phone number, both private.
    private static func site() throws -> SiteFolder {
        let site = try SiteFolder.small()
        try site.write(
            "content/data/strikes.csv",
            """
            id,date,district,killed,grading,latitude,longitude,location_precision,witness,phone
            A1,2017-06-08,North,3–8,confirmed,35.95,39.01,street,\(witness),\(phone)
            A2,2017-07-09,South,4,confirmed,35.96,39.02,street,South,2017
            A3,2017-08-10,South,10+,weak,,,,,

            """
        )
        try site.replace(
            "        - {name: location_precision, type: string, public: true}\n",
            "        - {name: location_precision, type: string, public: true}\n"
                + "        - {name: witness, type: string}\n        - {name: phone, type: string}\n",
            in: "content/datapackage.yaml"
        )
        return site
    }

    /// Publishes files in `media/` that no article links to.
    private static func publish(_ media: String, in site: SiteFolder) throws {
        let settings = try site.read("content/site.yaml")
        try site.write("content/site.yaml", settings + "media: {publish: [\(media)]}\n")
    }

    private func expectLeak(_ site: SiteFolder, _ comment: Comment = "") throws {
        let ending = try site.build()
        #expect(ending.status == 1, comment)
        #expect(ending.errors.contains("[private-value-published]"), comment)
        let printed = ending.output + ending.errors
        #expect(!printed.contains("Karim"), comment)
        #expect(!printed.contains("0123"), comment)
        #expect(!FileManager.default.fileExists(atPath: site.output), comment)
    }

    @Test(arguments: [(#"{"killed": 3}"#, 0), (#"{"who": "Karim Example-77"}"#, 1)])
    func ofAPrivateObjectOnlyItsTextsAreSearchedFor(_ cell: String, _ status: Int32) throws {
        let site = try Self.site()
        let rows = """
            [{"id": "A1", "date": "2017-06-08", "killed": 3, "district": "North", "grading": "confirmed",
              "notes": \(cell)}]
            """
        try site.write("content/data/strikes.json", rows)
        try site.write(
            "content/datapackage.yaml",
            """
            resources:
              - name: strikes
                path: data/strikes.json
                schema:
                  fields:
                    - {name: id, public: true}
                    - {name: date, public: true}
                    - {name: killed, type: integer, public: true}
                    - {name: grading, public: true}
                    - {name: district, public: true}
                    - {name: notes}

            """
        )
        try site.write(
            "content/a.md",
            "---\ntitle: A\n---\n\(status == 1 ? Self.witness : "Nothing.")\n"
        )
        #expect(try site.build().status == status)
    }

    /// A table this large is written in pieces.
    @Test func aValueIsFoundAtTheEndOfALargeDownload() throws {
        let site = try Self.site()
        let fields = "        - {name: witness, type: string}\n"
        try site.replace(
            fields,
            "        - {name: note, public: true}\n" + fields,
            in: "content/datapackage.yaml"
        )
        let note = String(repeating: "rubble and smoke ", count: 120)
        let rows = (0..<300).map { "B\($0),2017-07-09,South,4,confirmed,,,,\(note),,\n" }
        func table(_ said: String) -> String {
            """
            id,date,district,killed,grading,latitude,longitude,location_precision,note,witness,phone
            A1,2017-06-08,North,3–8,confirmed,35.95,39.01,street,,\(Self.witness),\(Self.phone)
            A2,2017-07-09,South,4,confirmed,35.96,39.02,street,,South,2017
            \(rows.joined())C1,2017-10-09,South,4,confirmed,,,,Says \(said) of it,,

            """
        }
        try site.write("content/data/strikes.csv", table("Nobody Example-1"))
        #expect(try site.build().status == 0)
        let published = try Data(contentsOf: URL(filePath: site.output + "/data/strikes.csv"))
        let place = try #require(published.range(of: Data("Nobody Example-1".utf8)))
        #expect(place.lowerBound > 600_000)
        try site.write("content/data/strikes.csv", table(Self.witness))
        let ending = try site.build()
        #expect(ending.status == 1)
        #expect(
            ending.errors.contains("data/strikes.csv, byte \(place.lowerBound)"),
            "\(ending.errors)"
        )
    }

    @Test(Needs.python) func aValueIsFoundInEveryEncodingOfAnyFile() throws {
        let ways = try Python.run("Tests/CommandTests/Oracle/leaks.py", ["ways"]).output
            .split(separator: "\n").map(String.init)
        #expect(ways.count > 20)
        for way in ways {
            for value in [Self.witness, Self.phone] {
                let site = try Self.site()
                let name = "media/a.\(Self.ending(of: way))"
                try site.write(
                    "content/site.yaml",
                    site.read("content/site.yaml")
                        + "media: {publish: [\(name)], files: "
                        + "{\(name): {keep_metadata: true, reason: \"A test\"}}}\n"
                )
                let file = site.path + "/content/" + name
                let hidden = try Python.run(
                    "Tests/CommandTests/Oracle/leaks.py",
                    ["hide", way, value, file]
                )
                #expect(hidden.status == 0, "\(hidden.errors)")
                try expectLeak(site, "\(way): \(value)")
            }
        }
    }

    /// The ending of a file that hides a value in a way.
    private static func ending(of way: String) -> String {
        if way == "gzip" { return "gz" }
        if way == "workbook" { return "xlsx" }
        if way.hasSuffix("png text") { return "png" }
        return way.hasPrefix("pdf") ? "pdf" : "bin"
    }

    @Test func everyDoorIsWatched() throws {
        let doors: [(String, (SiteFolder) throws -> Void)] = [
            (
                "an article",
                { try $0.write("content/a.md", "---\ntitle: A\n---\n\(Self.witness) saw it.\n") }
            ),
            (
                "front matter",
                { try $0.write("content/a.md", "---\ntitle: \(Self.witness)\n---\nx\n") }
            ),
            (
                "a narrative", { try $0.write("content/strikes/A1.md", "Call \(Self.phone).\n") }
            ),
            (
                "a template",
                {
                    let name = "templates/base.html"
                    try $0.replace(
                        "</body>",
                        "<p title=\"\(Self.witness)\"></p></body>",
                        in: name
                    )
                }
            ),
            (
                "a word of the interface",
                {
                    let name = "templates/assets/a.js"
                    try $0.write(name, "const who = '\(Self.witness)'")
                }
            ),
            (
                "the name of a file",
                {
                    try $0.write("content/media/karim_example-77.txt", "x")
                    try Self.publish("media/*.txt", in: $0)
                }
            ),
            (
                "the name of a folder",
                {
                    try $0.write("content/media/Karim Example-77/a.txt", "x")
                    try Self.publish("\"media/*/a.txt\"", in: $0)
                }
            ),
            (
                "the name of an article",
                { try $0.write("content/karim-example-77.md", "---\ntitle: A\n---\nx\n") }
            ),
            (
                "a drawing",
                {
                    try $0.write(
                        "content/media/a.svg",
                        "<svg xmlns='http://www.w3.org/2000/svg'><text>\(Self.witness)</text></svg>"
                    )
                    try Self.publish("media/a.svg", in: $0)
                }
            ),
        ]
        for (door, open) in doors {
            let site = try Self.site()
            try open(site)
            try expectLeak(site, "\(door)")
            // `check` finds what `build` refuses.
            #expect(try site.check().status == 1, "\(door)")
        }
    }

    @Test func whatIsPublicOrCommonIsNoLeak() throws {
        let site = try Self.site()
        try site.write("content/a.md", "---\ntitle: South\n---\nSouth of Karimabad, in 2017.\n")
        let ending = try site.build()
        #expect(ending.status == 0, "\(ending.errors)")
        #expect(ending.output.contains("for 2 private values: none found; 2 not searched for"))
        #expect(try site.read("Output/manifest.json").contains("\"leak_scan\": true"))
    }

    @Test func anAllowedValueMayStandInTheReport() throws {
        for entry in [
            "value: \"\(Self.witness)\"",
            // printf 'Karim Example-77' | sha256sum
            "sha256: 6ec5f4cdaad66cfc89135f5e0ed87a93c9425bc8bc84a98c882030e5b5ca7507",
        ] {
            let site = try Self.site()
            try site.write("content/a.md", "---\ntitle: A\n---\n\(Self.witness) saw it.\n")
            let settings = try site.read("content/site.yaml")
            try site.write(
                "content/site.yaml",
                settings
                    + "leak_scan:\n  allow:\n    - {\(entry), reason: \"He spoke in public.\"}\n"
            )
            let ending = try site.build()
            #expect(ending.status == 0, "\(ending.errors)")
        }
    }

    @Test func theManifestDoesNotDependOnPrivateCells() throws {
        let one = try Self.site()
        let other = try Self.site()
        try other.replace(Self.phone, "0770 555 9999", in: "content/data/strikes.csv")
        try other.write("content/site.yaml", "# A comment.\n" + other.read("content/site.yaml"))
        #expect(try one.build().status == 0)
        #expect(try other.build().status == 0)
        let manifest = try one.read("Output/manifest.json")
        #expect(try other.read("Output/manifest.json") == manifest)
        #expect(manifest.contains("\"content/data/strikes.csv\": \""))
        #expect(manifest.contains("\"content/site.yaml\": null"))
    }

    @Test func draftsAreSearchedForByTheirSentences() throws {
        let site = try Self.site()
        let sentence = "The council will name the pilots of both aircraft on Monday"
        try site.write(
            "content/plan.md",
            "---\ntitle: What we plan\ndraft: true\n---\nShort. \(sentence). And more.\n"
        )
        try site.write("content/a.md", "---\ntitle: A\n---\n[Note](media/note.txt)\n")
        try site.write("content/media/note.txt", "Note:\n\(sentence.uppercased())!\n")
        let ending = try site.build()
        #expect(ending.status == 1)
        #expect(ending.errors.contains("content/plan.md:5: error: a passage of a draft"))
        #expect(!ending.errors.contains("pilots"))
        #expect(try site.build("--drafts", "--output", site.path + "/Drafts").status == 0)
    }

    @Test func aMistakeInAPrivateCellShowsNothingOfIt() throws {
        let whole = try Self.site()
        var spoilt = try Data(contentsOf: URL(filePath: whole.path + "/content/data/strikes.csv"))
        let place = try #require(spoilt.range(of: Data("Example".utf8)))
        spoilt.replaceSubrange(
            place,
            with: Data("Exa\u{0}\u{FFFD}m".utf8) + [0xFF] + Data("ple".utf8)
        )
        let quoted = try whole.read("content/data/strikes.csv")
            .replacingOccurrences(of: Self.witness, with: "\"Karim\" Example-77")
        let long = try whole.read("content/data/strikes.csv")
            .replacingOccurrences(of: Self.witness, with: "Karim, Example-77")
        for file in [spoilt, Data(quoted.utf8), Data(long.utf8)] {
            let site = try Self.site()
            try site.write("content/data/strikes.csv", file)
            for format in ["text", "json", "sarif", "github"] {
                let ending = try Program.recount("check", site.path, "--all", "--format", format)
                #expect(ending.status == 1)
                let printed = ending.output + ending.errors
                for part in ["Karim", "Exa", "ple-77", "0123"] { #expect(!printed.contains(part)) }
                #expect(printed.contains("strikes.csv"))
            }
        }
    }

    @Test func aMistakeInAPublicCellIsStillShown() throws {
        let site = try Self.site()
        var file = try Data(contentsOf: URL(filePath: site.path + "/content/data/strikes.csv"))
        let place = try #require(file.range(of: Data("North".utf8)))
        file.replaceSubrange(place, with: Data("Nor".utf8) + [0xFF] + Data("th".utf8))
        try site.write("content/data/strikes.csv", file)
        #expect(try site.check().errors.contains("Nor\u{FFFD}th"))
    }

    @Test func aMistakeInACellOfJSONShowsNothingOfIt() throws {
        let site = try Self.site()
        try site.delete("content/data/strikes.csv")
        try site.replace("strikes.csv", "strikes.json", in: "content/datapackage.yaml")
        let texts = [
            #"[{"id": "A1", "witness": {"first": "Karim Example"}}]"#,
            #"[{"id": "A1", "Karim Example"}]"#,
            #"[{"id": "A1", "witness": 'Karim Example'}]"#,
            #"[{"id": "A1", "witness": "Karim \q Example"}]"#,
        ]
        for text in texts {
            try site.write("content/data/strikes.json", text)
            let ending = try site.check()
            #expect(ending.status == 1)
            #expect(!(ending.output + ending.errors).contains("Karim"), "\(ending.errors)")
        }
    }

    @Test func thePrivacyPageSaysWhatReadersWillSee() throws {
        let site = try Self.site()
        try site.write("content/plan.md", "---\ntitle: A plan\ndraft: true\n---\nx\n")
        let ending = try Program.recount("check", site.path, "--privacy")
        #expect(ending.status == 0, "\(ending.errors)")
        let lines = ending.output.split(separator: "\n").map(String.init)
        #expect(lines.contains("  public     district            3 cells  (district)"))
        #expect(lines.contains("  private    phone               2 cells"))
        #expect(lines.contains("    district: North"))
        #expect(lines.contains("  content/plan.md"))
        #expect(!ending.output.contains("Karim") && !ending.output.contains("0123"))
        let json = try Program.recount("check", site.path, "--privacy", "--format", "json")
        let page = try #require(
            try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any]
        )
        #expect(page["drafts"] as? [String] == ["content/plan.md"])
        #expect(
            try Program.recount("check", site.path, "--privacy", "--format", "sarif").status != 0
        )
    }

    @Test(Needs.python) func anIndependentSearchFindsNoPrivateCellInTheExample() throws {
        let site = try Self.site()
        #expect(try site.build().status == 0)
        try site.write("values.txt", "\(Self.witness)\n\(Self.phone)\nNorth\n")
        let found = try Python.run(
            "Tests/CommandTests/Oracle/leaks.py",
            ["find", site.output, site.path + "/values.txt"]
        )
        #expect(found.status == 0, "\(found.errors)")
        #expect(found.output.contains("North\t"))
        #expect(!found.output.contains("Karim") && !found.output.contains("0770"))
    }

    @Test func whatIsCoarsenedIsSearchedFor() throws {
        let hidden = [
            ("latitude", "36.3399127"), ("target", "The Kestrel Mill"),
            ("note", "Wore a Kestrel Coat"),
        ]
        for (column, value) in hidden + [("", "The Shown Mill")] {
            let site = try SiteFolder.plain()
            try site.write("content/site.yaml", "title: Coarse\n")
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
                        - {name: target, public: true}
                        - {name: latitude, public: true}
                        - {name: longitude, public: true}
                        - {name: coarsen}
                  - name: victims
                    path: data/victims.csv
                    schema:
                      fields:
                        - {name: strike_id, public: true}
                        - {name: name, public: true}
                        - {name: note, public: true}
                        - {name: coarsen}

                """
            )
            try site.write(
                "content/data/strikes.csv",
                """
                id,date,target,latitude,longitude,coarsen
                S1,2017-06-08,The Kestrel Mill,36.3399127,43.1299123,coordinates: 2; target: omit
                S2,2017-06-09,The Shown Mill,36.3399128,43.1299124,coordinates: 2; target: omit
                S3,2017-06-10,The Shown Mill,,,

                """
            )
            try site.write(
                "content/data/victims.csv",
                "strike_id,name,note,coarsen\nS1,Shown Person,Wore a Kestrel Coat,note: omit\n"
            )
            #expect(try site.build().status == 0)
            try site.write("content/a.md", "---\ntitle: A\n---\nIt was \(value) there.\n")
            let ending = try site.build()
            #expect(ending.status == (column.isEmpty ? 0 : 1), "\(value): \(ending.errors)")
            let message =
                "an exact value that is shown less exactly (column “\(column)”, record “S1”)"
            #expect(ending.errors.contains(message) != column.isEmpty, "\(ending.errors)")
        }
    }
}
