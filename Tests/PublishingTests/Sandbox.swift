import Foundation
import Output

@testable import Publishing

/// A folder of a test's own, gone when the test ends.
final class Sandbox: Sendable {
    let path: String

    init() throws {
        // Short, because a socket's path is: SSH shares connections through one in here.
        path = "/tmp/rp-\(UInt32.random(in: 0...UInt32.max))"
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    /// Builds a report of these files, as text, and opens it.
    @discardableResult
    func report(
        _ files: [String: String],
        killed: (Int, Int) = (3, 8),
        at name: String = "Output"
    ) throws -> LocalReport {
        let folder = OutputFolder(path: path + "/" + name, waitsForDisk: false)
        let staged = try folder.stage()
        for (path, text) in files { try staged.write(path, Array(text.utf8)) }
        var statement = Manifest.Statement()
        statement.generator = "recount test"
        let stated = Manifest.Stated(minimum: killed.0, maximum: killed.1, unknown: 1)
        statement.totals = ["killed": stated]
        statement.figures = ["grading=counted": ["killed": stated]]
        _ = try staged.commit(stating: statement)
        return try LocalReport(folder: path + "/" + name)
    }

    /// Writes a file, past the room.
    func put(_ text: String, at name: String) throws {
        let url = URL(fileURLWithPath: path + "/" + name)
        try FileManager.default.createDirectory(
            at: url.deletingLastPathComponent(),
            withIntermediateDirectories: true
        )
        try Data(text.utf8).write(to: url)
    }

    /// The text of a file; `nil` when there is none.
    func text(_ name: String) -> String? {
        FileManager.default.contents(atPath: path + "/" + name)
            .map { String(decoding: $0, as: UTF8.self) }
    }

    /// Every file below a folder, links followed, sorted.
    func files(_ name: String) -> [String] {
        let root = URL(fileURLWithPath: path + "/" + name).resolvingSymlinksInPath().path
        return (FileManager.default.enumerator(atPath: root)?.allObjects ?? [])
            .compactMap { $0 as? String }
            .filter { !isFolder(root + "/" + $0) }
            .sorted()
    }

    /// The names in a folder, sorted.
    func names(_ name: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: path + "/" + name).sorted()
    }

    private func isFolder(_ path: String) -> Bool {
        var isFolder: ObjCBool = false
        return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
            && isFolder.boolValue
    }
}

/// Publishes a report as the command does, without asking.
@discardableResult
func publish(
    _ report: LocalReport,
    to place: PublishingSettings.Place,
    signing: PublishingSettings.Signing? = nil
) throws -> [String] {
    let publication = Publication(to: PublishingSettings.Target(name: "live", place: place))
    let plan = try publication.plan(report)
    return try publication.run(report, over: plan, signing: signing)
}

/// Reads back what a place holds and compares it with its manifest.
func verify(_ place: PublishingSettings.Place, signers: String? = nil) throws -> Verification {
    try Verification(of: PublishingSettings.Target(name: "live", place: place), signers: signers)
}

/// The message of the error that a closure throws; "no error" when it throws none.
func message(_ body: () throws -> Void) -> String {
    do {
        try body()
        return "no error"
    } catch { return "\(error)" }
}
