import Foundation
import Output
import Records
import Report

/// Writes what a release stated to the site's `content/releases`.
package struct ReleaseRecord {
    /// The site's folder.
    let site: String
    /// The folder with the report as it was published.
    let output: String

    /// Creates a record for a site and the folder that its report was written to.
    package init(site: String, output: String) {
        self.site = site
        self.output = output
    }

    /// Writes the file of a release atomically.
    ///
    /// A file of the same name is replaced: it records the same release number on the same day.
    package func write(_ report: Report, as stamp: ReleaseStamp) throws {
        let manifest = try Data(contentsOf: URL(filePath: output).appending(path: "manifest.json"))
        let release = report.release(stamp, manifest: Digest(of: [UInt8](manifest)).description)
        let file = URL(filePath: site).appending(path: stamp.path)
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(),
            withIntermediateDirectories: true
        )
        // One name for all releases, so that what a killed run left is gone after the next.
        try AtomicFile.write(
            ReleaseText.bytes(release),
            to: file.path(percentEncoded: false),
            temporaryName: ".recount-release"
        )
    }
}
