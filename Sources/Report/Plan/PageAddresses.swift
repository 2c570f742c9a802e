import Decoding
import Diagnostics
import Records

/// Assigns an address to every page, and reports pages with the same address.
struct PageAddresses {
    /// What articles can link to.
    let targets: LinkTargets
    private let strikes: [String]
    private let articles: [String: String]
    private let summaries: [String]
    private let people: PeopleIndex
    private let isOfPeopleOnly: Bool
    private let hasSearch: Bool
    private let settings: SiteSettings

    /// About how many victims are on a page.
    static let victimsPerPage = 400
    /// How many people are on a page that lists them by name, with all that is known of each.
    static let peoplePerPage = 250
    /// How many claims are on a page.
    static let claimsPerPage = 60

    init(site: SiteContent, texts: ProseParts, log: inout DiagnosticLog) {
        var taken: [String: String] = [:]
        var articles: [String: String] = [:]
        var targets: [String: LinkTargets.Target] = [:]
        let isOfPeopleOnly = site.dataset.codebook.isOfPeopleOnly
        people = PeopleIndex(site.dataset, site.settings)
        let finding = FindingPages(
            site.settings,
            site.dataset,
            people,
            hasPlaces: HeldFacts(site.dataset.codebook, hasNarratives: false).holdsPlace
        )
        for page in PagePlaces.Fixed.allCases
        where page != .home && !(isOfPeopleOnly && page == .strikes) && finding.makes(page) {
            let path = page.path(site.settings)
            taken[path.lowercased()] = "a page that Recount makes"
            if path.hasSuffix(".html") { targets[path] = .made(path) }
        }
        for name in site.settings.summaries where !isOfPeopleOnly {
            targets["tables/\(name).html"] = .made("tables/\(name).html")
        }
        let dataset = site.dataset
        let folder = site.settings.recordPath
        strikes = dataset.strikes.indices.map {
            PagePlaces.strikePath(dataset.strikes[$0].id, in: folder)
        }
        targets.reserveCapacity(strikes.count + 3 * texts.articles.count)
        for path in strikes { targets[path] = .made(path) }
        PageAddresses.addFolders(site.settings, dataset, strikes, &taken)
        for group in people.tables.flatMap(\.groups) {
            taken[group.path.lowercased()] = "a page that Recount makes"
            targets[group.path] = .made(group.path)
        }
        if site.settings.hasPersonPages {
            for victim in dataset.victims.indices where !dataset.victims[victim].id.isEmpty {
                let path = PagePlaces.personPath(dataset.victims[victim].id)
                taken[path.lowercased()] = "a page that Recount makes"
                targets[path] = .made(path)
            }
        }
        let folders = site.settings.languages.dropFirst().map { $0 + "/" }
        let made = targets
        for folder in folders {
            for (path, target) in made { targets[folder + path] = target }
            for path in made.keys {
                taken[(folder + path).lowercased()] = "a page that Recount makes"
            }
        }
        let originals = Dictionary(
            texts.articles.map { ($0.0.path, $0.0) },
            uniquingKeysWith: { first, _ in first }
        )
        for (article, document) in texts.articles {
            let path = PageAddresses.path(article, originals: originals, folders: folders)
            let isBare =
                site.settings.hasEmbeds
                && ([""] + folders).contains { path.hasPrefix($0 + EmbeddedPart.folder) }
            if let other = isBare ? "the bare pages for other sites" : taken[path.lowercased()] {
                log.report(
                    ProseRule.pageCollision,
                    at: article.location,
                    "the address \(path) is already used by \(other)",
                    suggestion: "Rename the file, or give the article another slug."
                )
            }
            taken[path.lowercased()] = article.file
            articles[article.path] = path
            targets[article.path] = .article(path: path, document.headingIDs)
            targets[path] = targets[article.path]
        }
        for (key, part) in texts.narratives {
            targets[part.0.path] = .article(
                path: PagePlaces.strikePath(key.strike, in: folder),
                part.1.headingIDs
            )
        }
        for path in site.media { targets[path] = .media(path) }
        for folder in folders {
            // A text that is not translated is linked to where its translation would be.
            for article in originals.values where targets[folder + article.path] == nil {
                targets[folder + article.path] = targets[article.path]
            }
            for path in site.media { targets[folder + path] = .media(path) }
        }
        self.articles = articles
        self.targets = LinkTargets(targets)
        summaries = isOfPeopleOnly ? [] : site.settings.summaries
        self.isOfPeopleOnly = isOfPeopleOnly
        hasSearch = site.settings.hasSearch
        settings = site.settings
    }

    /// No article can have an address in a folder of strikes that is not the usual one, which `content/` reserves.
    private static func addFolders(
        _ settings: SiteSettings,
        _ dataset: Dataset,
        _ strikes: [String],
        _ taken: inout [String: String]
    ) {
        let usual = SiteSettings().recordPath
        if settings.recordPath != usual {
            for path in strikes { taken[path.lowercased()] = "a page that Recount makes" }
        }
        for folder in settings.previousRecordPaths where folder != usual {
            taken[folder + "/index.html"] = "a former page of the report"
            for position in dataset.strikes.indices {
                let path = PagePlaces.strikePath(dataset.strikes[position].id, in: folder)
                taken[path.lowercased()] = "a former page of the report"
            }
        }
    }

    /// The page of an article.
    func path(of article: Article) -> String {
        articles[article.path] ?? PageAddresses.page(article)
    }

    /// The page that a menu entry names; `nil` when there is no such page.
    func page(named name: String) -> String? {
        if let path = articles[name] { return path }
        if let table = name.split(separator: "/").last, name.hasPrefix("tables/") {
            return summaries.contains(String(table)) ? "tables/\(table).html" : nil
        }
        if isOfPeopleOnly && name == "strikes" { return nil }
        if !hasSearch && name == "search" { return nil }
        if name == settings.recordPath { return PagePlaces.Fixed.strikes.path(settings) }
        return PageAddresses.names[name]?.path(settings)
    }

    /// The names of the pages that a menu can name.
    var names: [String] {
        (Array(PageAddresses.names.keys) + Array(articles.keys) + summaries.map { "tables/\($0)" })
            .sorted()
    }

    /// The addresses of all pages.
    func places(
        _ dataset: Dataset,
        menu: [PlannedMenuEntry],
        menus: [String: [PlannedMenuEntry]]
    ) -> PagePlaces {
        PagePlaces(
            strikes: strikes,
            articles: articles,
            victimPages: victimPages(dataset),
            people: people,
            claimPages: Paging(
                count: dataset.claims.count,
                size: PageAddresses.claimsPerPage
            ),
            menu: menu,
            menus: menus
        )
    }

    /// By strike; by name where somebody stands without one.
    private func victimPages(_ dataset: Dataset) -> Paging {
        if !people.order.isEmpty {
            return Paging(count: people.order.count, size: PageAddresses.peoplePerPage)
        }
        return Paging(
            groups: dataset.strikes.indices.map {
                let people = dataset.victims(ofStrikeAt: $0)
                return people.startIndex..<people.endIndex
            },
            size: PageAddresses.victimsPerPage
        )
    }

    private static let names: [String: PagePlaces.Fixed] = [
        "home": .home, "strikes": .strikes, "victims": .victims, "claims": .claims,
        "disclosures": .disclosures, "methodology": .methodology, "data": .data,
        "corrections": .corrections, "search": .search,
    ]

    /// The page of an article; that of a translation is the original's in the folder of its language.
    private static func path(
        _ article: Article,
        originals: [String: Article],
        folders: [String]
    ) -> String {
        guard let folder = folders.first(where: article.path.hasPrefix),
            let original = originals[String(article.path.dropFirst(folder.count))]
        else { return page(article) }
        return folder + page(original)
    }

    private static func page(_ article: Article) -> String {
        var parts = article.path.replacingSuffix(".md", with: "").split(separator: "/")
            .map(String.init)
        if let slug = article.slug, !parts.isEmpty { parts[parts.count - 1] = slug }
        return parts.joined(separator: "/") + ".html"
    }
}

/// Makes the menu from the settings, or from the pages that exist when the settings have none.
struct MenuPlan {
    let site: SiteContent
    /// Whether there is a release, so that the menu includes the corrections.
    let hasHistory: Bool
    let addresses: PageAddresses
    let language: Language

    func entries(_ log: inout DiagnosticLog) -> [PlannedMenuEntry] {
        let settings = site.translations[language.tag] ?? site.settings
        if settings.menu.isEmpty { return defaultEntries }
        return settings.menu.map { entry($0, &log) }
    }

    private func entry(_ item: MenuItem, _ log: inout DiagnosticLog) -> PlannedMenuEntry {
        var path: String?
        if !item.target.isEmpty {
            path = addresses.page(named: item.target)
            if path == nil {
                log.report(
                    ProseRule.unknownMenuTarget,
                    at: item.location,
                    "the menu entry “\(item.label)” leads to no page: “\(item.target)”",
                    suggestion: Spelling.question(item.target, addresses.names)
                )
            }
        }
        return PlannedMenuEntry(
            label: item.label,
            path: path,
            items: item.items.map { entry($0, &log) }
        )
    }

    private var defaultEntries: [PlannedMenuEntry] {
        var entries = [entry(.overview, .home)]
        if !site.dataset.codebook.isOfPeopleOnly { entries.append(entry(.titleStrikes, .strikes)) }
        if !site.dataset.victims.isEmpty { entries.append(entry(.titleVictims, .victims)) }
        if !site.dataset.claims.isEmpty { entries.append(entry(.titleClaims, .claims)) }
        if !site.dataset.disclosures.isEmpty {
            entries.append(entry(.titleDisclosures, .disclosures))
        }
        entries.append(entry(.titleMethodology, .methodology))
        entries.append(entry(.titleData, .data))
        if hasHistory { entries.append(entry(.titleCorrections, .corrections)) }
        return entries
    }

    private func entry(_ word: Word, _ page: PagePlaces.Fixed) -> PlannedMenuEntry {
        PlannedMenuEntry(label: language.text(word), path: page.path(site.settings), items: [])
    }
}
