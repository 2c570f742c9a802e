// Turns a site's files into a report, for every command that needs one: build, check, serve, publish and
// release. It prints nothing: it returns an outcome and calls back at each step.

import Decoding
import Diagnostics
import Originals
import Output
import Publishing
import Records
import Report
import Templates
import Text

/// One build, from files to the report.
struct SiteBuild: Sendable {
    let site: String
    let drafts: Bool
    /// What the site's templates are laid over.
    var theme = Theme.own
    /// Where the report goes; `nil` when nothing is written.
    let folder: OutputFolder?
    /// The day of the release to build; `nil` for a build that is not a release.
    var releaseDate: CalendarDate?
    /// The share of the files to write; `nil` for all.
    var shard: Shard?
    /// Whether to list what the report lacks in its languages, for `recount check --languages`.
    var listsLanguages = false
    /// Whether to list what is public and what is not, for `recount check --privacy`.
    var listsPrivacy = false
    /// What earlier builds into the same folder have made; `nil` to make every file.
    var kept: KeptFiles?
    /// Whether to prepare the leak scan, and to read the last manifest, beside other work, where nobody waits for the first page.
    var preparesAhead = true
    /// Called at each step; `wroteOne` may come from any thread.
    var onStep: @Sendable (BuildStep) -> Void = { _ in }
    /// Called after each stage and before each file, from any thread; if it returns true, the build throws
    /// `CancellationError`.
    var isStopped: @Sendable () -> Bool = { false }

    /// Runs all stages; throws if something other than the content is wrong.
    func run() throws -> SiteOutcome {
        var cache = SiteCache(keeps: false)
        return try run(&cache)
    }

    /// Runs all stages, reusing the cached results for files that have not changed.
    func run(_ cache: inout SiteCache) throws -> SiteOutcome {
        let start = ContinuousClock.now
        var log = DiagnosticLog()
        var languages: LanguagesPage?
        let finished = try finish(&cache, &languages, &log)
        return SiteOutcome(
            log: log,
            finished: finished,
            languages: languages,
            duration: ContinuousClock.now - start
        )
    }

    /// `nil` when the content has mistakes.
    private func finish(
        _ cache: inout SiteCache,
        _ languages: inout LanguagesPage?,
        _ log: inout DiagnosticLog
    ) throws -> SiteOutcome.Finished? {
        let former =
            preparesAhead ? folder.map { folder in Threads.Ahead { folder.former() } } : nil
        let read = try SiteReader.read(
            site: site,
            drafts: drafts,
            theme: theme,
            day: releaseDate,
            keepsTables: listsPrivacy,
            cache: &cache.reading,
            log: &log
        )
        if releaseDate != nil {
            log.raise(
                CodebookRule.questionOpen,
                advice: "A release is not made before: it might call others civilians."
            )
        }
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
        if TemplateOverrides.areRecorded(in: content.files) {
            try TemplateOverrides(content.files, theme).check(&log)
        }
        try AssetCheck(content).check(&log)
        let publishing = PublishingReader.read(
            content.settingsFields,
            site: PublishingReader.SettingsPlace(site: site, url: content.settings.url),
            log: &log
        )
        let search = preparesAhead ? Threads.Ahead { LeakPreparation(content) } : nil
        let measuring = MediaMeasuring(content, cache.media)
        let input = input(content, measuring, &cache, &log)
        var found = DiagnosticLog()
        let planned = Report.plan(input, cache: &cache.report, log: &found)
        log.append(ConsequentialErrors.removed(from: found, after: log, tables: content.records))
        let media = try planned.map {
            try MediaPlan($0, content, cache: &cache.media, isStopped: isStopped, log: &log)
        }
        let gaps = LanguageGaps.all(content)
        if content.settings.requiresParity { requireParity(gaps, &log) }
        if listsLanguages { languages = LanguagesPage(gaps, input.reviews, content.dataset, log) }
        guard let report = planned, let media, !log.hasErrors else {
            try stopIfAsked()
            return nil
        }
        var finished = SiteOutcome.Finished(report: report, stamp: input.release)
        finished.shard = shard
        if finished.isRecordedAlready { return finished }
        let isOfPeople = content.dataset.codebook.isOfPeopleOnly
        onStep(
            .counted(
                figures: report.figureCount,
                records: isOfPeople
                    ? content.dataset.victims.count : content.dataset.strikes.count,
                arePeople: isOfPeople
            )
        )
        let (smaller, pictures) = try smaller(media.scalable(report), cache.media)
        measuring.add(smaller)
        finished.pictures = pictures
        let files = try SiteFiles(report, content, media, smaller, publishing)
        OutputNames(files).check(&log)
        if log.hasErrors { return nil }
        onStep(.checked(files, log))
        let prepared = search?.take() ?? LeakPreparation(content)
        log.append(prepared.log)
        let leaks = prepared.check
        do {
            let job = try WritingJob(files, leaks: leaks)
            (finished.changes, finished.last) = try write(job, former?.take() ?? nil)
        } catch {
            try reportMistake(error, &log)
            return nil
        }
        finished.leaks = leaks?.summary
        finished.fileCount = files.count(in: shard)
        let reviews = input.reviews
        finished.unreviewed = content.settings.languages.filter { reviews[$0] == .outstanding }
        finished.gaps = gaps
        if listsPrivacy { finished.privacy = PrivacyPage(files, leaks?.summary) }
        return finished
    }

    /// Reports what is missing in a language; what a build may leave open there, a release may not.
    private func requireParity(_ gaps: [LanguageGaps], _ log: inout DiagnosticLog) {
        for gaps in gaps { gaps.report(&log) }
        if releaseDate == nil { return }
        let rules: [ProseRule] = [
            .translationMissing, .translationDiffers, .translationOutdated, .translationUnmarked,
        ]
        for rule in rules {
            log.raise(rule, advice: "The site requires it before a release (require_parity).")
        }
    }

    /// The smaller sizes of pictures.
    private func smaller(
        _ pictures: [MediumFile],
        _ cache: MediaCache
    ) throws -> (SmallerPictures, PictureSummary) {
        let reports = [folder?.path, site + "/Output"].compactMap(\.self)
        let works = PictureWorks(site: site, reports: reports, tools: cache.tools)
        if !pictures.isEmpty { onStep(.scaling(pictures: pictures.count)) }
        return try works.make(pictures, cache: cache.sized) {
            try stopIfAsked()
            onStep(.scaledOne)
        }
    }

    /// What the report is planned from.
    private func input(
        _ content: SiteContent,
        _ measuring: MediaMeasuring,
        _ cache: inout SiteCache,
        _ log: inout DiagnosticLog
    ) -> ReportInput {
        let stamp = releaseDate.flatMap { ReleaseStamp.next(after: content.releases, on: $0) }
        let newest = [content.newestDate, stamp?.date].compactMap(\.self).max()
        var input = ReportInput(
            site: content,
            languages: LanguageReader.read(
                InterfaceWords(of: content),
                cache: &cache.report,
                log: &log
            ),
            generator: Version.text,
            timestamp: Timestamp.of(newest),
            release: stamp,
            requiresReasons: stamp != nil,
            ground: { .own }
        )
        input.mediumFacts = { measuring.facts(of: $0) }
        return input
    }

    /// Reports the mistakes of an author that only show while pages are written; throws all other errors.
    private func reportMistake(_ error: any Error, _ log: inout DiagnosticLog) throws {
        if let found = error as? LeaksFound {
            log.append(found.log)
        } else if let limit = error as? RenderError, limit.isLimit {
            log.report(
                OutputRule.templateLimit,
                at: limit.location,
                limit.message,
                suggestion:
                    "Loop over fewer values, keep loops out of each other, and end macros that call themselves."
            )
        } else {
            throw error
        }
    }

    /// Writes a report and replaces the output with it; returns what changed, and what the last build stated.
    ///
    /// The report may be from an earlier run; only what was read in that run is used. `former` is the manifest of the
    /// output, if it has been read already. Without a folder, the
    /// files are only made. Throws `LeaksFound` when a private value stands in one of them.
    func write(
        _ job: WritingJob,
        _ former: FormerManifest? = nil
    ) throws -> (changes: OutputChanges, last: LastBuild?) {
        if folder != nil { onStep(.writable(job)) }
        try stopIfAsked()
        onStep(.writing(files: job.files.count(in: shard)))
        let staged = try folder?.stage(knowing: former)
        do {
            try job.files.write(
                to: staged,
                shard: shard,
                leaks: job.leaks,
                kept: kept,
                step: step
            )
            var found = DiagnosticLog()
            job.reportLeaks(&found)
            if found.hasErrors { throw LeaksFound(log: found) }
            guard let staged else { return (OutputChanges(), nil) }
            let last = staged.replaced.flatMap { LastBuild($0) }
            if let shard {
                try staged.write(ShardDescription.path, job.description(of: shard).bytes)
            }
            kept?.note(staged)
            return (try staged.commit(stating: job.statement(staged)), last)
        } catch {
            staged?.discard()
            throw error
        }
    }

    @Sendable private func step() throws {
        try stopIfAsked()
        onStep(.wroteOne)
    }

    private func stopIfAsked() throws {
        if isStopped() { throw CancellationError() }
    }
}

/// The leak scan of a site, ready to search, and what it says of the site's settings.
private struct LeakPreparation: Sendable {
    let check: LeakCheck?
    let log: DiagnosticLog

    init(_ content: SiteContent) {
        var log = DiagnosticLog()
        check = LeakCheck(content, withheld: content.privateValues, log: &log)
        self.log = log
    }
}

/// Thrown when a private value stands in a file that would be published.
struct LeaksFound: Error {
    /// The values, by their places.
    let log: DiagnosticLog
}

/// What is cached between builds of one site.
struct SiteCache: Sendable {
    var reading: ReadingCache
    var report: ReportCache
    var media: MediaCache

    /// Creates an empty cache; pass `false` for a single build.
    init(keeps: Bool) {
        reading = ReadingCache(keeps: keeps)
        report = ReportCache(keeps: keeps)
        media = MediaCache()
    }
}

/// A step of a build.
enum BuildStep: Sendable {
    /// The site has been read.
    case read(records: Int, articles: Int, narratives: Int, templates: Int)
    /// The figures have been counted.
    case counted(figures: Int, records: Int, arePeople: Bool)
    /// Smaller sizes of as many pictures as this will be made, of those that lack them.
    case scaling(pictures: Int)
    /// Those of one picture are about to be made.
    case scaledOne
    /// All files can be rendered; the log holds the warnings. Nothing has been written yet.
    case checked(SiteFiles, DiagnosticLog)
    /// Everything needed to write the files, now or later, is in memory.
    case writable(WritingJob)
    /// This number of files will be rendered and copied.
    case writing(files: Int)
    /// One of these files is about to be written.
    case wroteOne
}

/// The result of a build.
package struct SiteOutcome: Sendable {
    /// All errors and warnings.
    let log: DiagnosticLog
    /// The report; `nil` when mistakes in the content stopped the build and the output is unchanged.
    let finished: Finished?
    /// What the report lacks in its languages, even if there are mistakes; only when ``SiteBuild/listsLanguages`` asks
    /// for it.
    var languages: LanguagesPage?
    /// How long the build took.
    let duration: Duration

    /// A report that was built.
    package struct Finished: Sendable {
        /// The report.
        package let report: Report
        /// The release, if one was requested.
        package let stamp: ReleaseStamp?
        /// The figures of the report that was replaced; `nil` when there was none.
        var last: LastBuild?
        /// What became of the smaller sizes of pictures.
        var pictures = PictureSummary()
        /// What the site publishes and what it keeps; only when ``SiteBuild/listsPrivacy`` asks for it.
        var privacy: PrivacyPage?
        /// What the site does not state in each language but that of the originals.
        var gaps: [LanguageGaps] = []
        /// The languages of the report whose words no native reader has reviewed, as their files state.
        var unreviewed: [String] = []
        /// The share of the files that was written; `nil` for all.
        var shard: Shard?
        /// How many files were written, the manifest not counted.
        var fileCount = 0
        /// What the leak scan did; `nil` when the site has no private value to search for.
        var leaks: LeakSummary?
        /// How the files of the output changed; empty when nothing was written.
        var changes = OutputChanges()

        /// Creates a result for a report that has not been written yet.
        init(report: Report, stamp: ReleaseStamp?) {
            self.report = report
            self.stamp = stamp
        }

        /// Whether a release was requested although nothing has changed since the last one.
        var isRecordedAlready: Bool {
            stamp != nil && report.history?.releases.isEmpty == false
                && report.history?.pending?.comparison.isEmpty == true
        }
    }
}
