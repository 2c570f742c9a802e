import Decoding
import Diagnostics
import Records

/// Gives every page its address, and reports two pages with one.
struct PageAddresses {
    /// What articles can link to.
    let targets: LinkTargets
    private let strikes: [String]
    private let articles: [String: String]
    private let summaries: [String]

    /// Victims on a page, about.
    static let victimsPerPage = 400
    /// Claims on a page.
    static let claimsPerPage = 60

    init(site: SiteContent, texts: ProseParts, log: inout DiagnosticLog) {
        var taken: [String: String] = [:]
        var articles: [String: String] = [:]
        var targets: [String: LinkTargets.Target] = [:]
        for page in PagePlaces.Fixed.allCases where page != .home {
            taken[page.rawValue.lowercased()] = "a page that Recount makes"
            if page.rawValue.hasSuffix(".html") { targets[page.rawValue] = .made(page.rawValue) }
        }
        for name in site.settings.summaries {
            targets["tables/\(name).html"] = .made("tables/\(name).html")
        }
        let dataset = site.dataset
        strikes = dataset.strikes.indices.map { PagePlaces.strikePath(dataset.strikes[$0].id) }
        targets.reserveCapacity(strikes.count + 3 * texts.articles.count)
        for path in strikes { targets[path] = .made(path) }
        for (article, document) in texts.articles {
            let path = PageAddresses.path(article)
            if let other = taken[path.lowercased()] {
                PageAddresses.reportCollision(article, path, other, &log)
            }
            taken[path.lowercased()] = article.file
            articles[article.path] = path
            targets[article.path] = .article(path: path, ids: document.headings.map(\.id))
            targets[path] = targets[article.path]
        }
        for (id, part) in texts.narratives {
            targets[part.0.path] = .article(
                path: PagePlaces.strikePath(id),
                ids: part.1.headings.map(\.id)
            )
        }
        for path in site.media { targets[path] = .media(path) }
        self.articles = articles
        self.targets = LinkTargets(targets)
        summaries = site.settings.summaries
    }

    /// The page of an article.
    func path(of article: Article) -> String {
        articles[article.path] ?? PageAddresses.path(article)
    }

    /// The page that an entry of the menu names, or `nil`.
    func page(named name: String) -> String? {
        if let path = articles[name] { return path }
        if let table = name.split(separator: "/").last, name.hasPrefix("tables/") {
            return summaries.contains(String(table)) ? "tables/\(table).html" : nil
        }
        return PageAddresses.names[name]?.rawValue
    }

    /// The names of the pages that a menu can name.
    var names: [String] {
        (Array(PageAddresses.names.keys) + Array(articles.keys) + summaries.map { "tables/\($0)" })
            .sorted()
    }

    /// Where every page is.
    func places(_ dataset: Dataset, menu: [PlannedMenuEntry]) -> PagePlaces {
        PagePlaces(
            strikes: strikes,
            articles: articles,
            victimPages: Paging(
                groups: dataset.strikes.indices.map {
                    let people = dataset.victims(ofStrikeAt: $0)
                    return people.startIndex..<people.endIndex
                },
                size: PageAddresses.victimsPerPage
            ),
            claimPages: Paging(
                count: dataset.claims.count,
                size: PageAddresses.claimsPerPage
            ),
            menu: menu
        )
    }

    private static let names: [String: PagePlaces.Fixed] = [
        "home": .home, "strikes": .strikes, "victims": .victims, "claims": .claims,
        "disclosures": .disclosures, "methodology": .methodology, "data": .data,
        "corrections": .corrections,
    ]

    private static func path(_ article: Article) -> String {
        var parts = article.path.replacingSuffix(".md", with: "").split(separator: "/")
            .map(String.init)
        if let slug = article.slug, !parts.isEmpty { parts[parts.count - 1] = slug }
        return parts.joined(separator: "/") + ".html"
    }

    private static func reportCollision(
        _ article: Article,
        _ path: String,
        _ other: String,
        _ log: inout DiagnosticLog
    ) {
        log.report(
            ProseRule.pageCollision,
            at: article.location,
            "the page \(path) is already that of \(other)",
            suggestion: "Rename the file, or give the article another slug."
        )
    }
}

/// Makes the menu from the settings, or one of the pages that exist when they name none.
struct MenuPlan {
    let site: SiteContent
    /// Whether there is a release, so that corrections are of interest.
    let hasHistory: Bool
    let addresses: PageAddresses
    let language: Language

    func entries(_ log: inout DiagnosticLog) -> [PlannedMenuEntry] {
        if site.settings.menu.isEmpty { return usual }
        return site.settings.menu.map { entry($0, &log) }
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

    private var usual: [PlannedMenuEntry] {
        var entries = [made(.overview, .home), made(.titleStrikes, .strikes)]
        if !site.dataset.claims.isEmpty { entries.append(made(.titleClaims, .claims)) }
        if !site.dataset.disclosures.isEmpty {
            entries.append(made(.titleDisclosures, .disclosures))
        }
        entries.append(made(.titleMethodology, .methodology))
        entries.append(made(.titleData, .data))
        if hasHistory { entries.append(made(.titleCorrections, .corrections)) }
        return entries
    }

    private func made(_ word: Word, _ page: PagePlaces.Fixed) -> PlannedMenuEntry {
        PlannedMenuEntry(label: language.text(word), path: page.rawValue, items: [])
    }
}
