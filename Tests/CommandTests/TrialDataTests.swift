import Foundation
import TestSupport
import Testing

/// Records of strangers, which are not part of this package.
///
/// `RECOUNT_TRIAL` names their folder, else it stands beside the package. The codebooks and settings
/// in `Trial` are ours.
enum TrialData {
    static let folder: String? = {
        let beside = URL(filePath: Package.root).deletingLastPathComponent().path
        return [Package.environment("RECOUNT_TRIAL"), beside + "/shared/trial-data"]
            .compactMap(\.self)
            .first { FileManager.default.fileExists(atPath: $0 + "/raqqa-524/incidents.csv") }
    }()

    static let isThere: ConditionTrait = .enabled(
        if: folder != nil,
        "needs the trial data, which are not public (RECOUNT_TRIAL may name their folder)"
    )
}

@Suite(TrialData.isThere) struct TrialDataTests {
    /// A site of trial records with our settings and the project's templates.
    private func site(_ name: String) throws -> SiteFolder {
        let site = try SiteFolder()
        try site.add(Package.root + "/templates", at: "templates")
        try site.add(Package.tests + "/Trial/" + name, at: "content")
        try site.add((TrialData.folder ?? "") + "/" + name, at: "content/data")
        return site
    }

    // MARK: - 148 incidents with the example's columns

    @Test func theExamplesCodebookTellsWhereOthersRecordsDiffer() throws {
        let site = try site("raqqa-148")
        try site.write(
            "content/datapackage.yaml",
            Data(contentsOf: URL(filePath: Package.root + "/content/datapackage.yaml"))
        )
        let ending = try site.check()
        #expect(ending.status == 1)
        for column in ["injured_shared_with", "conceded_shared_with"] {
            #expect(ending.errors.contains("content/data/strikes.csv has no column “\(column)”\n"))
        }
        for column in ["position", "area", "reason"] {
            #expect(ending.errors.contains("content/data/claims.csv has no column “\(column)”\n"))
        }
        #expect(ending.errors.contains("kind “media” is not among the values"))
    }

    @Test(Needs.python) func its148IncidentsAgreeWithTheRecount() throws {
        let site = try site("raqqa-148")
        let example = try String(
            contentsOfFile: Package.root + "/content/datapackage.yaml",
            encoding: .utf8
        )
        try site.write("content/datapackage.yaml", Self.fitted(example))
        let ending = try site.build()
        #expect(ending.status == 0, "\(ending.errors)")
        #expect(
            ending.output.contains("records  strikes      148 read = 148 shown + 0 left out\n")
        )
        #expect(
            ending.output.contains("records  victims      762 read = 762 shown + 0 left out\n")
        )
        try expectRecount(site, "example")
    }

    /// The example's codebook without the tables and columns that these files lack, and with
    /// their words.
    private static func fitted(_ codebook: String) -> String {
        let lackingTables: Set<Substring> = ["corrections", "media"]
        let lacking: Set<Substring> = [
            "injured_shared_with", "conceded_shared_with", "position", "area", "reason",
            "reason_ar", "statement_ar", "summary_ar", "of",
        ]
        var lines: [Substring] = []
        var isSkipping = false
        var isLackingTable = false
        for line in codebook.split(separator: "\n", omittingEmptySubsequences: false) {
            if line.hasPrefix("  - name: ") {
                isLackingTable = lackingTables.contains(line.dropFirst("  - name: ".count))
            }
            if isLackingTable { continue }
            if line.hasPrefix("        - name: ") {
                isSkipping = lacking.contains(line.dropFirst("        - name: ".count))
            } else if !line.hasPrefix("          ") {
                isSkipping = false
            }
            let isKey = lacking.contains { line.contains("{fields: \($0),") }
            let isTitle = line == "      foreignKeys:"
            if isSkipping || isKey || (isTitle && !lines.contains("  - name: victims")) { continue }
            lines.append(line)
        }
        return lines.joined(separator: "\n")
            .replacing(
                "enum: [monitor, military, ngo]",
                with: "enum: [monitor, military, ngo, media]"
            )
            .replacing("under investigation, ", with: "under investigation, duplicate, ")
            .replacing("under investigation\", ", with: "under investigation\", duplicate, ")
    }

    // MARK: - 524 incidents with columns of their own

    @Test func theMistakesInThe524IncidentsAreCaught() throws {
        let ending = try site("raqqa-524").check()
        #expect(ending.status == 1)
        #expect(
            ending.errors.contains(
                """
                content/data/incidents.csv:1295:152: error: longitude 4239.00416 is outside -180…180
                     …ساقية,Raqqa,Ar Raqqah,35.9626,4239.00416,street,U.S.-led Coalition,,,…,Fair,…,2,2,,,,,,,,,…
                                                    ^^^^^^^^^^
                     Coordinates are decimal degrees. Did you mean 39.00416?
                     [coordinate-out-of-range]

                """
            )
        )
        #expect(
            ending.errors.contains(
                "content/data/incidents.csv:609:206: error: men_killed_min 24 is above men_killed_max 1\n"
            )
        )
        #expect(
            ending.errors.contains(
                "warning: 21 people are listed as killed, but the count is at most 9\n"
            )
        )
        #expect(
            ending.errors.contains(
                "conceded_killed_min is 12–13, but CS1368 was published with 9–11 killed\n"
            )
        )
        let errors = ending.errors.matches(of: #/:\d+:\d+: error: /#).count
        #expect(errors == 2, "\(ending.errors)")
    }

    @Test(Needs.python) func the524IncidentsAgreeWithTheRecountOnceMended() throws {
        let site = try site("raqqa-524")
        try site.replace(",4239.00416,", ",39.00416,", in: "content/data/incidents.csv")
        try mendMen(of: "CS1387", in: site)
        let ending = try site.build()
        #expect(ending.status == 0, "\(ending.errors)")
        #expect(
            ending.output.contains("records  strikes      524 read = 524 shown + 0 left out\n")
        )
        #expect(
            ending.output.contains("records  victims      1265 read = 1265 shown + 0 left out\n")
        )
        try expectRecount(site, "raqqa-524")

        let all = try totals(site, "all")
        #expect(all["killed"] == Total(min: 2_782, max: 4_061, strikes: 524, unknown: 17))
        #expect(all["conceded_killed"]?.min == 186)
        #expect(all["conceded_killed"]?.max == 187)
        let counted = try totals(site, "grading-counted")
        #expect(counted["strikes"]?.min == 377)
        #expect(counted["killed"]?.min == 1_813)
        #expect(counted["killed"]?.max == 2_382)
    }

    private struct Total: Decodable, Equatable {
        let min: Int?
        let max: Int?
        let strikes: Int
        let unknown: Int
    }

    private func totals(_ site: SiteFolder, _ slug: String) throws -> [String: Total] {
        struct Figure: Decodable { let totals: [String: Total] }
        let data = Data(try site.read("Output/figures/\(slug).json").utf8)
        return try JSONDecoder().decode(Figure.self, from: data).totals
    }

    /// Takes a typing mistake out of a row: 24 men, where 1 person was killed.
    private func mendMen(of id: String, in site: SiteFolder) throws {
        let name = "content/data/incidents.csv"
        let rows = Rows.split(try site.read(name))
            .map { row in
                row.hasPrefix(id + ",")
                    ? String(row.replacing(",24,1,", with: ",1,1,")) : String(row)
            }
        try site.write(name, rows.joined(separator: "\n") + "\n")
    }

    private func expectRecount(_ site: SiteFolder, _ spec: String) throws {
        let ending = try Python.run(
            "Tests/CommandTests/Oracle/recount.py",
            ["site", Package.tests + "/Oracle/\(spec).json", site.path, site.output]
        )
        #expect(ending.status == 0, "\(ending.output.prefix(4_000)) \(ending.errors)")
    }
}
