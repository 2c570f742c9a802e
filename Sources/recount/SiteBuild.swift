import ArgumentParser
import Diagnostics
import Foundation
import Output
import Publishing
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

    /// Runs all stages; the exit code says whether the content has mistakes.
    func run() throws -> ExitCode {
        let start = ContinuousClock.now
        var log = DiagnosticLog()
        do {
            guard let report = try plan(&log) else { return mistakes(log) }
            let jobs = report.renderedFileCount
            let progress = Progress(total: jobs, terminal: terminal)
            let content = try write(report, progress, &log)
            progress.finish()
            guard let content else { return mistakes(log) }
            tell(log)
            summarize(report, content, since: start)
            return .success
        } catch let error as OutputError {
            return failed("\(error)")
        } catch {
            return failed("\(error)")
        }
    }

    /// A planned report, and the site that it is made of.
    private struct Planned {
        let report: Report
        let site: SiteContent
        let publishing: PublishingSettings
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
        let publishing = PublishingReader.read(
            content.settingsFields,
            site: SiteFolder.place(site, url: content.settings.url),
            log: &log
        )
        let languages = LanguageReader.read(content.words, log: &log)
        let input = ReportInput(
            site: content,
            languages: languages,
            generator: Version.text,
            timestamp: Timestamp.of(content.newestDate)
        )
        guard let report = Report.plan(input, log: &log), !log.hasErrors else { return nil }
        terminal.say(
            "counted  \(report.figureCount) figures over \(content.dataset.strikes.count) strikes"
        )
        return Planned(
            report: report,
            site: content,
            publishing: publishing,
            renderedFileCount: report.fileCount + content.media.count + content.assets.count
        )
    }

    /// Renders and switches; what changed, or `nil` when a template failed.
    private func write(
        _ planned: Planned,
        _ progress: Progress,
        _ log: inout DiagnosticLog
    ) throws -> OutputChanges? {
        let (report, content) = (planned.report, planned.site)
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
            let redirects = report.earlierPaths
                .map { HostHelpers.Redirect(from: $0.from, to: $0.to) }
            for file in HostHelpers.files(
                planned.publishing.helpers,
                url: content.settings.url,
                redirects: redirects
            ) {
                try staged.write(file.path, file.bytes)
            }
            let statement = try ReportStatement.of(report, content.files, staged)
            return try staged.commit(stating: statement)
        } catch {
            staged.discard()
            throw error
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
