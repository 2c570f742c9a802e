import ArgumentParser
import Building
import Foundation
import Output
import Synchronization

/// `recount build`: writes the report.
struct Build: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "build",
        abstract: "Write the report.",
        discussion: """
            The last report is replaced only when the new one is complete: a failed build leaves \
            it unchanged.

            Output is what readers get, so a report with drafts needs another folder.

            With --shard K/N, only the Kth of N shares of the files is written, into a folder of its \
            own; recount merge joins the shares of several processes or machines.

            Examples:
              recount build
              recount build ~/raqqa --output ~/public/raqqa
              recount build --drafts --output Output-drafts
              recount build --shard 2/4
            """
    )

    @OptionGroup var options: SiteOptions

    @Option(
        help: "The folder to write to. [default: Output in the site's folder]",
        completion: .directory
    )
    var output: String?

    @Option(
        help: ArgumentHelp(
            "Write one share of the files, such as 2/4. [default folder: Output-2-of-4]",
            valueName: "k/n"
        )
    )
    var shard: Shard?

    @Flag(help: "Make every file again, whatever has changed since the last build into the folder.")
    var fresh = false

    func run() throws {
        let terminal = Terminal()
        let published = options.site + "/Output"
        let path = output ?? published + (shard.map { "-\($0.number)-of-\($0.count)" } ?? "")
        if options.drafts, FolderName.isWithin(path, published) {
            throw terminal.failure(
                "a report with drafts is not written to \(published), which readers get\n"
                    + "     Name another folder, such as --output Output-drafts, or see the drafts with "
                    + "recount serve --drafts."
            )
        }
        if shard != nil, ShardMerge.isWholeReport(path) {
            throw terminal.failure(
                "“\(path)” holds a whole report, which a shard of one would replace\n"
                    + "     Name another folder with --output."
            )
        }
        var reporter = BuildReporter(
            site: options.site,
            drafts: options.drafts,
            folder: OutputFolder(path: path),
            terminal: terminal
        )
        reporter.shard = shard
        reporter.isKept = true
        reporter.isFresh = fresh
        let (ending, finished) = reporter.result()
        builtReport.withLock { $0 = finished }
        throw ExitCode(ending)
    }
}

extension Shard: ExpressibleByArgument {
    /// Reads the value of `--shard`.
    public init?(argument: String) { self.init(argument) }
}

/// The report that was built, kept to the end of the process: taking apart a large one takes as long as
/// rendering some hundred pages, and the process ends next.
private let builtReport = Mutex<SiteOutcome.Finished?>(nil)

/// Compares the names of folders, which need not exist.
private enum FolderName {
    /// Whether a path leads to another folder or into it, through links and in file systems that ignore case.
    static func isWithin(_ one: String, _ other: String) -> Bool {
        let manager = FileManager.default
        let paths = [one, other]
            .map { URL(filePath: $0).standardized.resolvingSymlinksInPath().path }
        if paths[0] == paths[1] || paths[0].hasPrefix(paths[1] + "/") { return true }
        let numbers = paths.map { path in
            (try? manager.attributesOfItem(atPath: path))?[.systemFileNumber] as? Int
        }
        return numbers[0] != nil && numbers[0] == numbers[1]
    }
}
