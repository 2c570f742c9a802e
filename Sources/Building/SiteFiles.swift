// One list of everything that a build writes, so that the preview can serve each file before it is
// written, and serves exactly what will be written.

import Decoding
import Formats
import Media
import Output
import Publishing
import Report

/// Every file of a report except the manifest, which lists the others.
struct SiteFiles: Sendable {
    let report: Report
    /// The designer's files, with their bytes.
    let assets: [(path: String, bytes: [UInt8])]
    /// Pictures and recordings that are published.
    let media: [MediumFile]
    /// The smaller sizes of the pictures that pages show.
    let smaller: [SmallerPicture]
    /// Files that some hosts read, such as `_headers`.
    let helpers: [(path: String, bytes: [UInt8])]
    /// The content that the report is made from.
    let content: SiteContent

    /// Lists the files of a planned report; throws if an asset cannot be read.
    init(
        _ report: Report,
        _ content: SiteContent,
        _ media: MediaPlan,
        _ smaller: SmallerPictures,
        _ publishing: PublishingSettings
    ) throws {
        self.report = report
        self.content = content
        assets = try media.assets(content)
        self.media = media.media
        self.smaller = smaller.all
        let redirects = report.earlierPaths.map { HostHelpers.Redirect(from: $0.from, to: $0.to) }
        helpers = HostHelpers.files(
            publishing.helpers,
            url: content.settings.url,
            redirects: redirects,
            isFramed: content.settings.hasEmbeds
        )
    }

    /// The number of files.
    var count: Int {
        report.fileCount + assets.count + helpers.count + media.count + smaller.count
    }

    /// The number of files of a shard.
    func count(in shard: Shard?) -> Int {
        shard.map { shard in (0..<count).count { shard.has($0) } } ?? count
    }

    /// The paths of all files.
    var paths: [String] {
        report.paths + (assets + helpers).map(\.path) + media.map(\.path) + smaller.map(\.path)
    }

    /// Writes all files, or those of a shard, or only makes them if there is nowhere to write; `leaks` looks at each of
    /// them.
    ///
    /// Files that `kept` has from an earlier build are not made. `step` is called for each file and may throw to stop.
    func write(
        to staged: StagedOutput?,
        shard: Shard?,
        leaks: LeakCheck?,
        kept: KeptFiles? = nil,
        step: @escaping @Sendable () throws -> Void
    ) throws {
        let reuse = staged.flatMap { kept?.reuse(of: self, leaks: leaks, into: $0, step: step) }
        try report.render(
            only: shard.map { shard in { shard.has($0) } },
            reusing: reuse
        ) { path, file in
            try step()
            switch file {
            case .whole(let bytes):
                leaks?.look(at: path, bytes)
                try staged?.write(path, bytes)
            case .inPieces(let pieces):
                let writer = try staged?.begin(path)
                var size = 0
                try pieces { piece in
                    leaks?.look(at: path, piece, from: size)
                    try writer?.append(piece)
                    size += piece.count
                }
                try writer?.finish()
            }
        }
        let others = assets + helpers
        for (number, (path, bytes)) in others.enumerated() {
            if let shard, !shard.has(report.fileCount + number) { continue }
            try step()
            leaks?.look(at: path, bytes)
            try staged?.write(path, bytes)
        }
        for (number, medium) in media.enumerated() {
            if let shard, !shard.has(report.fileCount + others.count + number) { continue }
            try step()
            if leaks == nil, staged == nil { continue }
            if let bytes = try medium.cleanedBytes() {
                leaks?.look(at: medium.path, bytes)
                try staged?.write(medium.path, bytes)
                continue
            }
            try medium.requireUnchanged()
            if let leaks { leaks.look(at: medium.path, try medium.requiredContent()) }
            try staged?.copy(from: medium.source, to: medium.path)
            try medium.requireUnchanged()
        }
        let copied = report.fileCount + others.count + media.count
        for (number, picture) in smaller.enumerated() {
            if let shard, !shard.has(copied + number) { continue }
            try step()
            if leaks == nil, staged == nil { continue }
            let bytes = try picture.bytes()
            leaks?.look(at: picture.path, bytes)
            try staged?.write(picture.path, bytes)
        }
    }
}

/// Thrown when a file changes during a build.
struct FileChangedDuringBuild: Error, CustomStringConvertible {
    /// The file's path, relative to the site's folder.
    let path: String

    var description: String { "\(path) changed while the report was being built; build again" }
}
