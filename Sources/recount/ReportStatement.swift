import Output
import Reading
import Records
import Report

/// What the manifest says besides the files: the program, every input by its digest, and the numbers.
enum ReportStatement {
    /// States what a staged report was made from.
    static func of(
        _ report: Report,
        _ files: InputTree,
        _ staged: StagedOutput
    ) throws -> Manifest.Statement {
        var statement = Manifest.Statement()
        statement.generator = Version.text
        // A release states the digest of its manifest, so no manifest can state that of a release.
        for file in files.files where !file.path.hasPrefix("content/releases/") {
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
