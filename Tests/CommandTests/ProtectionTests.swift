import Foundation
import TestSupport
import Testing

/// Nothing of a protected record leaves: every cell that its protection takes away holds a mark of its own, and
/// neither the report nor anything that is printed may hold one of them, in any encoding.
@Suite struct ProtectionTests {
    private static let columns: [(kind: String, names: [String])] = [
        (
            "strikes",
            [
                "id", "date", "time", "place", "place_ar", "district", "city", "governorate",
                "country", "belligerent", "strike_type", "killed", "grading", "target", "url",
                "summary", "previous_ids", "own", "protection",
            ]
        ),
        (
            "victims",
            [
                "strike_id", "name", "name_ar", "age", "age_group", "sex", "status", "family",
                "note", "url", "own", "protection", "consent",
            ]
        ),
        (
            "sources",
            [
                "id", "strike_id", "publisher", "title", "url", "archive_url", "kind", "date",
                "own", "protection",
            ]
        ),
        (
            "claims",
            [
                "id", "claimant", "scope", "killed", "statement", "source_url", "source_id",
                "reason", "own", "protection",
            ]
        ),
        ("corrections", ["record", "field", "reason", "kind"]),
    ]

    @Test(arguments: [true, false])
    func nothingOfAProtectedRecordIsPublishedOrPrinted(_ usesTheProjectsTemplates: Bool) throws {
        let site = try usesTheProjectsTemplates ? SiteFolder.example() : SiteFolder.plain()
        if usesTheProjectsTemplates { try site.delete("content") }
        var marks = Marks()
        try write(site, &marks)
        #expect(marks.texts.count > 60)
        let ending = try site.build()
        #expect(ending.status == 0, "\(ending.errors)")
        #expect(marks.found(in: Data((ending.output + ending.errors).utf8)) == [])
        var found: [String] = []
        for (name, data) in try Tree.read(site.output) {
            found += marks.found(in: data).map { "\($0) in \(name)" }
            found += marks.found(in: Data(name.utf8)).map { "\($0) in a name" }
        }
        #expect(found.sorted() == [])
        let page = try site.read("Output/strikes/S1.html")
        #expect(page.contains("Shown Person"))
        #expect(page.contains("2 more people are withheld"))
        #expect(try site.read("Output/index.html").contains("2 strikes are withheld"))
    }

    @Test func mistakesInProtectedRecordsAreReportedWithoutTheirWords() throws {
        let site = try SiteFolder.plain()
        var marks = Marks()
        try write(site, &marks)
        let rows = try site.read("content/data/victims.csv")
        try site.write(
            "content/data/victims.csv",
            rows.replacingOccurrences(of: ",adult,female,killed,", with: ",adult,female,dead,")
        )
        let ending = try site.check()
        #expect(ending.status == 1)
        #expect(ending.errors.contains("victims.csv"))
        #expect(ending.errors.contains("a protected record breaks this rule"))
        #expect(marks.found(in: Data((ending.output + ending.errors).utf8)) == [])
    }

    @Test func readersLearnOfWithheldRecordsOnlyWhereTheSiteSaysSo() throws {
        let site = try SiteFolder.plain()
        var marks = Marks()
        try write(site, &marks, settings: "")
        let ending = try site.build()
        #expect(ending.output.contains("strikes      3 read = 1 shown + 0 left out + 2 withheld"))
        let told = try Tree.read(site.output)
            .filter { String(decoding: $0.value, as: UTF8.self).contains("withheld") }
        #expect(told.keys.sorted() == [])
        #expect(try site.read("Output/methodology.html").contains("1 = 1 + 0"))
    }

    @Test func whatWasPublishedBeforeIsNotRepeated() throws {
        let site = try SiteFolder.plain()
        var marks = Marks()
        try write(site, &marks)
        for (kind, names) in Self.columns where names.contains("protection") {
            // Release everything unprotected, as if nobody had known of the danger.
            let path = "content/data/\(kind).csv"
            let lines = try site.read(path).split(separator: "\n")
            let place = names.firstIndex(of: "protection") ?? 0
            let open = lines.map { line in
                var cells = line.split(separator: ",", omittingEmptySubsequences: false)
                if cells[place] != "protection" { cells[place] = "" }
                if cells.last == "no" { cells[cells.count - 1] = "" }
                return cells.joined(separator: ",")
            }
            try site.write(path, open.joined(separator: "\n") + "\n")
        }
        try site.write("content/data/corrections.csv", "record,field,reason,kind\n")
        try site.write("content/strikes/W1.md", "\(marks.mark("narrative")) was here.\n")
        let released = try Program.recount("release", site.path, "--date", "2026-01-01")
        #expect(released.status == 0, "\(released.errors)")
        #expect(try site.read("Output/strikes/W1.html").contains("MARK"))
        try write(site, &marks)
        let ending = try Program.recount("release", site.path, "--date", "2026-01-02")
        #expect(ending.status == 0, "\(ending.errors)")
        #expect(marks.found(in: Data((ending.output + ending.errors).utf8)) == [])
        var found: [String] = []
        for (name, data) in try Tree.read(site.output) {
            found += marks.found(in: data).map { "\($0) in \(name)" }
        }
        #expect(found.sorted() == [])
        let difference = try Program.recount("diff", site.path)
        #expect(marks.found(in: Data((difference.output + difference.errors).utf8)) == [])
    }

    // MARK: - The site

    private func write(
        _ site: SiteFolder,
        _ marks: inout Marks,
        settings: String = "withheld: counted\n"
    ) throws {
        var codebook = "resources:\n"
        for (kind, names) in Self.columns {
            codebook +=
                "  - name: \(kind)\n    path: data/\(kind).csv\n    schema:\n      fields:\n"
            for name in names { codebook += "        - {name: \(name), public: true}\n" }
            var rows = [names.joined(separator: ",")]
            for row in Self.rows(kind) {
                let cells = names.map { name in
                    row[name] ?? (row["mark"].map { marks.mark("\(kind)-\(name)-\($0)") } ?? "")
                }
                rows.append(
                    zip(names, cells)
                        .map { name, cell in
                            let isAddress = name.hasSuffix("url") && !cell.isEmpty
                            return isAddress ? "https://example.org/\(cell)" : cell
                        }
                        .joined(separator: ",")
                )
            }
            try site.write("content/data/\(kind).csv", rows.joined(separator: "\n") + "\n")
        }
        try site.write("content/datapackage.yaml", codebook)
        try site.write(
            "content/site.yaml",
            "title: Protected\n" + settings
                + "gradings: {fair: {label: Fair, counted: true}}\nsummaries: [month]\n"
        )
        try site.write(
            "content/strikes/W1.md",
            "\(marks.mark("narrative")) and 17 killed, a [link](nowhere.md).\n"
        )
    }

    /// The rows of a table: cells by column; every other cell of a row with a `mark` holds one.
    private static func rows(_ kind: String) -> [[String: String]] {
        let kept = ["own": "", "protection": "", "consent": ""]
        switch kind {
        case "strikes":
            let fixed = ["grading": "fair", "killed": "3", "time": "21:00", "previous_ids": ""]
            return [
                kept.merging(["id": "S1", "date": "2017-08-01", "grading": "fair"]) { $1 },
                fixed.merging([
                    "id": "W1", "date": "2017-08-02", "mark": "w", "protection": "withheld",
                    "previous_ids": "OLDMARK1",
                ]) { $1 },
                fixed.merging([
                    "id": "W2", "date": "2017-08-03", "mark": "x", "protection": "withheld",
                ]) { $1 },
            ]
        case "victims":
            let fixed = [
                "strike_id": "S1", "age": "34", "age_group": "adult", "sex": "female",
                "status": "killed", "protection": "", "consent": "",
            ]
            func person(_ mark: String, _ cells: [String: String]) -> [String: String] {
                fixed.merging(cells) { $1 }.merging(["mark": mark]) { $1 }
            }
            return [
                fixed.merging(["name": "Shown Person"]) { $1 },
                person("anon", ["protection": "anonymous"]),
                person("initial", ["protection": "initials"]),
                person("gone", ["protection": "withheld"]),
                person("refused", ["consent": "no"]),
                person("dependent", ["strike_id": "W1"]),
            ]
        case "sources":
            let fixed = ["date": "2017-09-01", "kind": "media", "protection": ""]
            return [
                fixed.merging(["id": "Q1", "strike_id": "S1", "title": "A report"]) { $1 },
                fixed.merging([
                    "id": "Q2", "strike_id": "S1", "mark": "anon", "protection": "anonymous",
                ]) { $1 },
                fixed.merging([
                    "id": "QMARK3", "strike_id": "S1", "mark": "gone", "protection": "withheld",
                ]) { $1 },
                fixed.merging(["id": "QMARK4", "strike_id": "W1", "mark": "dependent"]) { $1 },
            ]
        case "claims":
            let fixed = ["killed": "3", "protection": "", "source_id": ""]
            return [
                fixed.merging([
                    "id": "C1", "claimant": "A monitor", "scope": "S1; W1", "own": "QMARK3",
                    "source_id": "QMARK3",
                ]) { $1 },
                fixed.merging(["id": "CMARK2", "scope": "W1", "mark": "dependent"]) { $1 },
                fixed.merging([
                    "id": "CMARK3", "scope": "campaign", "mark": "gone", "protection": "withheld",
                ]) { $1 },
            ]
        default:
            return [
                ["record": "W1", "field": "", "kind": "", "mark": "strike"],
                ["record": "QMARK3", "field": "", "kind": "", "mark": "source"],
            ]
        }
    }
}

/// Texts that must not be found, in any of the encodings in which a file may hold them.
private struct Marks {
    private(set) var texts: Set<String> = ["OLDMARK1", "QMARK3", "QMARK4", "CMARK2", "CMARK3"]

    mutating func mark(_ name: String) -> String {
        let text = "MARK\(name.filter(\.isLetter))z"
        texts.insert(text)
        return text
    }

    /// The marks that some bytes hold.
    func found(in data: Data) -> [String] {
        texts.filter { text in
            Marks.forms(text).contains { data.range(of: $0) != nil }
        }
        .sorted()
    }

    private static func forms(_ text: String) -> [Data] {
        let bytes = Data(text.utf8)
        var forms = [
            bytes, Data(text.lowercased().utf8), Data(text.uppercased().utf8),
            Data(text.utf8.flatMap { [$0, 0] }), Data(text.utf8.flatMap { [0, $0] }),
            Data(text.utf8.map { String($0, radix: 16) }.joined().utf8),
            Data(text.unicodeScalars.map { "&#\($0.value);" }.joined().utf8),
            Data(text.utf8.map { "%" + String($0, radix: 16, uppercase: true) }.joined().utf8),
            Data(text.utf8.map { "\\u00" + String($0, radix: 16) }.joined().utf8),
        ]
        for offset in 0..<3 {
            let padded = Data([UInt8](repeating: 65, count: offset)) + bytes
            let whole = padded.count / 3 * 3
            let encoded = padded.prefix(whole).base64EncodedString()
            forms.append(Data(encoded.dropFirst(offset == 0 ? 0 : 4).utf8))
        }
        return forms
    }
}
