// Everything that a build prints: its steps as they happen, the mistakes, and the closing summary.

import Diagnostics
import Formats
import Foundation
import Output
import Records
import Report
import Synchronization

/// Runs a build and reports it to the author line by line.
package struct BuildReporter {
    let site: String
    let drafts: Bool
    /// Where the report goes; `nil` when nothing is written.
    let folder: OutputFolder?
    let terminal: Terminal

    /// How many messages of one rule are printed for one file; `nil` prints all.
    package var messageLimit: Int? = DiagnosticPrinter.usualLimit
    /// How messages are printed; the formats for programs go to standard output, and the rest is then not printed.
    package var format = MessageFormat.text

    /// Whether to print what readers will see and what stays private, instead of the summary of a build.
    package var printsPrivacy = false

    /// Whether to print what the report lacks in its languages, instead of the summary of a build.
    package var printsLanguages = false

    /// The day of the release to build; `nil` for a build that is not a release.
    package var releaseDate: CalendarDate?

    /// The share of the files to write; `nil` for all.
    package var shard: Shard?

    /// Prepares a build of a site; without a folder, nothing is written.
    package init(
        site: String,
        drafts: Bool,
        folder: OutputFolder?,
        terminal: Terminal,
        releaseDate: CalendarDate? = nil
    ) {
        self.site = site
        self.drafts = drafts
        self.folder = folder
        self.terminal = terminal
        self.releaseDate = releaseDate
    }

    /// Runs the build.
    package func run() -> Ending { result().ending }

    /// How a command ends; the raw value is its exit code.
    package enum Ending: Int32, Sendable {
        /// The build succeeded.
        case success = 0
        /// The content has mistakes, which have been printed.
        case mistakes = 1
        /// Something else failed, for example because the disk is full.
        case broken = 2
    }

    /// Runs the build and returns the report if it was written.
    package func result() -> (ending: Ending, finished: SiteOutcome.Finished?) {
        let steps = StepReporter(terminal: terminal)
        var build = SiteBuild(
            site: site,
            drafts: drafts,
            folder: folder,
            releaseDate: releaseDate,
            onStep: steps.report,
            isStopped: { [terminal] in terminal.hasFailed }
        )
        build.shard = shard
        build.listsPrivacy = printsPrivacy
        build.listsLanguages = printsLanguages
        do {
            let outcome = try build.run()
            steps.finish()
            if let page = outcome.finished?.privacy {
                if format == .text { printMessages(outcome.log) }
                terminal.write(format == .text ? page.text : page.json)
                return (.success, outcome.finished)
            }
            printMessages(outcome.log)
            if let page = outcome.finished?.languages {
                terminal.write(page.text)
                return (.success, outcome.finished)
            }
            guard let finished = outcome.finished else {
                if format == .text { terminal.complain("Nothing was written.\n") }
                return (.mistakes, nil)
            }
            if finished.isRecordedAlready {
                reportUnchanged(finished)
                return (.success, nil)
            }
            summarize(finished, outcome.duration)
            if shard == nil { reportChanges(finished) }
            return terminal.hasFailed ? (.broken, nil) : (.success, finished)
        } catch is CancellationError {
            // What could not be printed is stated when the command ends.
            return (.broken, nil)
        } catch {
            steps.finish()
            terminal.complain("recount: \(error)\n")
            return (.broken, nil)
        }
    }

    private func printMessages(_ log: DiagnosticLog) {
        if let document = format.document(log, site: site) {
            if format.isJSON { terminal.write(json: document) } else { terminal.write(document) }
        } else {
            terminal.complain(
                printed: BuildText.mistakes(log, colored: terminal.usesColor, limit: messageLimit)
            )
        }
    }

    private func summarize(_ finished: SiteOutcome.Finished, _ duration: Duration) {
        for line in finished.report.ledger { terminal.say(BuildText.recordCounts(line)) }
        if let leaks = finished.leaks { terminal.say(BuildText.leakScan(leaks)) }
        let seconds = BuildText.seconds(duration)
        let pages = finished.report.pageCount
        guard let folder else {
            for tag in finished.unreviewed {
                terminal.say("words    \(tag): \(WordsReview.outstanding.text)")
            }
            terminal.say("checked  \(pages) pages in \(seconds) s; nothing was written")
            return
        }
        if let shard = finished.shard {
            terminal.say(
                "wrote    \(shard.name): \(BuildText.counted(finished.fileCount, "file")) in "
                    + "\(seconds) s, into \(folder.path)"
            )
            return
        }
        let changes = finished.changes
        terminal.say(
            "wrote    \(pages) pages in \(seconds) s: \(changes.new.count) files new, "
                + "\(changes.changed.count) changed, \(changes.unchanged.count) unchanged, "
                + "\(changes.removed.count) removed"
        )
        terminal.say("open     \(folder.path)/index.html")
    }

    /// Reports that no release was recorded, because nothing has changed since the last one.
    private func reportUnchanged(_ finished: SiteOutcome.Finished) {
        guard let last = finished.report.history?.releases.last?.stamp else { return }
        terminal.say(
            "unchanged  the records and figures are those of release \(last.number) of "
                + "\(last.date.iso); nothing was recorded"
        )
    }

    /// Reports the figures that have changed since the last build and since the last release.
    private func reportChanges(_ finished: SiteOutcome.Finished) {
        let limit = 12
        if let changes = finished.last?.changes(finished.report), !changes.isEmpty {
            let count = BuildText.counted(changes.count, "figure")
            terminal.say("changed  \(count) since the last build")
            for line in FigureLines(changes, limit: limit).lines { terminal.say(line) }
        }
        guard let step = finished.report.history?.pending, !step.comparison.isEmpty else { return }
        let records = BuildText.counted(step.entries.count, "record")
        let figures = BuildText.counted(step.comparison.figures.count, "figure")
        terminal.say(
            "changed  \(records) and \(figures) "
                + "since release \(step.from.stamp.number) of \(step.from.stamp.date.iso)"
        )
        for line in FigureLines(step.comparison.figures, limit: limit).lines {
            terminal.say(line)
        }
    }
}

/// Prints the steps of one build, with a progress bar below them.
private final class StepReporter: Sendable {
    private let terminal: Terminal
    private let progress = Mutex<Progress?>(nil)

    init(terminal: Terminal) {
        self.terminal = terminal
    }

    @Sendable func report(_ step: BuildStep) {
        switch step {
        case .read(let records, let articles, let narratives, let templates):
            terminal.say(
                "read     "
                    + [
                        BuildText.counted(records, "record"),
                        BuildText.counted(articles, "article"),
                        BuildText.counted(narratives, "narrative"),
                        BuildText.counted(templates, "template"),
                    ]
                    .joined(separator: ", ")
            )
        case .counted(let figures, let records, let arePeople):
            let people = records == 1 ? "1 person" : "\(records) people"
            terminal.say(
                "counted  \(BuildText.counted(figures, "figure")) over "
                    + (arePeople ? people : BuildText.counted(records, "strike"))
            )
        case .checked, .writable: break
        case .writing(let files):
            progress.withLock { $0 = Progress(total: files, terminal: terminal) }
        case .wroteOne:
            progress.withLock { $0 }?.step()
        }
    }

    func finish() { progress.withLock { $0 }?.finish() }
}
