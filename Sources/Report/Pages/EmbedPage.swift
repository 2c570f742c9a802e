import Records
import Templates

/// The bare page of a chart, table, map or figure, which other sites show in a frame.
struct EmbedPage: PageRoot {
    let scope: PageScope
    let embed: EmbeddedPart
    let page: PageView
    private let content: HTML?

    init(scope: PageScope, embed: EmbeddedPart, templates: TemplateSet) throws(RenderError) {
        self.scope = scope
        self.embed = embed
        var page = PageView(scope: scope, title: EmbedView(scope: scope, embed: embed).title)
        page.canonicalPath = embed.origin
        self.page = page
        switch embed.content {
        case .figure: content = nil
        case .block(let block):
            content = try BlockRenderer(page: page, templates: templates)
                .html(of: block, id: "block")
        }
    }

    static let schema = RecordSchema<EmbedPage>(
        "bare page",
        "A chart, table, map or figure alone, for a frame on another site.",
        withPageFields([
            .optionalHTML("content", "The chart, table or map; none for a figure.") { $0.content },
            .list("measures", "The totals of a figure; none for a chart, table or map.") {
                $0.measures
            },
            .url("origin", "The page that it stands on.") { $0.scope.url($0.embed.origin) },
        ])
    )

    private var measures: [FigureView] {
        guard case .figure(let figure) = embed.content else { return [] }
        if figure.subject == .people { return [FigureView(scope, figure, .people)] }
        return scope.report.dataset.measures.all.filter(scope.report.held.holds)
            .map { FigureView(scope, figure, $0) }
    }
}

/// The code that shows a part of the report on another site.
struct EmbedView: TemplateRecord {
    let scope: PageScope
    let embed: EmbeddedPart

    static let schema = RecordSchema<EmbedView>(
        "embedding",
        "How other sites show a part of the report; written by `partials/embed.html`.",
        [
            .text("title", "What it shows.") { $0.title },
            .url("url", "Its bare page.") { $0.scope.url($0.embed.path) },
            .text("code", "The HTML to copy.") { $0.code },
        ]
    )

    /// What it shows, in words.
    var title: String {
        switch embed.content {
        case .block(let block): BlockView(scope: scope, block: block, id: "block").title
        case .figure(let figure):
            scope.language.text(.figureOf, ["selection": scope.selections.text(figure)])
        }
    }

    /// How other sites show a figure; `nil` where the site does not offer it.
    static func of(_ figure: Figure, _ scope: PageScope) -> EmbedView? {
        scope.report.embed(figure).map { EmbedView(scope: scope, embed: $0) }
    }

    private var code: String {
        let address = scope.address(embed.path) ?? embed.path
        let height = embed.height {
            BlockView(scope: scope, block: $0, id: "block").map?.drawing.height
        }
        return "<iframe src=\"\(HTML(text: address).markup)\" title=\"\(HTML(text: title).markup)\""
            + " width=\"100%\" height=\"\(height)\" loading=\"lazy\"></iframe>"
    }
}

/// The code for a block of a text, below the block.
struct EmbedBlock: PageRoot {
    let page: PageView
    let embed: EmbedView

    static let schema = RecordSchema<EmbedBlock>(
        "embedding block",
        "The code that shows a block of a text on another site.",
        withPageFields([.record("embed", "How other sites show the block.") { $0.embed }])
    )
}
