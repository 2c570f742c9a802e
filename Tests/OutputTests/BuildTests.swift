import Foundation
import TestSupport
import Testing

@testable import Output

@Suite struct BuildTests {
    @Test func aFirstBuildMakesTheFolderAndLeavesNothingBesideIt() throws {
        let sandbox = try Sandbox()
        let changes = try sandbox.build(["index.html": "hello", "strikes/CS1.html": "strike"])
        #expect(changes.new == ["index.html", "strikes/CS1.html"])
        #expect(changes.changed == [] && changes.unchanged == [] && changes.removed == [])
        #expect(try sandbox.texts() == ["index.html": "hello", "strikes/CS1.html": "strike"])
        #expect(try sandbox.names() == ["Output"])
    }

    @Test func aManifestThatWasReadAheadIsUsedOnlyIfItIsTheOneThatIsThere() throws {
        let sandbox = try Sandbox()
        #expect(sandbox.folder.former() == nil)
        _ = try sandbox.build(["a.html": "1", "b.html": "2"])
        let former = try #require(sandbox.folder.former())
        #expect(former.manifest.files.keys.sorted() == ["a.html", "b.html"])
        _ = try sandbox.build(["a.html": "1", "c.html": "3"])
        // By the former manifest, “c.html” would be a stranger’s file and “b.html” one that is missing.
        let staged = try sandbox.folder.stage(knowing: former)
        try staged.write("a.html", Array("1".utf8))
        let changes = try staged.commit()
        #expect(changes.removed == ["c.html"])
        #expect(try sandbox.texts() == ["a.html": "1"])
        let latest = try #require(sandbox.folder.former())
        let again = try sandbox.folder.stage(knowing: latest)
        try again.write("d.html", Array("4".utf8))
        #expect(try again.commit().removed == ["a.html"])
    }

    @Test func aCollisionWithAFileThatIsStillBeingWrittenLeavesTheOldReport() throws {
        let sandbox = try Sandbox()
        _ = try sandbox.build(["a.html": "1"])
        let staged = try sandbox.folder.stage()
        let pieces = try staged.begin("a.html")
        #expect(throws: OutputError.collision(path: "A.html", earlier: "a.html")) {
            try staged.write("A.html", [])
        }
        try pieces.append(Array("2".utf8))
        try pieces.finish()
        #expect(staged.digest("a.html") == Digest(of: Array("2".utf8)))
        #expect(staged.digest("A.html") == nil)
        #expect(throws: OutputError.collision(path: "A.html", earlier: "a.html")) {
            try staged.commit()
        }
        #expect(try sandbox.texts() == ["a.html": "1"])
    }

    @Test func aManifestOfMoreThanOnePieceFitsItsOwnDigest() throws {
        var manifest = Manifest()
        for number in 0..<3000 {
            manifest.files["pages/\(number).html"] = Manifest.File(
                size: number,
                digest: Digest(of: Array("\(number)".utf8))
            )
            manifest.statement.inputs["content/\(number).md"] = Digest(of: [UInt8(number % 256)])
        }
        let bytes = manifest.bytes
        #expect(bytes.count > 300_000)
        #expect(try ManifestReader.read(bytes, requiringIntact: true) == manifest)
    }

    /// The digests are those of `sha256sum`.
    @Test func theManifestNamesEveryFileSortedAndWithoutADate() throws {
        let sandbox = try Sandbox()
        let staged = try sandbox.folder.stage()
        for (path, text) in ["b.html": "12", "a/z.html": "1", "a.html": ""] {
            try staged.write(path, Array(text.utf8))
        }
        var statement = Manifest.Statement()
        statement.generator = "recount 1.2.3"
        statement.inputs = [
            "content/a.md": Digest(of: Array("in".utf8)), "content/site.yaml": nil,
        ]
        statement.isSearched = true
        statement.totals = ["killed": Manifest.Stated(minimum: 3, maximum: 8, unknown: 1)]
        statement.figures = [
            "grading=counted": ["strikes": Manifest.Stated(minimum: 2, maximum: 2, unknown: 0)]
        ]
        _ = try staged.commit(stating: statement)
        let expected = """
            {
              "figures": {
                "grading=counted": {
                  "strikes": {"max": 2, "min": 2, "unknown": 0}
                }
              },
              "files": {
                "a.html": {"sha256": "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", "size": 0},
                "a/z.html": {"sha256": "6b86b273ff34fce19d6b804eff5a3f5747ada4eaa22f1d49c01e52ddb7875b4b", "size": 1},
                "b.html": {"sha256": "6b51d431df5d7f141cbececcf79edf3dd861c3b4069f0b11661a3eefacbba918", "size": 2}
              },
              "format": 4,
              "generator": "recount 1.2.3",
              "inputs": {
                "content/a.md": "582967534d0f909d196b97f9e6921342777aea87b46fa52df165389db1fb8ccf",
                "content/site.yaml": null
              },
              "leak_scan": true,
              "sha256": "0000000000000000000000000000000000000000000000000000000000000000",
              "totals": {
                "killed": {"max": 8, "min": 3, "unknown": 1}
              }
            }

            """
        let own = Digest(of: Array(expected.utf8)).description
        let bytes = Array(try sandbox.allTexts()["manifest.json", default: ""].utf8)
        #expect(
            String(decoding: bytes, as: UTF8.self)
                == expected.replacingOccurrences(of: String(repeating: "0", count: 64), with: own)
        )
        let read = try ManifestReader.read(bytes, requiringIntact: true)
        #expect(read.statement == statement)
        #expect(read.bytes == bytes)
    }

    @Test func aManifestThatWasEditedDoesNotFitItsOwnDigest() throws {
        let sandbox = try Sandbox()
        try sandbox.build(["a.html": "a"])
        var bytes = Array(try sandbox.allTexts()["manifest.json", default: ""].utf8)
        #expect(throws: Never.self) { try ManifestReader.read(bytes, requiringIntact: true) }
        let place = try #require(bytes.lastIndex(of: UInt8(ascii: "\n")))
        bytes[place] = UInt8(ascii: " ")
        #expect(throws: Never.self) { try ManifestReader.read(bytes) }
        let changed = ManifestReader.Failure.unusable(
            "it was changed or damaged after it was written"
        )
        #expect(throws: changed) { try ManifestReader.read(bytes, requiringIntact: true) }
    }

    @Test func aSignatureGoesWithTheManifestThatItSigns() throws {
        let sandbox = try Sandbox()
        try sandbox.build(["a.html": "a"])
        try sandbox.put("signature", at: "Output/manifest.json.sig")
        try sandbox.build(["a.html": "a"])
        #expect(sandbox.status("Output/manifest.json.sig") != nil)
        try sandbox.build(["a.html": "b"])
        #expect(sandbox.status("Output/manifest.json.sig") == nil)
    }

    @Test func aBuildTellsNewFromChangedFromUnchangedFromRemoved() throws {
        let sandbox = try Sandbox()
        try sandbox.build(["same.html": "same", "edited.html": "before", "gone/x.html": "x"])
        let changes = try sandbox.build([
            "same.html": "same", "edited.html": "after!", "new.html": "new",
        ])
        #expect(changes.new == ["new.html"])
        #expect(changes.changed == ["edited.html"])
        #expect(changes.unchanged == ["same.html"])
        #expect(changes.removed == ["gone/x.html"])
        #expect(
            try sandbox.texts() == [
                "same.html": "same", "edited.html": "after!", "new.html": "new",
            ]
        )
        #expect(sandbox.status("Output/gone") == nil, "a folder without files is gone, too")
        #expect(try sandbox.names() == ["Output"])
    }

    @Test func anUnchangedFileKeepsItsInodeAndTime() throws {
        let sandbox = try Sandbox()
        try sandbox.build(["a.html": "same", "b.html": "before"])
        let before = try #require(sandbox.status("Output/a.html"))
        try sandbox.build(["a.html": "same", "b.html": "after"])
        let after = try #require(sandbox.status("Output/a.html"))
        #expect(before.st_ino == after.st_ino)
        #expect(before.st_mtim.tv_sec == after.st_mtim.tv_sec)
        #expect(before.st_mtim.tv_nsec == after.st_mtim.tv_nsec)
        #expect(after.st_nlink == 1, "the old output, and its links, are gone")
    }

    @Test func aBuildWithoutChangesLeavesTheFolderItself() throws {
        let sandbox = try Sandbox()
        try sandbox.build(["a.html": "same"])
        let before = try #require(sandbox.status("Output"))
        let changes = try sandbox.build(["a.html": "same"])
        #expect(changes.isEmpty)
        #expect(changes.unchanged == ["a.html"])
        #expect(sandbox.status("Output")?.st_ino == before.st_ino)
        #expect(try sandbox.names() == ["Output"])
    }

    @Test func aFileOfTheSameSizeAndOtherBytesIsChanged() throws {
        let sandbox = try Sandbox()
        let long = String(repeating: "a", count: 200_000)
        try sandbox.build(["a.html": long + "1"])
        #expect(try sandbox.build(["a.html": long + "2"]).changed == ["a.html"])
        #expect(try sandbox.texts() == ["a.html": long + "2"])
    }

    @Test func anotherNameOfAnOldFileNeverChanges() throws {
        let sandbox = try Sandbox()
        try sandbox.build(["a.html": "before"])
        let snapshot = sandbox.path + "/snapshot.html"
        try FileManager.default.linkItem(atPath: sandbox.output + "/a.html", toPath: snapshot)
        try sandbox.build(["a.html": "after"])
        #expect(try String(contentsOfFile: snapshot, encoding: .utf8) == "before")
    }

    @Test func aFileThatWasEditedOrDeletedByHandIsRestored() throws {
        let sandbox = try Sandbox()
        let report = ["a.html": "a", "b.html": "b", "c.html": "c", "d/e.html": "e"]
        try sandbox.build(report)
        try sandbox.put("edited", at: "Output/a.html")
        try FileManager.default.removeItem(atPath: sandbox.output + "/b.html")
        try FileManager.default.removeItem(atPath: sandbox.output + "/c.html")
        try sandbox.put("elsewhere", at: "elsewhere.html")
        try FileManager.default.createSymbolicLink(
            atPath: sandbox.output + "/c.html",
            withDestinationPath: sandbox.path + "/elsewhere.html"
        )
        try sandbox.build(report)
        #expect(try sandbox.texts() == report)
        #expect(try sandbox.texts(sandbox.path)["elsewhere.html"] == "elsewhere")
    }

    @Test func aFolderReplacedByALinkIsNotReadThrough() throws {
        let sandbox = try Sandbox()
        try sandbox.build(["strikes/a.html": "a"])
        try FileManager.default.moveItem(
            atPath: sandbox.output + "/strikes",
            toPath: sandbox.path + "/elsewhere"
        )
        try FileManager.default.createSymbolicLink(
            atPath: sandbox.output + "/strikes",
            withDestinationPath: sandbox.path + "/elsewhere"
        )
        let text = message { try sandbox.build(["strikes/a.html": "a"]) }
        #expect(
            text == """
                “\(sandbox.output)” holds files that Recount did not make where the report needs to \
                write: “strikes”. Move them away and build again.
                """
        )
        #expect(try sandbox.texts(sandbox.path + "/elsewhere") == ["a.html": "a"])
    }

    @Test func copiesAFileAndKeepsItWhenItsBytesStay() throws {
        let sandbox = try Sandbox()
        let picture = String(repeating: "pixel", count: 50_000)
        try sandbox.put(picture, at: "media/a.jpg")
        func build() throws -> OutputChanges {
            let staged = try sandbox.folder.stage()
            try staged.copy(from: sandbox.path + "/media/a.jpg", to: "media/a.jpg")
            try staged.write("index.html", [])
            return try staged.commit()
        }
        #expect(try build().new == ["index.html", "media/a.jpg"])
        let inode = sandbox.status("Output/media/a.jpg")?.st_ino
        #expect(inode != sandbox.status("media/a.jpg")?.st_ino, "an edit must not reach the report")
        #expect(try build().unchanged == ["index.html", "media/a.jpg"])
        #expect(sandbox.status("Output/media/a.jpg")?.st_ino == inode)
        try sandbox.put(String(picture.dropLast()) + "L", at: "media/a.jpg")
        #expect(try build().changed == ["media/a.jpg"])
        #expect(try sandbox.texts()["media/a.jpg"]?.last == "L")
    }

    @Test func aLinkToTheOutputStaysAndItsTargetIsReplaced() throws {
        let sandbox = try Sandbox()
        try sandbox.put("", at: "disk/.keep")
        try FileManager.default.createDirectory(
            atPath: sandbox.path + "/disk/report",
            withIntermediateDirectories: false
        )
        try FileManager.default.createSymbolicLink(
            atPath: sandbox.output,
            withDestinationPath: "disk/report"
        )
        try sandbox.build(["a.html": "1"])
        try sandbox.build(["a.html": "2"])
        #expect(try sandbox.texts(sandbox.path + "/disk/report") == ["a.html": "2"])
        #expect(
            try FileManager.default.destinationOfSymbolicLink(atPath: sandbox.output)
                == "disk/report"
        )
        #expect(try sandbox.names() == ["Output", "disk"])
    }

    @Test func filesArriveFromManyThreadsAtOnce() async throws {
        let sandbox = try Sandbox()
        let staged = try sandbox.folder.stage()
        try await withThrowingTaskGroup(of: Void.self) { group in
            for worker in 0..<8 {
                group.addTask {
                    for number in 0..<250 {
                        try staged.write(
                            "w\(number % 10)/\(worker)-\(number).html",
                            [UInt8(worker)]
                        )
                    }
                }
            }
            try await group.waitForAll()
        }
        #expect(try staged.commit().new.count == 2000)
        let texts = try sandbox.texts()
        #expect(texts.count == 2000)
        #expect(texts["w9/7-249.html"] == "\u{7}")
    }

    @Test func rightsFollowTheUmaskAndTheOldFolderKeepsItsOwn() throws {
        let sandbox = try Sandbox()
        let mask = umask(0o022)
        umask(mask)
        try sandbox.build(["a/b.html": "1"])
        #expect(sandbox.status("Output").map { $0.st_mode & 0o7777 } == 0o777 & ~mask)
        #expect(sandbox.status("Output/a").map { $0.st_mode & 0o7777 } == 0o777 & ~mask)
        #expect(sandbox.status("Output/a/b.html").map { $0.st_mode & 0o7777 } == 0o666 & ~mask)
        chmod(sandbox.output, 0o2750)
        try sandbox.build(["a/b.html": "2"])
        #expect(sandbox.status("Output").map { $0.st_mode & 0o7777 } == 0o2750)
    }

    @Test func withoutAnExchangeOfFoldersABuildStillReplacesTheReport() throws {
        let sandbox = try Sandbox()
        let folder = OutputFolder(path: sandbox.output, waitsForDisk: true, canExchange: false)
        try sandbox.build(["a.html": "1"], in: folder)
        try sandbox.put("keep", at: "Output/CNAME")
        try sandbox.build(["a.html": "2"], in: folder)
        #expect(try sandbox.texts() == ["a.html": "2", "CNAME": "keep"])
        #expect(try sandbox.names() == ["Output"])
    }
}
