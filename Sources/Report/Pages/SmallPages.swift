import Records
import Templates

/// The page that a host shows for an address that does not exist.
struct NotFoundPage: PageRoot {
    let scope: PageScope

    var page: PageView { PageView(scope: scope, title: scope.language.text(.titleNotFound)) }

    static let schema = RecordSchema<NotFoundPage>(
        "not-found page",
        "The page that a host shows for an address that does not exist.",
        pageFields()
    )
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
