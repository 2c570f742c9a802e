import Records
import Templates

/// The page that a host shows for an address that does not exist.
struct NotFoundPage: PageRoot {
    let scope: PageScope

    var page: PageView { PageView(scope: scope, title: scope.language.text(.titleNotFound)) }

    static let schema = RecordSchema<NotFoundPage>(
        "not-found page",
        "The page that a host shows for an address that does not exist.",
        withPageFields([
            .list(
                "translations",
                "The same in the other languages of the report: a host shows one page to all readers."
            ) { page in
                let versions = page.scope.report.versions.all
                return versions.filter { $0.folder != page.scope.folder }
                    .map { NotFoundText(scope: page.scope, version: $0) }
            }
        ])
    )
}

/// What the page of a missing address says in another language of the report.
struct NotFoundText: TemplateRecord {
    let scope: PageScope
    let version: ReportVersions.Version

    static let schema = RecordSchema<NotFoundText>(
        "not-found text",
        "What the page of a missing address says in another language of the report.",
        [
            .text("lang", "The language as BCP 47 writes it.") { $0.language.tag },
            .text("dir", "Its direction: ltr or rtl.") {
                $0.language.direction.rawValue
            },
            .text("title", "The title.") { $0.language.text(.titleNotFound) },
            .text("text", "What may have happened.") { $0.language.text(.notFoundText) },
            .record("home", "The landing page in that language.") {
                $0.link(.notFoundHome, to: .home)
            },
            .record("strikes", "The list of strikes; that of people where there are no strikes.") {
                $0.link(.notFoundStrikes, to: $0.scope.report.recordList)
            },
        ]
    )

    private var language: Language { version.language }

    /// A link to a page in that language; absolute when the report's address is known.
    private func link(_ word: Word, to page: PagePlaces.Fixed) -> LinkView {
        let path = version.folder + page.path(scope.report.settings)
        return LinkView(
            text: language.text(word),
            url: scope.exactAddress(path) ?? scope.exactURL(path)
        )
    }
}

/// The site map for search engines.
struct SitemapPage: PageRoot {
    let scope: PageScope
    /// Every page of the report, from the root.
    let paths: [String]

    var page: PageView { PageView(scope: scope, title: scope.settings.title) }

    static let schema = RecordSchema<SitemapPage>(
        "sitemap",
        "The site map for search engines; made when the report's address is known.",
        withPageFields([
            .list("pages", "Every page, absolute.") { map in
                map.paths.map { path in
                    LinkView(text: path, url: map.scope.address(path) ?? map.scope.url(path))
                }
            }
        ])
    )
}
