import ArgumentParser
import Building
import Foundation
import Output
import Records
import Report

/// `recount release`: builds the next release and records what it states, for authors who publish by
/// other means than `recount publish`.
struct ReleaseCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "release",
        abstract: "Build the next release and record it, without publishing it.",
        discussion: """
            recount publish does this too. Every published value that changed needs a reason in \
            content/data/corrections.csv. What the release states is written to \
            content/releases/<date>-<number>.json; keep that file with the content.

            Examples:
              recount release
              recount release ~/raqqa --date 2026-11-22
            """
    )

    @OptionGroup var options: SiteOptions

    @Option(
        help: "The folder to write to. [default: Output in the site's folder]",
        completion: .directory
    )
    var output: String?

    @Option(help: "The day of the release. [default: today]")
    var date: String?

    func run() throws {
        let terminal = Terminal()
        guard let day = date.map({ CalendarDate(iso: $0) }) ?? Timestamp.today, day.day != nil
        else {
            throw terminal.failure("the day of a release must look like 2026-11-22", code: 1)
        }
        if options.drafts {
            throw terminal.failure("a release is what readers get, so it has no drafts", code: 1)
        }
        let path = output ?? options.site + "/Output"
        let result = BuildReporter(
            site: options.site,
            drafts: options.drafts,
            folder: OutputFolder(path: path),
            terminal: terminal,
            releaseDate: day
        )
        .result()
        guard let finished = result.finished, let stamp = finished.stamp else {
            throw ExitCode(result.ending)
        }
        do {
            let record = ReleaseRecord(site: options.site, output: path)
            try record.write(finished.report, as: stamp)
            terminal.say("recorded \(stamp.path)")
        } catch {
            throw terminal.failure("the release could not be recorded: \(error)")
        }
    }
}
