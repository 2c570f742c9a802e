import Foundation
import Records

/// Writes what a release stated to the site's `content/releases`.
struct ReleaseRecord {
    /// The site's folder.
    let site: String

    /// Writes the file of a release; readers of the folder see all of it or nothing.
    ///
    /// A file of the same name is replaced: it records the same number of the same day.
    func write(_ release: Release) throws {
        let file = URL(filePath: site).appending(path: release.stamp.path)
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(),
            withIntermediateDirectories: true
        )
        try Data(ReleaseText.bytes(release)).write(to: file, options: .atomic)
    }
}
