import CZlib

/// Writes a ZIP file whose bytes follow from the names and contents of its files alone (PKWARE APPNOTE 6.3.10).
///
/// No clock, user or system stands in it: every file is dated 1 January 1980, the first day that the format can state,
/// and may be read by everyone.
struct ZipWriter {
    /// One file, compressed.
    struct Entry: Sendable {
        let name: [UInt8]
        let size: Int
        let checksum: UInt32
        /// The method of compression: 8 for deflate, 0 for none.
        let method: UInt16
        let data: [UInt8]

        /// Compresses a file; one that does not become smaller, such as a picture, is stored as it is.
        init(name: String, bytes: [UInt8]) {
            self.name = Array(name.utf8)
            size = bytes.count
            checksum = UInt32(
                truncatingIfNeeded: bytes.withUnsafeBufferPointer {
                    crc32_z(0, $0.baseAddress, $0.count)
                }
            )
            let deflated = Entry.deflated(bytes)
            let isSmaller = deflated.map { $0.count < bytes.count } ?? false
            method = isSmaller ? 8 : 0
            data = isSmaller ? deflated ?? bytes : bytes
        }

        /// The bytes as a raw deflate stream (RFC 1951); `nil` if zlib has no memory.
        private static func deflated(_ bytes: [UInt8]) -> [UInt8]? {
            var stream = z_stream()
            let started = deflateInit2_(
                &stream,
                6,
                Z_DEFLATED,
                -MAX_WBITS,
                8,
                Z_DEFAULT_STRATEGY,
                ZLIB_VERSION,
                Int32(MemoryLayout<z_stream>.size)
            )
            guard started == Z_OK, bytes.count <= Int(UInt32.max) else { return nil }
            defer { deflateEnd(&stream) }
            var input = bytes
            let room = Int(deflateBound(&stream, UInt(input.count)))
            var isWhole = false
            let output = [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
                input.withUnsafeMutableBufferPointer { input in
                    stream.next_in = input.baseAddress
                    stream.avail_in = UInt32(input.count)
                    stream.next_out = buffer.baseAddress
                    stream.avail_out = UInt32(buffer.count)
                    isWhole = deflate(&stream, Z_FINISH) == Z_STREAM_END
                }
                count = isWhole ? room - Int(stream.avail_out) : 0
            }
            return isWhole ? output : nil
        }
    }

    /// What has been written so far.
    private var bytes: [UInt8] = []
    /// The list of files that stands at the end.
    private var directory: [UInt8] = []
    private var count = 0

    /// Adds a file; the same names in the same order give the same bytes.
    mutating func add(_ entry: Entry) {
        let offset = bytes.count
        let isLarge = entry.size >= ZipWriter.limit || entry.data.count >= ZipWriter.limit
        let header = Header(entry: entry, isLarge: isLarge)
        bytes.little(0x0403_4b50 as UInt32)
        bytes += header.common
        bytes.little(UInt16(entry.name.count))
        let sizes = isLarge ? Header.extra([entry.size, entry.data.count]) : []
        bytes.little(UInt16(sizes.count))
        bytes += entry.name
        bytes += sizes
        bytes += entry.data

        let isFar = offset >= ZipWriter.limit
        let extra =
            isLarge || isFar
            ? Header.extra(
                (isLarge ? [entry.size, entry.data.count] : []) + (isFar ? [offset] : [])
            )
            : []
        directory.little(0x0201_4b50 as UInt32)
        // Made by version 4.5 on Unix, which gives a meaning to the permissions below.
        directory.little(3 << 8 | 45 as UInt16)
        directory += header.common
        directory.little(UInt16(entry.name.count))
        directory.little(UInt16(extra.count))
        directory.little(0 as UInt16)
        directory.little(0 as UInt16)
        directory.little(0 as UInt16)
        directory.little(0o100644 << 16 as UInt32)
        directory.little(isFar ? UInt32.max : UInt32(offset))
        directory += entry.name
        directory += extra
        count += 1
    }

    /// The whole file.
    mutating func finished() -> [UInt8] {
        let (start, size) = (bytes.count, directory.count)
        bytes += directory
        if start >= ZipWriter.limit || size >= ZipWriter.limit || count >= Int(UInt16.max) {
            let place = bytes.count
            bytes.little(0x0606_4b50 as UInt32)
            bytes.little(44 as UInt64)
            bytes.little(3 << 8 | 45 as UInt16)
            bytes.little(45 as UInt16)
            bytes.little(0 as UInt32)
            bytes.little(0 as UInt32)
            for number in [count, count, size, start] { bytes.little(UInt64(number)) }
            bytes.little(0x0706_4b50 as UInt32)
            bytes.little(0 as UInt32)
            bytes.little(UInt64(place))
            bytes.little(1 as UInt32)
        }
        bytes.little(0x0605_4b50 as UInt32)
        bytes.little(0 as UInt16)
        bytes.little(0 as UInt16)
        let files = UInt16(min(count, Int(UInt16.max)))
        bytes.little(files)
        bytes.little(files)
        bytes.little(UInt32(min(size, ZipWriter.limit)))
        bytes.little(UInt32(min(start, ZipWriter.limit)))
        bytes.little(0 as UInt16)
        return bytes
    }

    /// The first number that needs the fields of ZIP64.
    private static let limit = Int(UInt32.max)
}

/// The part of a header that stands before a file and in the list at the end.
private struct Header {
    let entry: ZipWriter.Entry
    let isLarge: Bool

    var common: [UInt8] {
        var bytes: [UInt8] = []
        bytes.little(isLarge ? 45 : 20 as UInt16)
        // The name is UTF-8.
        bytes.little(1 << 11 as UInt16)
        bytes.little(entry.method)
        // Midnight on 1 January 1980.
        bytes.little(0 as UInt16)
        bytes.little(1 << 5 | 1 as UInt16)
        bytes.little(entry.checksum)
        bytes.little(isLarge ? UInt32.max : UInt32(entry.data.count))
        bytes.little(isLarge ? UInt32.max : UInt32(entry.size))
        return bytes
    }

    /// The field that holds numbers of more than 32 bits.
    static func extra(_ numbers: [Int]) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.little(1 as UInt16)
        bytes.little(UInt16(numbers.count * 8))
        for number in numbers { bytes.little(UInt64(number)) }
        return bytes
    }
}

extension [UInt8] {
    /// Appends a number, its least byte first.
    fileprivate mutating func little<Number: FixedWidthInteger>(_ number: Number) {
        for shift in stride(from: 0, to: Number.bitWidth, by: 8) {
            append(UInt8(truncatingIfNeeded: number >> shift))
        }
    }
}
