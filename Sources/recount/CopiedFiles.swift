// A page finds out by itself whether it has changed; the pictures and style sheets that it uses it is
// told of. Those come into the report as they are, so they are told apart before anything is written.

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// The files that go into a report as they are, as they were at one time.
struct CopiedFiles: Sendable {
    /// Equal as long as a file is the same.
    private enum Contents: Equatable, Sendable {
        case bytes([UInt8])
        /// Its number, its size, and when it was written: seconds and nanoseconds.
        case written([Int])
    }

    private var contents: [String: Contents] = [:]

    /// Takes note of the files as they are now.
    init(_ files: SiteFiles) {
        for (path, bytes) in files.assets { contents[path] = .bytes(bytes) }
        for (path, source) in files.media {
            var status = stat()
            guard stat(source, &status) == 0 else { continue }
            #if canImport(Glibc)
            let time = status.st_mtim
            #else
            let time = status.st_mtimespec
            #endif
            contents[path] = .written([
                Int(status.st_ino), Int(status.st_size), time.tv_sec, time.tv_nsec,
            ])
        }
    }

    /// The paths of those that are new, changed or gone since an earlier time, sorted.
    func changes(since before: CopiedFiles) -> [String] {
        Set(contents.keys).union(before.contents.keys)
            .filter { contents[$0] != before.contents[$0] }.sorted()
    }
}
