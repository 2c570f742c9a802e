import Foundation
import TestSupport
import Testing

@testable import Output

/// What the file system tells of files shows every change that it can tell from another.
@Suite struct FileTraceTests {
    private static let second = 1_000_000_000

    @Test func aChangeInTheLastTickLeavesADoubt() {
        let now = 1_000 * FileTraceTests.second
        let tick = FileTrace.tick * 1_000_000
        #expect(FileTrace.isSettled(now - tick - 1, hasWholeSeconds: false, at: now))
        #expect(!FileTrace.isSettled(now - tick, hasWholeSeconds: false, at: now))
        #expect(!FileTrace.isSettled(now + 1, hasWholeSeconds: false, at: now))
    }

    @Test func whereTimesAreWholeSecondsSoDoesOneInTheLastThree() {
        let now = 1_000 * FileTraceTests.second
        let change = now - 3 * FileTraceTests.second
        #expect(FileTrace.isSettled(change - 1, hasWholeSeconds: true, at: now))
        #expect(!FileTrace.isSettled(change, hasWholeSeconds: true, at: now))
        #expect(FileTrace.isSettled(change, hasWholeSeconds: false, at: now))
    }

    @Test func everyFileOfAFolderCounts() throws {
        let sandbox = try Sandbox()
        let folder = sandbox.path + "/folder"
        try FileManager.default.createDirectory(
            atPath: folder + "/inner",
            withIntermediateDirectories: true
        )
        func digest() throws -> Digest? {
            var trace = FileTrace()
            try trace.add(folder: folder)
            return trace.finish()
        }
        let file = URL(filePath: folder + "/inner/page.html")
        try Data("one".utf8).write(to: file)
        let first = try digest()
        #expect(try digest() == first)
        usleep(UInt32(FileTrace.tick) * 1000)
        try Data("two".utf8).write(to: file)
        let second = try digest()
        #expect(second != first)
        try FileManager.default.removeItem(at: file)
        #expect(try digest() != second)
    }
}
