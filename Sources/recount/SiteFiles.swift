// All that a build writes stands in one list, so that the preview can serve each file before the
// build has written it, and serves what the build will write.

import Output
import Publishing
import Reading
import Report

/// Every file of a site but the manifest, which names the others.
struct SiteFiles: Sendable {
    let report: Report
    /// The designer's files, with their bytes.
    let assets: [(path: String, bytes: [UInt8])]
    /// Pictures and recordings: the path in the output and the file that is copied.
    let media: [(path: String, source: String)]
    /// What some hosts want beside a site.
    let helpers: [(path: String, bytes: [UInt8])]

    /// Lists the files of a planned report; throws when a designer's file cannot be read.
    init(_ report: Report, _ content: SiteContent, _ publishing: PublishingSettings) throws {
        self.report = report
        assets = try content.assets.map { ($0, try content.files.read("templates/" + $0)) }
        media = content.media.map { ($0, content.files.root + "/content/" + $0) }
        let redirects = report.earlierPaths.map { HostHelpers.Redirect(from: $0.from, to: $0.to) }
        helpers = HostHelpers.files(
            publishing.helpers,
            url: content.settings.url,
            redirects: redirects
        )
    }

    /// How many there are.
    var count: Int { report.fileCount + assets.count + media.count + helpers.count }

    /// Writes all; `step` is called before each and may throw to stop.
    func write(to staged: StagedOutput, step: @escaping @Sendable () throws -> Void) throws {
        try report.render { path, bytes in
            try step()
            try staged.write(path, bytes)
        }
        for (path, bytes) in assets {
            try step()
            try staged.write(path, bytes)
        }
        for (path, source) in media {
            try step()
            try staged.copy(from: source, to: path)
        }
        for (path, bytes) in helpers {
            try step()
            try staged.write(path, bytes)
        }
    }
}
