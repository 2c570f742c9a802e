// The preview runs the same code as `recount build`, on a queue of its own, because a build blocks its
// thread and the preview must keep responding. A build that is cancelled, by a newer change or by
// Ctrl-C, removes its staging folder.

import Diagnostics
import Dispatch
import Formats
import Output
import Preview
import Synchronization
import Text

/// Builds a site repeatedly, one build at a time.
package final class PreviewBuilder: Sendable {
    private let site: String
    private let drafts: Bool
    private let folder: OutputFolder
    private let queue = DispatchQueue(label: "recount.build")
    private let hasEnded = Atomic<Bool>(false)
    private let latest = Mutex<Summary?>(nil)
    private let state = Mutex(State())

    /// What is kept from one build to the next.
    private struct State {
        var cache = SiteCache(keeps: true)
        /// The copied files of the report that is shown; `nil` when they are not known.
        var copies: CopiedFiles?
        /// The report that is shown, until it has been written.
        var unwritten: WritingJob?
    }

    /// A build that succeeded.
    struct Summary: Sendable {
        /// The number of pages in the report.
        let pages: Int
        /// How long the build took.
        let duration: Duration
        /// What became of the smaller sizes of pictures.
        let pictures: PictureSummary
    }

    /// Prepares builds of a site into one folder.
    package init(site: String, drafts: Bool, output: String) {
        self.site = site
        self.drafts = drafts
        folder = OutputFolder(path: output, waitsForDisk: false)
    }

    /// The last build, if it succeeded.
    var last: Summary? { latest.withLock { $0 } }

    /// Runs one build until it is done or its task is cancelled.
    package func build(reporting report: @escaping @Sendable (PreviewStep) -> Void) async {
        let stop = StopFlag()
        await withTaskCancellationHandler {
            await onQueue { self.state.withLock { self.run(&$0, stop: stop, report: report) } }
        } onCancel: {
            stop.isSet.store(true, ordering: .relaxed)
        }
    }

    /// Stops the running build, if any, and waits until it has cleaned up.
    package func end() async {
        hasEnded.store(true, ordering: .relaxed)
        await onQueue {}
    }

    private final class StopFlag: Sendable {
        let isSet = Atomic<Bool>(false)
    }

    private func run(
        _ state: inout State,
        stop: StopFlag,
        report: @escaping @Sendable (PreviewStep) -> Void
    ) {
        let steps = PreviewSteps(copies: state.copies, report: report)
        var build = SiteBuild(site: site, drafts: drafts, folder: folder)
        build.preparesAhead = false
        build.isStopped = {
            stop.isSet.load(ordering: .relaxed) || self.hasEnded.load(ordering: .relaxed)
        }
        build.onStep = steps.handle
        // What the new records replace is freed after they have been shown, which takes a while on a large site.
        let former = state.cache
        let result = Result { try build.run(&state.cache) }
        withExtendedLifetime(former) {}
        let isShown = steps.shown != nil
        if let shown = steps.shown {
            state.copies = shown
            state.unwritten = steps.writable
        }
        switch result {
        case .success(let outcome):
            if let built = summary(outcome) {
                state.unwritten = nil
                return report(.ended(built))
            }
            report(.ended(.mistakes(outcome.log.sorted)))
        case .failure(is CancellationError), .failure(is FileChangedDuringBuild):
            return report(.ended(.superseded))
        case .failure(let error):
            latest.withLock { $0 = nil }
            if isShown { return withdraw(&state, because: error, report: report) }
            report(.ended(.failed("\(error)")))
        }
        writeShownReport(&state, with: build, report: report)
    }

    /// The outcome of a build that succeeded; `nil` when mistakes stopped it.
    private func summary(_ outcome: SiteOutcome) -> BuildOutcome? {
        let finished = outcome.finished
        latest.withLock {
            $0 = finished.map {
                Summary(
                    pages: $0.report.pageCount,
                    duration: outcome.duration,
                    pictures: $0.pictures
                )
            }
        }
        guard let changes = finished?.changes else { return nil }
        return .built(
            changed: (changes.new + changes.changed + changes.removed).sorted(),
            warnings: outcome.log.sorted
        )
    }

    /// Writes the report that is shown if its own build was cancelled before writing it.
    private func writeShownReport(
        _ state: inout State,
        with build: SiteBuild,
        report: (PreviewStep) -> Void
    ) {
        guard let job = state.unwritten else { return }
        do {
            _ = try build.write(job)
            state.unwritten = nil
            report(.ended(.writtenLater))
        } catch is CancellationError {
            // The next build writes its own report, or this one.
        } catch is LeaksFound {
            // The build has reported it; what is shown stays on this machine.
            state.unwritten = nil
        } catch is FileChangedDuringBuild {
            // A picture has changed since, so only a new build can be written.
            state.unwritten = nil
        } catch {
            withdraw(&state, because: error, report: report)
        }
    }

    /// Stops showing a report that cannot be written.
    private func withdraw(
        _ state: inout State,
        because error: any Error,
        report: (PreviewStep) -> Void
    ) {
        state.copies = nil
        state.unwritten = nil
        report(.ended(.writeFailed("\(error)")))
    }

    private func onQueue<Value: Sendable>(_ work: @escaping @Sendable () -> Value) async -> Value {
        await withCheckedContinuation { continuation in
            queue.async { @Sendable in continuation.resume(returning: work()) }
        }
    }
}

/// Follows one build and shows its report as soon as it has been checked.
private final class PreviewSteps: Sendable {
    private let copies: CopiedFiles?
    private let report: @Sendable (PreviewStep) -> Void
    private let state = Mutex<(shown: CopiedFiles?, writable: WritingJob?)>((nil, nil))

    init(copies: CopiedFiles?, report: @escaping @Sendable (PreviewStep) -> Void) {
        self.copies = copies
        self.report = report
    }

    /// The copied files of the report that was shown; `nil` when none was.
    var shown: CopiedFiles? { state.withLock { $0.shown } }
    /// The report, once everything needed to write it is in memory.
    var writable: WritingJob? { state.withLock { $0.writable } }

    @Sendable func handle(_ step: BuildStep) {
        switch step {
        case .checked(let files, let log): show(files, log)
        case .writable(let job): state.withLock { $0.writable = job }
        case .read, .counted, .scaling, .scaledOne, .writing, .wroteOne: break
        }
    }

    private func show(_ files: SiteFiles, _ log: DiagnosticLog) {
        let copies = CopiedFiles(files)
        state.withLock { $0.shown = copies }
        let site = PlannedSite(
            files: PreviewSteps.places(files),
            changed: self.copies.map { copies.changes(since: $0) },
            warnings: log.sorted
        )
        report(.planned(site))
    }

    private static func places(_ files: SiteFiles) -> [String: PlannedSite.File] {
        var places: [String: PlannedSite.File] = [Manifest.path: .writtenLast]
        places.reserveCapacity(files.count + 1)
        for (path, make) in files.report.files { places[path] = .made(make) }
        for (path, bytes) in files.assets + files.helpers { places[path] = .made { bytes } }
        for medium in files.media {
            places[medium.path] =
                medium.isCleaned
                ? .made { try medium.requiredBytes() }
                : .copied(from: medium.source, medium.identity)
        }
        for picture in files.smaller { places[picture.path] = .made { try picture.bytes() } }
        return places
    }
}
