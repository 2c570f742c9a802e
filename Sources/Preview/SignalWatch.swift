// Ctrl-C ends the preview in the same way as cancelling its task, so that everything is cleaned up.
//
// A signal handler may do very little, so it writes a byte to a pipe. Dispatch's signal sources do not work
// here: after one is cancelled, another one for the same signal has no effect.

import Dispatch

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// Calls a closure on SIGINT and SIGTERM until it is ended; a process can have one at a time.
struct SignalWatch {
    private let source: any DispatchSourceRead

    private static let signals = [SIGINT, SIGTERM]
    /// Signals belong to the whole process, and so does the pipe that their handlers write to.
    private static let pipe = try? WakePipe()

    init(_ act: @escaping @Sendable () -> Void) throws(PreviewError) {
        guard let pipe = SignalWatch.pipe else { throw .system("cannot make a pipe") }
        pipe.reset()
        for number in SignalWatch.signals {
            signal(number) { _ in
                let before = errno
                SignalWatch.pipe?.signal()
                errno = before
            }
        }
        source = DispatchSource.makeReadSource(
            fileDescriptor: pipe.descriptor,
            queue: PreviewExecutor.shared.queue
        )
        source.setEventHandler { @Sendable in act() }
        source.activate()
    }

    /// Restores the default effect of the signals.
    func end() {
        for number in SignalWatch.signals { signal(number, SIG_DFL) }
        source.cancel()
    }
}
