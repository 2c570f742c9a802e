// Reading whole files with as few calls as the system allows. Foundation's ways cost several times more,
// which shows with ten thousand narratives.

import Diagnostics
import Text

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

private func readBytes(_ descriptor: Int32, _ buffer: UnsafeMutableRawPointer?, _ size: Int) -> Int
{
    read(descriptor, buffer, size)
}

/// Reads whole files.
enum FileBytes {
    /// The bytes of a regular file; the last part of the path may not be a link.
    static func read(_ path: String, shownAs name: String) throws -> [UInt8] {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
        guard descriptor >= 0 else { throw InputError(path: name, doing: "open", code: errno) }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else {
            throw InputError(path: name, doing: "read", code: errno)
        }
        guard status.st_mode & S_IFMT == S_IFREG else {
            throw InputError(path: name, doing: "read", code: EISDIR)
        }
        var size = Int(status.st_size)
        var bytes: [UInt8] = []
        while true {
            // One byte more than expected, so that the end is seen without another call.
            let chunk = try readOnce(descriptor, size + 1, name)
            if chunk.isEmpty { return bytes }
            let isLast = chunk.count <= size
            if bytes.isEmpty { bytes = chunk } else { bytes += chunk }
            if isLast && chunk.count == size { return bytes }
            size = max(0, size - chunk.count)
            if size == 0 { size = 1 << 16 }
        }
    }

    /// The first bytes of a file; `nil` when it is not the file of this identity, also after it was read.
    static func read(
        _ path: String,
        _ identity: FileIdentity,
        atMost limit: Int,
        shownAs name: String
    ) throws -> [UInt8]? {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
        guard descriptor >= 0 else { throw InputError(path: name, doing: "open", code: errno) }
        defer { close(descriptor) }
        func isSame() -> Int? {
            var status = stat()
            guard fstat(descriptor, &status) == 0, FileIdentity(status) == identity else {
                return nil
            }
            return Int(status.st_size)
        }
        guard let size = isSame() else { return nil }
        let count = min(size, limit)
        var bytes: [UInt8] = []
        while bytes.count < count {
            let chunk = try readOnce(descriptor, count - bytes.count, name)
            if chunk.isEmpty { return nil }
            if bytes.isEmpty { bytes = chunk } else { bytes += chunk }
        }
        return isSame() == nil ? nil : bytes
    }

    /// The text of some bytes, without a byte order mark; `nil` when they are not UTF-8, which is
    /// reported then with its places.
    static func text(_ bytes: [UInt8], file: String, log: inout DiagnosticLog) -> String? {
        var mistakes = CappedLog()
        defer { mistakes.flush(into: &log) }
        let isText = TextEncoding.check(SourceText(file: file, bytes: bytes), &mistakes)
        guard isText, !mistakes.hasErrors else { return nil }
        let hasMark = bytes.starts(with: Byte.mark)
        return String(decoding: bytes[(hasMark ? Byte.mark.count : 0)...], as: UTF8.self)
    }

    private static func readOnce(_ descriptor: Int32, _ size: Int, _ name: String) throws -> [UInt8]
    {
        var failure: Int32 = 0
        let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
            var result = readBytes(descriptor, buffer.baseAddress, size)
            while result < 0 && errno == EINTR {
                result = readBytes(descriptor, buffer.baseAddress, size)
            }
            if result < 0 { failure = errno }
            count = max(0, result)
        }
        guard failure == 0 else { throw InputError(path: name, doing: "read", code: failure) }
        return bytes
    }
}
