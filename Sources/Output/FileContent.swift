#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// Reading, comparing and writing the bytes of open files.
enum FileContent {
    /// How much is read at a time.
    private static let chunk = 65_536

    /// Whether an open file goes on with these bytes from where it stands.
    static func continues(_ file: CInt, _ bytes: UnsafeRawBufferPointer) -> Bool {
        withUnsafeTemporaryAllocation(byteCount: chunk, alignment: 16) { buffer in
            var position = 0
            while position < bytes.count {
                let wanted = min(chunk, bytes.count - position)
                let piece = UnsafeMutableRawBufferPointer(rebasing: buffer[..<wanted])
                let count = fill(piece, from: file)
                guard count == wanted,
                    let left = buffer.baseAddress, let right = bytes.baseAddress,
                    memcmp(left, right + position, count) == 0
                else { return false }
                position += count
            }
            return true
        }
    }

    /// The digest of two open files that hold the same bytes from where they stand to their ends;
    /// `nil` when they differ.
    static func common(_ left: CInt, _ right: CInt) -> Digest? {
        withUnsafeTemporaryAllocation(byteCount: 2 * chunk, alignment: 16) { buffer in
            let digest = DigestStream()
            let first = UnsafeMutableRawBufferPointer(rebasing: buffer[..<chunk])
            let second = UnsafeMutableRawBufferPointer(rebasing: buffer[chunk...])
            while true {
                let count = fill(first, from: left)
                guard count >= 0, count == fill(second, from: right) else { return nil }
                if count == 0 { return digest.finish() }
                guard let one = first.baseAddress, let other = second.baseAddress,
                    memcmp(one, other, count) == 0
                else { return nil }
                digest.add(UnsafeRawBufferPointer(rebasing: first[..<count]))
            }
        }
    }

    /// Copies one open file to another; describes the copy, or `nil` with `errno` set.
    static func copy(_ source: CInt, to target: CInt) -> Manifest.File? {
        describe(source) { write($0, to: target) }
    }

    /// Copies the next bytes of an open file to another; `false` when it has fewer or the system refuses.
    static func copy(_ source: CInt, to target: CInt, size: Int) -> Bool {
        withUnsafeTemporaryAllocation(byteCount: chunk, alignment: 16) { buffer in
            var left = size
            while left > 0 {
                let piece = UnsafeMutableRawBufferPointer(rebasing: buffer[..<min(chunk, left)])
                guard fill(piece, from: source) == piece.count,
                    write(UnsafeRawBufferPointer(piece), to: target)
                else { return false }
                left -= piece.count
            }
            return true
        }
    }

    /// Writes all bytes; `false` with `errno` set when the system refuses.
    static func write(_ bytes: UnsafeRawBufferPointer, to file: CInt) -> Bool {
        guard var next = bytes.baseAddress else { return true }
        var left = bytes.count
        while left > 0 {
            #if canImport(Glibc)
            let count = Glibc.write(file, next, left)
            #else
            let count = Darwin.write(file, next, left)
            #endif
            if count < 0 {
                if errno == EINTR { continue }
                return false
            }
            next += count
            left -= count
        }
        return true
    }

    /// The size and digest of an open file from where it stands; `nil` with `errno` set.
    ///
    /// Each piece is also handed to `use`, which returns `false` if it cannot go on.
    static func describe(
        _ file: CInt,
        _ use: (UnsafeRawBufferPointer) -> Bool = { _ in true }
    ) -> Manifest.File? {
        withUnsafeTemporaryAllocation(byteCount: chunk, alignment: 16) { buffer in
            let digest = DigestStream()
            var total = 0
            while true {
                let count = fill(buffer, from: file)
                if count < 0 { return nil }
                if count == 0 { return Manifest.File(size: total, digest: digest.finish()) }
                let piece = UnsafeRawBufferPointer(rebasing: buffer[..<count])
                guard use(piece) else { return nil }
                digest.add(piece)
                total += count
            }
        }
    }

    /// All bytes of an open file; `nil` with `errno` set when the system refuses.
    static func read(_ file: CInt) -> [UInt8]? {
        withUnsafeTemporaryAllocation(byteCount: chunk, alignment: 16) { buffer in
            var bytes: [UInt8] = []
            while true {
                let count = fill(buffer, from: file)
                if count < 0 { return nil }
                if count == 0 { return bytes }
                bytes.append(contentsOf: buffer[..<count])
            }
        }
    }

    /// Reads until the buffer is full or the file ends; the number of bytes, or -1.
    private static func fill(_ buffer: UnsafeMutableRawBufferPointer, from file: CInt) -> Int {
        guard let base = buffer.baseAddress else { return 0 }
        var filled = 0
        while filled < buffer.count {
            #if canImport(Glibc)
            let count = Glibc.read(file, base + filled, buffer.count - filled)
            #else
            let count = Darwin.read(file, base + filled, buffer.count - filled)
            #endif
            if count == 0 { break }
            if count < 0 {
                if errno == EINTR { continue }
                return -1
            }
            filled += count
        }
        return filled
    }
}
