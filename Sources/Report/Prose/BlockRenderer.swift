import Templates
import Text

/// The HTML of what replaces parts of a text.
struct RenderedBlocks {
    /// Of fenced blocks, by their positions among the fences.
    var fences: [Int: HTML] = [:]
    /// Of media that stand alone, by their positions among the links.
    var media: [Int: HTML] = [:]
}

/// Renders the blocks of a text: tables, charts, maps and media.
struct BlockRenderer {
    /// The page that shows the text.
    let page: PageView
    let templates: TemplateSet

    /// The HTML of the blocks of a text; none without a text.
    func blocks(of text: PlannedText?) throws(RenderError) -> RenderedBlocks {
        var rendered = RenderedBlocks()
        guard let text else { return rendered }
        let scope = page.scope
        try addMedia(of: text, &rendered)
        for (index, block) in text.blocks {
            var html = try html(of: block, id: "block-\(index + 1)")
            if let embed = scope.report.embed(block, at: index, on: scope.versionPath) {
                let view = EmbedView(scope: scope, embed: embed)
                let code = try self.html("embedding block", EmbedBlock(page: page, embed: view))
                html = HTML(unsafeHTML: html.markup + code.markup)
            }
            rendered.fences[index] = html
        }
        if let contact = scope.settings.contact {
            for index in text.contacts {
                let block = ContactBlock(page: page, contact: ContactView(contact: contact))
                rendered.fences[index] = try html("contact block", block)
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

    /// Adds the media of a text in the order of their places; the first to show one has its anchor.
    private func addMedia(
        of text: PlannedText,
        _ rendered: inout RenderedBlocks
    ) throws(RenderError) {
        var shown: Set<Int> = []
        for (index, target) in text.links.enumerated() {
            let link = text.document.links[index]
            guard link.isImage, case .medium(let place) = target else { continue }
            let view = GalleryView(
                page.scope,
                [place],
                alternative: link.plainText,
                shown: &shown
            )
            rendered.media[index] = try html(view)
        }
        for (index, gallery) in text.galleries.sorted(by: { $0.key < $1.key }) {
            let view = GalleryView(
                page.scope,
                gallery.places,
                caption: gallery.caption,
                shown: &shown
            )
            rendered.fences[index] = gallery.places.isEmpty ? HTML(text: "") : try html(view)
        }
    }

    private func html(_ gallery: GalleryView) throws(RenderError) -> HTML {
        try html("gallery block", GalleryBlock(page: page, gallery: gallery))
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
