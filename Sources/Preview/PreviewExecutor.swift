// The tasks of the preview run on one queue of its own instead of Swift's thread pool, which on Linux ends the
// program when /proc is missing or too many files are open. They only wait and pass messages; everything that
// takes long has a thread of its own.

import Dispatch

/// Runs the preview's tasks, one step at a time.
public final class PreviewExecutor: TaskExecutor {
    /// The only one.
    public static let shared = PreviewExecutor()

    let queue = DispatchQueue(label: "recount.preview.tasks")

    /// Runs the next step of a task as soon as those before it have ended.
    public func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        queue.async { job.runSynchronously(on: self.asUnownedTaskExecutor()) }
    }

    /// Waits without holding up other tasks.
    func sleep(_ duration: Duration) async {
        let nanoseconds = duration / .nanoseconds(1)
        await withCheckedContinuation { continuation in
            queue.asyncAfter(deadline: .now() + .nanoseconds(Int(nanoseconds))) { @Sendable in
                continuation.resume()
            }
        }
    }
}
