import Records
import Templates

/// The page itself, for the base template.
struct PageView: TemplateRecord {
    let scope: PageScope
    let title: String
    var description = ""
    /// Whether the window's title is the page's alone, as on the landing page.
    var isHome = false
    var crumbs: [LinkView] = []
    /// The path of the canonical page, when it is another one.
    var canonicalPath: String?
    /// The picture that a link to the page shows, where it is not that of the report.
    var card: String?
    /// Who wrote the page, where it is not the authors of the report.
    var authors: [String] = []
    /// When it was written, where that is stated.
    var date: CalendarDate?

    static let schema = RecordSchema<PageView>(
        "page",
        "The page itself.",
        [
            .text("title", "The page's title.") { $0.title },
            .text("window_title", "The title with that of the report, for the window.") { page in
                page.isHome
                    ? page.title
                    : page.scope.language.text(
                        .siteTitle,
                        ["page": page.title, "site": page.scope.settings.title]
                    )
            },
            .text("description", "One sentence about the page; may be empty.") {
                $0.description
            },
            .text("lang", "The page's language.") { $0.scope.language.tag },
            .text("dir", "The page's direction: ltr or rtl.") {
                $0.scope.language.direction.rawValue
            },
            .text("path", "Where the page is, from the root of the report.") { $0.scope.path },
            .optionalURL("canonical", "The page's published address, if it is known.") { page in
                page.scope.address(page.canonicalPath ?? page.scope.path)
            },
            .optionalRecord(
                "card",
                "The picture that a link to the page shows, if there is one and the address is known."
            ) { CardView($0.scope, $0.card ?? $0.scope.report.cards.ofSite) },
            .list(
                "languages",
                "The same page in every language of the report; none in one language."
            ) {
                LanguageLinkView.all($0.scope)
            },
            .boolean("is_home", "Whether this is the landing page.") { $0.isHome },
            .record("citation", "The page as other programs cite it.") { $0.citation },
            .list("crumbs", "The way from the root to the page.") { $0.crumbs },
        ]
    )

    private var citation: CitationView {
        CitationView(
            scope: scope,
            pageTitle: title,
            isReport: isHome,
            authors: authors.isEmpty ? scope.settings.authors : authors,
            date: date ?? scope.edition.released,
            address: scope.address(canonicalPath ?? scope.path)
        )
    }
}

/// The root of the template of a page.
protocol PageRoot: TemplateRecord {
    var scope: PageScope { get }
    var page: PageView { get }
}

extension PageRoot {
    /// The fields of a kind of page: those of every page, and its own.
    static func withPageFields(_ own: [Field<Self>]) -> [Field<Self>] {
        pageFields() + own
    }

    /// The fields that every kind of page has.
    static func pageFields() -> [Field<Self>] {
        [
            .record("site", "The report as a whole.") { SiteView(scope: $0.scope) }.shared(),
            .record("page", "The page itself.") { $0.page },
            .table("words", "The interface words of the page's language.", of: "words") {
                $0.scope.language.table
            }
            .shared(),
        ]
    }
}
