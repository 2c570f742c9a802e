// Everything else in a report is made from records that say what is public. A picture says nothing of the kind, so
// only those that the report uses are published, each without its metadata, and one that cannot be read is
// refused before anything is written.

import Decoding
import Diagnostics
import Formats
import Media
import Records
import Report
import Text

/// The files under `media/` and among the assets that are published, checked.
struct MediaPlan: Sendable {
    /// The media, in the order of their paths.
    let media: [MediumFile]
    private let settings: MediaSettings
    private let tools: InstalledTools

    /// How many names of unused files are printed.
    private static let namesShown = 3

    /// Finds and checks the files, and reports those that cannot be published.
    init(
        _ report: Report,
        _ content: SiteContent,
        cache: inout MediaCache,
        isStopped: @Sendable () -> Bool,
        log: inout DiagnosticLog
    ) throws {
        let settings = MediaSettings(content, log: &log)
        let tools = cache.tools
        self.settings = settings
        self.tools = tools
        let used = try report.usedMedia(of: content).union(settings.published)
        let files = content.files
        media = content.media.filter(used.contains)
            .compactMap { path in
                files.file("content/" + path)
                    .map {
                        let file = MediaFile(
                            path: path,
                            keepsMetadata: settings.keeps(path),
                            tools: tools
                        )
                        return MediumFile(path, $0, in: files, file: file)
                    }
            }
        MediaPlan.reportUnused(content.media.filter { !used.contains($0) }, &log)
        MediaPlan.reportWithheld(content.withheldMedia.intersection(used), &log)
        reportPrivate(content, &log)
        try check(cache: &cache, isStopped: isStopped, log: &log)
        try checkAssets(content, &log)
    }

    /// The media that pages show as pictures, if they are to be offered in smaller sizes.
    func scalable(_ report: Report) -> [MediumFile] {
        guard settings.makesSmaller, media.contains(where: \.file.isScalable) else { return [] }
        let shown = report.shownPictures
        return media.filter { $0.file.isScalable && shown.contains($0.path) }
    }

    /// The designer's files, pictures without their metadata.
    func assets(_ content: SiteContent) throws -> [(path: String, bytes: [UInt8])] {
        try content.assets.map { asset in
            let file = file(asset)
            let bytes = try asset.bytes(in: content.files)
            return (asset.path, file.isMedium ? try file.cleaned(bytes) : bytes)
        }
    }

    private func file(_ asset: AssetSource) -> MediaFile {
        MediaFile(path: asset.path, keepsMetadata: settings.keeps(asset.path), tools: tools)
    }

    private func check(
        cache: inout MediaCache,
        isStopped: @Sendable () -> Bool,
        log: inout DiagnosticLog
    ) throws {
        var kept = MediaCache(tools: tools, measured: cache.measured, sized: cache.sized)
        let results = withoutActuallyEscaping(isStopped) { isStopped in
            ParallelMap.map(media) { [known = cache] medium in
                Result<MediaFlaw?, any Error> {
                    if known.isSound(medium) { return nil }
                    if isStopped() { throw CancellationError() }
                    return try medium.flaw()
                }
            }
        }
        for (medium, result) in zip(media, results) {
            let flaw = try result.get()
            guard let flaw else {
                kept.store(medium)
                continue
            }
            MediaPlan.report(flaw, in: "content/" + medium.path, &log) { try? medium.content() }
        }
        cache = kept
    }

    private func checkAssets(_ content: SiteContent, _ log: inout DiagnosticLog) throws {
        for asset in content.assets {
            let file = file(asset)
            guard file.isMedium else { continue }
            let bytes = try asset.bytes(in: content.files)
            do throws(MediaFlaw) {
                _ = try file.cleaned(bytes)
            } catch {
                MediaPlan.report(error, in: asset.file, &log) { bytes }
            }
        }
    }

    /// Reports a flaw, of a drawing with its line and column.
    private static func report(
        _ flaw: MediaFlaw,
        in path: String,
        _ log: inout DiagnosticLog,
        text: () -> [UInt8]?
    ) {
        let name = path.split(separator: "/").last ?? ""
        var location = SourceLocation(file: path)
        var place = ""
        if let offset = flaw.offset {
            if path.lowercased().hasSuffix(".svg"), let text = text() {
                location = SourceText(file: path, bytes: text).location(offset)
            } else {
                place = " (at byte \(offset))"
            }
        }
        log.report(
            flaw.rule,
            at: location,
            flaw.rule == .damaged
                ? "“\(name)” cannot be published: \(flaw.message)\(place)"
                : "“\(name)” \(flaw.message)\(place)",
            suggestion: flaw.suggestion
        )
    }

    private static func reportUnused(_ paths: [String], _ log: inout DiagnosticLog) {
        guard let first = paths.first else { return }
        var names = paths.prefix(namesShown).map { "“\($0.dropFirst(6))”" }.joined(separator: ", ")
        if paths.count > namesShown { names += " and \(paths.count - namesShown) more" }
        log.report(
            MediaRule.unused,
            at: SourceLocation(file: "content/" + first),
            paths.count == 1
                ? "this file is used nowhere and is not published"
                : "\(paths.count) files in media/ are used nowhere and are not published: \(names)",
            suggestion: "Link to what readers need, delete the rest, or list files for download in "
                + "content/site.yaml: media: {publish: [\"media/files/*.csv\"]}."
        )
    }

    /// Reports media that are published although a withheld record uses them too.
    private static func reportWithheld(_ paths: Set<String>, _ log: inout DiagnosticLog) {
        for path in paths.sorted() {
            log.report(
                MediaRule.withheld,
                at: SourceLocation(file: "content/" + path),
                "this file is published, and a withheld record uses it too",
                suggestion:
                    "If it shows what is withheld, take it out of the texts, rows and settings "
                    + "that use it; a file that only withheld records use is not published."
            )
        }
    }

    /// Reports media that are tables of records, or the same file as one outside `media/`.
    private func reportPrivate(_ content: SiteContent, _ log: inout DiagnosticLog) {
        let tables = Set(content.dataset.codebook.resources.map(\.path))
        var others: [FileIdentity: String] = [:]
        for file in content.files.files where !media.isEmpty {
            if !file.path.hasPrefix("content/media/") { others[file.identity] = file.path }
        }
        for medium in media {
            let other = others[medium.identity]
            guard tables.contains(medium.path) || other != nil else { continue }
            log.report(
                MediaRule.isPrivate,
                at: SourceLocation(file: "content/" + medium.path),
                other.map { "this is the same file as \($0), under a second name" }
                    ?? "this is a table of records, whose private columns would be published",
                suggestion: "Keep tables in content/data/, and link to the report’s own downloads, "
                    + "which contain the public columns."
            )
        }
    }
}

/// What is known of files that have not changed since they were checked.
struct MediaCache: Sendable {
    private struct Key: Hashable, Sendable {
        let path: String
        let identity: FileIdentity
        let isCleaned: Bool

        init(_ medium: MediumFile) {
            path = medium.path
            identity = medium.identity
            isCleaned = medium.isCleaned
        }
    }

    private var known: Set<Key> = []
    /// The programs that remove metadata, and what they made.
    let tools: InstalledTools
    /// What was found out about files for the pages that show them.
    let measured: MeasuredMedia
    /// Which smaller sizes were made.
    let sized: SizedPictures

    /// Creates a cache that knows of no file.
    init(
        tools: InstalledTools = InstalledTools(),
        measured: MeasuredMedia = MeasuredMedia(),
        sized: SizedPictures = SizedPictures()
    ) {
        self.tools = tools
        self.measured = measured
        self.sized = sized
    }

    /// Whether a file can be published; a flaw is looked for again, because it may be a program that was missing.
    func isSound(_ medium: MediumFile) -> Bool { known.contains(Key(medium)) }

    mutating func store(_ medium: MediumFile) { known.insert(Key(medium)) }
}
