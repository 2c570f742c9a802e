import Diagnostics
import Records

/// Warns of unfinished parts of a new report: sentences of the sample, and coordinates that cannot be drawn
/// on a map because their precision is not stated.
struct UnfinishedCheck {
    let settings: SiteSettings
    let articles: [Article]
    let dataset: Dataset

    /// The sentences that `recount new` writes into the files of a site, by key.
    static let samples: [String: String] = [
        "title": "A report to be named",
        "description": "What this report is about, in one sentence.",
        "credit": "What the report is made of, in one line.",
        "caution": "What a reader must not take it for.",
    ]

    func report(_ log: inout DiagnosticLog) {
        reportSamples(&log)
        reportPrecision(&log)
    }

    private func reportSamples(_ log: inout DiagnosticLog) {
        let site = "content/site.yaml"
        report("title", is: settings.title, in: site, log: &log)
        report("description", is: settings.description, in: site, log: &log)
        report("credit", is: settings.credit, in: site, log: &log)
        report("caution", is: settings.caution, in: site, log: &log)
        for article in articles {
            report("title", is: article.title, in: article.file, log: &log)
            report("description", is: article.description, in: article.file, log: &log)
        }
    }

    /// Reports a key whose text is still that of the sample.
    private func report(
        _ key: String,
        is text: String,
        in file: String,
        log: inout DiagnosticLog
    ) {
        guard text == UnfinishedCheck.samples[key] else { return }
        log.report(
            ProseRule.sampleText,
            at: SourceLocation(file: file),
            "\(key) still has the sample’s text: “\(text)”",
            suggestion: "Readers see it. Write it in your own words, or delete the line."
        )
    }

    private func reportPrecision(_ log: inout DiagnosticLog) {
        var located = 0
        for position in dataset.strikes.indices
        where dataset.strikes[position].place.coordinate != nil {
            if dataset.strikes[position].place.precision != .unstated { return }
            located += 1
        }
        guard located > 0, let resource = dataset.codebook.resource(.strikes) else { return }
        let column = resource.field(.locationPrecision)
        let place = column ?? resource.field(.latitude)
        log.report(
            ProseRule.precisionUnstated,
            at: place?.location ?? resource.location,
            "no strike states how exact its coordinates are, so none of \(located) is drawn on a map",
            suggestion: column.map {
                "Fill in the column “\($0.name)”: exact, neighbourhood, city."
            }
                ?? "Add a public column with the role location.precision: exact, neighbourhood, city. If it is the same "
                + "for all, write under the table: roles: {location.precision: {constant: city}}."
        )
    }
}
