#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// Reading, comparing and writing the bytes of open files.
enum FileContent {
    /// How much is read at a time.
    private static let chunk = 65_536

    /// Whether an open file holds exactly these bytes; its size must have been compared before.
    static func isEqual(_ file: CInt, _ bytes: UnsafeRawBufferPointer) -> Bool {
        withUnsafeTemporaryAllocation(byteCount: chunk, alignment: 16) { buffer in
            var position = 0
            while position < bytes.count {
                let count = fill(UnsafeMutableRawBufferPointer(buffer), from: file)
                guard count > 0, position + count <= bytes.count,
                    let left = buffer.baseAddress, let right = bytes.baseAddress,
                    memcmp(left, right + position, count) == 0
                else { return false }
                position += count
            }
            return true
        }
    }

    /// Whether two open files hold the same bytes from where they stand to their ends.
    static func isEqual(_ left: CInt, _ right: CInt) -> Bool {
        withUnsafeTemporaryAllocation(byteCount: 2 * chunk, alignment: 16) { buffer in
            let first = UnsafeMutableRawBufferPointer(rebasing: buffer[..<chunk])
            let second = UnsafeMutableRawBufferPointer(rebasing: buffer[chunk...])
            while true {
                let count = fill(first, from: left)
                guard count >= 0, count == fill(second, from: right) else { return false }
                if count == 0 { return true }
                guard let one = first.baseAddress, let other = second.baseAddress,
                    memcmp(one, other, count) == 0
                else { return false }
            }
        }
    }

    /// Copies one open file to another; returns how many bytes, or `nil` with `errno` set.
    static func copy(_ source: CInt, to target: CInt) -> Int? {
        withUnsafeTemporaryAllocation(byteCount: chunk, alignment: 16) { buffer in
            var total = 0
            while true {
                let count = fill(buffer, from: source)
                if count < 0 { return nil }
                if count == 0 { return total }
                guard write(UnsafeRawBufferPointer(rebasing: buffer[..<count]), to: target) else {
                    return nil
                }
                total += count
            }
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
