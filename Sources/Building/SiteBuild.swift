// The one way from a site's files to a report, for every command that needs it: build and check at
// the terminal, the preview, and whatever copies a report on. It prints nothing; what it has to say
// is in the value that it returns, and in the steps that it names on the way.

import Decoding
import Diagnostics
import Foundation
import Output
import Publishing
import Records
import Report

/// One run from files to the report.
struct SiteBuild: Sendable {
    let site: String
    let drafts: Bool
    /// Where the report goes; `nil` when nothing is written.
    let folder: OutputFolder?
    /// The day of the release that is being made; `nil` for a build that is none.
    var releaseDate: CalendarDate?
    /// Measures of the site besides those that every site has.
    var declared: [Measure] = []
    /// Called at each step; steps of the last kind may come from any thread.
    var onStep: @Sendable (BuildStep) -> Void = { _ in }
    /// Called after each stage and before each file, from any thread; a run that is stopped throws `CancellationError`.
    var isStopped: @Sendable () -> Bool = { false }

    /// Runs all stages; throws when something other than the content is wrong.
    func run() throws -> SiteOutcome {
        var cache = SiteCache(keeps: false)
        return try run(&cache)
    }

    /// Runs all stages, working on those files only that are not as they were the last time.
    func run(_ cache: inout SiteCache) throws -> SiteOutcome {
        let start = ContinuousClock.now
        var log = DiagnosticLog()
        let finished = try finish(&cache, &log)
        return SiteOutcome(log: log, finished: finished, duration: ContinuousClock.now - start)
    }

    /// `nil` when the content has mistakes.
    private func finish(
        _ cache: inout SiteCache,
        _ log: inout DiagnosticLog
    ) throws -> SiteOutcome.Finished? {
        let read = try SiteReader.read(
            site: site,
            drafts: drafts,
            declared: declared,
            cache: &cache.reading,
            log: &log
        )
        try stopIfAsked()
        guard let content = read else { return nil }
        onStep(
            .read(
                records: content.records.reduce(0) { $0 + $1.read },
                articles: content.articles.count,
                narratives: content.narratives.count,
                templates: content.templates.count
            )
        )
        let publishing = PublishingReader.read(
            content.settingsFields,
            site: PublishingReader.SettingsPlace(site: site, url: content.settings.url),
            log: &log
        )
        let languages = LanguageReader.read(content.words, cache: &cache.report, log: &log)
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
        var found = DiagnosticLog()
        let planned = Report.plan(input, cache: &cache.report, log: &found)
        log.append(FollowingMistakes.removed(from: found, after: log, tables: content.records))
        guard let report = planned, !log.hasErrors else {
            try stopIfAsked()
            return nil
        }
        var finished = SiteOutcome.Finished(report: report, stamp: stamp)
        if finished.isRecordedAlready { return finished }
        onStep(.counted(figures: report.figureCount, strikes: content.dataset.strikes.count))
        let files = try SiteFiles(report, content, publishing)
        onStep(.checked(files, log))
        guard folder != nil else {
            onStep(.writing(files: files.count))
            try report.render { _, _ in try step() }
            return finished
        }
        let job = try WritingJob(files)
        finished.last = lastBuild()
        finished.changes = try write(job)
        return finished
    }

    /// Writes a report and switches; what changed.
    ///
    /// The report may be that of an earlier run: nothing but what was read then goes into it.
    func write(_ job: WritingJob) throws -> OutputChanges {
        guard let folder else { return OutputChanges() }
        onStep(.held(job))
        try stopIfAsked()
        onStep(.writing(files: job.files.count))
        let staged = try folder.stage()
        do {
            try job.files.write(to: staged, step: step)
            return try staged.commit(stating: job.statement(staged))
        } catch {
            staged.discard()
            throw error
        }
    }

    /// What the last build stated, when this one replaces it.
    private func lastBuild() -> LastBuild? {
        guard let folder,
            let manifest = try? Data(contentsOf: URL(filePath: folder.path + "/manifest.json"))
        else { return nil }
        return LastBuild(manifest: [UInt8](manifest))
    }

    @Sendable private func step() throws {
        try stopIfAsked()
        onStep(.wroteOne)
    }

    private func stopIfAsked() throws {
        if isStopped() { throw CancellationError() }
    }
}

/// What builds of one site keep from one to the next.
struct SiteCache: Sendable {
    var reading: ReadingCache
    var report: ReportCache

    /// Makes an empty cache; one that keeps nothing is for a single build.
    init(keeps: Bool) {
        reading = ReadingCache(keeps: keeps)
        report = ReportCache(keeps: keeps)
    }
}

/// A step on the way, for whoever waits at a terminal.
enum BuildStep: Sendable {
    /// The site is read.
    case read(records: Int, articles: Int, narratives: Int, templates: Int)
    /// The figures are counted.
    case counted(figures: Int, strikes: Int)
    /// All files can be made, with what is doubtful; nothing is written.
    case checked(SiteFiles, DiagnosticLog)
    /// All that is needed to write them is at hand, now or later.
    case held(WritingJob)
    /// So many files will be rendered and copied.
    case writing(files: Int)
    /// One of them is next.
    case wroteOne
}

/// What a run came to.
package struct SiteOutcome: Sendable {
    /// All mistakes, and what is doubtful.
    let log: DiagnosticLog
    /// The report; `nil` when mistakes in the content stopped it and the output is as it was.
    let finished: Finished?
    /// How long it took.
    let duration: Duration

    /// A report that is done.
    package struct Finished: Sendable {
        /// The report.
        package let report: Report
        /// The release that it is, when one was asked for.
        package let stamp: ReleaseStamp?
        /// What the build before stated; `nil` when none was replaced.
        var last: LastBuild?
        /// What became of the output's files; all empty when nothing was written.
        var changes = OutputChanges()

        /// Makes a report of which nothing is written yet.
        init(report: Report, stamp: ReleaseStamp?) {
            self.report = report
            self.stamp = stamp
        }

        /// Whether a release was asked for that would state what the last one stated, and so is
        /// none.
        var isRecordedAlready: Bool {
            stamp != nil && report.history?.releases.isEmpty == false
                && report.history?.pending?.comparison.isEmpty == true
        }
    }
}
