// Starts one build per burst of changes, and never two at a time. A change during a build cancels it, because
// its report would be out of date.
//
// A build begins before it is certain that the changes have ended, and shows nothing until then.

import Synchronization

/// Builds at the start and after every burst of changes.
struct Rebuilding: Sendable {
    let build: PreviewServer.Build
    let report: @Sendable (PreviewEvent) -> Void
    /// Passes a step of a build to the serving thread.
    let publish: @Sendable (PreviewStep) -> Void

    /// Builds until the task is cancelled or the changes end.
    func run(_ changes: Changes) async {
        var running = start(Gate(isOpen: true))
        while await changes.waitForChange() {
            running.cancel()
            await running.value
            await changes.waitUntilPause()
            let gate = Gate()
            let count = changes.count
            running = start(gate)
            var files = await changes.waitUntilQuiet()
            let isLatest = changes.count == count
            if !isLatest {
                running.cancel()
                await running.value
                gate.leave(show)
                files = Set(files + (await changes.waitUntilQuiet())).sorted()
            }
            if Task.isCancelled { break }
            report(.changed(files))
            if isLatest { gate.open(show) } else { running = start(Gate(isOpen: true)) }
        }
        running.cancel()
    }

    private func start(_ gate: Gate) -> Task<Void, Never> {
        Task(executorPreference: PreviewExecutor.shared) {
            await build { step in gate.pass(step, show) }
        }
    }

    @Sendable private func show(_ step: PreviewStep) {
        publish(step)
        switch step {
        case .planned: report(.shown)
        case .ended(let outcome): report(outcome)
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

/// Holds back the steps of a build until it is certain that its report is up to date.
private final class Gate: Sendable {
    private let state: Mutex<(isOpen: Bool, held: [PreviewStep])>

    init(isOpen: Bool = false) { state = Mutex((isOpen, [])) }

    /// Shows a step, now or later.
    func pass(_ step: PreviewStep, _ show: (PreviewStep) -> Void) {
        state.withLock { state in
            if state.isOpen { show(step) } else { state.held.append(step) }
        }
    }

    /// Shows what a build has done that was cancelled; a mistake in a file that was not written whole is none.
    func leave(_ show: (PreviewStep) -> Void) {
        state.withLock { state in
            for step in state.held {
                switch step {
                case .planned, .ended(.built), .ended(.writtenLater): show(step)
                case .ended(.superseded), .ended(.mistakes), .ended(.failed), .ended(.writeFailed):
                    break
                }
            }
            state.held = []
        }
    }

    /// Shows the steps so far, and every other at once.
    func open(_ show: (PreviewStep) -> Void) {
        state.withLock { state in
            for step in state.held { show(step) }
            state = (true, [])
        }
    }
}
