import Diagnostics
import Markdown
import Records

@testable import Report

/// A site of a few strikes and claims, and articles written as strings.
struct ProseSample {
    static let shared = ProseSample(strikes: [
        strike("EXACT", .exact(77)), strike("EIGHT", .exact(8)), strike("ZERO", .noneReported),
        strike("RANGE", .range(322, 429)), strike("SMALL", .range(9, 10)),
        strike("BIG", .exact(1600)), strike("BIGRANGE", .range(1_234_567, 2_000_000)),
        strike("OPEN", .atLeast(10)), strike("UNKNOWN", .unknown), strike("ONE", .exact(1)),
        strike("TWENTYONE", .exact(21)), strike("HUNDRED", .exact(100)),
    ])

    let dataset: Dataset
    let index: StrikeIndex
    let parser: SelectionParser

    init(strikes: [Strike], claims: [Claim] = ProseSample.claims) {
        let location = SourceLocation(file: "content/datapackage.yaml")
        var resource = Resource(kind: .strikes, path: "data/strikes.csv", location: location)
        for role in [Role.id, .date, .grading] {
            var field = CodebookField(name: role.name, location: location)
            field.role = role
            field.isPublic = true
            resource.fields.append(field)
        }
        var codebook = Codebook()
        codebook.resources = [resource]
        dataset = Dataset(
            codebook: codebook,
            methodology: Methodology(gradings: [
                Grading(key: "fair", label: "Fair", isCounted: true, meaning: "Two sources.")
            ]),
            strikes: strikes,
            claims: claims
        )
        let catalog = FieldCatalog(codebook: codebook)
        index = StrikeIndex(dataset)
        parser = SelectionParser(catalog: catalog, index: index)
    }

    static func strike(_ id: String, _ killed: Count) -> Strike {
        guard let date = CalendarDate(iso: "2017-08-22") else { fatalError("no date") }
        var strike = Strike(id: id, date: .day(date))
        strike.counts[.killed] = killed
        strike.grading = "fair"
        return strike
    }

    static let claims: [Claim] = [
        claim("CLM-1", .exact(77)), claim("CLM-2", .range(25, 35)), claim("CLM-3", .atLeast(1600)),
        claim("CLM-4", .unknown, injured: .exact(6)), claim("CLM-5", .unknown),
        claim("CLM-6", .exact(12), injured: .exact(6)),
        claim("CLM-7", .range(8, 9), injured: .exact(4)), claim("CLM-8", .noneReported),
        claim("CLM-9", .atLeast(18), injured: .atLeast(5)),
    ]

    static func claim(_ id: String, _ killed: Count, injured: Count = .unknown) -> Claim {
        var claim = Claim(id: id)
        claim.killed = killed
        claim.counts[.injured] = injured
        return claim
    }

    /// The diagnostics of an article's body.
    func diagnostics(
        _ body: String,
        _ language: Language = ProseLanguages.english,
        unbound: Bool = false,
        casualtyWords: [String] = [],
        caption: String = "",
        languages: [Language] = [],
        _ change: (inout Article) -> Void = { _ in }
    ) -> [Diagnostic] {
        var log = DiagnosticLog()
        var article = Article(path: "overview.md", file: "content/overview.md")
        article.body = body
        article.bodyFirstLine = 10
        change(&article)
        let document = MarkdownDocument.parse(
            body,
            file: article.file,
            firstLine: article.bodyFirstLine,
            log: &log
        )
        var collector = FigureCollector()
        let resolver = LinkResolver(
            dataset: dataset,
            parser: parser,
            targets: LinkTargets(["overview.md": .article(path: "overview.html", HeadingIDs())])
        )
        let (links, references) = resolver.resolve(
            document,
            from: article.path,
            collector: &collector,
            log: &log
        )
        let text = PlannedText(
            document: document,
            links: links,
            blocks: caption.isEmpty ? [:] : [0: block(caption, &collector)],
            references: references
        )
        var settings = SiteSettings()
        settings.casualtyWords = casualtyWords
        let check = ProseCheck(
            dataset: dataset,
            figures: Figures(collector, index: index, recounting: Recounting(dataset)),
            settings: settings,
            languages: languages.isEmpty ? [language] : languages
        )
        if unbound {
            check.reportUnbound(text, article: article, language: language, log: &log)
        } else {
            check.check(text, article: article, language: language, log: &log)
        }
        return log.sorted
    }

    private func block(_ caption: String, _ collector: inout FigureCollector) -> PlannedBlock {
        PlannedBlock(kind: .table, selection: .all, base: collector.use(.all), caption: caption)
    }

    /// The messages about a text.
    func messages(text: String, _ language: Language = ProseLanguages.english) -> [String] {
        diagnostics(text, language).map(\.message)
    }

    /// The messages about one link's text.
    func messages(
        _ text: String,
        _ target: String,
        _ language: Language = ProseLanguages.english
    ) -> [String] {
        diagnostics("[\(text)](\(target))", language).map(\.message)
    }
}
