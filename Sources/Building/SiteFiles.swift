// One list of everything that a build writes, so that the preview can serve each file before it is
// written, and serves exactly what will be written.

import Decoding
import Formats
import Output
import Publishing
import Report

/// Every file of a report except the manifest, which lists the others.
struct SiteFiles: Sendable {
    let report: Report
    /// The designer's files, with their bytes.
    let assets: [(path: String, bytes: [UInt8])]
    /// Pictures and recordings.
    let media: [Medium]
    /// Files that some hosts read, such as `_headers`.
    let helpers: [(path: String, bytes: [UInt8])]
    /// The content that the report is made from.
    let content: SiteContent

    /// A file that is copied, with its identity when the site was read.
    struct Medium: Sendable {
        let path: String
        let source: String
        let identity: FileIdentity
    }

    /// Lists the files of a planned report; throws if an asset cannot be read.
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

    /// The number of files.
    var count: Int { report.fileCount + assets.count + media.count + helpers.count }

    /// Writes all files, or only makes them if there is nowhere to write; `leaks` looks at each of them.
    ///
    /// `step` is called before each file and may throw to stop.
    func write(
        to staged: StagedOutput?,
        leaks: LeakCheck?,
        step: @escaping @Sendable () throws -> Void
    ) throws {
        try report.render { path, bytes in
            try step()
            leaks?.look(at: path, bytes)
            try staged?.write(path, bytes)
        }
        for (path, bytes) in assets + helpers {
            try step()
            leaks?.look(at: path, bytes)
            try staged?.write(path, bytes)
        }
        for medium in media {
            try step()
            try medium.requireUnchanged()
            if let leaks {
                leaks.look(at: medium.path, try content.files.read("content/" + medium.path))
            }
            try staged?.copy(from: medium.source, to: medium.path)
            try medium.requireUnchanged()
        }
    }
}

extension SiteFiles.Medium {
    /// Throws if the file has changed since the site was read.
    fileprivate func requireUnchanged() throws {
        guard FileIdentity(path: source) == identity else {
            throw FileChangedDuringBuild(path: "content/" + path)
        }
    }
}

/// Thrown when a file changes during a build.
struct FileChangedDuringBuild: Error, CustomStringConvertible {
    /// The file's path, relative to the site's folder.
    let path: String

    var description: String { "\(path) changed while the report was being built; build again" }
}
