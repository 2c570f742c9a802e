// The preview's builds run the same code as `recount build`. They run on a queue of their own, since a
// build keeps its thread busy and the preview must answer meanwhile, and one that Ctrl-C cuts short
// takes its staging folder away before the process ends.

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
    private let isStopped = Atomic<Bool>(false)
    private let latest = Mutex<Summary?>(nil)

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

    /// Runs one build.
    func build() async -> BuildOutcome {
        await withTaskCancellationHandler {
            await onQueue { self.run() }
        } onCancel: {
            isStopped.store(true, ordering: .relaxed)
        }
    }

    /// Stops a build that is running and waits until it has cleaned up.
    func end() async {
        isStopped.store(true, ordering: .relaxed)
        await onQueue {}
    }

    private func run() -> BuildOutcome {
        let build = SiteBuild(
            site: site,
            drafts: drafts,
            folder: folder,
            isStopped: { self.isStopped.load(ordering: .relaxed) }
        )
        do {
            let outcome = try build.run()
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
        } catch {
            latest.withLock { $0 = nil }
            return .failed("\(error)")
        }
    }

    private func onQueue<Value: Sendable>(_ work: @escaping @Sendable () -> Value) async -> Value {
        await withCheckedContinuation { continuation in
            queue.async { @Sendable in continuation.resume(returning: work()) }
        }
    }
}
