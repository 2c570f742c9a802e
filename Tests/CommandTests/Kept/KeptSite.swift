import Diagnostics
import Foundation
import Output
import TestSupport
import Testing

@testable import Building

/// A site that is built again and again into one folder, where each build takes over what the last one has made.
final class KeptSite {
    let site: SiteFolder
    /// What need not be read or checked twice, such as the templates; it is only for speed.
    private var cache = SiteCache(keeps: true)

    init(site: SiteFolder) { self.site = site }

    private var state: MachineState {
        MachineState(environment: ["XDG_STATE_HOME": site.path + "-state"])
    }

    /// How a build ended.
    struct Ending {
        /// The mistakes; `nil` when the report was written.
        var mistakes: String?
        /// How many files it took over.
        var taken = 0
        /// How many files the report has, the manifest not counted.
        var files = 0
    }

    /// Builds as a new process of `recount build` does.
    func build() throws -> Ending {
        let folder = OutputFolder(path: site.output, waitsForDisk: false)
        let kept = try #require(
            KeptBuild(site: site.path, drafts: false, folder: folder, state: state)
        )
        let outcome = try build(into: folder, kept.files).run(&cache)
        guard let finished = outcome.finished else {
            return Ending(mistakes: DiagnosticPrinter(usesColor: false).text(outcome.log))
        }
        kept.keep(PrintedBuild())
        return Ending(taken: kept.files.takenCount, files: finished.fileCount)
    }

    /// The files of a build that takes over nothing; `nil` if there is a mistake.
    func fresh() throws -> [String: Data]? {
        let path = site.path + "-fresh"
        let folder = OutputFolder(path: path, waitsForDisk: false)
        guard try build(into: folder, nil).run(&cache).finished != nil else { return nil }
        return try Tree.read(path)
    }

    private func build(into folder: OutputFolder, _ kept: KeptFiles?) -> SiteBuild {
        var build = SiteBuild(site: site.path, drafts: false, folder: folder)
        build.kept = kept
        return build
    }

    /// Builds and compares the report with that of a fresh build; returns how many files were taken over, or `nil` if
    /// there is a mistake.
    func compare(_ edit: String) throws -> Ending {
        let before = try? Tree.read(site.output)
        let ending = try build()
        let expected = try fresh()
        if ending.mistakes != nil {
            #expect(expected == nil, "\(edit): only a build that takes over files has mistakes")
            let after = try? Tree.read(site.output)
            #expect(after == before, "\(edit): a build with mistakes has changed the report")
            return ending
        }
        let files = try #require(expected, "\(edit): only a fresh build has mistakes")
        let differences = Tree.differences(try Tree.read(site.output), files)
        #expect(differences == [], "\(edit)")
        return ending
    }
}

/// A table of a site as rows of cells.
struct EditedTable {
    let file: String
    var header: [String]
    var rows: [[String]]

    init(_ site: SiteFolder, _ file: String) throws {
        self.file = file
        let all = Rows.split(try site.read(file)).map(EditedTable.cells)
        header = all.first ?? []
        rows = Array(all.dropFirst())
    }

    func write(to site: SiteFolder) throws {
        let lines = ([header] + rows).map { $0.joined(separator: ",") + "\n" }
        try site.write(file, lines.joined())
    }

    /// The cells as they are written, quotes left alone.
    private static func cells(_ row: Substring) -> [String] {
        var cells = [""]
        var isQuoted = false
        for character in row {
            if character == "\"" { isQuoted.toggle() }
            if character == ",", !isQuoted {
                cells.append("")
            } else {
                cells[cells.count - 1].append(character)
            }
        }
        return cells
    }
}
