// What still has to go out on one connection. A reader that is slow costs memory only up to a limit,
// and a large file is read a piece at a time, from the one descriptor it was opened with.

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// Bytes, then perhaps part of a file, waiting for a socket that takes them.
struct Outbox {
    enum Progress {
        case finished
        case waiting(sentAny: Bool)
        case broken
    }

    /// How many bytes wait, not counting the file.
    private(set) var waiting = 0
    private var chunks: [[UInt8]] = []
    private var sent = 0
    private var file: (descriptor: FileDescriptor, next: Int, end: Int)?

    private static let pieceSize = 128 * 1024
    private static let mostPerTurn = 1024 * 1024

    var isEmpty: Bool { chunks.isEmpty && file == nil }

    mutating func append(_ bytes: [UInt8]) {
        guard !bytes.isEmpty else { return }
        chunks.append(bytes)
        waiting += bytes.count
    }

    mutating func append(_ descriptor: FileDescriptor, from start: Int, count: Int) {
        guard count > 0 else { return }
        file = (descriptor, start, start + count)
    }

    /// Sends until all is gone, the socket takes no more, or this connection has had its turn.
    mutating func flush(into socket: Int32) -> Progress {
        var total = 0
        while total < Outbox.mostPerTurn {
            if chunks.isEmpty {
                guard file != nil else { return .finished }
                guard loadPiece() else { return .broken }
                continue
            }
            let count = sendFirstChunk(socket)
            if count < 0 {
                if errno == EINTR { continue }
                let full = errno == EAGAIN || errno == EWOULDBLOCK
                return full ? .waiting(sentAny: total > 0) : .broken
            }
            total += count
        }
        return isEmpty ? .finished : .waiting(sentAny: true)
    }

    private mutating func sendFirstChunk(_ socket: Int32) -> Int {
        let count = chunks[0]
            .withUnsafeBytes { buffer in
                let rest = UnsafeRawBufferPointer(rebasing: buffer[sent...])
                #if canImport(Glibc)
                return send(socket, rest.baseAddress, rest.count, Int32(MSG_NOSIGNAL))
                #else
                return send(socket, rest.baseAddress, rest.count, 0)
                #endif
            }
        if count > 0 {
            sent += count
            waiting -= count
            if sent == chunks[0].count {
                chunks.removeFirst()
                sent = 0
            }
        }
        return count
    }

    /// Reads the next piece of the file; fails when the file has become shorter than was promised.
    private mutating func loadPiece() -> Bool {
        guard let (descriptor, next, end) = file else { return false }
        let wanted = min(Outbox.pieceSize, end - next)
        let piece = [UInt8](unsafeUninitializedCapacity: wanted) { buffer, count in
            count = max(0, pread(descriptor.raw, buffer.baseAddress, wanted, off_t(next)))
        }
        guard !piece.isEmpty else { return false }
        append(piece)
        file = next + piece.count < end ? (descriptor, next + piece.count, end) : nil
        return true
    }
}
