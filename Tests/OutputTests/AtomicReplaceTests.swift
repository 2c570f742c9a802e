import Foundation
import Output
import TestSupport
import Testing

/// Several files are replaced together, or none of them is.
@Suite struct AtomicReplaceTests {
    /// A folder with files of these contents by name.
    private func folder(_ files: [String: String]) throws -> String {
        let path = NSTemporaryDirectory() + "recount-replace-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        for (name, text) in files {
            try Data(text.utf8).write(to: URL(filePath: path + "/" + name))
        }
        return path
    }

    /// Replaces files in the folder; whether the system let it.
    private func replace(_ files: [(String, String)], in folder: String) throws -> Bool {
        let files = files.map { name, text in
            (path: folder + "/" + name, bytes: Array(text.utf8))
        }
        do throws(OutputError) {
            try AtomicFile.replace(files)
            return true
        } catch {
            return false
        }
    }

    private func contents(_ folder: String) throws -> [String: String] {
        defer { try? FileManager.default.removeItem(atPath: folder) }
        return try Tree.read(folder).mapValues { String(decoding: $0, as: UTF8.self) }
    }

    @Test func allAreReplaced() throws {
        let folder = try folder(["a": "old a"])
        #expect(try replace([("a", "new a"), ("b", "new b")], in: folder))
        #expect(try contents(folder) == ["a": "new a", "b": "new b"])
    }

    @Test func oneThatCannotBeWrittenLeavesAllAsTheyWere() throws {
        let folder = try folder(["a": "old a"])
        #expect(try !replace([("a", "new a"), ("none/b", "b")], in: folder))
        #expect(try contents(folder) == ["a": "old a"])
    }

    @Test func oneThatCannotBeRenamedGivesTheOthersTheirContentBack() throws {
        let folder = try folder(["a": "old a", "c": "old c"])
        // The second renaming of c finds no file that was written for it.
        #expect(try !replace([("a", "A"), ("b", "B"), ("c", "C"), ("c", "C")], in: folder))
        #expect(try contents(folder) == ["a": "old a", "c": "old c"])
    }
}
