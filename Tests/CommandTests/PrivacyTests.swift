import Foundation
import TestSupport
import Testing

/// Nothing private leaves: every private cell of a site holds a mark of its own, and no file of the
/// report may hold one of them, in any spelling.
@Suite struct PrivacyTests {
    /// The columns of each kind: those that must be public to mean anything, and private ones.
    private static let tables: [(kind: String, shown: [String], hidden: [String])] = [
        (
            "strikes", ["id", "date", "grading", "left_out"],
            [
                "date_end", "time", "place", "place_ar", "district", "city", "governorate",
                "country",
                "latitude", "longitude", "location_precision", "belligerent", "attribution",
                "strike_type", "strike_status", "killed_min", "killed_max", "children_killed",
                "women_killed", "men_killed", "injured", "conceded_killed", "conceded_injured",
                "military_assessment", "target", "named_victims", "url", "first_published",
                "last_updated", "summary", "previous_ids", "witness",
            ]
        ),
        (
            "victims", ["strike_id", "sex", "left_out"],
            ["name", "name_ar", "age", "age_group", "status", "family", "note", "url", "contact"]
        ),
        (
            "sources", ["id", "strike_id", "left_out"],
            ["publisher", "title", "url", "archive_url", "language", "kind", "date", "informant"]
        ),
        (
            "claims", ["id", "claimant", "scope", "left_out"],
            [
                "date", "period_from", "period_to", "killed", "injured", "statement", "source_url",
                "source_id", "position", "reason", "handler",
            ]
        ),
        (
            "disclosures", ["strike_id", "fact", "left_out"],
            ["disclosed_by", "value", "source_url", "date", "leak"]
        ),
    ]
    private static let numbers: Set<String> = [
        "latitude", "longitude", "killed_min", "killed_max", "children_killed", "women_killed",
        "men_killed", "injured", "conceded_killed", "conceded_injured", "named_victims", "age",
        "killed",
    ]
    private static let publicCells = [
        "date": "2017-06-08", "grading": "fair", "sex": "female", "claimant": "The Coalition",
        "fact": "target", "left_out": "",
    ]

    @Test(arguments: [true, false])
    func noPrivateCellReachesTheReport(_ usesTheProjectsTemplates: Bool) throws {
        let site = try usesTheProjectsTemplates ? SiteFolder.example() : SiteFolder.plain()
        if usesTheProjectsTemplates { try site.delete("content") }
        let marks = try write(site)
        #expect(marks.count > 100)
        let ending = try site.build()
        #expect(ending.status == 0, "\(ending.errors)")
        var found: [String] = []
        for (name, data) in try Tree.read(site.output) {
            let text = String(decoding: data, as: UTF8.self)
            found += marks.filter(text.contains).map { "\($0) in \(name)" }
        }
        #expect(found.sorted() == [])
        #expect(try site.read("Output/strikes/S1.html").contains("S1"))
    }

    /// Writes a site of two strikes, one left out, and gives the marks that must not be found.
    private func write(_ site: SiteFolder) throws -> [String] {
        var marks: [String] = ["MARK-draft", "MARK-comment", "MARK-front-matter", "MARK-meaning"]
        var codebook = "resources:\n"
        var number = 7_300_001
        for (kind, shown, hidden) in Self.tables {
            codebook +=
                "  - name: \(kind)\n    path: data/\(kind).csv\n    schema:\n      fields:\n"
            for name in shown {
                codebook += "        - {name: \(name), type: string, public: true}\n"
            }
            for name in hidden {
                codebook += "        - {name: \(name), type: string, description: MARK-meaning}\n"
            }
            var rows = [(shown + hidden).joined(separator: ",")]
            for strike in ["S1", "S2"] {
                var cells = shown.map { name in
                    switch name {
                    case "id": kind == "strikes" ? strike : "\(kind)-\(strike)"
                    case "strike_id", "scope": strike
                    case "left_out": strike == "S2" && kind == "strikes" ? "A duplicate." : ""
                    default: Self.publicCells[name] ?? ""
                    }
                }
                for name in hidden {
                    number += 1
                    let isNumber = Self.numbers.contains(name)
                    let mark = isNumber ? String(number) : "MARK-\(kind)-\(name)-\(strike)"
                    cells.append(mark)
                    marks.append(mark)
                    if isNumber { marks.append(Self.grouped(mark)) }
                }
                rows.append(cells.joined(separator: ","))
            }
            try site.write("content/data/\(kind).csv", rows.joined(separator: "\n") + "\n")
        }
        try site.write("content/datapackage.yaml", codebook)
        try site.write(
            "content/site.yaml",
            """
            # MARK-comment
            title: "Private"
            gradings: {fair: {label: Fair, counted: true, means: "Two sources."}}
            summaries: [month, grading]

            """
        )
        try site.write(
            "content/draft.md",
            "---\ntitle: MARK-draft\ndraft: true\n---\nMARK-draft\n"
        )
        try site.write(
            "content/shown.md",
            "---\ntitle: Shown\nnote: MARK-front-matter\n---\nText. <!-- MARK-comment -->\n"
        )
        try site.write("content/strikes/S2.md", "MARK-draft of a strike that is left out.\n")
        return marks
    }

    /// A number as pages write it: 7,300,001.
    private static func grouped(_ digits: String) -> String {
        var text = ""
        for (offset, digit) in digits.reversed().enumerated() {
            if offset > 0 && offset % 3 == 0 { text.append(",") }
            text.append(digit)
        }
        return String(text.reversed())
    }
}
