import Synchronization
import Templates
import Text

/// Runs jobs on all cores; each core has a buffer that it reuses, and what the pages share.
enum ParallelRendering {
    /// Runs the jobs with all numbers up to `count`; throws the error of the earliest job that failed, after the others
    /// have stopped.
    static func run(
        _ count: Int,
        _ body: @Sendable (Int, SharedOutput, inout ByteText) throws -> Void
    ) throws {
        let next = Atomic<Int>(0)
        let failure = Mutex<(position: Int, error: any Error)?>(nil)
        let workers = min(16, Threads.available)
        // Few, because the slowest pages come first, and enough for strikes that follow each other.
        let step = max(1, min(32, count / (workers * 32)))
        Threads.perform(workers) { _ in
            var buffer = ByteText(capacity: 64 * 1024)
            let shared = SharedOutput()
            while true {
                let start = next.add(step, ordering: .relaxed).oldValue
                guard start < count, failure.withLock({ $0 == nil }) else { return }
                for position in start..<min(start + step, count) {
                    do {
                        try body(position, shared, &buffer)
                    } catch {
                        failure.withLock { known in
                            if known == nil || position < known?.position ?? 0 {
                                known = (position, error)
                            }
                        }
                        return
                    }
                }
            }
        }
        if let failure = failure.withLock({ $0 }) { throw failure.error }
    }
}
