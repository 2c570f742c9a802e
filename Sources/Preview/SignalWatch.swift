// Ctrl-C ends the preview through the same door as cancelling it, so that nothing is left half done.

import Dispatch

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// Calls back on SIGINT and SIGTERM while it is in force.
struct SignalWatch {
    private let sources: [any DispatchSourceSignal]

    private static let signals = [SIGINT, SIGTERM]

    init(_ act: @escaping @Sendable () -> Void) {
        sources = SignalWatch.signals.map { number in
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number)
            source.setEventHandler { @Sendable in act() }
            source.activate()
            return source
        }
    }

    /// Gives the signals back their usual effect.
    func end() {
        for source in sources { source.cancel() }
        for number in SignalWatch.signals { signal(number, SIG_DFL) }
    }
}
