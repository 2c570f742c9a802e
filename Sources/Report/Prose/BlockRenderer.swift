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
        for (index, block) in text?.blocks ?? [:] {
            let view = BlockView(scope: page.scope, block: block, id: "block-\(index + 1)")
            if let note = view.emptyNote {
                rendered[index] = note
            } else {
                rendered[index] = try html(view)
            }
        }
        return rendered
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
