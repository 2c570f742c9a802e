import Foundation
import TestSupport
import Testing

@testable import Output

@Suite struct ForeignFilesTests {
    @Test func filesThatRecountDidNotMakeSurviveEveryBuild() throws {
        let sandbox = try Sandbox()
        try sandbox.build(["a.html": "1", "strikes/x.html": "x", "tables/t.html": "t"])
        let foreign = [
            "CNAME": "report.example", ".gitignore": "*", ".git/objects/ab/cd": "object",
            ".git/HEAD": "ref", "strikes/notes.txt": "note", "tables/deep/er/f": "f",
        ]
        for (name, text) in foreign { try sandbox.put(text, at: "Output/" + name) }
        try FileManager.default.createSymbolicLink(
            atPath: sandbox.output + "/latest",
            withDestinationPath: "nowhere"
        )
        try FileManager.default.createDirectory(
            atPath: sandbox.output + "/.git/refs/tags",
            withIntermediateDirectories: true
        )
        chmod(sandbox.output + "/.git/HEAD", 0o440)
        chmod(sandbox.output + "/.git/objects", 0o700)
        let head = try #require(sandbox.status("Output/.git/HEAD"))
        let folder = try #require(sandbox.status("Output/.git/objects"))

        try sandbox.build(["a.html": "2", "strikes/x.html": "x"])

        var expected = foreign
        expected["a.html"] = "2"
        expected["strikes/x.html"] = "x"
        expected["latest"] = "→ nowhere"
        #expect(try sandbox.texts() == expected)
        #expect(sandbox.status("Output/.git/refs/tags") != nil, "empty folders are kept")
        #expect(sandbox.status("Output/.git/HEAD")?.st_ino == head.st_ino)
        #expect(sandbox.status("Output/.git/HEAD")?.st_nlink == 1)
        let folderAfter = try #require(sandbox.status("Output/.git/objects"))
        #expect(folderAfter.st_mode == folder.st_mode)
        #expect(folderAfter.st_mtim.tv_nsec == folder.st_mtim.tv_nsec)
        #expect(sandbox.status("Output/tables/t.html") == nil)
        #expect(try sandbox.names() == ["Output"])
    }

    @Test func aNameThatIsNotTextSurvives() throws {
        let sandbox = try Sandbox()
        try sandbox.build(["a.html": "1"])
        let name = sandbox.output.utf8.map { CChar(bitPattern: $0) } + [0x2F, -1, -2, 0]
        let file = try #require(fopen(name, "w"))
        fputs("bytes", file)
        fclose(file)
        try sandbox.build(["a.html": "2"])
        #expect(access(name, R_OK) == 0)
    }

    @Test func aFolderThatForbidsWritingIsCarriedAndClearedAway() throws {
        let sandbox = try Sandbox()
        try sandbox.build(["a.html": "1"])
        try sandbox.put("locked", at: "Output/archive/one.txt")
        chmod(sandbox.output + "/archive", 0o555)
        let changes = try sandbox.build(["a.html": "2"])
        #expect(changes.leftBehind == nil)
        #expect(try sandbox.texts() == ["a.html": "2", "archive/one.txt": "locked"])
        #expect(sandbox.status("Output/archive").map { $0.st_mode & 0o777 } == 0o555)
        #expect(try sandbox.names() == ["Output"])
        chmod(sandbox.output + "/archive", 0o755)
    }

    @Test func foreignFilesWherePagesWouldGoAreNamedAndNothingChanges() throws {
        let sandbox = try Sandbox()
        try sandbox.build(["a.html": "1"])
        try sandbox.put("mine", at: "Output/b.html")
        try sandbox.put("mine", at: "Output/Tables")
        try sandbox.put("mine", at: "Output/c.html/inside.txt")
        let before = try sandbox.allTexts()
        let text = message {
            try sandbox.build([
                "a.html": "2", "b.html": "b", "c.html": "c", "tables/month.html": "t",
            ])
        }
        #expect(
            text == """
                “\(sandbox.output)” holds files that Recount did not make where the report needs to \
                write: “Tables”, “b.html”, “c.html”. Move them away and build again.
                """
        )
        #expect(try sandbox.allTexts() == before)
        #expect(try sandbox.names() == ["Output"])
    }

    @Test func aFolderOfTheAuthorsMayHoldPagesOfRecounts() throws {
        let sandbox = try Sandbox()
        try sandbox.build(["a.html": "1"])
        try sandbox.put("mine", at: "Output/media/mine.jpg")
        try sandbox.build(["a.html": "1", "media/ours.jpg": "ours"])
        try sandbox.build(["a.html": "1"])
        #expect(try sandbox.texts() == ["a.html": "1", "media/mine.jpg": "mine"])
    }

    @Test func whatAnotherProgramWritesBeforeTheSwitchIsCarriedAsWell() throws {
        let sandbox = try Sandbox()
        try sandbox.put("1", at: "Output/.git/index")
        try sandbox.put("same", at: "Output/.git/config")
        try sandbox.put("", at: "new/.keep")
        let old = OldOutput(folder: try Descriptor.folder(sandbox.output), manifest: Manifest())
        let staged = try Descriptor.folder(sandbox.path + "/new")
        let foreign = try ForeignFiles(in: old)
        try foreign.carry(to: staged)
        #expect(
            try sandbox.texts() == [".git/index": "1", ".git/config": "same"],
            "a build killed now has taken nothing away"
        )
        try sandbox.put("2", at: "Output/.git/index.lock")
        rename(sandbox.output + "/.git/index.lock", sandbox.output + "/.git/index")
        try sandbox.put("object", at: "Output/.git/objects/ab/cd")
        #expect(foreign.carryLatecomers(to: staged))
        #expect(
            try sandbox.texts(sandbox.path + "/new") == [
                ".keep": "", ".git/index": "2", ".git/config": "same",
                ".git/objects/ab/cd": "object",
            ]
        )
    }
}
