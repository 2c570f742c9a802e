import Records
import Templates

/// Everything that a report consists of, as jobs that do not depend on each other.
struct PageJobs {
    let model: ReportModel
    /// The jobs, slowest first, so that no core waits for the last.
    private(set) var all = JobList()

    // No page should be larger than 150 KB: a row with all columns has about 1 KB, and one of a figure's page has its
    // sources as well.
    /// Strikes on a page of the disclosure table, and at most on one of the list.
    static let strikesPerPage = 100
    /// Strikes on a page of a figure, and as many that it leaves out.
    private static let rowsPerPage = 60

    init(_ model: ReportModel) {
        self.model = model
        // The first makes the index, the others wait for it; they come last.
        let words = model.search?.indexJobs(model) ?? []
        all.append(contentsOf: words.prefix(1))
        addDownloads()
        addFigures()
        addLists()
        addArticles()
        addSmallPages()
        addRegisters()
        if let search = model.search { all.append(contentsOf: search.jobs(model)) }
        addStrikes()
        addPeople()
        all.append(contentsOf: words.dropFirst())
        if model.settings.url != nil {
            let missing = model.versions.all.map {
                $0.folder + PagePlaces.Fixed.notFound.rawValue
            }
            let paths = all.indices.map(all.path)
                .filter { PageJob.isPage($0) && !missing.contains($0) }.sorted()
            add(
                PagePlaces.Fixed.sitemap.rawValue,
                kind: "sitemap",
                in: model.versions.all[0],
                language: nil
            ) { scope, _ in
                SitemapPage(scope: scope, paths: paths)
            }
        }
        addDeparted()
        if model.hasEmbeds { addEmbeds() }
    }

    private mutating func addDownloads() {
        let model = self.model
        for table in model.downloads.tables {
            let key = PageKeys.table(table.resource.kind)
            add(file: table.csvPath, key: key) { try table.csv($0) }
            add(file: table.jsonPath, key: key) { try table.json($0) }
        }
        if model.downloads.hasPoints {
            add(file: Downloads.geoJSONPath, key: PageKeys.table(.strikes)) {
                try model.downloads.geoJSON(model, $0)
            }
        }
        add(file: Downloads.descriptorPath) { try $0(model.downloads.descriptor(model)) }
    }

    private mutating func addFigures() {
        let model = self.model
        addPeopleFigures()
        // A report without strikes links to no figure of strikes.
        if model.dataset.codebook.isOfPeopleOnly { return }
        for figure in model.figures.ofStrikes {
            let positions = figure.records.positions
            let notCounted = FigureOmissions.notCounted(model, figure)
            let leftOut = Paging(count: notCounted.count, size: PageJobs.rowsPerPage)
            let paging = Paging(count: positions.count, size: PageJobs.rowsPerPage)
                .lengthened(to: leftOut.pages.count)
            let key = PageKeys.figure(figure, positions, notCounted: notCounted, leftOut: leftOut)
            addPaged(figure.path, kind: "figure", paging: paging, key: key) {
                scope,
                pager in
                FigurePage(
                    scope: scope,
                    figure: figure,
                    pager: pager,
                    positions: positions,
                    notCounted: notCounted,
                    leftOut: leftOut.pages.indices.contains(pager.index)
                        ? leftOut.pages[pager.index] : 0..<0
                )
            }
            let download = FigureDownload(report: model, figure: figure)
            let base = figure.path.replacingSuffix(".html", with: "")
            let rows = PageKeys.download(figure, positions)
            add(file: base + ".csv", key: rows) { try download.csv($0) }
            add(file: base + ".json", key: rows) { try download.json($0) }
        }
    }

    private mutating func addPeopleFigures() {
        let model = self.model
        let figures = model.figures.all.filter { $0.subject == .people }
        guard !figures.isEmpty,
            let table = model.downloads.tables.first(where: { $0.resource.kind == .victims })
        else { return }
        let known = model.places.people.order
        let order = known.isEmpty ? model.registers(in: model.language).people.order : known
        for figure in figures {
            let people = PeopleFigure(figure, order: order)
            let paging = Paging(count: people.people.count, size: PageJobs.rowsPerPage)
            addPaged(figure.path, kind: "victims", paging: paging) {
                VictimsPage(scope: $0, pager: $1, figure: people)
            }
            let download = PeopleDownload(table: table, people: people)
            let base = figure.path.replacingSuffix(".html", with: "")
            add(file: base + ".csv") { try download.csv($0) }
            add(file: base + ".json") { try download.json($0) }
        }
    }

    private mutating func addLists() {
        let count = model.dataset.strikes.count
        if !model.dataset.codebook.isOfPeopleOnly {
            let strikes = Paging(count: count, size: model.strikesPerPage)
            let path = PagePlaces.Fixed.strikes.path(model.settings)
            addPaged(path, kind: "strikes", paging: strikes, key: PageKeys.strikes) {
                StrikeListPage(scope: $0, pager: $1)
            }
        }
        if !model.dataset.victims.isEmpty {
            let paging = model.places.victimPages
            let key = model.places.people.order.isEmpty ? PageKeys.victims : nil
            addPaged(
                PagePlaces.Fixed.victims.rawValue,
                kind: "victims",
                paging: paging,
                key: key
            ) {
                VictimsPage(scope: $0, pager: $1, group: nil)
            }
        }
        for group in model.places.people.tables.flatMap(\.groups) {
            let paging = Paging(count: group.people.count, size: PageAddresses.peoplePerPage)
            addPaged(group.path, kind: "victims", paging: paging) {
                VictimsPage(scope: $0, pager: $1, group: group)
            }
        }
        if !model.dataset.claims.isEmpty {
            let paging = model.places.claimPages
            let compared = ClaimsPage.compared(model, paging)
            addPaged(PagePlaces.Fixed.claims.rawValue, kind: "claims", paging: paging) {
                ClaimsPage(scope: $0, pager: $1, compared: compared[$1.index])
            }
        }
        if !model.dataset.disclosures.isEmpty {
            let paging = Paging(count: count, size: PageJobs.strikesPerPage)
            addPaged(
                PagePlaces.Fixed.disclosures.rawValue,
                kind: "disclosures",
                paging: paging,
                key: PageKeys.disclosures
            ) {
                DisclosuresPage(scope: $0, pager: $1)
            }
        }
        for table in model.summaries {
            addPaged(table.path, kind: "summary", paging: SummaryPaging(model, table).pages) {
                SummaryPage(scope: $0, table: table, pager: $1)
            }
        }
    }

    private mutating func addArticles() {
        let home = PagePlaces.Fixed.home.rawValue
        for version in model.versions.all {
            let landing = version.articles.first { $0.path == home }?.article
            // The landing page of a report in one language is in the language of its text.
            let language = model.versions.areSeveral ? nil : landing?.language
            add(home, kind: "landing", in: version, language: language) {
                try LandingPage(scope: $0, article: landing, templates: $1)
            }
            for entry in version.articles where entry.path != home {
                let article = entry.article
                let language = version.folder.isEmpty ? article.language : nil
                add(entry.path, kind: article.kind, in: version, language: language) {
                    try ArticlePage(scope: $0, planned: article, templates: $1)
                }
            }
        }
    }

    private mutating func addSmallPages() {
        add(.methodology, kind: "methodology") { MethodologyPage(scope: $0) }
        add(.data, kind: "data") { DataPage(scope: $0) }
        add(.notFound, kind: "not-found") { NotFoundPage(scope: $0) }
        add(.feed, kind: "feed") { FeedPage(scope: $0) }
        if model.showsCorrections {
            add(.corrections, kind: "corrections") { CorrectionsPage(scope: $0) }
        }
    }

    private mutating func addRegisters() {
        if model.exists(.search) { add(.search, kind: "search") { SearchPage(scope: $0) } }
        for kind in RegisterPage.Kind.allCases where model.exists(kind.page) {
            addPaged(
                kind.page.rawValue,
                kind: "register",
                paging: kind.paging(model),
                key: PageKeys.register(kind)
            ) {
                RegisterPage(scope: $0, pager: $1, kind: kind)
            }
        }
    }

    private mutating func addStrikes() {
        let model = self.model
        let versions = model.versions.all
        let linked = Set(versions.map { model.linkedFromMenu(in: $0.language) })
        all.append(
            JobList.Pages(
                count: model.dataset.strikes.count * versions.count,
                path: { number in
                    let path = model.places.strikes[number / versions.count]
                    return model.versions.path(path, in: versions[number % versions.count].folder)
                },
                job: { number in
                    PageJobs.strike(number / versions.count, number % versions.count, model, linked)
                }
            )
        )
    }

    /// The page of a strike; `group` is the number of its version, which share parts.
    private static func strike(
        _ position: Int,
        _ group: Int,
        _ model: ReportModel,
        _ linked: Set<Set<String>>
    ) -> PageJob {
        let version = model.versions.all[group]
        let path = model.places.strikes[position]
        // The menu shows a page that it links to in another way than its other pages.
        let isOwn = linked.contains { $0.contains(path) }
        let translated = version.folder.isEmpty ? nil : version.language
        let hasAccount = model.narrative(ofStrikeAt: position, translated: translated) != nil
        return page(
            model,
            path,
            kind: "strike",
            in: version,
            language: nil,
            group: isOwn ? nil : group,
            key: hasAccount ? nil : PageKeys.strike(position, in: version)
        ) {
            try StrikePage(scope: $0, position: position, templates: $1)
        }
    }

    private mutating func addPeople() {
        guard model.settings.hasPersonPages else { return }
        for position in model.dataset.victims.indices {
            let id = model.dataset.victims[position].id
            if id.isEmpty { continue }
            let key = PageKeys.person(position, model)
            add(PagePlaces.personPath(id), kind: "person", key: key) { scope, _ in
                PersonPage(scope: scope, position: position)
            }
        }
    }

    /// Adds the pages at former addresses of strikes, which the site map does not list.
    private mutating func addDeparted() {
        let settings = model.settings
        for strike in model.history?.tombstones ?? [] {
            for folder in [settings.recordPath] + settings.previousRecordPaths {
                add(PagePlaces.strikePath(strike.id, in: folder), kind: "tombstone") { scope, _ in
                    TombstonePage(scope: scope, strike: strike)
                }
            }
        }
        for moved in model.moved {
            add(moved.path, kind: "moved") { scope, _ in MovedPage(scope: scope, moved: moved) }
        }
        if model.dataset.codebook.isOfPeopleOnly { return }
        for folder in settings.previousRecordPaths {
            add(folder + "/index.html", kind: "moved list") { scope, _ in
                MovedListPage(scope: scope)
            }
        }
    }

    private mutating func addPaged(
        _ path: String,
        kind: String,
        paging: Paging,
        key: ListKey? = nil,
        root: @escaping @Sendable (PageScope, PagerView) -> any TemplateRecord
    ) {
        for index in paging.pages.indices {
            for version in model.versions.all {
                add(
                    PagePlaces.paged(path, index),
                    kind: kind,
                    in: version,
                    language: nil,
                    key: key.map { PageKeys.page(index, of: paging, in: version, $0) }
                ) { scope, _ in
                    root(scope, PagerView(scope: scope, path: path, paging: paging, index: index))
                }
            }
        }
    }

    private mutating func add(
        _ page: PagePlaces.Fixed,
        kind: String,
        root: @escaping @Sendable (PageScope) -> any TemplateRecord
    ) {
        add(page.rawValue, kind: kind) { scope, _ in root(scope) }
    }

    /// Adds a page to every version of the report.
    private mutating func add(
        _ path: String,
        kind: String,
        key: PageKey? = nil,
        root: @escaping @Sendable (PageScope, TemplateSet) throws -> any TemplateRecord
    ) {
        for version in model.versions.all {
            add(path, kind: kind, in: version, language: nil, key: key, root: root)
        }
    }

    /// Adds a page to one version; its root renders the blocks of its text by the templates, if it has a text.
    mutating func add(
        _ path: String,
        kind: String,
        in version: ReportVersions.Version,
        language: Language?,
        key: PageKey? = nil,
        root: @escaping @Sendable (PageScope, TemplateSet) throws -> any TemplateRecord
    ) {
        all.append(
            PageJobs.page(
                model,
                path,
                kind: kind,
                in: version,
                language: language,
                key: key,
                root: root
            )
        )
    }

    private static func page(
        _ model: ReportModel,
        _ path: String,
        kind: String,
        in version: ReportVersions.Version,
        language: Language?,
        group: Int? = nil,
        key: PageKey? = nil,
        root: @escaping @Sendable (PageScope, TemplateSet) throws -> any TemplateRecord
    ) -> PageJob {
        let language = language ?? version.language
        let folder = version.folder
        return PageJob(
            path: model.versions.path(path, in: folder),
            content: .page(
                kind: kind,
                root: {
                    try root(PageScope(model, path: path, language: language, folder: folder), $0)
                },
                language: language,
                group: group
            ),
            key: key
        )
    }

    private mutating func add(
        file path: String,
        key: PageKey? = nil,
        pieces: @escaping @Sendable (TakePiece) throws -> Void
    ) {
        all.append(PageJob(path: path, content: .pieces(pieces), key: key))
    }
}
