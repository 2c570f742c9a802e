import Records
import Templates

/// The page that a host shows for an address that does not exist.
struct NotFoundPage: PageRoot {
    let scope: PageScope

    var page: PageView {
        PageView(scope: scope, title: scope.language.text(.titleNotFound))
    }

    static let schema = RecordSchema<NotFoundPage>(
        "not-found page",
        "The page that a host shows for an address that does not exist.",
        pageFields()
    )
}

/// The Atom feed of articles.
struct FeedPage: PageRoot {
    let scope: PageScope

    var page: PageView { PageView(scope: scope, title: scope.report.settings.title) }

    static let schema = RecordSchema<FeedPage>(
        "feed",
        "The Atom feed.",
        withPageFields([
            .text("id", "The feed's permanent name, a URI.") { $0.scope.report.permanentID("") },
            .list("entries", "The dated articles, newest first.") { feed in
                feed.scope.report.articles
                    .filter { $0.article.date != nil }
                    .sorted {
                        ($1.article.date?.iso ?? "", $0.path) < (
                            $0.article.date?.iso ?? "", $1.path
                        )
                    }
                    .map { FeedEntryView(scope: feed.scope, planned: $0) }
            },
        ])
    )
}

/// One entry of the feed.
struct FeedEntryView: TemplateRecord {
    let scope: PageScope
    let planned: PlannedArticle

    static let schema = RecordSchema<FeedEntryView>(
        "feed entry",
        "One entry of the feed.",
        [
            .text("id", "The entry's permanent name, a URI.") {
                $0.scope.report.permanentID($0.planned.path)
            },
            .record("article", "The article.") {
                ArticleView(scope: $0.scope, planned: $0.planned)
            },
            .url("url", "Its page, absolute when the report's address is known.") { view in
                view.scope.report.settings.url.map { $0 + "/" + view.planned.path }
                    ?? view.scope.url(view.planned.path)
            },
            .text("updated", "When it was revised, as an RFC 3339 time.") { view in
                (view.planned.article.date?.lastDay.iso ?? "1970-01-01") + "T00:00:00Z"
            },
        ]
    )
}

/// The site map for search engines.
struct SitemapPage: PageRoot {
    let scope: PageScope
    /// Every page of the report, from the root.
    let paths: [String]

    var page: PageView { PageView(scope: scope, title: scope.report.settings.title) }

    static let schema = RecordSchema<SitemapPage>(
        "sitemap",
        "The site map for search engines; made when the report's address is known.",
        withPageFields([
            .list("pages", "Every page, absolute.") { map in
                map.paths.map { path in
                    LinkView(text: path, url: (map.scope.report.settings.url ?? "") + "/" + path)
                }
            }
        ])
    )
}
