// The preview can compare a page with its last version, but not the pictures and style sheets that the page uses. These
// are copied into the report unchanged, so they are compared with those of the last build before anything is written.

import Formats
import Output

/// The files that are copied into a report unchanged, as they were during one build.
struct CopiedFiles: Sendable {
    /// What identifies the contents of a file.
    private enum Contents: Equatable, Sendable {
        case bytes([UInt8])
        case file(FileIdentity)
        case digest(Digest)
    }

    private var contents: [String: Contents] = [:]

    /// Records the copied files of a report.
    init(_ files: SiteFiles) {
        for (path, bytes) in files.assets { contents[path] = .bytes(bytes) }
        for medium in files.media { contents[medium.path] = .file(medium.identity) }
        for picture in files.smaller { contents[picture.path] = .digest(picture.digest) }
    }

    /// The paths of files that are new, changed or removed since an earlier build, sorted.
    func changes(since before: CopiedFiles) -> [String] {
        Set(contents.keys).union(before.contents.keys)
            .filter { contents[$0] != before.contents[$0] }.sorted()
    }
}
