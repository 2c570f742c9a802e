#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// Writes single files so that nobody sees half of one, whatever happens.
public enum AtomicFile {
    /// What precedes the name of a file while it is written; such names are hidden, and no reader opens them.
    private static let prefix = ".recount-"

    /// Writes a file beside its place, waits until the disk has it, and renames it.
    ///
    /// - Parameters:
    ///   - bytes: All bytes of the file.
    ///   - path: Where the file goes; its folder must exist.
    ///   - temporaryName: The name that it has until then; the default depends on its own name. What a killed
    ///     run left under that name is overwritten.
    /// - Throws: Why the system refused.
    public static func write(
        _ bytes: [UInt8],
        to path: String,
        temporaryName: String? = nil
    ) throws(OutputError) {
        let beside = place(beside: path, temporaryName)
        try stage(bytes, at: beside, for: path)
        guard rename(beside, path) == 0 else {
            let code = errno
            unlink(beside)
            throw .refused(action: "write", path: path, code: code)
        }
    }

    /// Replaces several files, all or none: all are written beside their places before the first is renamed, and if one
    /// cannot be renamed, those before it get their former content back.
    ///
    /// - Parameter files: The files with all their bytes; their folders must exist.
    /// - Throws: Why the system refused.
    public static func replace(_ files: [(path: String, bytes: [UInt8])]) throws(OutputError) {
        var staged: [(path: String, new: String, old: String)] = []
        defer {
            for file in staged {
                unlink(file.new)
                unlink(file.old)
            }
        }
        for (path, bytes) in files {
            let new = place(beside: path, nil)
            let old = place(beside: path, prefix + "old-" + name(of: path))
            staged.append((path, new, old))
            try stage(bytes, at: new, for: path)
            unlink(old)
            guard link(path, old) == 0 || errno == ENOENT else {
                throw .refused(action: "keep a copy of", path: path, code: errno)
            }
        }
        for (number, file) in staged.enumerated() where rename(file.new, file.path) != 0 {
            let code = errno
            for done in staged[..<number] where rename(done.old, done.path) != 0 {
                unlink(done.path)
            }
            throw .refused(action: "write", path: file.path, code: code)
        }
    }

    private static func name(of path: String) -> String {
        path.lastIndex(of: "/").map { String(path[path.index(after: $0)...]) } ?? path
    }

    private static func place(beside path: String, _ temporaryName: String?) -> String {
        let name = name(of: path)
        return path.dropLast(name.count) + (temporaryName ?? prefix + name)
    }

    /// Writes a file, and waits until the disk has it.
    private static func stage(
        _ bytes: [UInt8],
        at beside: String,
        for path: String
    ) throws(OutputError) {
        unlink(beside)
        let number = open(beside, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o644)
        guard number >= 0 else { throw .refused(action: "create", path: path, code: errno) }
        let file = Descriptor(number)
        let isWritten = bytes.withUnsafeBytes { FileContent.write($0, to: number) }
        guard isWritten, fsync(number) == 0 || errno == EINVAL, file.finish() else {
            let code = errno
            unlink(beside)
            throw .refused(action: "write", path: path, code: code)
        }
    }
}
