// A manifest names every input, and states the digest of what the report shows of it: of a table its download, of an
// article its page, of a picture its copy. The digest of a whole table would let a reader find out a private cell by
// trying all values that it may have.

import Decoding
import Diagnostics
import Output
import Records
import Report

/// A report that can be written, with everything that its manifest states: the program, the inputs, and the
/// figures.
struct WritingJob: Sendable {
    let files: SiteFiles
    /// The inputs.
    private let inputs: Set<String>
    /// The last look for private values; `nil` if the site has none.
    let leaks: LeakCheck?
    /// The file of the report that shows what is published of an input, by the path of the input.
    private let published: [String: String]

    /// Lists the inputs; throws if one has changed since it was read.
    init(_ files: SiteFiles, leaks: LeakCheck?) throws {
        self.files = files
        self.leaks = leaks
        let content = files.content
        let paths = WritingJob.inputs(content)
        var inputs: Set<String> = []
        for file in content.files.files where paths.contains(file.path) {
            inputs.insert(file.path)
            guard content.files.isUnchanged(file) else {
                throw FileChangedDuringBuild(path: file.path)
            }
        }
        let assets = content.assets.filter { $0.origin != .program }
            .map { ($0.file, $0.path) }
        let media = files.media.map { ("content/" + $0.path, $0.path) }
        let tables = files.report.tableDownloads.map { ("content/" + $0, $1) }
        let pages = files.report.articlePages.map { ("content/" + $0, $1) }
        published = Dictionary(
            assets + media + tables + pages,
            uniquingKeysWith: { first, _ in first }
        )
        self.inputs = inputs.union((assets + media).map(\.0))
    }

    /// The statement for the manifest of the staged files.
    func statement(_ staged: StagedOutput) -> Manifest.Statement {
        var statement = statement
        for input in inputs {
            statement.inputs[input] = .some(published[input].flatMap { staged.digest($0) })
        }
        statement.isSearched = true
        return statement
    }

    /// What a shard of the report states of itself; throws if an input has changed since it was read.
    func description(of shard: Shard) throws -> ShardDescription {
        let report = DigestStream()
        func add(_ bytes: [UInt8]) { bytes.withUnsafeBytes { report.add($0) } }
        var manifest = Manifest()
        manifest.statement = statement
        add(manifest.bytes)
        for path in files.paths { add(Array((path + "\n").utf8)) }
        let content = files.content
        for file in content.files.files where inputs.contains(file.path) {
            guard let bytes = try content.files.readUnchanged(file) else {
                throw FileChangedDuringBuild(path: file.path)
            }
            add(Array("\(file.path) \(Digest(of: bytes))\n".utf8))
        }
        for template in content.templates { add(template.bytes) }
        for words in content.words { add(Array(words.text.utf8)) }
        for asset in content.assets { add(Array(asset.hash.utf8)) }
        return ShardDescription(
            shard: shard,
            files: files.count,
            report: report.finish() ?? Digest(of: []),
            published: published
        )
    }

    /// The statement without digests.
    private var statement: Manifest.Statement {
        var statement = Manifest.Statement()
        statement.generator = Version.text
        for input in inputs { statement.inputs[input] = .some(nil) }
        statement.totals = WritingJob.stated(files.report.statedTotals)
        statement.figures = files.report.statedFigures.mapValues(WritingJob.stated)
        return statement
    }

    /// Reports the private values in the files that were written and in the manifest; run it after them.
    func reportLeaks(_ log: inout DiagnosticLog) {
        guard let leaks else { return }
        var manifest = Manifest()
        manifest.statement = statement
        leaks.look(at: Manifest.path, manifest.bytes)
        leaks.report(&log)
    }

    /// The files that the report was made from, except those that are copied into it.
    ///
    /// A file that was not used is not listed, because the name of a draft or of a spreadsheet kept
    /// beside the data could reveal what is not public. Releases are not listed either: a release states
    /// the digest of its manifest, so the manifest cannot state the digest of the release.
    private static func inputs(_ site: SiteContent) -> Set<String> {
        var paths: Set<String> = [
            "content/site.yaml", "content/datapackage.yaml", "content/datapackage.json",
        ]
        paths.formUnion(site.dataset.codebook.resources.map { "content/" + $0.path })
        paths.formUnion(site.articles.map(\.file))
        paths.formUnion(site.narratives.values.map(\.file))
        // What comes with the program is named by its version.
        paths.formUnion(site.templates.filter { $0.origin != .program }.map(\.file))
        paths.formUnion(site.words.filter { $0.origin != .program }.map(\.file))
        if let basemap = site.basemap { paths.insert("content/" + basemap.path) }
        return paths
    }

    private static func stated(_ totals: [Measure: Total]) -> [String: Manifest.Stated] {
        var stated: [String: Manifest.Stated] = [:]
        for (measure, total) in totals {
            stated[measure.name] = Manifest.Stated(
                minimum: total.statedMinimum,
                maximum: total.statedMaximum,
                isOpen: total.openEnded > 0,
                unknown: total.unknown
            )
        }
        return stated
    }
}
