import ArgumentParser
import Building
import Foundation
import Output
import Publishing
import Records
import Report

/// `recount publish`: builds, shows what changes, asks, transfers and compares.
struct Publish: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "publish",
        abstract: "Build the report and publish it to a web host.",
        discussion: """
            Targets are declared in content/site.yaml. Before sending anything, this command lists \
            the pages and figures that change, and asks; afterwards it compares every file with the \
            manifest.

            Examples:
              recount publish
              recount publish live --dry-run
              recount publish live --yes
            """
    )

    @Argument(help: "The target's name; may be omitted if there is only one.")
    var target: String?

    @OptionGroup var folder: SiteFolder

    @Option(
        help: "The folder to write to. [default: Output in the site's folder]",
        completion: .directory
    )
    var output: String?

    @Flag(help: "Publish without asking.")
    var yes = false

    @Flag(help: "Send the report again even if it is already published there, to repair damage.")
    var again = false

    @Flag(help: "Show what would change, and stop.")
    var dryRun = false

    @Option(help: ArgumentHelp("Allow exactly this many pages to be removed.", valueName: "number"))
    var allowRemovals: Int?

    func run() throws {
        let terminal = Terminal()
        let settings = try folder.settings(terminal)
        let target = try folder.target(target, in: settings, terminal)
        let path = output ?? folder.site + "/Output"
        let built = try build(path, terminal)
        let purge =
            try built.map { SafetyReading.purge($0.report.exposedReleases) }
            ?? SafetyReading(site: folder.site).purge(terminal)
        let isPublished: Bool
        do throws(PublishError) {
            isPublished = try publish(
                LocalReport(folder: path),
                to: target,
                settings,
                purge,
                terminal
            )
        } catch { throw terminal.failure(error) }
        if isPublished, let manifest = try? LocalReport(folder: path).bytes {
            KnownManifests(site: folder.site, target: target.name).remember(manifest)
        }
        if isPublished, let stamp = built?.stamp, let report = built?.report {
            try record(report, stamp, path, terminal)
        }
    }

    /// Builds the next release, or rebuilds the current one if nothing has changed since.
    ///
    /// Returns `nil` if there is no new release.
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

    /// Records the published release; the report remains published even if this fails.
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
            throw terminal.failure(
                "the report is published, but the release could not be recorded: \(error)"
            )
        }
    }

    /// Publishes the report, and returns whether it is on the host.
    ///
    /// It may have been there already, if an earlier run ended before it could record the release.
    private func publish(
        _ report: LocalReport,
        to target: PublishingSettings.Target,
        _ settings: PublishingSettings,
        _ purge: Purge,
        _ terminal: Terminal
    ) throws(PublishError) -> Bool {
        let publication = Publication(to: target)
        let plan = try publication.plan(report)
        terminal.say("")
        for line in plan.lines(target: publication.targetText) { terminal.say(line) }
        try plan.checkRemovals(allowing: allowRemovals)
        if dryRun { return false }
        if !purge.isEmpty {
            terminal.say(
                "safety   earlier releases on “\(target.name)” that show records withheld since are removed"
            )
        }
        if terminal.hasFailed {
            throw .report(reason: "the plan could not be shown; nothing was sent")
        }
        if plan.isPublished, !again {
            try publication.clearUp(purge)
            return true
        }
        try confirm(target, terminal)
        let notes = try publication.run(
            report,
            over: plan,
            signing: settings.signing,
            purging: purge
        )
        terminal.say(
            "sent     \(report.manifest.files.count + 1) files are on “\(target.name)”, compared byte "
                + "by byte"
        )
        for note in notes { terminal.complain("recount: \(note)\n") }
        return true
    }

    /// Asks for confirmation on a terminal; throws if there is none.
    private func confirm(
        _ target: PublishingSettings.Target,
        _ terminal: Terminal
    ) throws(PublishError) {
        if yes { return }
        guard terminal.isInteractive, isatty(STDIN_FILENO) == 1 else {
            throw .report(
                reason: "there is no terminal to ask on; pass --yes to publish without asking"
            )
        }
        terminal.write("Publish this to “\(target.name)”? [y/N] ")
        let answer = readLine()?.lowercased() ?? ""
        guard ["y", "yes"].contains(answer) else {
            throw .report(reason: "you did not confirm; nothing was sent")
        }
    }
}
