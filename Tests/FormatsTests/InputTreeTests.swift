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

    @Test func linksInsideTheSiteAreFollowed() throws {
        let site = try Sandbox(["content/media/a.txt": "a", "shared/b.txt": "b"])
        try site.link("content/a.txt", to: "media/a.txt")
        try site.link("content/shared", to: "../shared")
        var log = DiagnosticLog()
        let tree = try InputTree.scan(site.path, folders: ["content"], log: &log)
        #expect(log.diagnostics == [])
        #expect(
            tree.files.map(\.path) == [
                "content/a.txt", "content/media/a.txt", "content/shared/b.txt",
            ]
        )
        #expect(try tree.read("content/a.txt") == [0x61])
        #expect(try tree.read("content/shared/b.txt") == [0x62])
    }

    @Test func aLinkThatIsPutInPlaceOfAFileIsNotFollowed() throws {
        let site = try Sandbox(["content/a.txt": "a"])
        var log = DiagnosticLog()
        let tree = try InputTree.scan(site.path, folders: ["content"], log: &log)
        try FileManager.default.removeItem(atPath: site.path + "/content/a.txt")
        try site.link("content/a.txt", to: "/etc/passwd")
        #expect(throws: InputError.self) { try tree.read("content/a.txt") }
    }

    @Test func whatIsMissingIsAnErrorOfTheEnvironment() throws {
        let site = try Sandbox(["content/a.md": ""])
        var log = DiagnosticLog()
        #expect(throws: InputError(path: "templates", doing: "open", code: ENOENT)) {
            try InputTree.scan(site.path, log: &log)
        }
        #expect(
            InputError(path: "templates", doing: "open", code: ENOENT).description
                == "cannot open templates: it does not exist"
        )
        let tree = try InputTree.scan(site.path, folders: ["content"], log: &log)
        #expect(throws: InputError(path: "content/../x", doing: "read", code: ENOENT)) {
            try tree.read("content/../x")
        }
        #expect(log.diagnostics == [])
    }

    @Test func textThatIsNotUTF8IsToldWithItsPlaces() throws {
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
