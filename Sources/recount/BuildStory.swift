// The only place that puts builds into words: steps as they come, mistakes, and the closing summary.

import ArgumentParser
import Diagnostics
import Foundation
import Output
import Records
import Report
import Synchronization

/// Runs a build and tells it to the author line by line.
struct BuildStory {
    let site: String
    let drafts: Bool
    /// Where the report goes; `nil` when nothing is written.
    let folder: OutputFolder?
    let terminal: Terminal

    /// The day of the release that is being made; `nil` for a build that is none.
    var releaseDate: CalendarDate?

    /// Runs the build; the exit code says whether the content has mistakes.
    func run() -> ExitCode { result().exitCode }

    /// Runs the build, and hands over the report when it was written.
    func result() -> (exitCode: ExitCode, finished: SiteOutcome.Finished?) {
        let steps = Steps(terminal: terminal)
        let build = SiteBuild(
            site: site,
            drafts: drafts,
            folder: folder,
            releaseDate: releaseDate,
            tell: steps.tell
        )
        do {
            let outcome = try build.run()
            steps.finish()
            terminal.complain(BuildWords.mistakes(outcome.log, colored: terminal.usesColor))
            guard let finished = outcome.finished else {
                terminal.complain("Nothing was written.\n")
                return (ExitCode(1), nil)
            }
            if finished.isRecordedAlready {
                tellUnchanged(finished)
                return (.success, nil)
            }
            summarize(finished, outcome.duration)
            tellChanges(finished)
            return (.success, finished)
        } catch {
            steps.finish()
            terminal.complain("recount: \(error)\n")
            return (ExitCode(2), nil)
        }
    }

    private func summarize(_ finished: SiteOutcome.Finished, _ duration: Duration) {
        for line in finished.report.ledger.lines { terminal.say(BuildWords.ledger(line)) }
        let seconds = BuildWords.seconds(duration)
        let pages = finished.report.pageCount
        guard let folder else {
            terminal.say("checked  \(pages) pages in \(seconds) s; nothing was written")
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

    /// A release that states what the last one stated is none.
    private func tellUnchanged(_ finished: SiteOutcome.Finished) {
        guard let last = finished.report.history?.releases.last?.stamp else { return }
        terminal.say(
            "unchanged  the records and figures are those of release \(last.number) of "
                + "\(last.date.iso); nothing was recorded"
        )
    }

    /// The figures that an edit changed, since the last build and since the last release.
    private func tellChanges(_ finished: SiteOutcome.Finished) {
        let limit = 12
        if let changes = finished.last?.changes(finished.report), !changes.isEmpty {
            terminal.say("changed  \(changes.count) figures since the last build")
            for line in FigureLines(changes, limit: limit).lines { terminal.say(line) }
        }
        guard let step = finished.report.history?.pending, !step.comparison.isEmpty else { return }
        terminal.say(
            "changed  \(step.entries.count) records and \(step.comparison.figures.count) figures "
                + "since release \(step.from.stamp.number) of \(step.from.stamp.date.iso)"
        )
        for line in FigureLines(step.comparison.figures, limit: limit).lines {
            terminal.say(line)
        }
    }
}

/// The steps of one build as lines, and a progress bar under them.
private final class Steps: Sendable {
    private let terminal: Terminal
    private let progress = Mutex<Progress?>(nil)

    init(terminal: Terminal) {
        self.terminal = terminal
    }

    @Sendable func tell(_ step: BuildStep) {
        switch step {
        case .read(let records, let articles, let narratives, let templates):
            terminal.say(
                "read     "
                    + [
                        BuildWords.counted(records, "record"),
                        BuildWords.counted(articles, "article"),
                        BuildWords.counted(narratives, "narrative"),
                        BuildWords.counted(templates, "template"),
                    ]
                    .joined(separator: ", ")
            )
        case .counted(let figures, let strikes):
            terminal.say(
                "counted  \(BuildWords.counted(figures, "figure")) over "
                    + BuildWords.counted(strikes, "strike")
            )
        case .checked, .held: break
        case .writing(let files):
            progress.withLock { $0 = Progress(total: files, terminal: terminal) }
        case .wroteOne:
            progress.withLock { $0 }?.step()
        }
    }

    func finish() { progress.withLock { $0 }?.finish() }
}

/// The words that several commands use about a build.
enum BuildWords {
    /// All mistakes with their count; empty when there are none.
    static func mistakes(_ log: DiagnosticLog, colored: Bool) -> String {
        let printer = DiagnosticPrinter(usesColor: colored)
        guard let summary = printer.summary(log) else { return "" }
        return "\n" + printer.text(log) + summary + "\n"
    }

    /// A number with its noun, such as "1 article".
    static func counted(_ number: Int, _ noun: String) -> String {
        "\(number) \(noun)\(number == 1 ? "" : "s")"
    }

    /// One line of the closing summary: read = shown + left out.
    static func ledger(_ line: RecordLedger.Line) -> String {
        let name = line.kind.rawValue.padding(toLength: 12, withPad: " ", startingAt: 0)
        let reasons = line.leftOut.map { reason in
            switch reason.reason {
            case .stated(let text): "\(reason.rows) left out: \(text)"
            case .strikeLeftOut: "\(reason.rows) left out with their strike"
            }
        }
        return "records  \(name) \(line.read) read = \(line.shown) shown + "
            + "\(line.read - line.shown) left out"
            + (reasons.isEmpty ? "" : " (" + reasons.joined(separator: "; ") + ")")
    }

    /// Seconds with two decimals.
    static func seconds(_ duration: Duration) -> String {
        let (seconds, attoseconds) = duration.components
        let hundredths = Int(attoseconds / 10_000_000_000_000_000)
        return "\(seconds)." + (hundredths < 10 ? "0" : "") + "\(hundredths)"
    }
}
