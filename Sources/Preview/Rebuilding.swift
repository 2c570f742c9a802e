// Starts one build per burst of changes, and never two at a time. A change during a build cancels it, because
// its report would be out of date.

/// Builds at the start and after every burst of changes.
struct Rebuilding: Sendable {
    let build: PreviewServer.Build
    let report: @Sendable (PreviewEvent) -> Void
    /// Passes a step of a build to the serving thread.
    let publish: @Sendable (PreviewStep) -> Void

    /// Builds until the task is cancelled or the changes end.
    func run(_ changes: Changes) async {
        var running = start()
        while await changes.waitForChange() {
            running.cancel()
            await running.value
            let files = await changes.waitUntilQuiet()
            if Task.isCancelled { return }
            report(.changed(files))
            running = start()
        }
        running.cancel()
    }

    private func start() -> Task<Void, Never> {
        Task(executorPreference: PreviewExecutor.shared) {
            await build { step in
                publish(step)
                switch step {
                case .planned: report(.shown)
                case .ended(let outcome): report(outcome)
                }
            }
        }
    }

    private func report(_ outcome: BuildOutcome) {
        switch outcome {
        case .built(let changed, let warnings):
            report(.built(changed: changed, warnings: warnings))
        case .superseded, .writtenLater: break
        case .mistakes(let diagnostics): report(.mistakes(diagnostics))
        case .failed(let reason), .writeFailed(let reason): report(.failed(reason))
        }
    }
}
