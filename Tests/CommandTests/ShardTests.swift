import Foundation
import TestSupport
import Testing

/// A report can be built in shares by several processes; joined, they are what one build writes.
@Suite struct ShardTests {
    @Test func joinedShardsAreByteForByteOneBuildAlsoAfterOneWasKilled() throws {
        let site = try SiteFolder.example()
        #expect(try site.build().status == 0)
        // One of the four is killed at once, as a queue does with a job that takes too long, and run again.
        let killed = try Program.run(
            [
                "timeout", "-s", "KILL", "0.05", Package.program, "build", site.path, "--shard",
                "3/4",
            ]
        )
        #expect(killed.status != 0)
        #expect(try Self.merge(site, shards: 1, 2, 3, 4).status == 2)
        let run = "\(Package.program) build '\(site.path)' --shard {}/4"
        let shards = try Program.run(["sh", "-c", "seq 4 | xargs -P 2 -I{} \(run)"])
        #expect(shards.status == 0, "\(shards.errors)")
        let merged = try Self.merge(site, shards: 4, 2, 1, 3)
        #expect(merged.status == 0, "\(merged.errors)")
        let whole = try Tree.read(site.output)
        #expect(
            merged.output.hasPrefix(
                "merged   4 shards, \(whole.count - 1) files: \(whole.count - 1) new, 0 changed, "
            )
        )
        #expect(Tree.differences(try Tree.read(site.path + "/merged"), whole) == [])
        let again = try Self.merge(site, shards: 1, 2, 3, 4)
        #expect(again.output.contains(": 0 new, 0 changed, \(whole.count - 1) unchanged, "))
    }

    @Test func shardsHaveNoFileInCommonAndAllTogether() throws {
        let site = try Self.site()
        let whole = try Tree.read(site.output).keys.filter { $0 != "manifest.json" }
        var seen: [String] = []
        for number in 1...3 {
            let files = try Tree.read(site.path + "/Output-\(number)-of-3").keys
            #expect(files.contains("shard.json"))
            seen += files.filter { $0 != "manifest.json" && $0 != "shard.json" }
        }
        #expect(seen.sorted() == whole.sorted())
    }

    @Test func aMissingShardIsNamed() throws {
        let site = try Self.site()
        let ending = try Self.merge(site, shards: 1, 3, of: 3)
        #expect(ending.status == 2)
        #expect(
            ending.errors == """
                recount: of 3 shards, 1 shard is missing: 2.
                     Build it with recount build --shard 2/3.

                """
        )
        #expect(!FileManager.default.fileExists(atPath: site.path + "/merged"))
    }

    @Test func shardsOfDifferentRecordsAreNotJoined() throws {
        let site = try Self.site()
        // The records and all sums are the same, so only the inputs differ.
        let settings = try site.read("content/site.yaml")
        try site.write("content/site.yaml", settings + "\n")
        #expect(try site.build("--shard", "2/3").status == 0)
        let ending = try Self.merge(site, shards: 1, 2, 3, of: 3)
        #expect(ending.status == 2)
        #expect(
            ending.errors == """
                recount: “Output-2-of-3” is not of the same report as “Output-1-of-3”: the site, the program \
                or the number of shards was another one.
                     Build all shards again from the same files.

                """
        )
    }

    @Test func aShardGivenTwiceAndAFolderWithoutOneAreRefused() throws {
        let site = try Self.site()
        let twice = try Self.merge(site, shards: 1, 1, of: 3)
        #expect(
            twice.errors
                == "recount: shard 1 of 3 was given twice: “Output-1-of-3” and “Output-1-of-3”.\n"
        )
        let none = try Program.run([Package.program, "merge", "content"], in: site.path)
        #expect(none.status == 2)
        #expect(
            none.errors == """
                recount: “content” holds no shard of a report, or its build has not ended.
                     A shard is built with recount build --shard K/N --output FOLDER.

                """
        )
    }

    @Test func aFileThatChangedAfterItsShardWasBuiltIsFound() throws {
        let site = try Self.site()
        let page = try #require(
            try Tree.read(site.path + "/Output-1-of-3").keys.sorted()
                .first { $0.hasSuffix(".html") }
        )
        try site.write("Output-1-of-3/\(page)", "<p>429</p>")
        let ending = try Self.merge(site, shards: 1, 2, 3, of: 3)
        #expect(ending.status == 2)
        #expect(
            ending.errors == """
                recount: “Output-1-of-3/\(page)” is not the file that was built.
                     Build this shard again.

                """
        )
        #expect(!FileManager.default.fileExists(atPath: site.path + "/merged"))
    }

    @Test(arguments: ["5/4", "0/4", "1", "1/0", "a/b", "1/4/2", "+1/4"])
    func whatNamesNoShardIsRefused(_ text: String) throws {
        let ending = try Program.recount("build", "--shard", text)
        #expect(ending.status == 2)
        #expect(ending.errors.contains("The value '\(text)' is invalid for '--shard <k/n>'"))
    }

    @Test func aShardDoesNotReplaceAWholeReport() throws {
        let site = try Self.site()
        let before = try Tree.read(site.output)
        let ending = try site.build("--shard", "1/3", "--output", site.output)
        #expect(ending.status == 2)
        #expect(
            ending.errors == """
                recount: “\(site.output)” holds a whole report, which a shard of one would replace
                     Name another folder with --output.

                """
        )
        #expect(Tree.differences(try Tree.read(site.output), before) == [])
    }

    @Test func aPrivateValueStopsTheShardThatHoldsIt() throws {
        let site = try SiteFolder.small("private-value-published")
        let statuses = try (1...8)
            .map { try site.build("--shard", "\($0)/8", "--output", site.path + "/s\($0)").status }
        #expect(statuses.contains(1))
        #expect(statuses.allSatisfy { $0 < 2 })
        for (number, status) in statuses.enumerated() {
            let isThere = FileManager.default.fileExists(atPath: site.path + "/s\(number + 1)")
            #expect(isThere == (status == 0))
        }
    }

    /// A small site, its report, and the report in three shards.
    private static func site() throws -> SiteFolder {
        let site = try SiteFolder.small()
        #expect(try site.build().status == 0)
        for number in 1...3 {
            let ending = try site.build("--shard", "\(number)/3")
            #expect(ending.status == 0, "\(ending.errors)")
            #expect(ending.output.contains("\nwrote    shard \(number) of 3: "))
        }
        return site
    }

    private static func merge(
        _ site: SiteFolder,
        shards: Int...,
        of count: Int = 4
    ) throws -> Ending {
        try Program.run(
            [Package.program, "merge"] + shards.map { "Output-\($0)-of-\(count)" }
                + ["--output", "merged"],
            in: site.path
        )
    }
}
