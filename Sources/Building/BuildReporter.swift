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

    /// Whether what is printed is kept on this machine, so that a later build can leave out what would be the same.
    package var isKept = false
    /// Whether to build even if what is kept says that nothing has changed.
    package var isFresh = false

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
        let start = ContinuousClock.now
        let kept = kept()
        if !isFresh, let printed = kept?.printed() {
            printAgain(printed, ContinuousClock.now - start)
            return (terminal.hasFailed ? .broken : .success, nil)
        }
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
        build.kept = kept?.files
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
            if let page = outcome.languages {
                terminal.write(page.text)
                return (outcome.finished == nil ? .mistakes : .success, outcome.finished)
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
            if !terminal.hasFailed { kept?.keep(printed(steps.lines, outcome.log, finished)) }
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

    /// What is kept of the last build into the same folder; `nil` for a build that is not the whole report.
    private func kept() -> KeptBuild? {
        guard isKept, let folder, shard == nil, releaseDate == nil else { return nil }
        return KeptBuild(site: site, drafts: drafts, folder: folder, isFresh: isFresh)
    }

    /// What a build has printed.
    private func printed(
        _ steps: [String],
        _ log: DiagnosticLog,
        _ finished: SiteOutcome.Finished
    ) -> PrintedBuild {
        var printed = PrintedBuild()
        printed.before = steps
        printed.messages = BuildText.mistakes(log, colored: false, limit: messageLimit)
        printed.colouredMessages = BuildText.mistakes(log, colored: true, limit: messageLimit)
        printed.after = BuildReporter.recordLines(finished)
        var pictures = finished.pictures
        // A build that is left out makes none.
        pictures.made = 0
        printed.after += BuildText.pictures(pictures)
        printed.pages = finished.report.pageCount
        let changes = finished.changes
        printed.files = changes.new.count + changes.changed.count + changes.unchanged.count
        printed.changes = BuildReporter.releaseChanges(finished)
        return printed
    }

    /// Prints what the last build printed, which this one would repeat.
    private func printAgain(_ printed: PrintedBuild, _ duration: Duration) {
        for line in printed.before { terminal.say(line) }
        terminal.complain(
            printed: terminal.usesColor ? printed.colouredMessages : printed.messages
        )
        for line in printed.after { terminal.say(line) }
        var changes = OutputChanges()
        changes.unchanged = [String](repeating: "", count: printed.files)
        sayWritten(printed.pages, changes, duration)
        for line in printed.changes { terminal.say(line) }
    }

    /// The lines about the records and the search for private values.
    private static func recordLines(_ finished: SiteOutcome.Finished) -> [String] {
        finished.report.ledger.map(BuildText.recordCounts)
            + (finished.leaks.map { [BuildText.leakScan($0)] } ?? [])
    }

    private func summarize(_ finished: SiteOutcome.Finished, _ duration: Duration) {
        for line in BuildReporter.recordLines(finished) { terminal.say(line) }
        for line in BuildText.pictures(finished.pictures) { terminal.say(line) }
        let seconds = BuildText.seconds(duration)
        let pages = finished.report.pageCount
        guard let folder else {
            for line in finished.gaps.compactMap(\.summary) { terminal.say(line) }
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
        sayWritten(pages, finished.changes, duration)
    }

    private func sayWritten(_ pages: Int, _ changes: OutputChanges, _ duration: Duration) {
        guard let folder else { return }
        terminal.say(
            "wrote    \(pages) pages in \(BuildText.seconds(duration)) s: "
                + "\(changes.new.count) files new, \(changes.changed.count) changed, "
                + "\(changes.unchanged.count) unchanged, \(changes.removed.count) removed"
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
        if let changes = finished.last?.changes(finished.report), !changes.isEmpty {
            let count = BuildText.counted(changes.count, "figure")
            terminal.say("changed  \(count) since the last build")
            for line in FigureLines(changes, limit: BuildReporter.figureLimit).lines {
                terminal.say(line)
            }
        }
        for line in BuildReporter.releaseChanges(finished) { terminal.say(line) }
    }

    /// How many changed figures are listed.
    private static let figureLimit = 12

    /// The lines about what has changed since the last release.
    private static func releaseChanges(_ finished: SiteOutcome.Finished) -> [String] {
        guard let step = finished.report.history?.pending, !step.comparison.isEmpty else {
            return []
        }
        let records = BuildText.counted(step.entries.count, "record")
        let figures = BuildText.counted(step.comparison.figures.count, "figure")
        return [
            "changed  \(records) and \(figures) "
                + "since release \(step.from.stamp.number) of \(step.from.stamp.date.iso)"
        ] + FigureLines(step.comparison.figures, limit: figureLimit).lines
    }
}

/// Prints the steps of one build, with a progress bar below them.
private final class StepReporter: Sendable {
    private let terminal: Terminal
    private let progress = Mutex<Progress?>(nil)
    private let said = Mutex<[String]>([])

    /// The lines that have been printed.
    var lines: [String] { said.withLock { $0 } }

    init(terminal: Terminal) {
        self.terminal = terminal
    }

    @Sendable func report(_ step: BuildStep) {
        switch step {
        case .read(let records, let articles, let narratives, let templates):
            say(
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
            say(
                "counted  \(BuildText.counted(figures, "figure")) over "
                    + (arePeople ? people : BuildText.counted(records, "strike"))
            )
        case .scaling(let pictures):
            let bar = Progress("pictures", total: pictures, interval: 1, terminal: terminal)
            progress.withLock { $0 = bar }
        case .checked: finish()
        case .writable: break
        case .writing(let files):
            progress.withLock { $0 = Progress(total: files, terminal: terminal) }
        case .scaledOne, .wroteOne:
            progress.withLock { $0 }?.step()
        }
    }

    private func say(_ line: String) {
        said.withLock { $0.append(line) }
        terminal.say(line)
    }

    func finish() { progress.withLock { $0 }?.finish() }
}
