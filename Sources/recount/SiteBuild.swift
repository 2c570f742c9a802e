// The one way from a site's files to a report, for every command that needs it: build and check at
// the terminal, the preview, and whatever copies a report on. It prints nothing; what it has to say
// is in the value that it returns, and in the steps that it names on the way.

import Diagnostics
import Output
import Publishing
import Reading
import Report

/// One run from files to the report.
struct SiteBuild: Sendable {
    let site: String
    let drafts: Bool
    /// Where the report goes; `nil` when nothing is written.
    let folder: OutputFolder?
    /// Is told of each step; the last kind may come from any thread.
    var tell: @Sendable (BuildStep) -> Void = { _ in }
    /// Asked before each file, from any thread; a run that is stopped throws `CancellationError`.
    var isStopped: @Sendable () -> Bool = { false }

    /// Runs all stages; throws when something other than the content is wrong.
    func run() throws -> SiteOutcome {
        let start = ContinuousClock.now
        var log = DiagnosticLog()
        let finished = try finish(&log)
        return SiteOutcome(log: log, finished: finished, duration: ContinuousClock.now - start)
    }

    /// `nil` when the content has mistakes.
    private func finish(_ log: inout DiagnosticLog) throws -> SiteOutcome.Finished? {
        guard let content = try SiteReader.read(site: site, drafts: drafts, log: &log) else {
            return nil
        }
        tell(
            .read(
                records: content.records.reduce(0) { $0 + $1.read },
                articles: content.articles.count,
                narratives: content.narratives.count,
                templates: content.templates.count
            )
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
        var found = DiagnosticLog()
        let planned = Report.plan(input, log: &found)
        log.append(FollowingMistakes.removed(from: found, after: log, tables: content.records))
        guard let report = planned, !log.hasErrors else { return nil }
        tell(.counted(figures: report.figureCount, strikes: content.dataset.strikes.count))
        tell(.writing(files: report.fileCount + content.media.count + content.assets.count))
        return SiteOutcome.Finished(
            pages: report.pageCount,
            ledger: report.ledger,
            changes: try write(report, content, publishing)
        )
    }

    /// Renders and switches; what changed.
    private func write(
        _ report: Report,
        _ content: SiteContent,
        _ publishing: PublishingSettings
    ) throws -> OutputChanges {
        guard let folder else {
            try report.render { _, _ in try step() }
            return OutputChanges()
        }
        let staged = try folder.stage()
        do {
            try report.render { path, bytes in
                try step()
                try staged.write(path, bytes)
            }
            for path in content.assets {
                try step()
                try staged.write(path, try content.files.read("templates/" + path))
            }
            for path in content.media {
                try step()
                try staged.copy(from: site + "/content/" + path, to: path)
            }
            let redirects = report.earlierPaths
                .map { HostHelpers.Redirect(from: $0.from, to: $0.to) }
            for file in HostHelpers.files(
                publishing.helpers,
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

    private func step() throws {
        if isStopped() { throw CancellationError() }
        tell(.wroteOne)
    }
}

/// A step on the way, for whoever waits at a terminal.
enum BuildStep: Sendable {
    /// The site is read.
    case read(records: Int, articles: Int, narratives: Int, templates: Int)
    /// The figures are counted.
    case counted(figures: Int, strikes: Int)
    /// So many files will be rendered and copied.
    case writing(files: Int)
    /// One of them is next.
    case wroteOne
}

/// What a run came to.
struct SiteOutcome: Sendable {
    /// All mistakes, and what is doubtful.
    let log: DiagnosticLog
    /// The report; `nil` when mistakes in the content stopped it and the output is as it was.
    let finished: Finished?
    /// How long it took.
    let duration: Duration

    /// A report that is done.
    struct Finished: Sendable {
        /// How many pages it has.
        let pages: Int
        /// Records read, shown and left out.
        let ledger: RecordLedger
        /// What became of the output's files; all empty when nothing was written.
        let changes: OutputChanges
    }
}
