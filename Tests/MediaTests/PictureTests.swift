import Foundation
import TestSupport
import Testing

@testable import Media

/// Pictures keep what is shown and lose everything else, as judged by other programs.
@Suite struct PictureTests {
    @Test(Needs.module("PIL"))
    func picturesLookTheSameAndSayNothing() throws {
        let folder = try Sandbox(["before/x": "", "after/x": ""])
        try FileManager.default.removeItem(atPath: folder.path + "/before/x")
        let made = try Python.run("Tests/MediaTests/pictures.py", [folder.path + "/before"])
        #expect(made.status == 0, "\(made.errors)")
        let pictures = try Tree.read(folder.path + "/before")
        #expect(pictures.count > 25)
        for (name, data) in pictures {
            let cleaned = try MediaFile(path: name).cleaned([UInt8](data))
            try folder.put(cleaned, at: "after/" + name)
            // What was cleaned has nothing left to remove.
            #expect(try MediaFile(path: name).cleaned(cleaned) == cleaned, "\(name)")
        }
        let judged = try Python.run(
            "Tests/MediaTests/judge.py",
            [folder.path + "/before", folder.path + "/after"]
        )
        #expect(judged.status == 0, "\(judged.errors)")
        #expect(judged.output == "")
    }

    /// A broken picture ends in a message, or in a picture that can be read again.
    @Test(Needs.module("PIL"))
    func brokenPicturesAreRefusedOrWhole() throws {
        let folder = try Sandbox(["before/x": ""])
        try FileManager.default.removeItem(atPath: folder.path + "/before/x")
        _ = try Python.run("Tests/MediaTests/pictures.py", [folder.path + "/before"])
        var random = SystemlessRandom()
        var outcomes = [0, 0]
        for (name, data) in try Tree.read(folder.path + "/before").sorted(by: { $0.key < $1.key }) {
            let whole = [UInt8](data)
            for round in 0..<300 {
                var bytes = whole
                if round.isMultiple(of: 3) {
                    bytes.removeLast(Int(random.next() % UInt64(bytes.count)))
                } else {
                    for _ in 0..<(1 + round % 4) {
                        let place = Int(
                            random.next() % UInt64(min(bytes.count, round < 150 ? 400 : .max))
                        )
                        bytes[place] ^= UInt8(truncatingIfNeeded: 1 << (random.next() % 8))
                    }
                }
                let file = MediaFile(path: name)
                guard let cleaned = try? file.cleaned(bytes) else {
                    outcomes[0] += 1
                    continue
                }
                outcomes[1] += 1
                #expect(cleaned.count <= bytes.count + 1024)
                #expect((try? file.cleaned(cleaned)) == cleaned, "\(name) in round \(round)")
            }
        }
        #expect(outcomes[0] > 1000 && outcomes[1] > 100, "\(outcomes)")
    }

    @Test func whatFollowsAPictureIsRemovedUnlessItIsAnotherFile() throws {
        let picture = Self.gif
        let file = MediaFile(path: "a.gif")
        #expect(try file.cleaned(picture + Array("a remark".utf8)) == picture)
        for other in ["PK\u{3}\u{4}", "<script>", "<!DOCTYPE html>", "%PDF-1.4", "x <HTML>"] {
            #expect(throws: MediaFlaw.self) { try file.cleaned(picture + Array(other.utf8)) }
        }
    }

    @Test(arguments: [
        ("a.jpg", "GIF89a"), ("a.png", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>"),
        ("a.txt", "%PDF-1.4"), ("a.csv", "PK\u{3}\u{4}"), ("a.csv", "a,b\0"), ("a.txt", " <html>"),
        ("a.md", "<!doctype HTML>"), ("a.pdf", "text"), ("a.gif", ""), ("a.unknown", "GIF89a"),
        ("a", "%PDF-"), ("a.svg", "%PDF-"),
    ])
    func aNameThatContradictsTheContentIsRefused(_ name: String, _ text: String) {
        #expect(rule(name, Array(text.utf8)) == .contradictory)
        #expect(rule(name, Array(text.utf8), keeps: true) == .contradictory || name == "a.csv")
    }

    @Test(arguments: [
        ("a.html", "Text", MediaRule.kind), ("a.js", "1", .kind), ("a.xml", "<a/>", .kind),
        ("a.unknown", "text", .kind), ("a", "text", .kind), ("a.pdf", "%PDF-1.4", .metadata),
        ("a.docx", "PK\u{3}\u{4}", .metadata), ("a.mp3", "ID3", .metadata),
        ("a.tif", "II*\0", .metadata), ("a.heic", "0000ftypheic", .metadata),
        ("a.mp4", "0000ftypisom", .metadata), ("a.avif", "0000ftypavif", .metadata),
    ])
    func otherKindsNeedAReason(_ name: String, _ text: String, _ expected: MediaRule) {
        #expect(rule(name, Array(text.utf8)) == expected)
        let isPage = ["a.html", "a.js", "a.xml"].contains(name)
        #expect(rule(name, Array(text.utf8), keeps: true) == (isPage ? .kind : nil))
    }

    @Test(arguments: ["a.csv", "a.TXT", "a.json", "a.geojson", "a.md"])
    func textIsPublishedAsItIs(_ name: String) throws {
        let text = Array("\u{FEFF}a,é\r\n1,2".utf8)
        #expect(try MediaFile(path: name).cleaned(text) == text)
    }

    private func rule(_ name: String, _ bytes: [UInt8], keeps: Bool = false) -> MediaRule? {
        do throws(MediaFlaw) {
            _ = try MediaFile(path: name, keepsMetadata: keeps).cleaned(bytes)
            return nil
        } catch {
            return error.rule
        }
    }

    /// One black pixel.
    private static let gif: [UInt8] =
        Array("GIF89a".utf8) + [1, 0, 1, 0, 0x80, 0, 0, 0, 0, 0, 255, 255, 255]
        + [0x2C, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, 0x44, 1, 0, 0x3B]
}

/// The same numbers in every run.
private struct SystemlessRandom: RandomNumberGenerator {
    private var state: UInt64 = 42

    mutating func next() -> UInt64 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return state >> 24
    }
}
