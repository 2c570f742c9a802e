import Templates
import Text

/// Renders the blocks of a text: tables, charts and maps.
struct BlockRenderer {
    /// The page that shows the text.
    let page: PageView
    let templates: TemplateSet

    /// The HTML of each block by its position among the fences of a text; none without a text.
    func blocks(of text: PlannedText?) throws(RenderError) -> [Int: HTML] {
        var rendered: [Int: HTML] = [:]
        let scope = page.scope
        for (index, block) in text?.blocks ?? [:] {
            var html = try html(of: block, id: "block-\(index + 1)")
            if let embed = scope.report.embed(block, at: index, on: scope.versionPath) {
                let view = EmbedView(scope: scope, embed: embed)
                let code = try self.html("embedding block", EmbedBlock(page: page, embed: view))
                html = HTML(unsafeHTML: html.markup + code.markup)
            }
            rendered[index] = html
        }
        if let text, let contact = scope.settings.contact {
            for index in text.contacts {
                let block = ContactBlock(page: page, contact: ContactView(contact: contact))
                rendered[index] = try html("contact block", block)
            }
        }
        return rendered
    }

    /// One block, or the sentence in its place where it has nothing to show; `id` is unique on the page.
    func html(of block: PlannedBlock, id: String) throws(RenderError) -> HTML {
        let view = BlockView(scope: page.scope, block: block, id: id)
        if let note = view.emptyNote { return note }
        return try html(view)
    }

    private func html(_ view: BlockView) throws(RenderError) -> HTML {
        switch view.block.kind {
        case .table:
            return try html("table block", TableBlock(page: page, table: view.table))
        case .chart where view.isTimeline:
            var markup = ""
            for timeline in view.timelines {
                let block = TimelineBlock(page: page, timeline: timeline)
                markup += try html("timeline block", block).markup
            }
            return HTML(unsafeHTML: markup)
        case .chart:
            return try html("chart block", ChartBlock(page: page, chart: view.chart))
        case .map:
            guard let map = view.map else { return HTML(text: "") }
            return try html("map block", MapBlock(page: page, map: map))
        }
    }

    private func html(_ kind: String, _ root: some PageRoot) throws(RenderError) -> HTML {
        var text = ByteText()
        try templates.render(kind, root, formatting: page.scope.language, into: &text)
        return HTML(unsafeHTML: text.text())
    }
}
