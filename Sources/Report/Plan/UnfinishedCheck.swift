import Diagnostics
import Records

/// Warns of what a new report would publish unfinished: the sample's sentences, and maps that cannot be
/// drawn because nobody said how exact the coordinates are.
struct UnfinishedCheck {
    let settings: SiteSettings
    let articles: [Article]
    let dataset: Dataset

    /// The sentences that `recount new` writes into the files of a site, by their key.
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
        report("title", settings.title, site, &log)
        report("description", settings.description, site, &log)
        report("credit", settings.credit, site, &log)
        report("caution", settings.caution, site, &log)
        for article in articles {
            report("title", article.title, article.file, &log)
            report("description", article.description, article.file, &log)
        }
    }

    private func report(
        _ key: String,
        _ text: String,
        _ file: String,
        _ log: inout DiagnosticLog
    ) {
        guard text == UnfinishedCheck.samples[key] else { return }
        log.report(
            ProseRule.sampleText,
            at: SourceLocation(file: file),
            "the sample’s text still stands at \(key): “\(text)”",
            suggestion: "Readers see it: say it in your own words, or delete the line."
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
                ?? "Add a public column with the role location.precision: exact, neighbourhood, city."
        )
    }
}
