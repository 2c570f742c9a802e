import Synchronization

/// A progress bar on a terminal, shown when the work takes longer than a second.
final class Progress: Sendable {
    private let total: Int
    private let terminal: Terminal
    private let label: String
    /// After how many steps the bar is drawn again.
    private let interval: Int
    private let start = ContinuousClock.now
    private let done = Atomic<Int>(0)
    private let shown = Mutex<Int>(-1)

    /// Prepares to count `total` steps of work, whose name has eight letters and spaces.
    init(_ label: String = "writing ", total: Int, interval: Int = 64, terminal: Terminal) {
        self.label = label
        self.total = total
        self.interval = interval
        self.terminal = terminal
    }

    /// Counts one step, from any thread.
    func step() {
        let count = done.add(1, ordering: .relaxed).newValue
        guard terminal.isInteractive, total > 0, count % interval == 0,
            ContinuousClock.now - start > .seconds(1)
        else { return }
        let percent = min(100, count * 100 / total)
        shown.withLock { last in
            guard percent > last else { return }
            last = percent
            let filled = percent * 30 / 100
            let bar =
                String(repeating: "█", count: filled) + String(repeating: "·", count: 30 - filled)
            terminal.redraw("\(label) \(bar) \(percent) %")
        }
    }

    /// Removes the bar.
    func finish() {
        if shown.withLock({ $0 }) >= 0 { terminal.redraw("") }
    }
}
