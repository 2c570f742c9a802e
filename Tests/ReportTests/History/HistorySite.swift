import Decoding
import Diagnostics
import Foundation
import Records
import TestSupport

@testable import Report

/// A small site in a folder of its own, with the templates that the project ships.
final class HistorySite {
    private let sandbox: Sandbox
    var root: String { sandbox.path }

    init() throws {
        sandbox = try Sandbox()
        try FileManager.default.copyItem(
            atPath: Package.root + "/templates",
            toPath: root + "/templates"
        )
        try write("content/site.yaml", HistorySite.settings)
        try write("content/datapackage.yaml", HistorySite.codebook)
        try write("content/data/strikes.csv", HistorySite.strikes)
        try write("content/data/victims.csv", HistorySite.victims)
        try write("content/data/corrections.csv", "record,field,reason,date,kind,merged_into\n")
    }

    func write(_ path: String, _ text: String) throws {
        try sandbox.put(text, at: path)
    }

    func delete(_ path: String) throws {
        try FileManager.default.removeItem(atPath: root + "/" + path)
    }

    /// Replaces a part of a file.
    func replace(_ path: String, _ old: String, _ new: String) throws {
        let text = try String(
            contentsOf: URL(filePath: root).appending(path: path),
            encoding: .utf8
        )
        guard text.contains(old) else { throw MissingText(text: old) }
        try write(path, text.replacing(old, with: new))
    }

    func correct(_ row: String) throws {
        let path = "content/data/corrections.csv"
        let text = try String(
            contentsOf: URL(filePath: root).appending(path: path),
            encoding: .utf8
        )
        try write(path, text + row + "\n")
    }

    struct MissingText: Error { let text: String }

    /// The report with all diagnostics.
    func plan(
        release: ReleaseStamp? = nil,
        requiresReasons: Bool = false
    ) throws -> (report: Report?, messages: String) {
        var log = DiagnosticLog()
        guard let site = try SiteReader.read(site: root, drafts: false, log: &log) else {
            return (nil, DiagnosticPrinter().text(log))
        }
        let input = ReportInput(
            site: site,
            languages: LanguageReader.read(site.words, log: &log),
            generator: "recount test",
            timestamp: "2026-11-22T00:00:00Z",
            release: release,
            requiresReasons: requiresReasons
        )
        let report = Report.plan(input, log: &log)
        return (report, DiagnosticPrinter().text(log))
    }

    /// Records a release as the commands do.
    func release(_ stamp: String) throws {
        guard let stamp = ReleaseStamp(stamp), let report = try plan(release: stamp).report else {
            throw MissingText(text: stamp)
        }
        let bytes = ReleaseText.bytes(report.release(stamp, manifest: ""))
        try write(stamp.path, String(decoding: bytes, as: UTF8.self))
    }

    static func pages(_ report: Report?) throws -> [String: String] {
        let pages = Pages()
        try report?
            .render { path, file in
                pages.add(path, String(decoding: try file.bytes(), as: UTF8.self))
            }
        return pages.all
    }

    static let settings = """
        title: Sample
        language: en
        url: https://example.org/sample
        period: {from: 2017-06-06, to: 2017-10-17}
        gradings:
          fair: {label: Fair, counted: true, means: "Two sources."}
          weak: {label: Weak, counted: false, means: "One source."}
        headline: [strikes, killed, conceded_killed]

        """
    static let codebook = """
        resources:
          - name: strikes
            path: data/strikes.csv
            schema:
              fields:
                - {name: id, type: string, title: Id, public: true}
                - {name: date, type: date, title: Date, public: true}
                - {name: place, type: string, title: Place, public: true}
                - {name: killed, type: string, title: Killed, public: true}
                - {name: conceded_killed, type: integer, title: Deaths conceded, public: true}
                - {name: grading, type: string, title: Grading, public: true}
                - {name: witness, type: string, title: Witness}
                - {name: previous_ids, type: string, title: Former ids, public: true}
          - name: victims
            path: data/victims.csv
            schema:
              fields:
                - {name: strike_id, type: string, title: Strike, public: true}
                - {name: name, type: string, title: Name, public: true}
                - {name: age, type: integer, title: Age, public: true}
                - {name: note, type: string, title: Note}
          - name: corrections
            path: data/corrections.csv
            schema:
              fields:
                - {name: record, type: string, public: true}
                - {name: field, type: string, public: true}
                - {name: reason, type: string, public: true}
                - {name: date, type: date, public: true}
                - {name: kind, type: string, public: true}
                - {name: merged_into, type: string, public: true}

        """
    static let strikes = """
        id,date,place,killed,conceded_killed,grading,witness,previous_ids
        CS1,2017-08-01,Al Sina'a,3,,fair,Secret Umm Ali,
        CS2,2017-08-02,Harat al-Badu,8–9,8,fair,Secret Abu Ali,
        CS3,2017-08-03,Al Nahda,1,,weak,Secret Hana,

        """
    static let victims = """
        strike_id,name,age,note
        CS1,Ali,30,Secret address
        CS1,Duaa,2,
        CS2,Hana,40,

        """
}

/// Collects pages from several threads.
private final class Pages: @unchecked Sendable {
    private let lock = NSLock()
    private var pages: [String: String] = [:]

    func add(_ path: String, _ text: String) { lock.withLock { pages[path] = text } }

    var all: [String: String] { lock.withLock { pages } }
}
