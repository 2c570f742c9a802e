// A manifest states the digest of every input. The digests are computed when the report is planned, so
// that a report that is written later does not state the digests of files edited in the meantime.

import Decoding
import Output
import Records
import Report

/// A report that can be written, with everything that its manifest states: the program, the digest of every
/// input, and the figures.
struct WritingJob: Sendable {
    let files: SiteFiles
    private let inputs: [String: Digest]
    /// The inputs that are copied unchanged: the path in the output by the path of the input.
    private let copied: [String: String]

    /// Computes the digests of the inputs; throws if one has changed since it was read.
    init(_ files: SiteFiles) throws {
        self.files = files
        let content = files.content
        let paths = WritingJob.inputs(content)
        var inputs: [String: Digest] = [:]
        for file in content.files.files where paths.contains(file.path) {
            inputs[file.path] = try Digest(of: content.files.read(file.path))
            guard content.files.isUnchanged(file) else {
                throw FileChangedDuringBuild(path: file.path)
            }
        }
        self.inputs = inputs
        let assets = content.assets.map { ("templates/" + $0, $0) }
        let media = files.media.map { ("content/" + $0.path, $0.path) }
        copied = Dictionary(assets + media, uniquingKeysWith: { first, _ in first })
    }

    /// The statement for the manifest of the staged files.
    func statement(_ staged: StagedOutput) -> Manifest.Statement {
        var statement = Manifest.Statement()
        statement.generator = Version.text
        statement.inputs = inputs
        // The digests of copied files were computed while they were staged.
        for (input, path) in copied { statement.inputs[input] = staged.digest(path) }
        statement.totals = WritingJob.stated(files.report.statedTotals)
        statement.figures = files.report.statedFigures.mapValues(WritingJob.stated)
        return statement
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
        paths.formUnion(site.templates.map(\.file))
        paths.formUnion(site.words.map(\.file))
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
