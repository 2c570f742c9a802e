import Records
import Templates

/// One file to be rendered.
struct PageJob: Sendable {
    /// Where it goes, from the root.
    let path: String
    /// What it holds.
    let content: Content

    /// What a file holds.
    enum Content: Sendable {
        /// A page of a kind; its root renders the blocks of its text by the templates.
        case page(
            kind: String,
            root: @Sendable (TemplateSet) throws -> any TemplateRecord,
            language: Language
        )
        /// A download.
        case bytes(@Sendable () -> [UInt8])
    }

    /// Whether it is a page that readers open.
    var isPage: Bool { path.hasSuffix(".html") }
}

/// Everything that a report consists of, as jobs that do not depend on each other.
struct PageJobs {
    private let model: ReportModel

    /// Strikes on a page of the list.
    static let strikesPerPage = 100
    /// Strikes on a page of a figure or of the disclosure table.
    static let rowsPerPage = 500

    init(_ model: ReportModel) {
        self.model = model
    }

    /// The jobs, dear ones first, so that no core waits for the last.
    var all: [PageJob] {
        var jobs: [PageJob] = []
        addDownloads(&jobs)
        addFigures(&jobs)
        addLists(&jobs)
        addArticles(&jobs)
        addSmallPages(&jobs)
        addStrikes(&jobs)
        if model.settings.url != nil {
            let paths = jobs.filter { $0.isPage && $0.path != PagePlaces.Fixed.notFound.rawValue }
                .map(\.path).sorted()
            add(.sitemap, "sitemap", &jobs) { SitemapPage(scope: $0, paths: paths) }
        }
        addDeparted(&jobs)
        return jobs
    }

    private func addDownloads(_ jobs: inout [PageJob]) {
        let model = self.model
        for table in model.downloads.tables {
            jobs.append(PageJob(path: table.csvPath, content: .bytes { table.csv() }))
            jobs.append(PageJob(path: table.jsonPath, content: .bytes { table.json() }))
        }
        if model.downloads.hasPoints {
            jobs.append(
                PageJob(
                    path: Downloads.geoJSONPath,
                    content: .bytes { model.downloads.geoJSON(model) }
                )
            )
        }
        jobs.append(
            PageJob(
                path: Downloads.descriptorPath,
                content: .bytes { model.downloads.descriptor(model) }
            )
        )
    }

    private func addFigures(_ jobs: inout [PageJob]) {
        let model = self.model
        for figure in model.figures.all {
            let positions = figure.strikes.positions
            let paging = Paging(count: positions.count, size: PageJobs.rowsPerPage)
            for index in paging.pages.indices {
                add(PagePlaces.paged(figure.path, index), "figure", &jobs, nil) { scope in
                    FigurePage(
                        scope: scope,
                        figure: figure,
                        pager: PagerView(
                            scope: scope,
                            path: figure.path,
                            paging: paging,
                            index: index
                        ),
                        positions: positions
                    )
                }
            }
            let base = figure.path.replacingSuffix(".html", with: "")
            jobs.append(
                PageJob(
                    path: base + ".csv",
                    content: .bytes { FigureDownload(report: model, figure: figure).csv() }
                )
            )
            jobs.append(
                PageJob(
                    path: base + ".json",
                    content: .bytes { FigureDownload(report: model, figure: figure).json() }
                )
            )
        }
    }

    private func addLists(_ jobs: inout [PageJob]) {
        let count = model.dataset.strikes.count
        addPaged(.strikes, "strikes", Paging(count: count, size: PageJobs.strikesPerPage), &jobs) {
            StrikeListPage(scope: $0, pager: $1)
        }
        if !model.dataset.victims.isEmpty {
            addPaged(.victims, "victims", model.places.victimPages, &jobs) {
                VictimsPage(scope: $0, pager: $1)
            }
        }
        if !model.dataset.claims.isEmpty {
            addPaged(.claims, "claims", model.places.claimPages, &jobs) {
                ClaimsPage(scope: $0, pager: $1)
            }
        }
        if !model.dataset.disclosures.isEmpty {
            let paging = Paging(count: count, size: PageJobs.rowsPerPage)
            addPaged(.disclosures, "disclosures", paging, &jobs) {
                DisclosuresPage(scope: $0, pager: $1)
            }
        }
        for table in model.summaries {
            add(table.path, "summary", &jobs, nil) { SummaryPage(scope: $0, table: table) }
        }
    }

    private func addArticles(_ jobs: inout [PageJob]) {
        let home = model.articles.first { $0.path == PagePlaces.Fixed.home.rawValue }
        addText(PagePlaces.Fixed.home.rawValue, "landing", &jobs, home?.language) {
            try LandingPage(scope: $0, article: home, templates: $1)
        }
        for article in model.articles where article.path != PagePlaces.Fixed.home.rawValue {
            addText(article.path, article.kind, &jobs, article.language) {
                try ArticlePage(scope: $0, planned: article, templates: $1)
            }
        }
    }

    private func addSmallPages(_ jobs: inout [PageJob]) {
        add(.methodology, "methodology", &jobs) { MethodologyPage(scope: $0) }
        add(.data, "data", &jobs) { DataPage(scope: $0) }
        add(.notFound, "not-found", &jobs) { NotFoundPage(scope: $0) }
        add(.feed, "feed", &jobs) { FeedPage(scope: $0) }
        if model.showsCorrections {
            add(.corrections, "corrections", &jobs) { CorrectionsPage(scope: $0) }
        }
    }

    private func addStrikes(_ jobs: inout [PageJob]) {
        for position in model.dataset.strikes.indices {
            addText(model.places.strikes[position], "strike", &jobs, nil) {
                try StrikePage(scope: $0, position: position, templates: $1)
            }
        }
    }

    /// What stands at addresses that strikes had; no search engine is told of these pages.
    private func addDeparted(_ jobs: inout [PageJob]) {
        for strike in model.history?.tombstones ?? [] {
            add(PagePlaces.strikePath(strike.id), "tombstone", &jobs, nil) {
                TombstonePage(scope: $0, strike: strike)
            }
        }
        for moved in model.moved {
            add(PagePlaces.strikePath(moved.id), "moved", &jobs, nil) {
                MovedPage(scope: $0, moved: moved)
            }
        }
    }

    private func addPaged(
        _ page: PagePlaces.Fixed,
        _ kind: String,
        _ paging: Paging,
        _ jobs: inout [PageJob],
        _ root: @escaping @Sendable (PageScope, PagerView) -> any TemplateRecord
    ) {
        for index in paging.pages.indices {
            add(PagePlaces.paged(page.rawValue, index), kind, &jobs, nil) { scope in
                root(
                    scope,
                    PagerView(scope: scope, path: page.rawValue, paging: paging, index: index)
                )
            }
        }
    }

    private func add(
        _ page: PagePlaces.Fixed,
        _ kind: String,
        _ jobs: inout [PageJob],
        _ root: @escaping @Sendable (PageScope) -> any TemplateRecord
    ) {
        add(page.rawValue, kind, &jobs, nil, root)
    }

    private func add(
        _ path: String,
        _ kind: String,
        _ jobs: inout [PageJob],
        _ language: Language?,
        _ root: @escaping @Sendable (PageScope) -> any TemplateRecord
    ) {
        addText(path, kind, &jobs, language) { scope, _ in root(scope) }
    }

    /// Adds a page that holds a text, whose blocks are rendered by the templates.
    private func addText(
        _ path: String,
        _ kind: String,
        _ jobs: inout [PageJob],
        _ language: Language?,
        _ root: @escaping @Sendable (PageScope, TemplateSet) throws -> any TemplateRecord
    ) {
        let model = self.model
        let language = language ?? model.language
        jobs.append(
            PageJob(
                path: path,
                content: .page(
                    kind: kind,
                    root: { try root(PageScope(model, path: path, language: language), $0) },
                    language: language
                )
            )
        )
    }
}
