// A file may be replaced between the scan of the folder and the moment when it is opened. Its number and
// the time of its last change show whether it was.

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// What distinguishes one state of a file from any other.
public struct FileIdentity: Hashable, Sendable {
    /// Its disk, its number there, its size, and when it was written: seconds and nanoseconds.
    private let parts: [Int]

    /// The identity of the regular file at a path; `nil` when there is none or the path is a link.
    public init?(path: String) {
        var status = stat()
        guard lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
        self.init(status)
    }

    /// The identity of a file from its status.
    public init(_ status: stat) {
        #if canImport(Glibc)
        let time = status.st_mtim
        #else
        let time = status.st_mtimespec
        #endif
        parts = [
            Int(truncatingIfNeeded: status.st_dev), Int(truncatingIfNeeded: status.st_ino),
            Int(status.st_size), time.tv_sec, time.tv_nsec,
        ]
    }

    /// The identity as a word of letters, digits and hyphens.
    public var word: String { parts.map { String($0, radix: 36) }.joined(separator: "-") }
}
