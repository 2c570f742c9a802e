import ArgumentParser
import Building
import Foundation
import Output
import Publishing
import Records
import Report

/// `recount publish`: build, tell what changes, ask, transfer, compare.
struct Publish: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Build the report and bring it to a web host.",
        discussion: """
            The targets stand in content/site.yaml. Before anything is sent, it tells which pages and \
            figures change, and asks; afterwards it compares every file with the manifest.

            Examples:
              recount publish
              recount publish live --dry-run
              recount publish live --yes
            """
    )

    @Argument(help: "The target's name; may be left out when there is only one.")
    var target: String?

    @OptionGroup var folder: SiteFolder

    @Option(
        help: "The folder to write. [default: Output in the site's folder]",
        completion: .directory
    )
    var output: String?

    @Flag(help: "Publish without asking.")
    var yes = false

    @Flag(help: "Send the report even if it is published there already, to mend damage.")
    var again = false

    @Flag(help: "Tell what would change, and stop.")
    var dryRun = false

    @Option(help: ArgumentHelp("Let exactly this many pages vanish.", valueName: "number"))
    var allowRemovals: Int?

    func run() throws {
        let terminal = Terminal()
        let settings = try folder.settings(terminal)
        let target = try SiteFolder.target(target, in: settings, terminal)
        let path = output ?? folder.site + "/Output"
        let built = try build(path, terminal)
        let isPublished: Bool
        do throws(PublishError) {
            isPublished = try publish(LocalReport(folder: path), to: target, settings, terminal)
        } catch {
            terminal.complain("recount: \(error)\n")
            throw ExitCode(2)
        }
        if isPublished, let stamp = built?.stamp, let report = built?.report {
            try record(report, stamp, path, terminal)
        }
    }

    /// Builds the next release; when the last one states the same, the report as it is, which still
    /// belongs to that release.
    private func build(
        _ path: String,
        _ terminal: Terminal
    ) throws -> SiteOutcome.Finished? {
        var reporter = BuildReporter(
            site: folder.site,
            drafts: false,
            folder: OutputFolder(path: path),
            terminal: terminal,
            releaseDate: Timestamp.today
        )
        let result = reporter.result()
        guard result.ending == .success else { throw ExitCode(result.ending) }
        if let finished = result.finished { return finished }
        reporter.releaseDate = nil
        let outcome = reporter.run()
        guard outcome == .success else { throw ExitCode(outcome) }
        return nil
    }

    /// Records what readers now see; the publication stands even when this fails.
    private func record(
        _ report: Report,
        _ stamp: ReleaseStamp,
        _ path: String,
        _ terminal: Terminal
    ) throws {
        do {
            try ReleaseRecord(site: folder.site, output: path).write(report, as: stamp)
            terminal.say("recorded \(stamp.path)")
        } catch {
            terminal.complain(
                "recount: the report is published, but the release could not be recorded: \(error)\n"
            )
            throw ExitCode(2)
        }
    }

    /// Whether the report is on the host now; one that was already, by a run that ended before it
    /// could record the release, counts.
    private func publish(
        _ report: LocalReport,
        to target: PublishingSettings.Target,
        _ settings: PublishingSettings,
        _ terminal: Terminal
    ) throws(PublishError) -> Bool {
        let publication = Publication(to: target)
        let plan = try publication.plan(report)
        terminal.say("")
        for line in plan.lines(target: publication.targetText) { terminal.say(line) }
        try plan.brake(allowing: allowRemovals)
        if dryRun { return false }
        if plan.isPublished, !again { return true }
        try confirm(target, terminal)
        let notes = try publication.run(report, over: plan, signing: settings.signing)
        terminal.say(
            "sent     \(report.manifest.files.count + 1) files are on “\(target.name)”, compared byte "
                + "by byte"
        )
        for note in notes { terminal.complain("recount: \(note)\n") }
        return true
    }

    /// Asks on a terminal; elsewhere nobody can answer.
    private func confirm(
        _ target: PublishingSettings.Target,
        _ terminal: Terminal
    ) throws(PublishError) {
        if yes { return }
        guard terminal.isInteractive, isatty(STDIN_FILENO) == 1 else {
            throw .report(reason: "nobody can be asked here; say --yes")
        }
        terminal.write("Publish this to “\(target.name)”? [y/N] ")
        let answer = readLine()?.lowercased() ?? ""
        guard ["y", "yes"].contains(answer) else {
            throw .report(reason: "you did not agree; nothing was sent")
        }
    }
}
