import Decoding
import Diagnostics
import Drawing
import Formats
import Markdown
import Records
import Text

/// Plans a report: resolves every link and figure, counts, and decides what page is where.
///
/// Every stage hands on values; all mistakes are collected, so that one run tells of all.
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

    /// The report, planned; `nil` when a language is missing, without which nothing can be said.
    func plan(
        texts cache: inout Cache<ProseParts.Input, MarkdownDocument>,
        log: inout DiagnosticLog
    ) -> ReportModel? {
        guard let language = language(log: &log) else { return nil }
        let parser = SelectionParser(catalog: catalog, index: index, named: named(&log))
        let texts = ProseParts(site: site, cache: &cache, log: &log)
        let addresses = PageAddresses(site: site, texts: texts, log: &log)
        var collector = FigureCollector()
        let recounting = Recounting(dataset)
        let standing = StandingFigures(dataset: dataset, catalog: catalog, collector: &collector)
        let summaries = summaries(standing, &collector)
        let resolver = LinkResolver(dataset: dataset, parser: parser, targets: addresses.targets)
        let blocks = BlockReader(
            parser: parser,
            catalog: catalog,
            index: index,
            dataset: dataset,
            settings: site.settings
        )
        let articles = texts.articles.map { article, document in
            PlannedArticle(
                article: article,
                path: addresses.path(of: article),
                language: languages[article.language] ?? language,
                kind: PageKinds.kind(of: article),
                text: planned(document, article, resolver, blocks, &collector, &log)
            )
        }
        var narratives: [Int: PlannedText] = [:]
        for (id, part) in texts.narratives {
            guard let position = dataset.index(of: id) else { continue }
            narratives[position] = planned(
                part.1,
                part.0,
                resolver,
                blocks,
                &collector,
                &log
            )
        }
        let figures = Figures(collector, index: index, recounting: recounting)
        check(articles, texts.narratives, narratives, figures, language, &log)
        UnfinishedCheck(settings: site.settings, articles: site.articles, dataset: dataset)
            .report(&log)
        let menu = MenuPlan(
            site: site,
            hasHistory: !site.releases.isEmpty || input.release != nil,
            addresses: addresses,
            language: language
        )
        .entries(&log)
        let shapes = site.basemap.map { BaseMap.shapes($0, log: &log) } ?? []
        let model = ReportModel(
            ReportParts(
                settings: site.settings,
                dataset: dataset,
                recounting: recounting,
                catalog: catalog,
                index: index,
                figures: figures,
                standing: standing,
                summaries: summaries,
                articles: articles,
                narratives: narratives,
                places: addresses.places(dataset, menu: menu),
                languages: languages,
                language: language,
                ledger: ledger,
                shapes: shapes,
                releases: site.releases,
                release: input.release,
                timestamp: input.timestamp,
                generator: input.generator
            )
        )
        if let history = model.history?.history {
            HistoryCheck(
                history: history,
                dataset: dataset,
                requiresReasons: input.requiresReasons
            )
            .report(&log)
        }
        return model
    }

    /// Compares what the texts say with the figures, in parallel.
    private func check(
        _ articles: [PlannedArticle],
        _ parts: [(String, (Article, MarkdownDocument))],
        _ narratives: [Int: PlannedText],
        _ figures: Figures,
        _ language: Language,
        _ log: inout DiagnosticLog
    ) {
        let check = ProseCheck(dataset: dataset, figures: figures, settings: site.settings)
        let accounts = parts.compactMap { id, part in
            dataset.index(of: id).flatMap { narratives[$0] }
                .map { (part.0, $0, languages[part.0.language] ?? language) }
        }
        let texts = articles.map { ($0.article, $0.text, $0.language) } + accounts
        let logs = ParallelMap.map(texts) { article, text, language in
            var log = DiagnosticLog()
            check.check(text, language: language, log: &log)
            check.reportUnbound(text, article: article, language: language, log: &log)
            return log
        }
        for own in logs { log.append(own) }
    }

    private func planned(
        _ document: MarkdownDocument,
        _ article: Article,
        _ resolver: LinkResolver,
        _ blocks: BlockReader,
        _ collector: inout FigureCollector,
        _ log: inout DiagnosticLog
    ) -> PlannedText {
        let resolved = resolver.resolve(
            document,
            from: article.path,
            collector: &collector,
            log: &log
        )
        return PlannedText(
            document: document,
            language: article.language,
            links: resolved.links,
            blocks: blocks.read(document, file: article.file, collector: &collector, log: &log),
            references: resolved.references
        )
    }

    /// The site's language; every language that an article names must have its words too.
    private func language(log: inout DiagnosticLog) -> Language? {
        for article in site.articles
        where !article.language.isEmpty && article.language != site.settings.language
            && languages[article.language] == nil
        {
            unknown(article.language, article.file, &log)
        }
        if let language = languages[site.settings.language] { return language }
        unknown(site.settings.language, "content/site.yaml", &log)
        return nil
    }

    private func unknown(_ tag: String, _ file: String, _ log: inout DiagnosticLog) {
        log.report(
            ProseRule.unknownLanguage,
            at: SourceLocation(file: file),
            "there are no words for the language “\(tag)”",
            suggestion: languages.isEmpty
                ? "Write templates/words/\(tag).yaml."
                : "Write templates/words/\(tag).yaml, or use one of "
                    + languages.keys.sorted().joined(separator: ", ") + "."
        )
    }

    /// The selections that `site.yaml` names; they may name each other, earlier ones first.
    private func named(_ log: inout DiagnosticLog) -> [String: Selection] {
        var named: [String: Selection] = [:]
        for item in site.settings.selections {
            let parser = SelectionParser(catalog: catalog, index: index, named: named)
            do throws(SelectionParser.Mistake) {
                named[item.name] = try parser.parse(item.text)
            } catch {
                log.report(
                    error.rule,
                    at: item.location,
                    error.message,
                    suggestion: error.suggestion
                )
            }
        }
        return named
    }

    private func summaries(
        _ standing: StandingFigures,
        _ collector: inout FigureCollector
    ) -> [SummaryTable] {
        site.settings.summaries.compactMap { name in
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

    private var ledger: RecordLedger {
        RecordLedger(
            lines: site.records.map { count in
                RecordLedger.Line(
                    kind: count.kind,
                    read: count.read,
                    shown: count.shown,
                    leftOut: count.leftOut.map {
                        RecordLedger.Reason(reason: $0.reason, rows: $0.count)
                    }
                )
            }
        )
    }
}

/// The texts of a site, parsed.
struct ProseParts: Sendable {
    /// The articles with their texts, in order.
    let articles: [(Article, MarkdownDocument)]
    /// The narratives with their texts, by the id of the strike, sorted.
    let narratives: [(String, (Article, MarkdownDocument))]

    /// What a text is parsed from, besides its file's name.
    struct Input: Equatable, Sendable {
        let body: ExactText
        let firstLine: Int
    }

    /// Parses all texts.
    init(
        site: SiteContent,
        cache: inout Cache<Input, MarkdownDocument>,
        log: inout DiagnosticLog
    ) {
        let ids = site.narratives.keys.sorted()
        let texts = site.articles + ids.compactMap { site.narratives[$0] }
        let documents = cache.outputs(
            for: texts.map { article in
                let body = ExactText(article.body)
                return (article.file, Input(body: body, firstLine: article.bodyFirstLine))
            },
            log: &log
        ) { file, input, log in
            MarkdownDocument.parse(
                input.body.text,
                file: file,
                firstLine: input.firstLine,
                log: &log
            )
        }
        let parsed = Array(zip(texts, documents))
        articles = Array(parsed.prefix(site.articles.count))
        narratives = Array(zip(ids, parsed.dropFirst(site.articles.count)))
    }
}
