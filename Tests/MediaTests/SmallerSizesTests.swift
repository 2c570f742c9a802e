import Foundation
import TestSupport
import Testing

@testable import Media

/// Smaller sizes show the same picture, and say no more than the picture does.
@Suite struct SmallerSizesTests {
    /// Runs the program in a folder of the test's own.
    private struct Bench: MediaBench {
        let folder: Sandbox

        func path(_ name: String) -> String { folder.path + "/" + name }

        func put(_ bytes: [UInt8], at path: String) throws(MediaFlaw) {
            do { try Data(bytes).write(to: URL(filePath: path)) } catch {
                throw .failed("\(error)")
            }
        }

        func take(_ path: String) throws(MediaFlaw) -> [UInt8] {
            do { return [UInt8](try Data(contentsOf: URL(filePath: path))) } catch {
                throw .failed("\(error)")
            }
        }

        func run(_ program: String, _ arguments: [String]) throws(MediaFlaw) -> [UInt8] {
            guard let ending = try? Program.run([program] + arguments), ending.status == 0 else {
                throw .failed("\(program) failed")
            }
            return Array(ending.output.utf8)
        }
    }

    private static func pictures() throws -> Sandbox {
        let folder = try Sandbox(["before/x": "", "plain/x": "", "after/x": ""])
        for name in ["before", "plain", "after"] {
            try FileManager.default.removeItem(atPath: folder.path + "/\(name)/x")
        }
        let made = try Python.run("Tests/MediaTests/large.py", [folder.path + "/before"])
        #expect(made.status == 0, "\(made.errors)")
        return folder
    }

    @Test(Needs.installed("ffmpeg", "-version"), Needs.module("PIL"))
    func smallerSizesShowTheSameAndSayNothingElse() throws {
        let folder = try Self.pictures()
        var whole: [String] = []
        var count = 0
        for (name, data) in try Tree.read(folder.path + "/before") {
            let picture = try MediaFile(path: name).cleaned([UInt8](data))
            try folder.put(picture, at: "plain/" + name)
            guard let sizes = SmallerSizes(of: picture) else {
                whole.append(name)
                continue
            }
            let made = try sizes.make(on: Bench(folder: try Sandbox()))
            let again = try sizes.make(on: Bench(folder: try Sandbox()))
            #expect(made == again, "\(name)")
            let (stem, ending) = (name.split(separator: ".")[0], name.split(separator: ".")[1])
            if name == "heavy.png" {
                #expect(made == [[]])
                continue
            }
            for (size, bytes) in zip(sizes.sizes, made) {
                #expect(!bytes.isEmpty && bytes.count < picture.count, "\(name)")
                // There is nothing left to remove.
                #expect(try MediaFile(path: name).cleaned(bytes) == bytes, "\(name)")
                try folder.put(bytes, at: "after/\(stem)-\(size.width).\(ending)")
                count += 1
            }
        }
        #expect(whole.allSatisfy { $0.hasPrefix("whole") } && whole.count == 8, "\(whole)")
        let judged = try Python.run(
            "Tests/MediaTests/judge_sizes.py",
            [folder.path + "/plain", folder.path + "/after"]
        )
        #expect(judged.status == 0)
        #expect(judged.output == "")
        #expect(judged.errors == "\(count)\n" && count > 25)
    }

    @Test(Needs.installed("ffmpeg", "-version"), Needs.module("PIL"))
    func aBrokenPictureHasNoSmallerSizes() throws {
        let folder = try Self.pictures()
        var bytes = try MediaFile(path: "wide.jpg")
            .cleaned([UInt8](Data(contentsOf: URL(filePath: folder.path + "/before/wide.jpg"))))
        // The codes in the middle mean nothing; the file is whole otherwise.
        let middle = bytes.count / 2
        for place in middle..<middle + 4000 { bytes[place] = 0x55 }
        let sizes = try #require(SmallerSizes(of: bytes))
        #expect(throws: MediaFlaw.self) { try sizes.make(on: Bench(folder: try Sandbox())) }
    }

    @Test func aPictureThatWouldTakeAllMemoryIsLeftAsItIs() throws {
        // The head of a PNG picture of 120 megapixels.
        let head: [UInt8] =
            [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A] + .big(13, 4) + Array("IHDR".utf8)
            + .big(20_000, 4) + .big(6_000, 4) + [8, 2, 0, 0, 0] + .big(0, 4)
        let sizes = try #require(SmallerSizes(of: head))
        let flaw = #expect(throws: MediaFlaw.self) {
            try sizes.make(on: Bench(folder: try Sandbox()))
        }
        #expect(flaw?.message == "it has more than 100 million pixels")
    }
}
