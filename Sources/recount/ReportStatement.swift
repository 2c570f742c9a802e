import Output
import Reading
import Records
import Report

/// What the manifest says besides the files: the program, every input by its digest, and the numbers.
enum ReportStatement {
    /// States what a staged report was made from.
    static func of(
        _ report: Report,
        _ site: SiteContent,
        _ staged: StagedOutput
    ) throws -> Manifest.Statement {
        var statement = Manifest.Statement()
        statement.generator = Version.text
        let files = site.files
        let inputs = inputs(site)
        for file in files.files where inputs.contains(file.path) {
            // Pictures and style sheets go into the report as they are, and have been read for that.
            let copied = ["content/media/", "templates/assets/"]
                .contains(where: file.path.hasPrefix)
            let path = file.path.split(separator: "/", maxSplits: 1).last.map { String($0) } ?? ""
            let known = copied ? staged.digest(path) : nil
            statement.inputs[file.path] = try known ?? Digest(of: files.read(file.path))
        }
        statement.totals = stated(report.statedTotals)
        statement.figures = report.statedFigures.mapValues(stated)
        return statement
    }

    /// The files that the report was made from.
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
        paths.formUnion(site.media.map { "content/" + $0 })
        paths.formUnion(site.templates.map(\.file))
        paths.formUnion(site.words.map(\.file))
        paths.formUnion(site.assets.map { "templates/" + $0 })
        if let basemap = site.basemap { paths.insert("content/" + basemap.path) }
        return paths
    }

    private static func stated(_ totals: [Measure: Total]) -> [String: Manifest.Stated] {
        var stated: [String: Manifest.Stated] = [:]
        for (measure, total) in totals {
            stated[measure.rawValue] = Manifest.Stated(
                minimum: total.minimum,
                maximum: total.maximum,
                unknown: total.unknown
            )
        }
        return stated
    }
}
