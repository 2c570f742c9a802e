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
        let slash = path.lastIndex(of: "/")
        let folder = slash.map { String(path[...$0]) } ?? ""
        let name = slash.map { String(path[path.index(after: $0)...]) } ?? path
        let beside = folder + (temporaryName ?? prefix + name)
        unlink(beside)
        let number = open(beside, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o644)
        guard number >= 0 else { throw .refused(action: "create", path: path, code: errno) }
        let file = Descriptor(number)
        let isWritten = bytes.withUnsafeBytes { FileContent.write($0, to: number) }
        guard isWritten, fsync(number) == 0 || errno == EINVAL, file.finish(),
            rename(beside, path) == 0
        else {
            let code = errno
            unlink(beside)
            throw .refused(action: "write", path: path, code: code)
        }
    }
}
