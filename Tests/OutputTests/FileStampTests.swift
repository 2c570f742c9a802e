import Foundation
import TestSupport
import Testing

@testable import Output

/// A file is taken over unread only if it is as its stamp says.
@Suite struct FileStampTests {
    private static let path = "strikes/A1.html"

    private func stamps(_ sandbox: Sandbox) throws -> [String: FileStamp] {
        var stamps: [String: FileStamp] = [:]
        var trace = FileTrace()
        try trace.add(folder: sandbox.path + "/Output") { stamps[$0] = $1 }
        return stamps
    }

    private func keep(_ sandbox: Sandbox, _ stamp: FileStamp) throws -> Bool {
        let staged = try sandbox.folder.stage()
        let isKept = try staged.keep(Self.path, stamp, Digest(of: Array("one".utf8)))
        if !isKept { try staged.write(Self.path, Array("one".utf8)) }
        try staged.write("index.html", Array("new".utf8))
        _ = try staged.commit()
        return isKept
    }

    @Test func anUntouchedFileIsTakenOver() throws {
        let sandbox = try Sandbox()
        try sandbox.build([Self.path: "one", "index.html": "old"])
        let stamp = try #require(try stamps(sandbox)[Self.path])
        #expect(try keep(sandbox, stamp))
        #expect(try sandbox.texts() == [Self.path: "one", "index.html": "new"])
    }

    @Test func aFileOfTheSameSizeAndTimeIsNot() throws {
        let sandbox = try Sandbox()
        try sandbox.build([Self.path: "one", "index.html": "old"])
        let stamp = try #require(try stamps(sandbox)[Self.path])
        let file = sandbox.path + "/Output/" + Self.path
        let date = try FileManager.default.attributesOfItem(atPath: file)[.modificationDate]
        usleep(UInt32(FileTrace.tick) * 1000)
        try Data("two".utf8).write(to: URL(filePath: file))
        if let date {
            try FileManager.default.setAttributes([.modificationDate: date], ofItemAtPath: file)
        }
        #expect(try !keep(sandbox, stamp))
        #expect(try sandbox.texts() == [Self.path: "one", "index.html": "new"])
    }

    @Test func aStampIsReadAsItWasWritten() throws {
        let sandbox = try Sandbox()
        try sandbox.build([Self.path: "one"])
        let stamp = try #require(try stamps(sandbox)[Self.path])
        var bytes: [UInt8] = []
        stamp.write(to: &bytes)
        #expect(bytes.count == FileStamp.byteCount)
        #expect(bytes.withUnsafeBytes { FileStamp($0) } == stamp)
        #expect(bytes.dropLast().withUnsafeBytes { FileStamp($0) } == nil)
    }
}
