// Data behind the end of a compressed stream is invisible in the picture and readable in the file, so streams are
// followed to their ends. Nothing of a picture is kept in memory for that.

import CZlib

/// The compressed data of a picture, followed piece by piece.
struct ImageData {
    private let expected: Int
    private var inflating: Inflating?
    /// Whether any piece was added.
    private(set) var hasBegun = false

    /// Expects this number of bytes when uncompressed.
    init(_ expected: Int = 0) { self.expected = expected }

    /// Adds the next piece; throws if it reaches beyond the end of the stream.
    mutating func add(_ bytes: [UInt8], _ range: Range<Int>) throws(MediaFlaw) {
        hasBegun = true
        let inflating = inflating ?? Inflating()
        self.inflating = inflating
        guard inflating.add(bytes, range, limit: expected) else {
            throw .damaged(
                "the compressed picture is broken, or something follows it that is not shown",
                at: range.lowerBound
            )
        }
    }

    /// Throws unless the stream came to its end with the size that the picture has.
    func finish(at offset: Int) throws(MediaFlaw) {
        guard let inflating, inflating.isDone, inflating.total == expected else {
            throw .damaged("the picture is cut off, or something in it is not shown", at: offset)
        }
    }
}

/// A zlib stream whose output is counted and discarded.
private final class Inflating {
    private let stream: UnsafeMutablePointer<z_stream>
    private let buffer: UnsafeMutablePointer<UInt8>
    private(set) var total = 0
    private(set) var isDone = false
    private static let size = 1 << 16

    init() {
        stream = .allocate(capacity: 1)
        stream.initialize(to: z_stream())
        buffer = .allocate(capacity: Inflating.size)
        czlib_inflate_init(stream)
    }

    deinit {
        inflateEnd(stream)
        stream.deallocate()
        buffer.deallocate()
    }

    /// Whether a piece belongs to the stream, and the output stays within a limit.
    func add(_ bytes: [UInt8], _ range: Range<Int>, limit: Int) -> Bool {
        if range.isEmpty { return true }
        if isDone { return false }
        return bytes.withUnsafeBufferPointer { all in
            guard let base = all.baseAddress else { return false }
            stream.pointee.next_in = UnsafeMutablePointer(mutating: base + range.lowerBound)
            stream.pointee.avail_in = UInt32(range.count)
            while true {
                stream.pointee.next_out = buffer
                stream.pointee.avail_out = UInt32(Inflating.size)
                let result = inflate(stream, Z_NO_FLUSH)
                let made = Inflating.size - Int(stream.pointee.avail_out)
                total += made
                if total > limit { return false }
                if result == Z_STREAM_END {
                    isDone = true
                    return stream.pointee.avail_in == 0
                }
                if result == Z_BUF_ERROR || result == Z_OK {
                    if stream.pointee.avail_out > 0 { return stream.pointee.avail_in == 0 }
                    continue
                }
                return false
            }
        }
    }
}

/// Short zlib streams, uncompressed as a whole.
enum Inflated {
    /// The bytes of a stream; `nil` when it is broken or longer than the limit.
    static func bytes(_ bytes: [UInt8], _ range: Range<Int>, limit: Int) -> [UInt8]? {
        var capacity = min(limit, max(65_536, 8 * range.count))
        while true {
            var size = UInt(capacity)
            var status = Z_OK
            let result = [UInt8](unsafeUninitializedCapacity: capacity) { buffer, count in
                status = bytes.withUnsafeBufferPointer { all in
                    guard let base = all.baseAddress else { return Z_DATA_ERROR }
                    return uncompress(
                        buffer.baseAddress,
                        &size,
                        base + range.lowerBound,
                        UInt(range.count)
                    )
                }
                count = status == Z_OK ? Int(size) : 0
            }
            if status == Z_OK { return result }
            guard status == Z_BUF_ERROR, capacity < limit else { return nil }
            capacity = min(limit, 4 * capacity)
        }
    }
}

/// zlib streams without compression, which are the same bytes with every version of the library.
enum Stored {
    /// A stream of at most 65535 bytes.
    static func zlib(_ bytes: [UInt8]) -> [UInt8] {
        let count = bytes.count
        var first = 1
        var second = 0
        for byte in bytes {
            first = (first + Int(byte)) % 65521
            second = (second + first) % 65521
        }
        return [0x78, 0x01, 0x01] + .little(count, 2) + .little(~count, 2) + bytes
            + .big(second << 16 | first, 4)
    }
}
