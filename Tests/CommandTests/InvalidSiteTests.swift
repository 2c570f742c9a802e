import Foundation
import Testing

/// Sites with mistakes, and every character that their author reads about them.
///
/// `Invalid/base` is a small site without mistakes; `Invalid/<case>` is laid over it, and its
/// `printed.txt` holds all that `recount check` prints. `RECOUNT_ACCEPT=1` writes those anew.
@Suite struct InvalidSiteTests {
    private static let folder = Package.tests + "/Invalid"

    private static let cases: [String] = {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return names.filter { $0 != "base" && !$0.hasPrefix(".") }.sorted()
    }()

    @Test func theSiteBelowHasNoMistakes() throws {
        let site = try SiteFolder.plain(Self.folder + "/base")
        let ending = try site.check()
        #expect(ending.status == 0)
        #expect(ending.errors == "")
        #expect(Self.cases.count >= 20)
    }

    @Test(arguments: cases)
    func everyMistakeIsToldInItsWords(_ name: String) throws {
        let folder = Self.folder + "/" + name
        let site = try SiteFolder.plain(Self.folder + "/base")
        try site.add(folder, at: "")
        try site.delete("printed.txt")
        let ending = try site.check()
        let told = ending.told(in: site.path)
        if Package.environment("RECOUNT_ACCEPT") == "1" {
            try told.write(toFile: folder + "/printed.txt", atomically: true, encoding: .utf8)
            return
        }
        #expect(told == (try String(contentsOfFile: folder + "/printed.txt", encoding: .utf8)))
        #expect(ending.status == (ending.errors.contains(": error: ") ? 1 : 0))
        #expect(!FileManager.default.fileExists(atPath: site.output))
    }
}
