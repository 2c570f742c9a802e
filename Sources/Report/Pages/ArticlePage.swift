import Markdown
import Records
import Templates

/// The page of an article.
struct ArticlePage: PageRoot {
    let scope: PageScope
    let planned: PlannedArticle
    let page: PageView
    private let blocks: RenderedBlocks

    init(scope: PageScope, planned: PlannedArticle, templates: TemplateSet) throws(RenderError) {
        self.scope = scope
        self.planned = planned
        page = PageView(
            scope: scope,
            title: planned.article.title,
            description: planned.article.description,
            card: scope.report.cards.ofArticle(planned.article.path),
            authors: planned.article.authors,
            date: planned.article.date
        )
        blocks = try BlockRenderer(page: page, templates: templates).blocks(of: planned.text)
    }

    static let schema = RecordSchema<ArticlePage>(
        "article page",
        "The page of an article.",
        withPageFields([
            .record("article", "The article.") {
                ArticleView(
                    scope: $0.scope,
                    planned: $0.planned,
                    path: $0.scope.versionPath
                )
            },
            .html("text", "The text.") {
                ProseRenderer(scope: $0.scope, text: $0.planned.text, blocks: $0.blocks).html
            },
            .html("body", "The text without its footnotes, which are in `notes`.") {
                ProseRenderer(scope: $0.scope, text: $0.planned.text, blocks: $0.blocks).body
            },
            .optionalHTML("notes", "The footnotes as items of a list, if there are any.") {
                ProseRenderer(scope: $0.scope, text: $0.planned.text, blocks: $0.blocks).notes
            },
            .list("outline", "The table of contents: headings of the second and third level.") {
                $0.planned.text.document.outline().map { OutlineView(entry: $0) }
            },
            .list("references", "The sources that the text cites, numbered.") {
                ReferenceView.all($0.scope, $0.planned.text)
            },
            .optionalRecord(
                "gallery",
                "The article's pictures, recordings and documents that the text does not show."
            ) { page in
                GalleryView.rest(
                    page.scope,
                    page.scope.report.shelf.places(of: page.planned.article.path),
                    besides: page.planned.text.media
                )
            },
            .optionalRecord("previous", "The article before it.") { $0.neighbour(-1) },
            .optionalRecord("next", "The article after it.") { $0.neighbour(1) },
            .table(
                "custom",
                "The author's own keys in the front matter.",
                of: "custom"
            ) {
                $0.scope.report.customTable($0.planned.article.custom)
            },
        ])
    )

    private func neighbour(_ step: Int) -> ArticleView? {
        let articles = scope.articles(in: planned.language)
        let own = scope.versionPath
        guard let here = articles.firstIndex(where: { $0.path == own }),
            articles.indices.contains(here + step)
        else { return nil }
        let entry = articles[here + step]
        return ArticleView(scope: scope, planned: entry.article, path: entry.path)
    }
}

/// An article, wherever it is listed.
struct ArticleView: TemplateRecord {
    let scope: PageScope
    let planned: PlannedArticle
    /// Its page, from the root of this version of the report.
    let path: String

    static let schema = RecordSchema<ArticleView>(
        "article",
        "An article.",
        [
            .text("title", "The title.") { $0.planned.article.title },
            .text("description", "One sentence about it; may be empty.") {
                $0.planned.article.description
            },
            .url("url", "Its page.") { $0.scope.url($0.path) },
            .optionalText("date", "When it was published or last revised.") { view in
                view.planned.article.date.map { view.scope.language.text($0) }
            },
            .text("date_iso", "The same as ISO 8601; may be empty.") {
                $0.planned.article.date?.iso ?? ""
            },
            .texts("authors", "Who wrote it.") { $0.planned.article.authors },
            .text("lang", "Its language.") { $0.planned.language.tag },
        ]
    )
}

/// One heading in a table of contents.
struct OutlineView: TemplateRecord {
    let entry: OutlineEntry

    static let schema = RecordSchema<OutlineView>(
        "outline entry",
        "One heading in a table of contents.",
        [
            .text("title", "The heading.") { $0.entry.title },
            .url("url", "Its place on the page.") { "#" + $0.entry.id },
            .list("children", "The headings below it.") {
                $0.entry.children.map { OutlineView(entry: $0) }
            },
        ]
    )
}
