// Threads of the preview wait in poll(2), which another thread can interrupt by writing to a pipe.

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// A pipe that wakes a thread that polls ``descriptor``.
struct WakePipe: Sendable {
    private let readEnd: FileDescriptor
    private let writeEnd: FileDescriptor

    init() throws(PreviewError) {
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0 else { throw .system("cannot make a pipe: \(systemError())") }
        readEnd = FileDescriptor(owning: ends[0])
        writeEnd = FileDescriptor(owning: ends[1])
        for descriptor in [readEnd, writeEnd] {
            descriptor.setNonBlocking()
            descriptor.setCloseOnExec()
        }
    }

    /// The descriptor to poll for input.
    var descriptor: Int32 { readEnd.raw }

    /// Makes the descriptor readable.
    func signal() {
        var byte: UInt8 = 1
        _ = write(writeEnd.raw, &byte, 1)
    }

    /// Empties the pipe, so that the descriptor is not readable before the next signal.
    func reset() {
        var buffer = [UInt8](repeating: 0, count: 256)
        while read(readEnd.raw, &buffer, buffer.count) == buffer.count {}
    }
}
