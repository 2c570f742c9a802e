import Foundation
import Output
import TestSupport
import Testing

@testable import Publishing

/// Publishing to a folder, and comparing a copy; no other program takes part.
@Suite struct FolderTests {
    @Test func aFolderIsReplacedAsAWholeAndKeepsWhatIsNotOurs() throws {
        let sandbox = try Sandbox()
        let place = PublishingSettings.Place.folder(path: sandbox.path + "/stick")
        #expect(
            try publish(try sandbox.report(["index.html": "one", "gone.html": "x"]), to: place)
                == []
        )
        try sandbox.put("domain", at: "stick/CNAME")
        let second = try sandbox.report(["index.html": "two"])
        #expect(try publish(second, to: place) == [])
        #expect(sandbox.files("stick") == ["CNAME", "index.html", "manifest.json"])
        #expect(sandbox.text("stick/manifest.json") == sandbox.text("Output/manifest.json"))
        let verification = try verify(place)
        #expect(verification.comparison.extra == ["CNAME"])
        #expect(verification.isGood(allowingExtra: true))
    }

    @Test func aReportThatWasEditedAfterTheBuildIsNotPublished() throws {
        let sandbox = try Sandbox()
        let report = try sandbox.report(["index.html": "one"])
        try sandbox.put("two", at: "Output/index.html")
        #expect(
            message { try publish(report, to: .folder(path: sandbox.path + "/stick")) } == """
                The report cannot be published: “index.html” was changed after the report was built; \
                build again.
                """
        )
        #expect(!FileManager.default.fileExists(atPath: sandbox.path + "/stick"))
    }

    @Test func aFolderOfSomebodyElsesIsLeftAlone() throws {
        let sandbox = try Sandbox()
        try sandbox.put("mine", at: "stick/photo.jpg")
        let report = try sandbox.report(["index.html": "one"])
        let text = message { try publish(report, to: .folder(path: sandbox.path + "/stick")) }
        #expect(text.contains("holds files that Recount did not make, such as “photo.jpg”"))
        #expect(sandbox.files("stick") == ["photo.jpg"])
    }

    @Test func aFolderKeepsNoEarlierReleases() throws {
        let publication = Publication(to: .init(name: "stick", place: .folder(path: "/x")))
        #expect(
            message { _ = try publication.rollBack(to: nil) } == """
                “stick” cannot be used: it keeps no earlier releases; build the earlier state of the \
                site and publish it again.
                """
        )
    }

    /// One random bit in each of 10,000 files: every one of them is named.
    @Test func tenThousandFlippedBitsAreFound() throws {
        let sandbox = try Sandbox()
        var files: [String: String] = [:]
        for number in 0..<10_000 {
            files["strikes/\(number / 100)/CS\(number).html"] = "page \(number)"
        }
        try sandbox.report(files)
        for (path, text) in files {
            try sandbox.flipBit(of: Array(text.utf8), in: "Output/" + path)
        }
        let verification = try Verification(ofFolder: sandbox.path + "/Output", signers: nil)
        #expect(verification.comparison.changed == files.keys.sorted())
        #expect(verification.comparison.equal == 1, "the manifest")
        #expect(verification.lines.count == 10_001)
    }

    /// The manifest itself is no exception, whatever the bit: numbers that are stated, names, spaces.
    @Test func aFlippedBitInTheManifestIsFound() throws {
        let sandbox = try Sandbox()
        let bytes = try sandbox.report(["index.html": "one"]).bytes
        let root = sandbox.path + "/Output"
        #expect(try Verification(ofFolder: root, signers: nil).isGood(allowingExtra: false))
        for place in bytes.indices {
            try sandbox.flipBit(of: bytes, in: "Output/manifest.json", at: place)
            let isGood =
                (try? Verification(ofFolder: root, signers: nil).isGood(allowingExtra: true))
                ?? false
            #expect(!isGood, "byte \(place)")
        }
    }

    @Test func aLinkInACopyIsNoFile() throws {
        let sandbox = try Sandbox()
        try sandbox.report(["index.html": "one", "a.html": "one"])
        try FileManager.default.removeItem(atPath: sandbox.path + "/Output/a.html")
        try FileManager.default.createSymbolicLink(
            atPath: sandbox.path + "/Output/a.html",
            withDestinationPath: "index.html"
        )
        let verification = try Verification(ofFolder: sandbox.path + "/Output", signers: nil)
        #expect(verification.comparison.changed == ["a.html"])
    }

    @Test func aCopyCanBeComparedWithAManifestFromElsewhere() throws {
        let sandbox = try Sandbox()
        let old = try sandbox.report(["index.html": "one"])
        try sandbox.report(["index.html": "two"])
        let verification = try Verification(
            ofFolder: sandbox.path + "/Output",
            against: old.bytes,
            signers: nil
        )
        #expect(verification.comparison.changed == ["index.html", "manifest.json"])
    }
}

extension Sandbox {
    /// Writes bytes with one bit changed, at a random place unless one is given.
    func flipBit(of bytes: [UInt8], in name: String, at place: Int? = nil) throws {
        var bytes = bytes
        let place = place ?? Int.random(in: bytes.indices)
        bytes[place] ^= 1 << UInt8.random(in: 0..<8)
        try Data(bytes).write(to: URL(fileURLWithPath: path + "/" + name))
    }
}
