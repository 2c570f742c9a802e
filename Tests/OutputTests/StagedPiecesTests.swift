import TestSupport
import Testing

@testable import Output

/// Files that are written in pieces end up as those that are written at once.
@Suite struct StagedPiecesTests {
    private static let first = String(repeating: "a", count: 100_000)
    private static let second = String(repeating: "b", count: 70_000)

    private func build(_ sandbox: Sandbox, _ pieces: [String]) throws -> OutputChanges {
        let staged = try sandbox.folder.stage()
        let file = try staged.begin("data/strikes.csv")
        for piece in pieces { try file.append(Array(piece.utf8)) }
        try file.finish()
        #expect(staged.digest("data/strikes.csv") == Digest(of: Array(pieces.joined().utf8)))
        return try staged.commit()
    }

    @Test(arguments: [
        [], [""], ["one"], [first, second], [first, second, "end"], [first, "x" + second],
        ["x" + first, second], [first], [first + second, "end"], [first, second + "e", "nd"],
    ])
    func aFileOfPiecesHoldsThemAll(_ pieces: [String]) throws {
        let text = pieces.joined()
        let fresh = try Sandbox()
        #expect(try build(fresh, pieces).new == ["data/strikes.csv"])
        #expect(try fresh.texts() == ["data/strikes.csv": text])

        let old = Self.first + Self.second + "end"
        let later = try Sandbox()
        try later.build(["data/strikes.csv": old])
        let changes = try build(later, pieces)
        #expect(changes.changed == (text == old ? [] : ["data/strikes.csv"]))
        #expect(changes.unchanged == (text == old ? ["data/strikes.csv"] : []))
        #expect(try later.texts() == ["data/strikes.csv": text])
    }

    @Test func aFileOfTheSamePiecesKeepsItsInode() throws {
        let sandbox = try Sandbox()
        _ = try build(sandbox, [Self.first, Self.second])
        let before = try #require(sandbox.status("Output/data/strikes.csv"))
        #expect(try build(sandbox, [Self.first + "b", String(Self.second.dropFirst())]).isEmpty)
        #expect(sandbox.status("Output/data/strikes.csv")?.st_ino == before.st_ino)
    }

    @Test func aPathIsTakenOnce() throws {
        let sandbox = try Sandbox()
        let staged = try sandbox.folder.stage()
        try staged.write("a.csv", [])
        #expect(throws: OutputError.self) { try staged.begin("a.csv") }
        #expect(throws: OutputError.self) { try staged.commit() }
    }
}
