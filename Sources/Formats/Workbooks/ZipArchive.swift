// An .xlsx file is a ZIP archive of XML parts. This reads single parts of an archive in memory and trusts
// nothing that the archive says about itself: every offset is checked, every size is bounded.

import CZlib

/// A ZIP archive in memory.
struct ZipArchive {
    /// What is wrong with an archive, as the end of the sentence "the workbook cannot be read: …".
    struct Damage: Error {
        let reason: String
    }

    /// The most bytes that one part may unpack to; a bomb stops there.
    static let partLimit = 256 << 20
    /// How many times its packed size a part may unpack to; sheets of spreadsheet programs reach about 40.
    static let ratioLimit = 300
    /// A part that unpacks to no more than this may be packed as tightly as it likes.
    static let smallPart = 4 << 20

    private struct Entry {
        let method: UInt16
        let checksum: UInt32
        let packedSize: Int
        let size: Int
        let headerOffset: Int
        let isEncrypted: Bool
    }

    private let bytes: [UInt8]
    private var entries: [String: Entry] = [:]

    init(_ bytes: [UInt8]) throws(Damage) {
        self.bytes = bytes
        let end = try endOfDirectory()
        let count = number16(end + 10)
        var offset = number32(end + 16)
        for _ in 0..<count {
            guard offset + 46 <= bytes.count, number32(offset) == 0x0201_4B50 else {
                throw Damage(reason: "its directory is damaged")
            }
            let nameLength = number16(offset + 28)
            let next = offset + 46 + nameLength + number16(offset + 30) + number16(offset + 32)
            guard next <= bytes.count else { throw Damage(reason: "its directory is damaged") }
            let name = String(
                decoding: bytes[offset + 46..<offset + 46 + nameLength],
                as: UTF8.self
            )
            entries[name] = Entry(
                method: UInt16(number16(offset + 10)),
                checksum: UInt32(number32(offset + 16)),
                packedSize: number32(offset + 20),
                size: number32(offset + 24),
                headerOffset: number32(offset + 42),
                isEncrypted: number16(offset + 8) & 1 != 0
            )
            offset = next
        }
    }

    /// The names of the parts.
    var names: some Collection<String> { entries.keys }

    /// The unpacked bytes of a part; `nil` when there is none of that name.
    func part(_ name: String) throws(Damage) -> [UInt8]? {
        guard let entry = entries[name] else { return nil }
        guard !entry.isEncrypted else { throw Damage(reason: "it is protected by a password") }
        guard entry.size <= ZipArchive.partLimit else {
            throw Damage(
                reason: "“\(name)” would unpack to \(entry.size) bytes; "
                    + "at most \(ZipArchive.partLimit) are read"
            )
        }
        guard entry.size <= max(ZipArchive.smallPart, ZipArchive.ratioLimit * entry.packedSize)
        else {
            throw Damage(
                reason:
                    "“\(name)” would unpack from \(entry.packedSize) to \(entry.size) bytes, which no "
                    + "spreadsheet does"
            )
        }
        let header = entry.headerOffset
        guard header + 30 <= bytes.count, number32(header) == 0x0403_4B50 else {
            throw Damage(reason: "“\(name)” is damaged")
        }
        let start = header + 30 + number16(header + 26) + number16(header + 28)
        guard start + entry.packedSize <= bytes.count else {
            throw Damage(reason: "“\(name)” is cut off")
        }
        let packed = bytes[start..<start + entry.packedSize]
        let unpacked: [UInt8]?
        switch entry.method {
        case 0: unpacked = packed.count == entry.size ? Array(packed) : nil
        case 8: unpacked = inflate(packed, size: entry.size)
        default: throw Damage(reason: "“\(name)” is packed by an unusual method")
        }
        guard let unpacked, checksum(unpacked) == entry.checksum else {
            throw Damage(reason: "“\(name)” is damaged")
        }
        return unpacked
    }

    /// Finds the record that ends every archive; a comment of up to 64 KiB may follow it.
    private func endOfDirectory() throws(Damage) -> Int {
        var offset = bytes.count - 22
        let first = max(0, offset - 0xFFFF)
        while offset >= first {
            if number32(offset) == 0x0605_4B50 { return offset }
            offset -= 1
        }
        throw Damage(reason: "the file is cut off or damaged")
    }

    /// Unpacks a part of known size; `nil` when the data are damaged or of another size.
    private func inflate(_ packed: ArraySlice<UInt8>, size: Int) -> [UInt8]? {
        var stream = z_stream()
        guard czlib_inflate_init_raw(&stream) == Z_OK else { return nil }
        defer { inflateEnd(&stream) }
        var input = Array(packed)
        var isWhole = false
        // One byte more than promised shows when there is more than was promised.
        let output = [UInt8](unsafeUninitializedCapacity: size + 1) { buffer, count in
            input.withUnsafeMutableBufferPointer { source in
                stream.next_in = source.baseAddress
                stream.avail_in = UInt32(source.count)
                stream.next_out = buffer.baseAddress
                stream.avail_out = UInt32(size + 1)
                isWhole = CZlib.inflate(&stream, Z_FINISH) == Z_STREAM_END
                count = size + 1 - Int(stream.avail_out)
            }
        }
        return isWhole && output.count == size ? output : nil
    }

    private func checksum(_ bytes: [UInt8]) -> UInt32 {
        bytes.withUnsafeBufferPointer {
            UInt32(truncatingIfNeeded: crc32_z(0, $0.baseAddress, $0.count))
        }
    }

    private func number16(_ offset: Int) -> Int {
        Int(bytes[offset]) | Int(bytes[offset + 1]) << 8
    }

    private func number32(_ offset: Int) -> Int {
        number16(offset) | number16(offset + 2) << 16
    }
}
