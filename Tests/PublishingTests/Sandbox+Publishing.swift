import Foundation
import Output
import TestSupport

@testable import Publishing

/// Reports in a folder of a test's own.
extension Sandbox {
    /// Builds a report of these files, as text, and opens it.
    @discardableResult
    func report(
        _ files: [String: String],
        killed: (Int, Int) = (3, 8),
        isSearched: Bool = true,
        at name: String = "Output"
    ) throws -> LocalReport {
        let folder = OutputFolder(path: path + "/" + name, waitsForDisk: false)
        let staged = try folder.stage()
        for (path, text) in files { try staged.write(path, Array(text.utf8)) }
        var statement = Manifest.Statement()
        statement.generator = "recount test"
        statement.isSearched = isSearched
        let stated = Manifest.Stated(minimum: killed.0, maximum: killed.1, unknown: 1)
        statement.totals = ["killed": stated]
        statement.figures = ["grading=counted": ["killed": stated]]
        _ = try staged.commit(stating: statement)
        return try LocalReport(folder: path + "/" + name)
    }

    /// Every file below a folder, links followed, sorted.
    func files(_ name: String) -> [String] {
        let root = URL(fileURLWithPath: path + "/" + name).resolvingSymlinksInPath().path
        return (FileManager.default.enumerator(atPath: root)?.allObjects ?? [])
            .compactMap { $0 as? String }
            .filter { !Sandbox.isFolder(root + "/" + $0) }
            .sorted()
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
