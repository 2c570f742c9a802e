import ArgumentParser
import Building
import Foundation
import Output

/// `recount merge`: the shards of a report as one report.
struct MergeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "merge",
        abstract: "Join the shards of a report that was built in several processes.",
        discussion: """
            Compares every file with the manifest of its shard. The report and its manifest are byte \
            for byte what one build writes. The last report is replaced only when all shards are \
            there and whole.

            Examples:
              recount merge Output-1-of-2 Output-2-of-2
              recount merge shards/* --output ~/public/raqqa
            """
    )

    @Argument(help: "The folders of all shards, in any order.", completion: .directory)
    var shards: [String]

    @Option(help: "The folder to write to.", completion: .directory)
    var output = "Output"

    func run() throws {
        let terminal = Terminal()
        do {
            let summary = try ShardMerge(shards, into: OutputFolder(path: output)).run()
            let changes = summary.changes
            terminal.say(
                "merged   \(BuildText.counted(shards.count, "shard")), "
                    + "\(BuildText.counted(summary.files, "file")): \(changes.new.count) new, "
                    + "\(changes.changed.count) changed, \(changes.unchanged.count) unchanged, "
                    + "\(changes.removed.count) removed"
            )
            terminal.say("open     \(output)/index.html")
        } catch { throw terminal.failure(error) }
    }
}
