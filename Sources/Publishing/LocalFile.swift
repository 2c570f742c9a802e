import Foundation

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// Reads and writes the few small files that this room handles itself: manifests and signatures.
enum LocalFile {
    /// All bytes of a plain file; `nil` when there is none that can be read.
    static func read(_ path: String) -> [UInt8]? {
        let file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard file >= 0 else { return nil }
        defer { close(file) }
        var status = stat()
        guard fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
        var bytes: [UInt8] = []
        while true {
            let piece = [UInt8](unsafeUninitializedCapacity: 1 << 18) { buffer, count in
                #if canImport(Glibc)
                count = max(0, Glibc.read(file, buffer.baseAddress, buffer.count))
                #else
                count = max(0, Darwin.read(file, buffer.baseAddress, buffer.count))
                #endif
            }
            if piece.isEmpty { return bytes }
            bytes += piece
        }
    }

    /// Writes a file beside its place and renames it, so that nobody sees half of it.
    static func write(_ bytes: [UInt8], to path: String) -> Bool {
        let beside = path + ".new"
        unlink(beside)
        let file = open(beside, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o644)
        guard file >= 0 else { return false }
        var done = 0
        while done < bytes.count {
            let count = bytes.withUnsafeBytes { buffer -> Int in
                guard let base = buffer.baseAddress else { return -1 }
                #if canImport(Glibc)
                return Glibc.write(file, base + done, bytes.count - done)
                #else
                return Darwin.write(file, base + done, bytes.count - done)
                #endif
            }
            guard count > 0 else {
                close(file)
                unlink(beside)
                return false
            }
            done += count
        }
        guard close(file) == 0, rename(beside, path) == 0 else {
            unlink(beside)
            return false
        }
        return true
    }

    /// The path as an absolute one, so that rsync takes no colon in it for a host.
    static func absolute(_ path: String) -> String? {
        guard let real = realpath(path, nil) else { return nil }
        defer { free(real) }
        return String(cString: real)
    }

    /// What kind of thing stands at a path.
    enum Kind {
        case nothing
        case file
        case folder
    }

    /// What stands at a path, links followed.
    static func kind(_ path: String) -> Kind {
        var status = stat()
        guard stat(path, &status) == 0 else { return .nothing }
        return status.st_mode & S_IFMT == S_IFDIR ? .folder : .file
    }
}

/// A folder for what is fetched from a target, gone with its last owner.
final class ScratchFolder {
    /// Its path.
    let path: String

    init() throws(PublishError) {
        let parent = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
        var name = Array((parent + "/recount-XXXXXX").utf8CString)
        let made = name.withUnsafeMutableBufferPointer { buffer in
            buffer.baseAddress.flatMap { mkdtemp($0) } != nil
        }
        guard made else {
            throw .file(reason: "no folder can be made in \(parent)")
        }
        path = String(decoding: name.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }
}
