// Programs read and write files, and what they write may be private: no other process should find it, and nothing
// should stay behind when this one is killed.

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// An open file without a name, which is deleted when the last process closes it.
package final class ScratchFile: Sendable {
    let number: CInt

    /// Opens a file in the folder for temporary files; `nil`, with `errno` set, when there can be none.
    package init?() {
        let folder = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
        number = ScratchFile.unnamed(in: folder) ?? ScratchFile.deleted(in: folder)
        if number < 0 { return nil }
    }

    /// A file that never has a name, so that nothing stays if the program is killed; `nil` where there are none.
    private static func unnamed(in folder: String) -> CInt? {
        #if os(Linux)
        // O_TMPFILE of open(2), a macro that Swift does not import.
        let flags = O_RDWR | O_CLOEXEC | O_DIRECTORY | 0o20_000_000
        let number = open(folder, flags, 0o600)
        return number < 0 ? nil : number
        #else
        return nil
        #endif
    }

    /// A file whose name is deleted at once; -1, with `errno` set, when there can be none.
    private static func deleted(in folder: String) -> CInt {
        var name = Array((folder + "/recount-XXXXXX").utf8CString)
        let number = name.withUnsafeMutableBufferPointer { buffer in
            buffer.baseAddress.map { mkstemp($0) } ?? -1
        }
        if number < 0 { return -1 }
        _ = fcntl(number, F_SETFD, FD_CLOEXEC)
        name.withUnsafeBufferPointer { buffer in
            if let base = buffer.baseAddress { unlink(base) }
        }
        return number
    }

    deinit { close(number) }

    /// Writes the input of a program, and returns to the start.
    func fill(_ bytes: [UInt8]) -> Bool {
        append(bytes) && lseek(number, 0, SEEK_SET) == 0
    }

    /// Writes bytes behind those that were written before; `false`, with `errno` set, when they cannot be written.
    package func append(_ bytes: [UInt8]) -> Bool {
        var done = 0
        while done < bytes.count {
            let count = bytes.withUnsafeBytes { buffer in
                buffer.baseAddress.map { write(number, $0 + done, bytes.count - done) } ?? -1
            }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return false }
            done += count
        }
        return true
    }

    /// All that was written; `nil`, with `errno` set, when it cannot be read.
    func contents() -> [UInt8]? {
        var status = stat()
        guard fstat(number, &status) == 0 else { return nil }
        return contents(of: 0..<Int(status.st_size))
    }

    /// The bytes at these places; `nil`, with `errno` set, when they cannot be read.
    package func contents(of range: Range<Int>) -> [UInt8]? {
        let size = range.count
        var isWhole = true
        let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
            count = 0
            while count < size {
                let read = pread(
                    number,
                    buffer.baseAddress.map { $0 + count },
                    size - count,
                    off_t(range.lowerBound + count)
                )
                if read < 0, errno == EINTR { continue }
                if read < 0 { isWhole = false }
                if read <= 0 { break }
                count += read
            }
        }
        return isWhole ? bytes : nil
    }
}
