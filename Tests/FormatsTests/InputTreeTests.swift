import Diagnostics
import Formats
import Foundation
import TestSupport
import Testing

@Suite struct InputTreeTests {
    @Test func filesAreSortedByBytesAndLeftoversAreLeftOut() throws {
        let site = try Sandbox([
            "content/index.md": "x", "content/Zeta.md": "", "content/data/strikes.csv": "id\n",
            "content/äther.md": "", "content/a/b/c.md": "", "content/.git/config": "",
            "content/.~lock.strikes.csv#": "", "content/~$strikes.xlsx": "", "content/x.md~": "",
            "content/.#x.md": "", "content/#x.md#": "", "content/lu123.tmp": "",
            "content/.DS_Store": "", "content/Thumbs.db": "", "templates/base.html": "",
            "content/media/a.PDF.BAK": "", "content/media/thumbs.DB": "", "content/x.md.orig": "",
            "content/a.swp": "", "content/__MACOSX/a.md": "", "content/~lock.b": "",
            "secret.md": "",
        ])
        var log = DiagnosticLog()
        let tree = try InputTree.scan(site.path, log: &log)
        #expect(
            tree.files.map(\.path) == [
                "content/Zeta.md", "content/a/b/c.md", "content/data/strikes.csv",
                "content/index.md", "content/äther.md", "templates/base.html",
            ]
        )
        #expect(log.diagnostics == [])
        #expect(tree.files(below: "content", suffix: ".md").count == 4)
        #expect(tree.files(below: "content/a").map(\.path) == ["content/a/b/c.md"])
        #expect(tree.file("content/a/b/c.md")?.name == "c.md")
        #expect(tree.contains("content/index.md"))
        #expect(!tree.contains("secret.md"))
        #expect(try tree.read("content/index.md") == Array("x".utf8))
    }

    @Test func filesOfAnySizeAreReadWhole() throws {
        let site = try Sandbox()
        for size in [0, 1, 65_535, 65_536, 3_000_001] {
            try site.put((0..<size).map { UInt8(truncatingIfNeeded: $0) }, at: "content/\(size)")
        }
        var log = DiagnosticLog()
        let tree = try InputTree.scan(site.path, folders: ["content"], log: &log)
        for file in tree.files {
            #expect(try tree.read(file.path).count == file.size)
        }
        #expect(try tree.read("content/3000001").last == UInt8(truncatingIfNeeded: 3_000_000))
    }

    @Test func linksInsideAFolderOfTheSiteAreFollowed() throws {
        let site = try Sandbox(["content/media/a.txt": "a", "content/media/deep/b.txt": "b"])
        try site.link("content/media/c.txt", to: "a.txt")
        try site.link("content/media/folder", to: "deep")
        try site.link("content/media/deep/d.txt", to: "../c.txt")
        var log = DiagnosticLog()
        let tree = try InputTree.scan(site.path, folders: ["content"], log: &log)
        #expect(log.diagnostics == [])
        #expect(
            tree.files.map(\.path) == [
                "content/media/a.txt", "content/media/c.txt", "content/media/deep/b.txt",
                "content/media/deep/d.txt", "content/media/folder/b.txt",
                "content/media/folder/d.txt",
            ]
        )
        #expect(try tree.read("content/media/c.txt") == [0x61])
        #expect(try tree.read("content/media/folder/b.txt") == [0x62])
        #expect(try tree.read("content/media/folder/d.txt") == [0x61])
    }

    /// Every link leads from one folder into another, so none of its files may be in the list.
    @Test(arguments: [
        ("content/media/x.csv", "../data/t.csv"), ("content/media/x.csv", "../../templates/a.html"),
        ("content/media/x", "../data"), ("content/media/x", "../../content"),
        ("content/x.md", "data/t.csv"), ("content/x", "data"), ("content/x", "../kept"),
        ("content/strikes/x.md", "../index.md"), ("content/data/x.csv", "../media/m.csv"),
        ("templates/x.html", "../content/data/t.csv"), ("templates/x.html", "words/en.yaml"),
        ("templates/assets/d", "../../content/data"), ("templates/assets/d.html", "../a.html"),
        ("templates/partials", "../content/data"), ("content/media/x.csv", "../../kept/t.csv"),
    ])
    func noLinkLeadsFromOneFolderIntoAnother(_ link: String, _ target: String) throws {
        let site = try Sandbox([
            "content/data/t.csv": "t", "content/media/m.csv": "m", "content/index.md": "i",
            "content/strikes/s.md": "s", "templates/a.html": "a", "templates/words/en.yaml": "w",
            "templates/assets/s.css": "s", "kept/t.csv": "k",
        ])
        try site.link(link, to: target)
        var log = DiagnosticLog()
        let tree = try InputTree.scan(site.path, log: &log)
        #expect(log.diagnostics.map(\.rule) == ["link-outside"])
        #expect(log.diagnostics.map(\.location.file) == [link])
        #expect(tree.files.allSatisfy { $0.path != link && !$0.path.hasPrefix(link + "/") })
    }

    @Test func theFolderOfTemplatesMayLieElsewhereButNotInTheContent() throws {
        let site = try Sandbox([
            "content/data/x.html": "x", "theme/a.html": "a", "theme/assets/s.css": "s",
        ])
        try site.link("templates", to: "theme")
        var log = DiagnosticLog()
        let tree = try InputTree.scan(site.path, log: &log)
        #expect(log.diagnostics == [] && tree.contains("templates/assets/s.css"))
        let other = try Sandbox(["content/data/x.html": "x"])
        try other.link("templates", to: "content/data")
        #expect(try !InputTree.scan(other.path, log: &log).contains("templates/x.html"))
        #expect(log.diagnostics.map(\.rule) == ["link-outside"])
    }

    @Test func aLinkThatIsPutInPlaceOfAFileIsNotFollowed() throws {
        let site = try Sandbox(["content/a.txt": "a"])
        var log = DiagnosticLog()
        let tree = try InputTree.scan(site.path, folders: ["content"], log: &log)
        try FileManager.default.removeItem(atPath: site.path + "/content/a.txt")
        try site.link("content/a.txt", to: "/etc/passwd")
        #expect(throws: InputError.self) { try tree.read("content/a.txt") }
    }

    @Test(arguments: ["removed", "replaced by a link", "rewritten"])
    func aFileThatChangedSinceTheScanIsNotReadAsItWas(_ change: String) throws {
        let site = try Sandbox(["content/a.txt": "a"])
        var log = DiagnosticLog()
        let tree = try InputTree.scan(site.path, folders: ["content"], log: &log)
        let file = try #require(tree.file("content/a.txt"))
        #expect(try tree.readUnchanged(file) == Array("a".utf8))
        try FileManager.default.removeItem(atPath: site.path + "/content/a.txt")
        switch change {
        case "rewritten": try site.put(Array("ab".utf8), at: "content/a.txt")
        case "removed": break
        default: try site.link("content/a.txt", to: "/etc/passwd")
        }
        #expect(try tree.readUnchanged(file) == nil)
    }

    @Test func whatIsMissingIsAnErrorOfTheEnvironment() throws {
        let site = try Sandbox(["content/a.md": ""])
        var log = DiagnosticLog()
        #expect(try InputTree.scan(site.path, log: &log).files.map(\.path) == ["content/a.md"])
        #expect(throws: InputError(path: "data", doing: "open", code: ENOENT)) {
            try InputTree.scan(site.path, folders: ["data"], log: &log)
        }
        #expect(
            InputError(path: "data", doing: "open", code: ENOENT).description
                == "cannot open data: it does not exist"
        )
        let tree = try InputTree.scan(site.path, folders: ["content"], log: &log)
        #expect(throws: InputError(path: "content/../x", doing: "read", code: ENOENT)) {
            try tree.read("content/../x")
        }
        #expect(log.diagnostics == [])
    }

    @Test func textThatIsNotUTF8IsReportedWithItsPlaces() throws {
        let site = try Sandbox(["content/a.md": "\u{FEFF}é"])
        try site.put(Array("é\n\nab".utf8) + [0xE9, 0x63, 0xFF], at: "content/b.md")
        var log = DiagnosticLog()
        let tree = try InputTree.scan(site.path, folders: ["content"], log: &log)
        #expect(try tree.readText("content/a.md", log: &log) == "é")
        #expect(try tree.readText("content/b.md", log: &log) == nil)
        #expect(
            log.diagnostics.map { "\($0.location) \($0.message)" } == [
                "content/b.md:3:3 byte 0xE9 is not UTF-8",
                "content/b.md:3:5 byte 0xFF is not UTF-8",
            ]
        )
    }
}
