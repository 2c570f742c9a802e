import Foundation
import TestSupport
import Testing

@testable import Output

@Suite struct RefusalTests {
    @Test func aFolderThatRecountDidNotMakeIsLeftAlone() throws {
        let sandbox = try Sandbox()
        try sandbox.put("mine", at: "Output/notes.txt")
        try sandbox.put("mine", at: "Output/.hidden")
        #expect(
            message { _ = try sandbox.folder.stage() } == """
                “\(sandbox.output)” holds files that Recount did not make, such as “notes.txt”, so it \
                is left alone. Choose an empty folder with --output, or move these files away.
                """
        )
        #expect(try sandbox.texts() == ["notes.txt": "mine", ".hidden": "mine"])
        #expect(try sandbox.names() == ["Output"])
    }

    @Test func theManifestOfAWebAppIsNotOurs() throws {
        let sandbox = try Sandbox()
        try sandbox.put(
            #"{"name": "App \u00e9\ud83d\ude00", "icons": [{"a": [1.5e3, null]}, []]}"#,
            at: "Output/manifest.json"
        )
        #expect(
            message { _ = try sandbox.folder.stage() } == """
                “\(sandbox.output)” holds files that Recount did not make, such as “manifest.json”, so \
                it is left alone. Choose an empty folder with --output, or move these files away.
                """
        )
    }

    @Test func aFolderWithHiddenFilesOnlyIsFine() throws {
        let sandbox = try Sandbox()
        try sandbox.put("", at: "Output/.gitkeep")
        try sandbox.put("ref", at: "Output/.git/HEAD")
        try sandbox.build(["a.html": "a"])
        #expect(
            try sandbox.texts() == [".gitkeep": "", ".git/HEAD": "ref", "a.html": "a"]
        )
    }

    @Test(arguments: [
        (
            #"{"files": {"a.html": {"size": 1}}, "format": 5, "generator": "recount 9.0"}"#,
            "it was written by a newer version of Recount"
        ),
        (
            #"{"files": {"../a.html": {"size": 1}}, "format": 1, "generator": "recount"}"#,
            "it lists the impossible path “../a.html”"
        ),
        (#"{"format": 1, "generator": "recount"}"#, "it lacks its format or its files"),
        ("{\n\"generator\": \"recount\",\n\"files\": {\"a", "it is damaged at line 3"),
    ])
    func aDamagedManifestIsNotGuessedAt(_ text: String, _ reason: String) throws {
        let sandbox = try Sandbox()
        try sandbox.put(text, at: "Output/manifest.json")
        #expect(
            message { _ = try sandbox.folder.stage() } == """
                “\(sandbox.output)/manifest.json” cannot be read (\(reason)), so nobody knows which \
                files there are Recount's. Move the folder away and build again.
                """
        )
        #expect(try sandbox.names() == ["Output"])
    }

    @Test func aLaterManifestWithMoreKeysIsUnderstood() throws {
        let sandbox = try Sandbox()
        try sandbox.put(
            """
            {"seals": {"x": [true, {"y": null}]}, "generator": "recount", "format": 1,
             "files": {"old.html": {"sha256": "00", "size": 3}}}
            """,
            at: "Output/manifest.json"
        )
        try sandbox.put("old", at: "Output/old.html")
        #expect(try sandbox.build(["a.html": "a"]).removed == ["old.html"])
        #expect(try sandbox.texts() == ["a.html": "a"])
    }

    @Test func anImpossiblePlaceIsNamed() throws {
        let sandbox = try Sandbox()
        try sandbox.put("file", at: "file")
        func refusal(_ path: String) -> String {
            message { _ = try OutputFolder(path: path).stage() }
        }
        let missing = sandbox.path + "/no/such/Output"
        #expect(
            refusal(missing) == """
                The report cannot be written to “\(missing)”: the folder “\(sandbox.path)/no/such” \
                that should hold it does not exist.
                """
        )
        let file = sandbox.path + "/file"
        #expect(
            refusal(file)
                == "The report cannot be written to “\(file)”: it is a file, not a folder."
        )
        #expect(
            refusal(file + "/Output")
                == "Cannot open “\(file)/Output”: a file stands where a folder is needed."
        )
        #expect(
            refusal("/")
                == "The report cannot be written to “/”: it is the root of the file system."
        )
        #expect(refusal("") == "The report cannot be written to “”: its name is empty.")
        let link = sandbox.path + "/link"
        try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: "nowhere")
        #expect(
            refusal(link) == """
                The report cannot be written to “\(link)”: it is a symbolic link to something that \
                does not exist.
                """
        )
        #expect(try sandbox.names() == ["file", "link"])
    }

    @Test func aRelativePathIsTakenFromTheWorkingFolder() throws {
        let name = "recount-relative-\(UUID().uuidString)"
        let sandbox = try Sandbox(in: FileManager.default.currentDirectoryPath)
        let relative = URL(fileURLWithPath: sandbox.path).lastPathComponent + "/" + name + "//"
        try sandbox.build(["a.html": "a"], in: OutputFolder(path: relative))
        #expect(try sandbox.texts(sandbox.path + "/" + name) == ["a.html": "a"])
    }

    @Test func aSecondBuildWaitsForTheFirst() throws {
        let sandbox = try Sandbox()
        let first = try sandbox.folder.stage()
        #expect(
            message { _ = try sandbox.folder.stage() } == """
                Another build is writing to “\(sandbox.output)”. Wait until it has finished, or stop it.
                """
        )
        first.discard()
        try sandbox.build(["a.html": "a"])
        #expect(try sandbox.texts() == ["a.html": "a"])
    }

    @Test func aFolderReplacedDuringTheBuildIsLeftAlone() throws {
        let sandbox = try Sandbox()
        try sandbox.build(["a.html": "a"])
        let staged = try sandbox.folder.stage()
        try staged.write("a.html", [1])
        try FileManager.default.moveItem(atPath: sandbox.output, toPath: sandbox.path + "/Moved")
        try sandbox.put("another", at: "Output/a.html")
        #expect(
            message { _ = try staged.commit() } == """
                “\(sandbox.output)” was moved or replaced while the report was built; it is left as it \
                is now. Build again.
                """
        )
        #expect(try sandbox.texts() == ["a.html": "another"])
        #expect(try sandbox.names() == ["Moved", "Output"])
    }

    @Test func aStrangeFileInTheWorkFolderIsNotRemoved() throws {
        let sandbox = try Sandbox()
        try sandbox.put("mine", at: ".Output.recount/thesis.txt")
        #expect(
            message { _ = try sandbox.folder.stage() } == """
                The report cannot be written to “\(sandbox.output)”: the folder “.Output.recount” \
                beside it holds “thesis.txt”, which no build has put there; move it away.
                """
        )
        #expect(sandbox.status(".Output.recount/thesis.txt") != nil)
    }

    @Test func aFailedBuildChangesNothing() throws {
        let sandbox = try Sandbox()
        try sandbox.build(["a.html": "a", "b/c.html": "c"])
        let before = try sandbox.allTexts()
        let inode = sandbox.status("Output")?.st_ino
        let staged = try sandbox.folder.stage()
        try staged.write("a.html", [1])
        #expect(
            message { try staged.copy(from: sandbox.path + "/missing.jpg", to: "m.jpg") }
                == "Cannot read “\(sandbox.path)/missing.jpg”: it does not exist."
        )
        // Other threads are told the cause, too, so that it is the one that is printed.
        let cause = "Cannot read “\(sandbox.path)/missing.jpg”: it does not exist."
        #expect(message { try staged.write("z.html", [1]) } == cause)
        #expect(message { _ = try staged.commit() } == cause)
        staged.discard()
        #expect(try sandbox.allTexts() == before)
        #expect(
            message { try staged.write("z.html", [1]) }
                == "“z.html” cannot be written: this build's output is closed."
        )
        #expect(sandbox.status("Output")?.st_ino == inode)
        #expect(try sandbox.names() == ["Output"])
    }

    @Test func aForgottenBuildClearsItselfAway() throws {
        let sandbox = try Sandbox()
        do {
            let staged = try sandbox.folder.stage()
            try staged.write("a.html", [1])
        }
        #expect(try sandbox.names() == [])
    }

    @Test(.enabled("needs an ordinary user: root may write anywhere") { geteuid() != 0 })
    func aFolderWithoutPermissionIsNamed() throws {
        let sandbox = try Sandbox()
        chmod(sandbox.path, 0o555)
        defer { chmod(sandbox.path, 0o755) }
        #expect(
            message { _ = try sandbox.folder.stage() }
                == "Cannot create a folder beside “\(sandbox.output)”: you have no permission."
        )
    }

    @Test func aFileInThePlaceOfTheWorkFolderIsNamed() throws {
        let sandbox = try Sandbox()
        try sandbox.put("", at: ".Output.recount")
        #expect(
            message { _ = try sandbox.folder.stage() } == """
                Cannot open the folder .Output.recount beside “\(sandbox.output)”: a file stands where \
                a folder is needed.
                """
        )
    }
}
