// Between the thread that sees files change and the task that builds. An editor's save is several
// events, a checkout thousands: they are gathered until the files have been quiet for a moment.

import Synchronization

/// The files that have changed since the last build.
final class Changes: Sendable {
    private struct State {
        var paths: Set<String> = []
        var latest = ContinuousClock.now
        var isWatched = false
    }

    /// How long files must have been quiet before a build: a moment after a save, longer after many
    /// files, as a checkout on a busy machine has pauses.
    private static let quiet = (few: Duration.milliseconds(40), many: Duration.milliseconds(200))
    private static let mostOfASave = 10
    /// How long a burst may go on before a build starts regardless.
    private static let longest: Duration = .seconds(5)

    private let state = Mutex(State())
    private let signals: AsyncStream<Void>
    private let signal: AsyncStream<Void>.Continuation
    private let looks: AsyncStream<Void>
    private let look: AsyncStream<Void>.Continuation

    init() {
        (signals, signal) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
        (looks, look) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
    }

    /// Adds a changed file; called on the watching thread.
    func note(_ path: String) {
        state.withLock { state in
            state.paths.insert(path)
            state.latest = .now
        }
        signal.yield()
    }

    /// Says that from now on every change is seen.
    func watchingBegins() {
        state.withLock { $0.isWatched = true }
        look.finish()
    }

    /// Takes everything as changed, if a build may already have seen an older state of it.
    func noteGap(_ roots: [String]) {
        guard state.withLock(\.isWatched) else { return }
        for root in roots { note(root) }
    }

    /// Ends the waits of ``firstLook()`` and ``begin()``.
    func finish() {
        look.finish()
        signal.finish()
    }

    /// Waits until every change is seen, so that none falls between the first build and the watch.
    func firstLook() async {
        for await _ in looks {}
    }

    /// Waits for changes to begin; `false` when there will be none.
    func begin() async -> Bool {
        for await _ in signals {
            if Task.isCancelled { return false }
            if state.withLock({ !$0.paths.isEmpty }) { return true }
        }
        return false
    }

    /// Waits for changes to end; the files, sorted.
    func settled() async -> [String] {
        await settle()
        return state.withLock { state in
            defer { state.paths = [] }
            return state.paths.sorted()
        }
    }

    private func settle() async {
        let start = ContinuousClock.now
        while !Task.isCancelled, ContinuousClock.now - start < Changes.longest {
            let end = state.withLock { state in
                let many = state.paths.count > Changes.mostOfASave
                return state.latest + (many ? Changes.quiet.many : Changes.quiet.few)
            }
            if ContinuousClock.now >= end { return }
            try? await Task.sleep(until: end, tolerance: .zero, clock: .continuous)
        }
    }
}
