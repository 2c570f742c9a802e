import Diagnostics
import Foundation
import Output

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// Reads the few small files that this room handles itself: manifests and signatures.
package enum LocalFile {
    /// All bytes of a regular file; `nil` if it does not exist or cannot be read.
    package static func read(_ path: String) -> [UInt8]? {
        let file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard file >= 0 else { return nil }
        defer { close(file) }
        var status = stat()
        guard fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
        var bytes: [UInt8] = []
        while true {
            var result = 0
            let piece = [UInt8](unsafeUninitializedCapacity: 1 << 18) { buffer, count in
                repeat {
                    #if canImport(Glibc)
                    result = Glibc.read(file, buffer.baseAddress, buffer.count)
                    #else
                    result = Darwin.read(file, buffer.baseAddress, buffer.count)
                    #endif
                } while result < 0 && errno == EINTR
                count = max(0, result)
            }
            // A part of a manifest must not be taken for all of it.
            if result < 0 { return nil }
            if piece.isEmpty { return bytes }
            bytes += piece
        }
    }

    /// Writes a temporary file and renames it, so that the file is never incomplete.
    package static func write(_ bytes: [UInt8], to path: String) throws(PublishError) {
        do { try AtomicFile.write(bytes, to: path) } catch {
            guard case .refused(_, _, let code) = error else { throw .file(reason: "\(error)") }
            throw .file(reason: "“\(path)” cannot be written: \(SystemError.reason(code))")
        }
    }

    /// The absolute path, in which rsync does not read a colon as the end of a host name.
    static func absolute(_ path: String) -> String? {
        guard let real = realpath(path, nil) else { return nil }
        defer { free(real) }
        return String(cString: real)
    }

    /// The kind of file at a path.
    enum Kind {
        case nothing
        case file
        case folder
    }

    /// The kind of file at a path, after following links.
    static func kind(_ path: String) -> Kind {
        var status = stat()
        guard stat(path, &status) == 0 else { return .nothing }
        return status.st_mode & S_IFMT == S_IFDIR ? .folder : .file
    }
}

/// A folder for files that programs read and write, deleted with its last owner.
package final class ScratchFolder: Sendable {
    /// Its path.
    package let path: String

    /// Makes the folder, for this user only.
    package init() throws(PublishError) {
        let parent = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
        var name = Array((parent + "/recount-XXXXXX").utf8CString)
        let made = name.withUnsafeMutableBufferPointer { buffer in
            buffer.baseAddress.flatMap { mkdtemp($0) } != nil
        }
        guard made else {
            throw .file(
                reason: "no folder can be made in \(parent): \(SystemError.reason(errno))"
            )
        }
        path = String(decoding: name.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }
}
