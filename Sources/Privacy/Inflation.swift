// Packed data is unpacked as far as it can be: a damaged end must not hide what stands before it.

import CZlib

/// Unpacks data that zlib has packed.
enum Inflation {
    /// How the data begins.
    enum Header {
        /// With a header of zlib or gzip.
        case any
        /// With none, as in ZIP archives.
        case none
    }

    /// The most bytes that one piece may unpack to.
    static let limit = 128 << 20

    /// The unpacked bytes, up to the limit or to the first damage, and how many packed bytes they took.
    static func unpacked(
        _ packed: UnsafeBufferPointer<UInt8>,
        _ header: Header
    ) -> (bytes: [UInt8], used: Int) {
        var stream = z_stream()
        let code =
            switch header {
            case .any: czlib_inflate_init_any(&stream)
            case .none: czlib_inflate_init_raw(&stream)
            }
        guard code == Z_OK else { return ([], 0) }
        defer { inflateEnd(&stream) }
        var bytes: [UInt8] = []
        stream.next_in = UnsafeMutablePointer(mutating: packed.baseAddress)
        stream.avail_in = UInt32(min(packed.count, Int(UInt32.max)))
        var ended = false
        while !ended, bytes.count < limit {
            let size = 1 << 16
            let piece = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
                stream.next_out = buffer.baseAddress
                stream.avail_out = UInt32(size)
                ended = inflate(&stream, Z_NO_FLUSH) != Z_OK
                count = size - Int(stream.avail_out)
            }
            if piece.isEmpty { break }
            bytes += piece
        }
        return (bytes, packed.count - Int(stream.avail_in))
    }
}
