import Foundation
import TestSupport
import Testing

/// The system refuses one call of a build: the cause is named, and the old report stays whole.
@Suite(.serialized, .enabled("needs Linux and a C compiler") { Injection.library != nil })
struct InjectionTests {
    /// The errors with the words that a message must contain.
    private static let errors: [(code: Int32, words: String)] = [
        (ENOSPC, "the disk is full"), (EIO, "the disk reports an input/output error"),
        (EDQUOT, "your share of the disk is used up"), (EMFILE, "too many files are open"),
    ]

    private func build(_ site: SiteFolder, failing injection: String? = nil) throws -> Ending {
        let environment =
            injection.map { ["INJECT": $0, "LD_PRELOAD": Injection.library ?? ""] } ?? [:]
        return try site.build(environment: environment)
    }

    /// The names beside the site's folders: nothing else may be left there.
    private func leftovers(_ site: SiteFolder) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: site.path)
            .filter { !["Output", "content", "templates"].contains($0) }
    }

    @Test(arguments: ["write", "close", "fsync", "mkdirat", "openat", "open", "read", "renameat2"])
    func anErrorOfTheSystemIsNamedAndTheOldReportStays(_ call: String) throws {
        let site = try SiteFolder.small()
        #expect(try build(site).status == 0)
        let old = try Tree.read(site.output)
        let settings = try site.read("content/site.yaml")
        try site.write(
            "content/site.yaml",
            settings.replacing("A small site", with: "A site with another title")
        )
        var refused = 0
        for (code, words) in Self.errors {
            for number in [1, 2, 5, 9, 14, 23] {
                let name = "\(call) \(number), \(words)"
                let ending = try build(site, failing: "\(call):\(number):\(code)")
                if ending.status == 0 {
                    // The call does not matter, or there are fewer. The old report comes back.
                    try site.write("content/site.yaml", settings)
                    #expect(try build(site).status == 0)
                    #expect(try Tree.read(site.output) == old, "\(name)")
                    try site.write(
                        "content/site.yaml",
                        settings.replacing("A small site", with: "A site with another title")
                    )
                    continue
                }
                refused += 1
                #expect(ending.status == 2, "\(name): \(ending)")
                #expect(ending.errors.contains(words), "\(name): \(ending)")
                #expect(try Tree.read(site.output) == old, "\(name)")
            }
        }
        #expect(refused > 0 || call == "renameat2")
        #expect(try build(site).status == 0)
        #expect(try leftovers(site) == [])
    }
}
