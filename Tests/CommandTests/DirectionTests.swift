import Foundation
import TestSupport
import Testing

/// The words of records may be written in the other direction than the page: then they must not reorder the numbers,
/// dates and ids beside them.
@Suite(Needs.python) struct DirectionTests {
    private static let script = "Tests/CommandTests/Oracle/directions.py"

    /// Columns of free text in the records of the example.
    private static let columns = [
        "claimant", "statement", "reason", "publisher", "title", "belligerent", "place", "city",
        "governorate", "country", "target", "value", "disclosed_by", "name", "family", "note",
        "summary",
    ]

    @Test func recordsInAnotherDirectionAreIsolatedOnEveryPage() throws {
        let site = try SiteFolder()
        for part in ["content", "templates"] {
            try site.add(Package.root + "/" + part, at: part)
        }
        try site.delete("content/releases")
        let marked = try Python.run(Self.script, ["mark", site.path + "/content"] + Self.columns)
        #expect(marked.status == 0, "\(marked.errors)")
        let ending = try site.build()
        #expect(ending.status == 0, "\(ending.errors)")
        let checked = try Python.run(Self.script, ["check", site.output])
        #expect(checked.status == 0, "\(checked.output.prefix(4_000)) \(checked.errors)")
    }
}
