import Decoding
import Diagnostics
import Drawing
import Formats
import Markdown
import Records
import Text

/// Plans a report: resolves every link and figure, calculates totals, and assigns addresses to pages.
///
/// Stages pass values to each other. All mistakes are collected, so that one run reports them together.
struct ReportPlanner {
    private let input: ReportInput
    private let site: SiteContent
    private let dataset: Dataset
    private let catalog: FieldCatalog
    private let index: StrikeIndex
    private let languages: [String: Language]

    init(_ input: ReportInput) {
        self.input = input
        site = input.site
        dataset = site.dataset
        catalog = FieldCatalog(codebook: dataset.codebook)
        index = StrikeIndex(dataset)
        languages = Dictionary(
            input.languages.map { ($0.tag, Language($0)) },
            uniquingKeysWith: { first, _ in first }
        )
    }

    /// The planned report; `nil` when the words of the site's language are missing.
    func plan(
        texts cache: inout Cache<ProseParts.Input, MarkdownDocument>,
        log: inout DiagnosticLog
    ) -> ReportModel? {
        guard let language = language(log: &log) else { return nil }
        let reading = SelectionReading(dataset, settings: site.settings, index: index)
        for (item, mistake) in reading.mistakes {
            log.report(
                mistake.rule,
                at: item.location,
                mistake.message,
                suggestion: mistake.suggestion
            )
        }
        let cells = CellAccounts(site)
        defer { cells.relocate(&log) }
        let texts = ProseParts(site: site, cells: cells, cache: &cache, log: &log)
        let addresses = PageAddresses(site: site, texts: texts, log: &log)
        var collector = FigureCollector()
        let recounting = Recounting(dataset)
        let standing = StandingFigures(dataset: dataset, catalog: catalog, collector: &collector)
        let summaries = summaries(standing, &collector)
        let mapTotals = mapTotals(standing, &collector)
        let planner = TextPlanner(
            site: site,
            reading: reading,
            targets: addresses.targets
        )
        let articles = texts.articles.map { article, document in
            PlannedArticle(
                article: article,
                path: addresses.path(of: article),
                language: languages[article.language] ?? language,
                kind: PageKinds.kind(of: article),
                text: planner.text(of: article, document, &collector, &log)
            )
        }
        var narratives: [NarrativeKey: PlannedText] = [:]
        for (key, part) in texts.narratives {
            narratives[key] = planner.text(of: part.0, part.1, &collector, &log)
            if cells.accounts[key] != nil { narratives[key]?.isOfCell = true }
        }
        var lines: [String: PlannedText] = [:]
        for (line, document) in texts.lines {
            cells.checkLine(line, document, &log)
            lines[line.body] = planner.text(of: line, document, &collector, &log)
        }
        let figures = Figures(
            collector,
            index: index,
            people: reading.people?.index,
            recounting: recounting
        )
        let accounts = texts.narratives.compactMap { key, part in
            narratives[key]
                .map { (part.0, $0, languages[part.0.language] ?? language) }
        }
        let inCells = texts.lines.compactMap { line, _ in
            lines[line.body].map { (line, $0, languages[line.language] ?? language) }
        }
        check(
            articles.map { ($0.article, $0.text, $0.language) } + accounts + inCells,
            figures: figures,
            log: &log,
            isQuoted: cells.isQuoted
        )
        UnfinishedCheck(
            site: site,
            articles: site.articles + texts.narratives.map { $0.1.0 } + texts.lines.map { $0.0 },
            dataset: dataset
        )
        .report(&log)
        UnshownMedia(
            site: site,
            texts: articles.map(\.text) + narratives.values + lines.values,
            shelf: MediaShelf(dataset, languages: site.settings.languages)
        )
        .report(&log)
        let hasHistory = !site.releases.isEmpty || input.release != nil
        let menu = MenuPlan(
            site: site,
            hasHistory: hasHistory,
            addresses: addresses,
            language: language
        )
        .entries(&log)
        let menus = otherLanguages.mapValues { language in
            var repeated = DiagnosticLog()
            return MenuPlan(
                site: site,
                hasHistory: hasHistory,
                addresses: addresses,
                language: language
            )
            .entries(&repeated)
        }
        Cards.check(input, &log)
        let shapes = site.basemap.map { BaseMap.shapes($0, log: &log) } ?? []
        let model = ReportModel(
            ReportParts(
                input: input,
                recounting: recounting,
                index: index,
                figures: figures,
                standing: standing,
                summaries: summaries,
                mapTotals: mapTotals,
                articles: articles,
                narratives: narratives,
                lines: lines,
                places: addresses.places(dataset, menu: menu, menus: menus),
                languages: languages,
                language: language,
                shapes: shapes
            )
        )
        checkHistory(of: model, &log)
        if model.versions.areSeveral {
            TranslationCheck(
                versions: model.versions,
                narratives: texts.narratives.compactMap { key, part in
                    narratives[key].map { (key, part.0, $0) }
                },
                dataset: dataset,
                figures: figures
            )
            .report(&log)
        }
        return model
    }

    private func checkHistory(of model: ReportModel, _ log: inout DiagnosticLog) {
        guard let history = model.history?.history else { return }
        HistoryCheck(history: history, dataset: dataset, requiresReasons: input.requiresReasons)
            .report(&log)
    }

    /// Compares the texts with the figures, in parallel.
    private func check(
        _ texts: [(Article, PlannedText, Language)],
        figures: Figures,
        log: inout DiagnosticLog,
        isQuoted: (Article) -> Bool
    ) {
        let check = ProseCheck(
            dataset: dataset,
            figures: figures,
            settings: site.settings,
            languages: Array(languages.values)
        )
        let parts = texts.map { ($0, $1, $2, isQuoted($0)) }
        let logs = ParallelMap.map(parts) { article, text, language, isQuoted in
            var log = DiagnosticLog()
            check.check(text, article: article, language: language, log: &log)
            if isQuoted { return log }
            check.reportUnbound(text, article: article, language: language, log: &log)
            return log
        }
        for own in logs { log.append(own) }
    }

    /// The languages of the report besides that of the original, by tag.
    private var otherLanguages: [String: Language] {
        let tags = Set(site.settings.languages.dropFirst())
        return languages.filter { tags.contains($0.key) }
    }

    /// The site's language; every language that an article names must have a file of words too.
    private func language(log: inout DiagnosticLog) -> Language? {
        for article in site.articles
        where !article.language.isEmpty && !site.settings.languages.contains(article.language)
            && languages[article.language] == nil
        {
            reportUnknown(article.language, in: article.file, log: &log)
        }
        for tag in site.settings.languages.dropFirst() where languages[tag] == nil {
            reportUnknown(tag, in: "content/site.yaml", log: &log)
        }
        if let language = languages[site.settings.language] { return language }
        reportUnknown(site.settings.language, in: "content/site.yaml", log: &log)
        return nil
    }

    private func reportUnknown(_ tag: String, in file: String, log: inout DiagnosticLog) {
        log.report(
            ProseRule.unknownLanguage,
            at: SourceLocation(file: file),
            "there are no words for the language “\(tag)”",
            suggestion: "Translate what `recount templates copy words/\(tag).yaml` writes"
                + (languages.isEmpty
                    ? "." : ", or use one of \(languages.keys.sorted().joined(separator: ", ")).")
        )
    }

    /// The totals of the landing page's map; `nil` where it shows each strike, and where it cannot draw any.
    private func mapTotals(
        _ standing: StandingFigures,
        _ collector: inout FigureCollector
    ) -> MapTotals? {
        let counted = index.strikes(standing.headline).positions
        guard counted.contains(where: { dataset.strikes[$0].place.isDrawable }) else { return nil }
        return MapTotals(
            of: standing.headline,
            dataset: dataset,
            catalog: catalog,
            index: index,
            settings: site.settings,
            collector: &collector
        )
    }

    private func summaries(
        _ standing: StandingFigures,
        _ collector: inout FigureCollector
    ) -> [SummaryTable] {
        // Without strikes, they name the tables of people.
        if dataset.codebook.isOfPeopleOnly { return [] }
        return site.settings.summaries.compactMap { name in
            guard let field = catalog.field(name) else { return nil }
            return SummaryTable(
                name: name,
                field: field,
                base: field == .grading ? .all : standing.headline,
                index: index,
                settings: site.settings,
                collector: &collector
            )
        }
    }
}

/// The texts of a site, parsed.
struct ProseParts: Sendable {
    /// The articles with their texts, in order.
    let articles: [(Article, MarkdownDocument)]
    /// The narratives with their texts, sorted.
    let narratives: [(NarrativeKey, (Article, MarkdownDocument))]
    /// The texts in cells that are shown within a line.
    let lines: [(Article, MarkdownDocument)]

    /// What the parsed form of a text depends on, besides the name of its file.
    struct Input: Equatable, Sendable {
        let body: ExactText
        let firstLine: Int
        let reserved: ReservedIDs
    }

    /// Parses all texts.
    init(
        site: SiteContent,
        cells: CellAccounts,
        cache: inout Cache<Input, MarkdownDocument>,
        log: inout DiagnosticLog
    ) {
        let accounts = site.narratives.merging(cells.accounts) { file, _ in file }
        let keys = accounts.keys.sorted()
        let own = site.articles + keys.compactMap { accounts[$0] }
        let texts = own + cells.lines
        var templates = TemplateIDs(site.templates)
        let documents = cache.outputs(
            for: texts.enumerated()
                .map { index, article in
                    let input = Input(
                        body: ExactText(article.body),
                        firstLine: article.bodyFirstLine,
                        reserved: index >= own.count
                            ? ReservedIDs()
                            : templates.reserved(
                                for: article,
                                isNarrative: index >= site.articles.count
                            )
                    )
                    return (article.file, input)
                },
            log: &log
        ) { file, input, log in
            MarkdownDocument.parse(
                input.body.text,
                file: file,
                firstLine: input.firstLine,
                reserved: input.reserved,
                log: &log
            )
        }
        let parsed = Array(zip(texts, documents))
        articles = Array(parsed.prefix(site.articles.count))
        narratives = Array(zip(keys, parsed[site.articles.count..<own.count]))
        lines = Array(parsed[own.count...])
    }
}
