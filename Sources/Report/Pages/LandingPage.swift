import Records
import Templates

/// The landing page: how many, where and when, who disagrees, what is not disclosed.
struct LandingPage: PageRoot {
    let scope: PageScope
    /// The article `content/index.md`, if there is one.
    let article: PlannedArticle?
    let page: PageView
    private let blocks: RenderedBlocks

    private var report: ReportModel { scope.report }

    init(scope: PageScope, article: PlannedArticle?, templates: TemplateSet) throws(RenderError) {
        self.scope = scope
        self.article = article
        page = PageView(
            scope: scope,
            title: scope.settings.title,
            description: scope.settings.description,
            isHome: true,
            card: article.map { scope.report.cards.ofArticle($0.article.path) }
        )
        blocks = try BlockRenderer(page: page, templates: templates).blocks(of: article?.text)
    }

    private var headline: [FigureView] {
        if report.dataset.codebook.isOfPeopleOnly { return [] }
        return scope.settings.headline.map { FigureView(scope, report.standing.counted, $0) }
    }

    static let schema = RecordSchema<LandingPage>(
        "landing page",
        "The landing page.",
        withPageFields([
            .optionalHTML("text", "The text of content/index.md, if there is one.") { page in
                page.article.map {
                    ProseRenderer(scope: page.scope, text: $0.text, blocks: page.blocks).html
                }
            },
            .optionalHTML("body", "The same without its footnotes, which are in `notes`.") { page in
                page.article.map {
                    ProseRenderer(scope: page.scope, text: $0.text, blocks: page.blocks).body
                }
            },
            .optionalHTML("notes", "The footnotes as items of a list, if there are any.") { page in
                page.article.flatMap {
                    ProseRenderer(scope: page.scope, text: $0.text, blocks: page.blocks).notes
                }
            },
            .optionalRecord(
                "gallery",
                "The pictures, recordings and documents of content/index.md that the text does not show."
            ) { page in
                page.article.flatMap {
                    GalleryView.rest(
                        page.scope,
                        page.scope.report.shelf.places(of: $0.article.path),
                        besides: $0.text.media
                    )
                }
            },
            .optionalHTML("linked_data", "The report as JSON-LD, if its address is known.") {
                LinkedData.report($0.scope)
            },
            .list("references", "The sources that the text cites, numbered.") { page in
                page.article.map { ReferenceView.all(page.scope, $0.text) } ?? []
            },
            .list(
                "headline",
                "The headline figures, over the counted strikes; none without strikes."
            ) {
                $0.headline
            },
            .optionalRecord("when", "Killed and conceded by month, as bars.") { page in
                page.report.summaries.first { $0.field == .month }
                    .flatMap { FigureChart.summary(page.scope, $0) }
            },
            .list("timelines", "The same along time, where there are more than 48 months.") {
                page in
                page.report.summaries.first { $0.field == .month }
                    .map { FigureChart.timelines(page.scope, $0) } ?? []
            },
            .optionalURL("when_url", "The summary table by month, if there is one.") { page in
                page.report.summaries.first { $0.field == .month }.map { page.scope.url($0.path) }
            },
            .list(
                "tables",
                "The people by month, place and so on, where somebody stands without a strike."
            ) {
                PeopleTableView.all($0.scope)
            },
            .optionalRecord("map", "The counted strikes on a map, if any can be drawn.") { page in
                let figure = page.report.figures[page.report.standing.counted]
                return FigureMap.draws(page.report, figure)
                    ? FigureMap.view(
                        page.scope,
                        figure,
                        totals: page.report.mapTotals,
                        id: "map"
                    ) : nil
            },
            .optionalRecord("map_embed", "How other sites show the map, where the site offers it.")
            {
                page in
                page.report.mapEmbed.map { EmbedView(scope: page.scope, embed: $0) }
            },
            .optionalRecord("claims_chart", "Who counts how many over the campaign, as bars.") {
                ClaimsChart.headline($0.scope, allegations: 6, concessions: 5)
            },
            .list("disclosures", "For how many strikes each fact is disclosed.") {
                DisclosureTotalView.all($0.scope)
            },
            .list("gradings", "The gradings, with their strikes.") { $0.scope.gradings },
            .list("articles", "The articles in the page's language, in order.") { page in
                page.scope.articles(in: page.scope.language)
                    .map { ArticleView(scope: page.scope, planned: $0.article, path: $0.path) }
            },
            .table(
                "custom",
                "The author's own keys in the front matter of index.md.",
                of: "custom"
            ) { page in
                page.report.customTable(page.article?.article.custom ?? [])
            },
        ])
    )
}

extension PageScope {
    /// The articles that this version of the report lists, without the landing page's text, in order.
    func articles(in language: Language) -> [ReportVersions.Entry] {
        report.versions.articles(in: folder)
            .filter {
                $0.path != PagePlaces.Fixed.home.rawValue
                    && (!folder.isEmpty || $0.article.language.tag == language.tag)
            }
    }
}
