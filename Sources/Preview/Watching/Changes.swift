// Passes changes from the watching thread to the building task. Saving a file causes several events, and a
// checkout causes thousands, so changes are collected until there have been none for a moment.

import Synchronization

/// The files that have changed since the last build.
final class Changes: Sendable {
    private struct State {
        var paths: Set<String> = []
        var latest = ContinuousClock.now
        var count = 0
        var isWatched = false
    }

    /// How long to wait after the last change before a build.
    ///
    /// It is longer after many changes, because a checkout on a busy machine has pauses.
    private static let quiet = (few: Duration.milliseconds(40), many: Duration.milliseconds(200))
    /// How long to wait before a build that shows nothing until the changes have ended: most programs write a file at once.
    private static let pause: Duration = .milliseconds(8)
    /// More changes than this count as many.
    private static let maximumOfASave = 10
    /// How long changes may continue before a build starts regardless.
    private static let maximumWait: Duration = .seconds(5)

    private let state = Mutex(State())
    private let signals: AsyncStream<Void>
    private let signal: AsyncStream<Void>.Continuation
    private let beginnings: AsyncStream<Void>
    private let beginning: AsyncStream<Void>.Continuation

    init() {
        (signals, signal) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
        (beginnings, beginning) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
    }

    /// Adds a changed path; called on the watching thread.
    func add(_ path: String) {
        state.withLock { state in
            state.paths.insert(path)
            state.latest = .now
            state.count += 1
        }
        signal.yield()
    }

    /// Called once every change from now on will be added.
    func beginWatching() {
        state.withLock { $0.isWatched = true }
        beginning.finish()
    }

    /// Adds whole folders after an interruption, unless no build can have read them yet.
    func addAll(in roots: [String]) {
        guard state.withLock(\.isWatched) else { return }
        for root in roots { add(root) }
    }

    /// Ends ``waitUntilWatching()`` and ``waitForChange()``.
    func finish() {
        beginning.finish()
        signal.finish()
    }

    /// Waits until files are being watched, so that no change after the first build is missed.
    func waitUntilWatching() async {
        for await _ in beginnings {}
    }

    /// Waits for the next change; returns false if there will be none.
    func waitForChange() async -> Bool {
        for await _ in signals {
            if Task.isCancelled { return false }
            if state.withLock({ !$0.paths.isEmpty }) { return true }
        }
        return false
    }

    /// How many changes there were so far.
    var count: Int { state.withLock(\.count) }

    /// Waits until the changes seem to have ended, so that a build is worth beginning.
    func waitUntilPause() async { await settle(few: Changes.pause) }

    /// Waits until there have been no changes for a moment; returns the changed paths, sorted.
    func waitUntilQuiet() async -> [String] {
        await settle(few: Changes.quiet.few)
        return state.withLock { state in
            defer { state.paths = [] }
            return state.paths.sorted()
        }
    }

    private func settle(few: Duration) async {
        let start = ContinuousClock.now
        while !Task.isCancelled, ContinuousClock.now - start < Changes.maximumWait {
            let end = state.withLock { state in
                let many = state.paths.count > Changes.maximumOfASave
                return state.latest + (many ? Changes.quiet.many : few)
            }
            if ContinuousClock.now >= end { return }
            await PreviewExecutor.shared.sleep(end - ContinuousClock.now)
        }
    }
}
