import Foundation
import TestSupport
import Testing

/// Sources that stand beside their strike, in columns with a number, become a table of their own.
@Suite struct WideTests {
    private static let rows: [[String]] = [
        [
            "id", "date", "killed", "source_1_url", "source_1_name", "source_1_contact",
            "source_2_url", "source_2_name", "source_2_contact", "source_4_url", "source_4_note",
        ],
        [
            "S1", "2017-08-22", "3", "https://a.example/1", "A paper, daily", "Rana Secretone",
            "", "", "", "https://d.example/4", "",
        ],
        ["S2", "2017-08-23", "2", "", "-", "", "https://b.example/2", "B", "", "", "x"],
        ["S3", "2017-08-24", "4", "", "", "", "", "", "", "", ""],
    ]

    private static var csv: String {
        rows.map { row in
            row.map { $0.contains(",") ? "\"\($0)\"" : $0 }.joined(separator: ",") + "\n"
        }
        .joined()
    }

    private static let codebook = """
        resources:
          - name: strikes
            path: data/strikes.csv
            schema:
              fields:
                - {name: id, public: true}
                - {name: date, public: true}
                - {name: killed, public: true}
          - name: sources
            path: data/strikes.csv
            schema:
              missingValues: ["", "-"]
              fields:
                - {name: item, role: id, public: true}
                - {name: parent.id, role: strike_id, public: true}
                - {name: url, repeat: "source_{n}_url", public: true}
                - {name: publisher, repeat: "source_{n}_name", public: true}
                - {name: contact, repeat: "source_{n}_contact"}

        """

    private static let expected = """
        item,parent.id,url,publisher
        S1-1,S1,https://a.example/1,"A paper, daily"
        S1-4,S1,https://d.example/4,
        S2-2,S2,https://b.example/2,B

        """

    private func site(_ file: String) throws -> SiteFolder {
        let site = try SiteFolder.plain()
        try site.write("content/site.yaml", "title: Wide\nas_of: 2022-01-01\n")
        try site.write(
            "content/datapackage.yaml",
            Self.codebook.replacing("strikes.csv", with: file)
        )
        return site
    }

    private func expectSources(_ site: SiteFolder) throws {
        let ending = try site.build()
        #expect(ending.status == 0, "\(ending.errors)")
        #expect(ending.output.contains("sources      3 read = 3 shown + 0 left out"))
        #expect(try site.read("Output/data/sources.csv") == Self.expected)
        let strike = try site.read("Output/strikes/S1.html")
        #expect(strike.contains("https://a.example/1") && strike.contains("https://d.example/4"))
        #expect(!strike.contains("https://b.example/2"))
        #expect(ending.errors.contains("does not describe the column “source_4_note”"))
        #expect(ending.errors.components(separatedBy: "column-undescribed").count == 2)
        for (path, bytes) in try Tree.read(site.output) {
            #expect(!String(decoding: bytes, as: UTF8.self).contains("Secretone"), "\(path)")
        }
    }

    @Test func columnsOfACSVFileBecomeRows() throws {
        let site = try site("strikes.csv")
        try site.write("content/data/strikes.csv", Self.csv)
        try expectSources(site)
    }

    @Test func keysOfAJSONFileBecomeRows() throws {
        let site = try site("strikes.json")
        let rows = Self.rows.dropFirst()
            .map { row in
                let members = zip(Self.rows[0], row).map { "\"\($0)\": \"\($1)\"" }
                return "{" + members.joined(separator: ", ") + "}"
            }
        try site.write("content/data/strikes.json", "[" + rows.joined(separator: ",\n") + "]")
        try expectSources(site)
    }

    @Test func columnsOfAWorkbookBecomeRows() throws {
        let site = try site("strikes.xlsx")
        let sheet = Self.rows.enumerated()
            .map { number, row in
                let cells = row.enumerated()
                    .map { column, text in
                        let place = "\(UnicodeScalar(UInt8(65 + column)))\(number + 1)"
                        return Int(text) == nil
                            ? SampleWorkbook.cell(place, text)
                            : "<c r=\"\(place)\"><v>\(text)</v></c>"
                    }
                return "<row r=\"\(number + 1)\">\(cells.joined())</row>"
            }
        try site.write("content/data/strikes.xlsx", Data(SampleWorkbook.sheet(sheet.joined())))
        try expectSources(site)
    }

    @Test func aPrivateRepeatedCellThatATextNamesIsFound() throws {
        let site = try site("strikes.csv")
        try site.write("content/data/strikes.csv", Self.csv)
        try site.write("content/articles/a.md", "---\ntitle: A\n---\n\nWe met Rana Secretone.\n")
        let ending = try site.build()
        #expect(ending.status == 1)
        #expect(ending.errors.contains("[private-value-published]"), "\(ending.errors)")
        #expect(!ending.errors.contains("Secretone"))
    }

    @Test func aFileThatHoldsOnlySourcesNamesItsOtherColumns() throws {
        let site = try site("strikes.csv")
        try site.write(
            "content/datapackage.yaml",
            Self.codebook
                .replacing(
                    "name: sources\n    path: data/strikes.csv",
                    with: "name: sources\n    path: data/reports.csv"
                )
                .replacing("        - {name: contact, repeat: \"source_{n}_contact\"}\n", with: "")
        )
        try site.write("content/data/strikes.csv", "id,date,killed\nS1,2017-08-22,3\n")
        try site.write(
            "content/data/reports.csv",
            "id,source_1_url,source_1_name,team\nS1,https://a.example/1,A,Rana Secretone\n"
        )
        let ending = try site.build()
        #expect(ending.status == 0, "\(ending.errors)")
        #expect(ending.errors.contains("reports.csv:1:31: warning: the codebook does not describe"))
        #expect(ending.errors.components(separatedBy: "column-undescribed").count == 2)
        #expect(try site.read("Output/data/sources.csv").contains("S1-1,S1,https://a.example/1,A"))
    }
}
