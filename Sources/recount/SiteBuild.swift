import ArgumentParser
import Diagnostics
import Foundation
import Output
import Reading
import Records
import Report

/// One run from files to the report, told to the author line by line.
struct SiteBuild {
    let site: String
    let drafts: Bool
    /// Where the report goes; `nil` when nothing is written.
    let folder: OutputFolder?
    let terminal: Terminal
    /// The day of the release that is being made; `nil` for a build that is none.
    var releaseDate: CalendarDate?

    /// How a build ended.
    struct Outcome {
        /// Whether the content has mistakes.
        let exitCode: ExitCode
        /// The report, when it was written.
        var report: Report?
        /// The release that it is, when one was asked for.
        var stamp: ReleaseStamp?
    }

    /// Runs all stages; the exit code says whether the content has mistakes.
    func run() throws -> ExitCode {
        try build().exitCode
    }

    /// Runs all stages, and hands over what was written.
    func build() throws -> Outcome {
        let start = ContinuousClock.now
        var log = DiagnosticLog()
        do {
            guard let report = try plan(&log) else { return Outcome(exitCode: mistakes(log)) }
            if let same = unchanged(report) {
                tell(log)
                return same
            }
            let last = lastBuild()
            let jobs = report.renderedFileCount
            let progress = Progress(total: jobs, terminal: terminal)
            let content = try write(report.report, report.site, progress, &log)
            progress.finish()
            guard let content else { return Outcome(exitCode: mistakes(log)) }
            tell(log)
            summarize(report, content, since: start)
            tellChanges(report.report, last)
            return Outcome(exitCode: .success, report: report.report, stamp: report.stamp)
        } catch {
            return Outcome(exitCode: failed("\(error)"))
        }
    }

    /// A planned report, and the site that it is made of.
    private struct Planned {
        let report: Report
        let site: SiteContent
        let stamp: ReleaseStamp?
        let renderedFileCount: Int
    }

    private func plan(_ log: inout DiagnosticLog) throws -> Planned? {
        guard let content = try SiteReader.read(site: site, drafts: drafts, log: &log) else {
            return nil
        }
        let rows = content.records.reduce(0) { $0 + $1.read }
        terminal.say(
            "read     \(rows) records, \(content.articles.count) articles, "
                + "\(content.narratives.count) narratives, \(content.templates.count) templates"
        )
        let languages = LanguageReader.read(content.words, log: &log)
        let stamp = releaseDate.flatMap { ReleaseStamp.next(after: content.releases, on: $0) }
        let newest = [content.newestDate, stamp?.date].compactMap(\.self).max()
        let input = ReportInput(
            site: content,
            languages: languages,
            generator: Version.text,
            timestamp: Timestamp.of(newest),
            release: stamp,
            requiresReasons: stamp != nil
        )
        guard let report = Report.plan(input, log: &log), !log.hasErrors else { return nil }
        terminal.say(
            "counted  \(report.figureCount) figures over \(content.dataset.strikes.count) strikes"
        )
        return Planned(
            report: report,
            site: content,
            stamp: stamp,
            renderedFileCount: report.fileCount + content.media.count + content.assets.count
        )
    }

    /// Renders and switches; what changed, or `nil` when a template failed.
    private func write(
        _ report: Report,
        _ content: SiteContent,
        _ progress: Progress,
        _ log: inout DiagnosticLog
    ) throws -> OutputChanges? {
        guard let folder else {
            try report.render { _, _ in progress.step() }
            return OutputChanges()
        }
        let staged = try folder.stage()
        do {
            try report.render { path, bytes in
                try staged.write(path, bytes)
                progress.step()
            }
            for path in content.assets {
                try staged.write(path, try content.files.read("templates/" + path))
                progress.step()
            }
            for path in content.media {
                try staged.copy(from: site + "/content/" + path, to: path)
                progress.step()
            }
            return try staged.commit()
        } catch {
            staged.discard()
            throw error
        }
    }

    /// A release that states what the last one stated is none; there is nothing to write.
    private func unchanged(_ planned: Planned) -> Outcome? {
        guard planned.stamp != nil, let history = planned.report.history,
            let last = history.releases.last, history.pending?.comparison.isEmpty == true
        else { return nil }
        terminal.say(
            "unchanged  the records and figures are those of release \(last.stamp.number) of "
                + "\(last.stamp.date.iso); nothing was recorded"
        )
        return Outcome(exitCode: .success)
    }

    /// What the last build stated, when this one replaces it.
    private func lastBuild() -> LastBuild? {
        guard let folder,
            let manifest = try? Data(contentsOf: URL(filePath: folder.path + "/manifest.json"))
        else { return nil }
        return LastBuild(manifest: [UInt8](manifest))
    }

    /// The figures that an edit changed, since the last build and since the last release.
    private func tellChanges(_ report: Report, _ last: LastBuild?) {
        let limit = 12
        if let changes = last?.changes(report), !changes.isEmpty {
            terminal.say("changed  \(changes.count) figures since the last build")
            for line in FigureLines(changes, limit: limit).lines { terminal.say(line) }
        }
        guard let step = report.history?.pending, !step.comparison.isEmpty else { return }
        terminal.say(
            "changed  \(step.entries.count) records and \(step.comparison.figures.count) figures "
                + "since release \(step.from.stamp.number) of \(step.from.stamp.date.iso)"
        )
        for line in FigureLines(step.comparison.figures, limit: limit).lines {
            terminal.say(line)
        }
    }

    private func mistakes(_ log: DiagnosticLog) -> ExitCode {
        tell(log)
        terminal.complain("Nothing was written.\n")
        return ExitCode(1)
    }

    private func tell(_ log: DiagnosticLog) {
        let printer = DiagnosticPrinter(usesColor: terminal.usesColor)
        guard let summary = printer.summary(log) else { return }
        terminal.complain("\n" + printer.text(log) + summary + "\n")
    }

    private func failed(_ message: String) -> ExitCode {
        terminal.complain("recount: \(message)\n")
        return ExitCode(2)
    }

    private func summarize(
        _ planned: Planned,
        _ changes: OutputChanges,
        since start: ContinuousClock.Instant
    ) {
        for line in planned.report.ledger.lines { terminal.say(LedgerLine(line).text) }
        let seconds = Seconds.text(ContinuousClock.now - start)
        let pages = planned.report.pageCount
        guard let folder else {
            terminal.say("checked  \(pages) pages in \(seconds) s; nothing was written")
            return
        }
        terminal.say(
            "wrote    \(pages) pages in \(seconds) s: \(changes.new.count) files new, "
                + "\(changes.changed.count) changed, \(changes.unchanged.count) unchanged, "
                + "\(changes.removed.count) removed"
        )
        terminal.say("open     \(folder.path)/index.html")
    }
}

/// One line of the closing summary: read = shown + left out.
private struct LedgerLine {
    let text: String

    init(_ line: RecordLedger.Line) {
        let name = line.kind.rawValue.padding(toLength: 12, withPad: " ", startingAt: 0)
        let reasons = line.leftOut.map { reason in
            switch reason.reason {
            case .stated(let text): "\(reason.rows) left out: \(text)"
            case .strikeLeftOut: "\(reason.rows) left out with their strike"
            }
        }
        text =
            "records  \(name) \(line.read) read = \(line.shown) shown + "
            + "\(line.read - line.shown) left out"
            + (reasons.isEmpty ? "" : " (" + reasons.joined(separator: "; ") + ")")
    }
}

/// Seconds with two decimals.
private enum Seconds {
    static func text(_ duration: Duration) -> String {
        let (seconds, attoseconds) = duration.components
        let hundredths = Int(attoseconds / 10_000_000_000_000_000)
        return "\(seconds)." + (hundredths < 10 ? "0" : "") + "\(hundredths)"
    }
}
