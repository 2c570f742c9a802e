// Turns changes into builds: one a burst, never two at a time. A change that comes while a report is
// still being written stops that build, since nobody waits for it any more.

/// Builds at the start and after every burst of changes.
struct Rebuilding: Sendable {
    let build: PreviewServer.Build
    let report: @Sendable (PreviewEvent) -> Void
    /// Hands a step of a build to open pages.
    let publish: @Sendable (PreviewStep) -> Void

    /// Builds until the task is cancelled or the changes end.
    func run(_ changes: Changes) async {
        var running = start()
        while await changes.begin() {
            running.cancel()
            await running.value
            let files = await changes.settled()
            if Task.isCancelled { return }
            report(.changed(files))
            running = start()
        }
        running.cancel()
    }

    private func start() -> Task<Void, Never> {
        Task {
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
        case .overtaken, .caughtUp: break
        case .mistakes(let diagnostics): report(.mistakes(diagnostics))
        case .failed(let reason), .unwritten(let reason): report(.failed(reason))
        }
    }
}
