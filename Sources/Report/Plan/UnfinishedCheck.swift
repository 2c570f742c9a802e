import Decoding
import Diagnostics
import Formats
import Records

/// Warns of unfinished parts of a new report: sentences of the sample, and coordinates that cannot be drawn
/// on a map because their precision is not stated.
struct UnfinishedCheck {
    private let settings: SiteSettings
    private let fields: YAMLFields
    let articles: [Article]
    let dataset: Dataset

    /// What `recount new` writes into the files of a site that begins with an author's own table.
    private static let placeholders = [
        "A report to be named", "What this report is about, in one sentence.",
        "What the report is made of, in one line.", "What a reader must not take it for.",
        "Your organisation", "Say here where the records come from, who compiled them",
    ]

    /// What the site of invented records says of itself, which is false of any other records.
    private static let invented = [
        "Sample report",
        "Three invented records that show what a report can do. Replace them with your own.",
        "What a report can do, shown with three invented records.",
        "Sample records, invented for this page.",
        "Sample records: nothing here happened.", "The sample records belong to nobody.",
        "Your name",
        "Links to records, figures, tables, a chart and a map.", "Sample place",
        "sample records, invented to show how it works",
        "The account of one strike stands on its page",
        "A figure is a link: `figure:MEASURE?SELECTION`.", "Selections are written `field=value`.",
        "Sample records", "Stays in the file.",
        "How well the strike is established; see site.yaml.",
        "A drawing of two houses", "An estimate of one newspaper, given as such.",
    ]

    /// The texts that are still those of a new site; the invented records may keep theirs.
    private let samples: [String]

    init(site: SiteContent, articles: [Article], dataset: Dataset) {
        settings = site.settings
        fields = site.settingsFields
        self.articles = articles
        self.dataset = dataset
        let isInvented = dataset.index(of: "SAMPLE-1") != nil
        samples = isInvented ? [] : UnfinishedCheck.placeholders + UnfinishedCheck.invented
    }

    func report(_ log: inout DiagnosticLog) {
        if !samples.isEmpty { reportSamples(&log) }
        reportPrecision(&log)
    }

    private func reportSamples(_ log: inout DiagnosticLog) {
        let texts = [
            ("title", settings.title), ("description", settings.description),
            ("credit", settings.credit), ("caution", settings.caution),
            ("notice", settings.notice),
        ]
        for (key, text) in texts + settings.authors.map({ ("authors", $0) }) {
            report(key, is: text, at: fields.location(key), fields.node(key)?.excerpt, &log)
        }
        reportSamples(in: dataset.codebook, &log)
        for article in articles {
            let texts = [("title", article.title), ("description", article.description)]
            for (key, text) in texts + article.authors.map({ ("authors", $0) }) {
                report(key, is: text, at: article.places[key] ?? article.location, nil, &log)
            }
            reportSamples(inTextOf: article, &log)
        }
    }

    /// Reports titles and descriptions in the codebook that are still those of the sample.
    private func reportSamples(in codebook: Codebook, _ log: inout DiagnosticLog) {
        let file = codebook.resources.first?.location.file ?? "content/datapackage.yaml"
        for (key, text) in [("title", codebook.title), ("description", codebook.description)] {
            report(key, is: text, at: SourceLocation(file: file), nil, &log)
        }
        for field in codebook.resources.flatMap(\.fields) {
            for (key, text) in [("title", field.title), ("description", field.description)]
            where samples.contains(text) {
                log.report(
                    ProseRule.sampleText,
                    at: field.location,
                    "\(key) of “\(field.name)” still has the sample’s text: “\(text)”",
                    suggestion: "Describe your own column, or delete the \(key)."
                )
            }
        }
    }

    /// Reports the lines of an article that are still those of the sample.
    private func reportSamples(inTextOf article: Article, _ log: inout DiagnosticLog) {
        guard samples.contains(where: article.body.holdsBytes) else { return }
        for (offset, line) in article.body.split(separator: "\n", omittingEmptySubsequences: false)
            .enumerated()
        {
            guard let sample = samples.first(where: { line.contains($0) }),
                let range = line.firstRange(of: sample)
            else { continue }
            let start = line[..<range.lowerBound].count
            log.report(
                ProseRule.sampleText,
                at: SourceLocation(
                    file: article.file,
                    line: article.bodyFirstLine + offset,
                    column: start + 1
                ),
                "the article still has the sample’s text: “\(sample)”",
                excerpt: Excerpt(String(line), start: start, length: sample.count),
                suggestion: "Readers see it. Write it in your own words, or delete it."
            )
        }
    }

    /// Reports a key whose text is still that of the sample.
    private func report(
        _ key: String,
        is text: String,
        at location: SourceLocation,
        _ excerpt: Excerpt?,
        _ log: inout DiagnosticLog
    ) {
        guard samples.contains(text) else { return }
        log.report(
            ProseRule.sampleText,
            at: location,
            "\(key) still has the sample’s text: “\(text)”",
            excerpt: excerpt,
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
