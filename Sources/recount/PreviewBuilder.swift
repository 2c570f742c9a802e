// The preview's builds run the same code as `recount build`. They run on a queue of their own, since a
// build keeps its thread busy and the preview must answer meanwhile. One that a later change overtakes
// or Ctrl-C cuts short takes its staging folder away.

import Diagnostics
import Dispatch
import Output
import Preview
import Synchronization

/// Builds a site again and again, one build at a time.
final class PreviewBuilder: Sendable {
    private let site: String
    private let drafts: Bool
    private let folder: OutputFolder
    private let queue = DispatchQueue(label: "recount.build")
    private let hasEnded = Atomic<Bool>(false)
    private let latest = Mutex<Summary?>(nil)
    private let memory = Mutex(SiteMemory(keeps: true))
    private let copies = Mutex<CopiedFiles?>(nil)

    /// What is said of a build that went well.
    struct Summary: Sendable {
        /// How many pages the report has.
        let pages: Int
        /// How long the build took.
        let duration: Duration
    }

    /// Prepares builds of a site into one folder.
    init(site: String, drafts: Bool, output: String) {
        self.site = site
        self.drafts = drafts
        folder = OutputFolder(path: output, waitsForDisk: false)
    }

    /// The last build, if it went well.
    var last: Summary? { latest.withLock { $0 } }

    /// Runs one build until it is done or its task is cancelled; hands over the report before it is written.
    func build(_ ready: @escaping @Sendable (PlannedSite) -> Void) async -> BuildOutcome {
        let stop = Stop()
        return await withTaskCancellationHandler {
            await onQueue { self.run(stop, ready) }
        } onCancel: {
            stop.isAsked.store(true, ordering: .relaxed)
        }
    }

    /// Stops a build that is running and waits until it has cleaned up.
    func end() async {
        hasEnded.store(true, ordering: .relaxed)
        await onQueue {}
    }

    private final class Stop: Sendable {
        let isAsked = Atomic<Bool>(false)
    }

    private func run(
        _ stop: Stop,
        _ ready: @escaping @Sendable (PlannedSite) -> Void
    ) -> BuildOutcome {
        var build = SiteBuild(site: site, drafts: drafts, folder: folder)
        build.isStopped = {
            stop.isAsked.load(ordering: .relaxed) || self.hasEnded.load(ordering: .relaxed)
        }
        build.ready = { ready(self.planned($0, $1.sorted)) }
        do {
            let outcome = try memory.withLock { try build.run(&$0) }
            let found = outcome.log.sorted
            guard let finished = outcome.finished else {
                latest.withLock { $0 = nil }
                return .mistakes(found)
            }
            latest.withLock {
                $0 = Summary(pages: finished.report.pageCount, duration: outcome.duration)
            }
            let changes = finished.changes
            return .built(
                changed: (changes.new + changes.changed + changes.removed).sorted(),
                warnings: found
            )
        } catch is CancellationError {
            return .overtaken
        } catch {
            latest.withLock { $0 = nil }
            return .failed("\(error)")
        }
    }

    /// The files as the preview serves them until they are written.
    private func planned(_ files: SiteFiles, _ warnings: [Diagnostic]) -> PlannedSite {
        var places: [String: PlannedSite.File] = [Manifest.path: .writtenLast]
        for (path, make) in files.report.files { places[path] = .made(make) }
        for (path, bytes) in files.assets + files.helpers { places[path] = .made { bytes } }
        for (path, source) in files.media { places[path] = .copied(from: source) }
        let now = CopiedFiles(files)
        let before = copies.withLock { known in
            defer { known = now }
            return known
        }
        return PlannedSite(
            files: places,
            changed: before.map { now.changes(since: $0) },
            warnings: warnings
        )
    }

    private func onQueue<Value: Sendable>(_ work: @escaping @Sendable () -> Value) async -> Value {
        await withCheckedContinuation { continuation in
            queue.async { @Sendable in continuation.resume(returning: work()) }
        }
    }
}
