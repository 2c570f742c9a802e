// Ctrl-C ends the preview through the same door as cancelling it, so that nothing is left half done.
//
// A signal's handler may do next to nothing; it writes a byte to a pipe. (Dispatch's own signal
// sources were tried: once cancelled, one for the same signal does not take effect again.)

import Dispatch

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// Calls back on SIGINT and SIGTERM while it is in force; a process has one at a time.
struct SignalWatch {
    private let source: any DispatchSourceRead

    private static let signals = [SIGINT, SIGTERM]
    /// Signals belong to the whole process, and so does the pipe that they are told through.
    private static let wake = try? Wake()

    init(_ act: @escaping @Sendable () -> Void) throws(PreviewError) {
        guard let wake = SignalWatch.wake else { throw .system("cannot make a pipe") }
        wake.reset()
        for number in SignalWatch.signals {
            signal(number) { _ in
                let before = errno
                SignalWatch.wake?.wake()
                errno = before
            }
        }
        source = DispatchSource.makeReadSource(fileDescriptor: wake.descriptor)
        source.setEventHandler { @Sendable in act() }
        source.activate()
    }

    /// Gives the signals back their usual effect.
    func end() {
        for number in SignalWatch.signals { signal(number, SIG_DFL) }
        source.cancel()
    }
}
