// The unsent part of one connection's responses. A large file is read in pieces, so that a slow client does
// not cost much memory.

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// Bytes, followed by an optional part of a file, waiting to be sent.
struct Outbox {
    enum Progress {
        case finished
        case waiting(sentAny: Bool)
        case broken
    }

    /// The number of bytes waiting, not counting the file.
    private(set) var waiting = 0
    private var chunks: [[UInt8]] = []
    private var sent = 0
    private var file: (descriptor: FileDescriptor, next: Int, end: Int)?

    private static let pieceSize = 128 * 1024
    private static let maximumPerTurn = 1024 * 1024

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

    /// Sends until everything is sent, the socket accepts no more, or the limit per turn is reached.
    mutating func flush(into socket: Int32) -> Progress {
        var total = 0
        while total < Outbox.maximumPerTurn {
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

    /// Reads the next piece of the file; fails if the file has become shorter than announced.
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
