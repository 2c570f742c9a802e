// All that a build writes stands in one list, so that the preview can serve each file before the
// build has written it, and serves what the build will write.

import Decoding
import Formats
import Output
import Publishing
import Report

/// Every file of a site but the manifest, which names the others.
struct SiteFiles: Sendable {
    let report: Report
    /// The designer's files, with their bytes.
    let assets: [(path: String, bytes: [UInt8])]
    /// Pictures and recordings.
    let media: [Medium]
    /// What some hosts want beside a site.
    let helpers: [(path: String, bytes: [UInt8])]
    /// What was read to make the report.
    let content: SiteContent

    /// A file that is copied, in the state in which it belongs to the report.
    struct Medium: Sendable {
        let path: String
        let source: String
        let identity: FileIdentity
    }

    /// Lists the files of a planned report; throws when a file that goes into it as it is cannot be
    /// read.
    init(_ report: Report, _ content: SiteContent, _ publishing: PublishingSettings) throws {
        self.report = report
        self.content = content
        let files = content.files
        assets = try content.assets.map { ($0, try files.read("templates/" + $0)) }
        media = content.media.compactMap { path in
            files.file("content/" + path)
                .map {
                    Medium(path: path, source: files.place(of: $0), identity: $0.identity)
                }
        }
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
        for (path, bytes) in assets + helpers {
            try step()
            try staged.write(path, bytes)
        }
        for medium in media {
            try step()
            try medium.requireUnchanged()
            try staged.copy(from: medium.source, to: medium.path)
            try medium.requireUnchanged()
        }
    }
}

extension SiteFiles.Medium {
    /// Throws when the file is another than the one that was looked at.
    fileprivate func requireUnchanged() throws {
        guard FileIdentity(path: source) == identity else {
            throw ChangedMeanwhile(path: "content/" + path)
        }
    }
}

/// A file that changed while the report was made.
struct ChangedMeanwhile: Error, CustomStringConvertible {
    /// The file, from the site's folder.
    let path: String

    var description: String { "\(path) changed while the report was made; build again" }
}
