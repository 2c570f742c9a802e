// A page finds out by itself whether it has changed; the pictures and style sheets that it uses it is
// told of. Those come into the report as they are, so they are told apart before anything is written.

import Formats

/// The files that go into a report as they are, as they were at one time.
struct CopiedFiles: Sendable {
    /// Equal as long as a file is the same.
    private enum Contents: Equatable, Sendable {
        case bytes([UInt8])
        case file(FileIdentity)
    }

    private var contents: [String: Contents] = [:]

    /// Takes note of the files of a report.
    init(_ files: SiteFiles) {
        for (path, bytes) in files.assets { contents[path] = .bytes(bytes) }
        for medium in files.media { contents[medium.path] = .file(medium.identity) }
    }

    /// The paths of those that are new, changed or gone since an earlier time, sorted.
    func changes(since before: CopiedFiles) -> [String] {
        Set(contents.keys).union(before.contents.keys)
            .filter { contents[$0] != before.contents[$0] }.sorted()
    }
}
