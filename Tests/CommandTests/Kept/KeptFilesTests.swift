import Foundation
import TestSupport
import Testing

@testable import Building

/// A build makes only the files that an edit changes, and the report is that of a build that makes all of them.
@Suite struct KeptFilesTests {
    /// What an author or somebody else does between two builds.
    private enum Edit: CaseIterable {
        case strike, person, strikeRemoved, strikeAdded, personAdded, orderOfRows, claim, source
        case settings, article, articleText, articleFigure, articleChart, account, template,
            privateCell
        case outputSpoilt, outputRemoved, keptSpoilt, nothing
    }

    private static let strikes = "content/data/strikes.csv"
    private static let victims = "content/data/victims.csv"

    @Test(arguments: zip([RichSite.Form.usual, .released], [1, 2]))
    func anyChainOfEditsGivesByteForByteWhatAFreshBuildGives(
        _ form: RichSite.Form,
        seed: UInt64
    ) throws {
        let kept = KeptSite(site: try RichSite.make(form))
        if form == .released {
            let release = try Program.recount("release", kept.site.path, "--date", "2018-06-01")
            try #require(release.status == 0, "\(release.errors)")
        }
        var chance = Generator(seed: seed)
        let first = try kept.compare("the first build")
        #expect(first.mistakes == nil, "\(first.mistakes ?? "")")
        var taken = 0
        let steps = Package.isFast ? 6 : 20
        for step in 1...steps {
            let edit = chance.chance(50) ? .strike : chance.pick(Edit.allCases, else: .nothing)
            let tables = try Self.tables(of: kept.site)
            try make(edit, step, in: kept.site, &chance)
            if chance.chance(80) { usleep(30_000) }
            let ending = try kept.compare("step \(step), \(edit)")
            taken += ending.taken
            if ending.mistakes != nil { try Self.restore(tables, in: kept.site) }
        }
        #expect(taken > 10 * steps)
    }

    @Test(arguments: [strikes, victims], [RichSite.Form.everyField, .everyFieldOfPages])
    func aChangeOfAnyColumnGivesWhatAFreshBuildGives(_ file: String, _ form: RichSite.Form) throws {
        let kept = KeptSite(site: try RichSite.make(form))
        let first = try kept.compare("the first build")
        #expect(first.mistakes == nil, "\(first.mistakes ?? "")")
        var mistakes: [String] = []
        var taken = 0
        let columns = try EditedTable(kept.site, file).header.count
        for column in stride(from: 0, to: columns, by: Package.isFast ? 4 : 1) {
            let before = try kept.site.read(file)
            var table = try EditedTable(kept.site, file)
            let row = 13
            let other = table.rows.first { $0[column] != table.rows[row][column] }
            table.rows[row][column] = other?[column] ?? "2017-04-30"
            try table.write(to: kept.site)
            usleep(30_000)
            let ending = try kept.compare("column \(table.header[column])")
            taken += ending.taken
            if ending.mistakes != nil {
                mistakes.append(table.header[column])
                try kept.site.write(file, before)
            }
        }
        #expect(mistakes.count < 6, "\(mistakes)")
        #expect(taken > 100)
    }

    @Test func aTextThatOnePageShowsChangesOnlyAFewFiles() throws {
        let kept = KeptSite(site: try RichSite.make(.usual))
        let first = try kept.build()
        #expect(first.mistakes == nil, "\(first.mistakes ?? "")")
        #expect(first.taken == 0)
        var table = try EditedTable(kept.site, Self.strikes)
        let summary = try #require(table.header.firstIndex(of: "summary"))
        table.rows[3][summary] = "Another text."
        try table.write(to: kept.site)
        usleep(30_000)
        let ending = try kept.compare("a summary")
        // The rest are articles, tables and other pages that every build makes.
        #expect(ending.taken > ending.files * 6 / 10, "\(ending.taken) of \(ending.files)")
    }

    @Test func aSentenceInAnArticleChangesOnlyAFewFiles() throws {
        let kept = KeptSite(site: try RichSite.make(.usual))
        _ = try kept.build()
        try Self.append("\nOne more sentence.\n", in: kept.site)
        usleep(30_000)
        let ending = try kept.compare("a sentence")
        #expect(ending.taken > ending.files * 6 / 10, "\(ending.taken) of \(ending.files)")
    }

    private static let golden: [String] = {
        let folder = Package.tests + "/Sites"
        let paths = (try? FileManager.default.subpathsOfDirectory(atPath: folder)) ?? []
        return paths.filter { $0.hasSuffix("/input") && $0.split(separator: "/").count == 3 }
            .sorted()
    }()

    @Test(arguments: golden)
    func editsOfEverySampleGiveWhatAFreshBuildGives(_ name: String) throws {
        let kept = KeptSite(site: try SiteFolder.plain(Package.tests + "/Sites/" + name))
        let first = try kept.compare("the first build of \(name)")
        #expect(first.mistakes == nil)
        let files = try Tree.read(kept.site.path).keys
            .filter { $0.hasPrefix("content/data/") && $0.hasSuffix(".csv") }.sorted()
        var chance = Generator(seed: 1)
        for step in 1...(Package.isFast ? 2 : 8) {
            guard let file = files.randomElement(using: &chance) else { return }
            let before = try kept.site.read(file)
            var table = try EditedTable(kept.site, file)
            Self.change(&table, step, &chance)
            try table.write(to: kept.site)
            usleep(30_000)
            let ending = try kept.compare("\(name), step \(step), \(file)")
            if ending.mistakes != nil { try kept.site.write(file, before) }
        }
    }

    // MARK: - Edits

    private func make(
        _ edit: Edit,
        _ step: Int,
        in site: SiteFolder,
        _ chance: inout Generator
    ) throws {
        func change(_ file: String, _ body: (inout EditedTable, inout Generator) -> Void) throws {
            var table = try EditedTable(site, file)
            body(&table, &chance)
            try table.write(to: site)
        }
        switch edit {
        case .strike: try change(Self.strikes, Self.changeCell)
        case .person: try change(Self.victims, Self.changeCell)
        case .claim: try change("content/data/claims.csv", Self.changeCell)
        case .source: try change("content/data/sources.csv", Self.changeCell)
        case .strikeRemoved:
            try change(Self.strikes) {
                $0.rows.remove(at: .random(in: 0..<$0.rows.count, using: &$1))
            }
        case .strikeAdded: try change(Self.strikes) { Self.addRow(&$0, "N\(step)", &$1) }
        case .personAdded: try change(Self.victims) { Self.addRow(&$0, "N\(step)", &$1) }
        case .orderOfRows: try change(Self.victims) { table, _ in table.rows.reverse() }
        case .privateCell:
            try change(Self.strikes) { table, _ in
                guard let column = table.header.firstIndex(of: "contact") else { return }
                table.rows[step][column] = "observer\(step)kilo"
            }
        case .settings:
            let text = try site.read("content/site.yaml")
            try site.write(
                "content/site.yaml",
                text.replacing(#/en: "A made site[^"]*"/#, with: "en: \"A made site \(step)\"")
            )
        case .article: try site.write("content/other.md", "---\ntitle: Other \(step)\n---\nText.\n")
        case .articleText: try Self.append("\nA sentence of step \(step).\n", in: site)
        case .articleFigure:
            try Self.append("\nIn [](figure:killed?month=2017-0\(1 + step % 9)) cases.\n", in: site)
        case .articleChart:
            let field = chance.pick(["month", "district", "grading"], else: "month")
            let chart =
                "\n```chart\nby: \(field)\nmeasures: [killed]\ncaption: Step \(step).\n```\n"
            try Self.append(chart, in: site)
        case .account:
            try site.write("content/strikes/A05.md", "---\ntitle: An account\n---\nText \(step).\n")
        case .template: try site.write("templates/partials/foot.html", "<p>Foot \(step)</p>\n")
        case .outputSpoilt: try Self.spoil(site, "Output/strikes/A03.html")
        case .outputRemoved: try? site.delete("Output/strikes/A04.html")
        case .keptSpoilt:
            let folder = site.path + "-state/recount/files"
            for name in try FileManager.default.contentsOfDirectory(atPath: folder) {
                let url = URL(filePath: folder + "/" + name)
                var bytes = try Data(contentsOf: url)
                bytes[bytes.count / 2] ^= 1
                try bytes.write(to: url)
            }
        case .nothing: break
        }
    }

    /// Adds to the text of an article.
    private static func append(_ text: String, in site: SiteFolder) throws {
        let file = "content/index.md"
        try site.write(file, try site.read(file) + text)
    }

    private static func change(_ table: inout EditedTable, _ step: Int, _ chance: inout Generator) {
        switch Int.random(in: 0..<8, using: &chance) {
        case 0 where table.rows.count > 1:
            table.rows.remove(at: .random(in: 0..<table.rows.count, using: &chance))
        case 1: addRow(&table, "N\(step)", &chance)
        case 2: table.rows.reverse()
        case _: changeCell(&table, &chance)
        }
    }

    /// Gives a cell the value that the same column has in another row, or no value.
    private static func changeCell(_ table: inout EditedTable, _ chance: inout Generator) {
        guard let row = table.rows.indices.randomElement(using: &chance),
            let other = table.rows.randomElement(using: &chance)
        else { return }
        let column = Int.random(in: 1..<max(2, table.header.count), using: &chance)
        guard column < other.count, column < table.rows[row].count else { return }
        table.rows[row][column] = chance.chance(80) ? other[column] : ""
    }

    private static func addRow(_ table: inout EditedTable, _ id: String, _ chance: inout Generator)
    {
        guard var row = table.rows.randomElement(using: &chance) else { return }
        row[0] = id
        table.rows.insert(row, at: .random(in: 0...table.rows.count, using: &chance))
    }

    /// Writes other bytes of the same number into a file, in place, and restores the time of its last change.
    private static func spoil(_ site: SiteFolder, _ name: String) throws {
        let path = site.path + "/" + name
        guard var bytes = try? Data(contentsOf: URL(filePath: path)) else { return }
        let manager = FileManager.default
        let date = try manager.attributesOfItem(atPath: path)[.modificationDate]
        bytes[bytes.count / 2] ^= 1
        let file = try FileHandle(forWritingTo: URL(filePath: path))
        try file.write(contentsOf: bytes)
        try file.close()
        if let date { try manager.setAttributes([.modificationDate: date], ofItemAtPath: path) }
    }

    private static func tables(of site: SiteFolder) throws -> [String: Data] {
        try Tree.read(site.path).filter { $0.key.hasPrefix("content/") }
    }

    private static func restore(_ files: [String: Data], in site: SiteFolder) throws {
        for (name, data) in files where try Data(site.read(name).utf8) != data {
            try site.write(name, data)
        }
    }
}
