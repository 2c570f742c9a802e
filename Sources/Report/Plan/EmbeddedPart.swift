// Other sites can show a chart, a table, a map or a figure of a report in a frame. Each has a bare page of its own for
// that, below `embed/`, and its page shows the code to copy. Nothing of this exists unless the site asks for it.

import Records

/// A chart, table, map or figure with a bare page of its own.
struct EmbeddedPart: Sendable {
    /// What the bare page shows.
    enum Content: Sendable {
        /// A table, chart or map.
        case block(PlannedBlock)
        /// The totals of a figure.
        case figure(Figure)
    }

    /// The folder of all bare pages.
    static let folder = "embed/"

    /// The page that it stands on, from the root of its version of the report.
    let origin: String
    /// What tells it from others on that page; empty where it is what the page is about.
    let part: String
    /// What it shows.
    let content: Content

    /// The bare page, from the root of its version of the report.
    var path: String {
        let name = origin.replacingSuffix(".html", with: "")
        return EmbeddedPart.folder + name + (part.isEmpty ? "" : "-" + part) + ".html"
    }

    /// The height of its frame, in CSS pixels: enough for what it shows on a screen of usual width.
    ///
    /// That of a map depends on its drawing, which an inset makes half as high again.
    func height(ofDrawing drawing: (PlannedBlock) -> Double?) -> Int {
        switch content {
        case .figure: 320
        case .block(let block):
            switch block.kind {
            // Its title, its key, and the lists below it.
            case .map: 440 + 20 * Int((drawing(block) ?? 560) / 20)
            case .table, .chart: min(900, 240 + 40 * min(block.rows.count, block.limit ?? .max))
            }
        }
    }
}

extension ReportModel {
    /// Whether parts of the report have bare pages; their code needs the report's address.
    var hasEmbeds: Bool { settings.hasEmbeds && settings.url != nil }

    /// A block of a text on a page; `nil` where nothing can be embedded.
    func embed(_ block: PlannedBlock, at index: Int, on page: String) -> EmbeddedPart? {
        guard hasEmbeds, block.emptiness == nil else { return nil }
        return EmbeddedPart(origin: page, part: "block-\(index + 1)", content: .block(block))
    }

    /// The page of a figure.
    func embed(_ figure: Figure) -> EmbeddedPart? {
        let isShown = figure.subject == .people || !dataset.codebook.isOfPeopleOnly
        return hasEmbeds && isShown
            ? EmbeddedPart(origin: figure.path, part: "", content: .figure(figure)) : nil
    }

    /// The table of a page of totals, and its chart unless there are too many rows.
    func embeds(_ table: SummaryTable) -> [EmbeddedPart] {
        guard hasEmbeds else { return [] }
        let figure = figures[table.base]
        var block = PlannedBlock(
            kind: .table,
            subject: figure.subject,
            field: table.field,
            fieldName: table.name,
            measures: dataset.measures.tabled.filter(held.holds),
            selection: figure.selection,
            base: table.base,
            rows: table.rows,
            limit: SummaryPaging(self, table, isLabelled: true).fitting
        )
        var embeds = [EmbeddedPart(origin: table.path, part: "", content: .block(block))]
        if FigureChart.draws(self, table) {
            block.kind = .chart
            block.limit = nil
            block.measures = FigureChart.measures(self, table.base)
            embeds.append(EmbeddedPart(origin: table.path, part: "chart", content: .block(block)))
        }
        return embeds
    }

    /// The map of the landing page.
    var mapEmbed: EmbeddedPart? {
        let base = standing.counted
        guard hasEmbeds, FigureMap.draws(self, figures[base]) else { return nil }
        var block = PlannedBlock(kind: .map, selection: figures[base].selection, base: base)
        block.totals = mapTotals
        return EmbeddedPart(
            origin: PagePlaces.Fixed.home.rawValue,
            part: "map",
            content: .block(block)
        )
    }

    /// The blocks of a text.
    func embeds(of text: PlannedText?, on page: String) -> [EmbeddedPart] {
        guard let text, hasEmbeds else { return [] }
        return text.blocks.sorted { $0.key < $1.key }
            .compactMap { embed($0.value, at: $0.key, on: page) }
    }
}
