import Records
import Templates

/// The kinds of pages and of blocks in texts, each with its template.
public enum PageKinds {
    /// The kinds that every report has.
    public static let all: [PageKind] = [
        PageKind("landing", template: "index.html", root: LandingPage.self),
        PageKind("article", template: "article.html", root: ArticlePage.self),
        PageKind("strikes", template: "strikes.html", root: StrikeListPage.self),
        PageKind("strike", template: "strike.html", root: StrikePage.self, sharesParts: true),
        PageKind("summary", template: "summary.html", root: SummaryPage.self),
        PageKind("figure", template: "figure.html", root: FigurePage.self),
        PageKind("victims", template: "victims.html", root: VictimsPage.self),
        PageKind("person", template: "person.html", root: PersonPage.self),
        PageKind("claims", template: "claims.html", root: ClaimsPage.self),
        PageKind("disclosures", template: "disclosures.html", root: DisclosuresPage.self),
        PageKind("methodology", template: "methodology.html", root: MethodologyPage.self),
        PageKind("corrections", template: "corrections.html", root: CorrectionsPage.self),
        PageKind("tombstone", template: "tombstone.html", root: TombstonePage.self),
        PageKind("moved", template: "moved.html", root: MovedPage.self),
        PageKind("moved list", template: "moved-list.html", root: MovedListPage.self),
        PageKind("search", template: "search.html", root: SearchPage.self),
        PageKind("register", template: "register.html", root: RegisterPage.self),
        PageKind("data", template: "data.html", root: DataPage.self),
        PageKind("not-found", template: "404.html", root: NotFoundPage.self),
        PageKind("bare", template: "embed.html", root: EmbedPage.self),
        PageKind("feed", template: "feed.xml", root: FeedPage.self),
        PageKind("sitemap", template: "sitemap.xml", root: SitemapPage.self),
        PageKind("table block", template: "partials/table.html", root: TableBlock.self),
        PageKind("chart block", template: "partials/chart.html", root: ChartBlock.self),
        PageKind("timeline block", template: "partials/timeline.html", root: TimelineBlock.self),
        PageKind("map block", template: "partials/map.html", root: MapBlock.self),
        PageKind("contact block", template: "partials/contact.html", root: ContactBlock.self),
        PageKind("embedding block", template: "partials/embed.html", root: EmbedBlock.self),
        PageKind("gallery block", template: "partials/gallery.html", root: GalleryBlock.self),
    ]

    /// The kinds of a site: those of every report, and one for each template that articles name.
    static func all(with own: [String]) -> [PageKind] {
        all + own.map { PageKind("article:" + $0, template: $0, root: ArticlePage.self) }
    }

    /// The kind of an article's page.
    static func kind(of article: Article) -> String {
        if article.path == "index.md" { return "landing" }
        return article.template.map { "article:" + $0 } ?? "article"
    }
}
