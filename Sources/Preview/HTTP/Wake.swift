// Threads of the preview wait in poll(2); a pipe is the one thing that another thread can wake it by.

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// Wakes a thread that polls ``descriptor``.
struct Wake: Sendable {
    private let end: FileDescriptor
    private let start: FileDescriptor

    init() throws(PreviewError) {
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0 else { throw .system("cannot make a pipe: \(systemError())") }
        end = FileDescriptor(owning: ends[0])
        start = FileDescriptor(owning: ends[1])
        for descriptor in [end, start] {
            descriptor.setNonBlocking()
            descriptor.setCloseOnExec()
        }
    }

    /// What to poll for input.
    var descriptor: Int32 { end.raw }

    /// Makes the descriptor readable.
    func wake() {
        var byte: UInt8 = 1
        _ = write(start.raw, &byte, 1)
    }

    /// Makes the descriptor wait for the next wake.
    func reset() {
        var buffer = [UInt8](repeating: 0, count: 256)
        while read(end.raw, &buffer, buffer.count) == buffer.count {}
    }
}
