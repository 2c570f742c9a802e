import Testing

@testable import Publishing

/// Which folders of a host hold records that have been withheld since.
@Suite struct PurgeTests {
    private func digest(_ letter: Character) -> String { String(repeating: letter, count: 64) }

    private func folder(_ number: Int, _ letter: Character) -> ReleaseFolder {
        ReleaseFolder(number: number, digest: String(repeating: letter, count: 12))
    }

    @Test func foldersWithWithheldRecordsAreFoundByTheirDigest() {
        let purge = Purge([
            .init(digest: digest("a"), records: ["S1"]),
            .init(digest: digest("b"), records: ["S2"]),
            .init(digest: digest("c"), records: []), .init(digest: "", records: ["S3"]),
        ])
        let folders = [folder(1, "a"), folder(2, "b"), folder(3, "c")]
        let exposed = purge.exposed(folders)
        #expect(exposed.map(\.folder.number) == [1, 2])
        #expect(exposed.map(\.records) == [["S1"], ["S2"]])
    }

    @Test func aFolderThatNoReleaseNamesIsJudgedByItsNeighbours() {
        let purge = Purge([
            .init(digest: digest("a"), records: ["S1"]), .init(digest: digest("c"), records: []),
        ])
        let folders = [
            folder(1, "d"), folder(2, "a"), folder(3, "e"), folder(4, "c"), folder(5, "f"),
        ]
        #expect(purge.exposed(folders).map(\.folder.number) == [1, 2, 3])
    }

    @Test func aSiteWithoutWithheldRecordsKeepsEverything() {
        let purge = Purge([.init(digest: digest("a"), records: [])])
        #expect(purge.isEmpty)
        #expect(purge.exposed([folder(1, "d")]).isEmpty)
    }
}
