import ArgumentParser
import Foundation
import Output
import Publishing
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

    @Flag(help: "Tell what would change, and stop.")
    var dryRun = false

    @Option(help: ArgumentHelp("Let exactly this many pages vanish.", valueName: "number"))
    var allowRemovals: Int?

    func run() throws {
        let terminal = Terminal()
        let settings = try folder.settings(terminal)
        let target = try SiteFolder.target(target, in: settings, terminal)
        let path = output ?? folder.site + "/Output"
        let finished = try build(path, terminal)
        do throws(PublishError) {
            let report = try LocalReport(folder: path)
            if try publish(report, to: target, settings, terminal) {
                try record(finished, report, terminal)
            }
        } catch {
            terminal.complain("recount: \(error)\n")
            throw ExitCode(2)
        }
    }

    /// Builds the next release; when the records and figures are those of the last one, builds the
    /// report as it is, for words, pictures and templates change, too.
    private func build(_ path: String, _ terminal: Terminal) throws -> SiteOutcome.Finished {
        var story = BuildStory(
            site: folder.site,
            drafts: false,
            folder: OutputFolder(path: path),
            terminal: terminal,
            releaseDate: Timestamp.today
        )
        var result = story.result()
        if result.exitCode == .success, result.finished == nil {
            story.releaseDate = nil
            result = story.result()
        }
        guard let finished = result.finished else { throw result.exitCode }
        return finished
    }

    /// Tells, asks and sends; whether the report is on the target now.
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
        if plan.isPublished { return true }
        try confirm(target, terminal)
        let notes = try publication.run(report, over: plan, signing: settings.signing)
        terminal.say(
            "sent     \(report.manifest.files.count + 1) files are on “\(target.name)”, compared byte "
                + "by byte"
        )
        for note in notes { terminal.complain("recount: \(note)\n") }
        return true
    }

    /// Records what was published, for the next build to compare with.
    private func record(
        _ finished: SiteOutcome.Finished,
        _ report: LocalReport,
        _ terminal: Terminal
    ) throws(PublishError) {
        guard let stamp = finished.stamp else { return }
        let digest = Digest(of: report.bytes).description
        do {
            try ReleaseRecord(site: folder.site)
                .write(finished.report.release(stamp, manifest: digest))
        } catch {
            throw .file(
                reason: "the report is published, but \(stamp.path) cannot be written: \(error)"
            )
        }
        terminal.say("recorded \(stamp.path): keep it with the content")
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
