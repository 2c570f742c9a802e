// What was read is stated by its digests. They are taken when the report is planned: a report that is
// written later, after other edits, must not state those.

import Decoding
import Output
import Records
import Report

/// A report and what its manifest says besides the files: the program, every input by its digest, and
/// the numbers.
struct WritingJob: Sendable {
    let files: SiteFiles
    private let inputs: [String: Digest]
    /// Inputs that go into the report as they are: the path in the output by the input's.
    private let copied: [String: String]

    /// Takes the digests of the inputs; throws when one is not any more what was read.
    init(_ files: SiteFiles) throws {
        self.files = files
        let content = files.content
        let paths = WritingJob.inputs(content)
        var inputs: [String: Digest] = [:]
        for file in content.files.files where paths.contains(file.path) {
            inputs[file.path] = try Digest(of: content.files.read(file.path))
            guard content.files.isUnchanged(file) else { throw ChangedMeanwhile(path: file.path) }
        }
        self.inputs = inputs
        let assets = content.assets.map { ("templates/" + $0, $0) }
        let media = content.media.map { ("content/" + $0, $0) }
        copied = Dictionary(assets + media, uniquingKeysWith: { first, _ in first })
    }

    /// What the manifest of the staged files states.
    func statement(_ staged: StagedOutput) -> Manifest.Statement {
        var statement = Manifest.Statement()
        statement.generator = Version.text
        statement.inputs = inputs
        // Pictures and style sheets have been read to be copied.
        for (input, path) in copied { statement.inputs[input] = staged.digest(path) }
        statement.totals = WritingJob.stated(files.report.statedTotals)
        statement.figures = files.report.statedFigures.mapValues(WritingJob.stated)
        return statement
    }

    /// The files that the report was made from, but those that are copied into it.
    ///
    /// A file that did not go into it is not named: the name of a draft, or of a spreadsheet kept
    /// beside the data, could tell what is not public. A release states the digest of its manifest,
    /// so no manifest can state that of a release.
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
                minimum: total.minimum,
                maximum: total.maximum,
                unknown: total.unknown
            )
        }
        return stated
    }
}
