// Turns changes into builds: one a burst, never two at a time, and after changes that came during a
// build exactly one more.

/// Builds at the start and after every burst of changes.
struct Rebuilding: Sendable {
    let build: @Sendable () async -> BuildOutcome
    let report: @Sendable (PreviewEvent) -> Void
    /// Hands the outcome to open pages.
    let publish: @Sendable (BuildOutcome) -> Void

    /// Builds until the task is cancelled or the changes end.
    func run(_ changes: Changes) async {
        await buildOnce()
        while let burst = await changes.nextBurst() {
            report(.changed(burst))
            await buildOnce()
        }
    }

    private func buildOnce() async {
        if Task.isCancelled { return }
        let outcome = await build()
        if Task.isCancelled { return }
        publish(outcome)
        switch outcome {
        case .built(let changed, let warnings):
            report(.built(changed: changed, warnings: warnings))
        case .mistakes(let diagnostics): report(.mistakes(diagnostics))
        case .failed(let reason): report(.failed(reason))
        }
    }
}
