// The preview's builds run the same code as `recount build`. They run on a queue of their own, since a
// build keeps its thread busy and the preview must answer meanwhile. One that a later change overtakes
// or Ctrl-C cuts short takes its staging folder away.

import Diagnostics
import Dispatch
import Formats
import Output
import Preview
import Synchronization
import Text

/// Builds a site again and again, one build at a time.
package final class PreviewBuilder: Sendable {
    private let site: String
    private let drafts: Bool
    private let folder: OutputFolder
    private let queue = DispatchQueue(label: "recount.build")
    private let hasEnded = Atomic<Bool>(false)
    private let latest = Mutex<Summary?>(nil)
    private let known = Mutex(Known())

    /// What builds leave to those after them; only one uses it at a time.
    private struct Known {
        var cache = SiteCache(keeps: true)
        /// The pictures and style sheets that are shown; `nil` when that is not certain.
        var copies: CopiedFiles?
        /// The report that is shown, while it is not written.
        var unwritten: WritingJob?
    }

    /// What is said of a build that went well.
    struct Summary: Sendable {
        /// How many pages the report has.
        let pages: Int
        /// How long the build took.
        let duration: Duration
    }

    /// Prepares builds of a site into one folder.
    package init(site: String, drafts: Bool, output: String) {
        self.site = site
        self.drafts = drafts
        folder = OutputFolder(path: output, waitsForDisk: false)
    }

    /// The last build, if it went well.
    var last: Summary? { latest.withLock { $0 } }

    /// Runs one build until it is done or its task is cancelled.
    package func build(_ tell: @escaping @Sendable (PreviewStep) -> Void) async {
        let stop = Stop()
        await withTaskCancellationHandler {
            await onQueue { self.known.withLock { self.run(&$0, stop, tell) } }
        } onCancel: {
            stop.isAsked.store(true, ordering: .relaxed)
        }
    }

    /// Stops a build that is running and waits until it has cleaned up.
    package func end() async {
        hasEnded.store(true, ordering: .relaxed)
        await onQueue {}
    }

    private final class Stop: Sendable {
        let isAsked = Atomic<Bool>(false)
    }

    private func run(
        _ known: inout Known,
        _ stop: Stop,
        _ tell: @escaping @Sendable (PreviewStep) -> Void
    ) {
        let steps = Steps(copies: known.copies, tell: tell)
        var build = SiteBuild(site: site, drafts: drafts, folder: folder)
        build.isStopped = {
            stop.isAsked.load(ordering: .relaxed) || self.hasEnded.load(ordering: .relaxed)
        }
        build.onStep = steps.take
        let result = Result { try build.run(&known.cache) }
        let isShown = steps.shown != nil
        if let shown = steps.shown {
            known.copies = shown
            known.unwritten = steps.held
        }
        switch result {
        case .success(let outcome):
            if let built = summary(outcome) {
                known.unwritten = nil
                return tell(.ended(built))
            }
            tell(.ended(.mistakes(outcome.log.sorted)))
        case .failure(is CancellationError), .failure(is ChangedMeanwhile):
            return tell(.ended(.overtaken))
        case .failure(let error):
            latest.withLock { $0 = nil }
            if isShown { return takeBack(&known, error, tell) }
            tell(.ended(.failed("\(error)")))
        }
        catchUp(&known, build, tell)
    }

    /// What is told of a build that went well; `nil` when mistakes stopped it.
    private func summary(_ outcome: SiteOutcome) -> BuildOutcome? {
        let finished = outcome.finished
        latest.withLock {
            $0 = finished.map {
                Summary(pages: $0.report.pageCount, duration: outcome.duration)
            }
        }
        guard let changes = finished?.changes else { return nil }
        return .built(
            changed: (changes.new + changes.changed + changes.removed).sorted(),
            warnings: outcome.log.sorted
        )
    }

    /// Writes the report that is shown, when its own build was overtaken and none took its place.
    private func catchUp(
        _ known: inout Known,
        _ build: SiteBuild,
        _ tell: (PreviewStep) -> Void
    ) {
        guard let job = known.unwritten else { return }
        do {
            _ = try build.write(job)
            known.unwritten = nil
            tell(.ended(.caughtUp))
        } catch is CancellationError {
            // The next build writes its own report, or this one.
        } catch is ChangedMeanwhile {
            // A picture is not any more what it was: the next good build is written.
            known.unwritten = nil
        } catch {
            takeBack(&known, error, tell)
        }
    }

    private func takeBack(
        _ known: inout Known,
        _ error: any Error,
        _ tell: (PreviewStep) -> Void
    ) {
        known.copies = nil
        known.unwritten = nil
        tell(.ended(.unwritten("\(error)")))
    }

    private func onQueue<Value: Sendable>(_ work: @escaping @Sendable () -> Value) async -> Value {
        await withCheckedContinuation { continuation in
            queue.async { @Sendable in continuation.resume(returning: work()) }
        }
    }
}

/// The steps of one build: shows its report as soon as it is checked.
private final class Steps: Sendable {
    private let copies: CopiedFiles?
    private let tell: @Sendable (PreviewStep) -> Void
    private let state = Mutex<(shown: CopiedFiles?, held: WritingJob?)>((nil, nil))

    init(copies: CopiedFiles?, tell: @escaping @Sendable (PreviewStep) -> Void) {
        self.copies = copies
        self.tell = tell
    }

    /// The copied files of the report that was shown; `nil` when none was.
    var shown: CopiedFiles? { state.withLock { $0.shown } }
    /// The report, when it can still be written.
    var held: WritingJob? { state.withLock { $0.held } }

    @Sendable func take(_ step: BuildStep) {
        switch step {
        case .checked(let files, let log): show(files, log)
        case .held(let job): state.withLock { $0.held = job }
        case .read, .counted, .writing, .wroteOne: break
        }
    }

    private func show(_ files: SiteFiles, _ log: DiagnosticLog) {
        let copies = CopiedFiles(files)
        state.withLock { $0.shown = copies }
        let site = PlannedSite(
            files: Steps.places(files),
            changed: self.copies.map { copies.changes(since: $0) },
            warnings: log.sorted
        )
        tell(.planned(site))
    }

    private static func places(_ files: SiteFiles) -> [String: PlannedSite.File] {
        var places: [String: PlannedSite.File] = [Manifest.path: .writtenLast]
        places.reserveCapacity(files.count + 1)
        for (path, make) in files.report.files { places[path] = .made(make) }
        for (path, bytes) in files.assets + files.helpers { places[path] = .made { bytes } }
        for medium in files.media {
            places[medium.path] = .copied(from: medium.source, medium.identity)
        }
        return places
    }
}
