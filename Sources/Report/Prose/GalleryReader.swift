// Several media in one place of a text: named one by one, or all those of some strikes or of the article.

import Diagnostics
import Formats
import Markdown
import Records

/// A gallery in a text.
struct PlannedGallery: Sendable {
    /// The media, by their positions among all.
    let places: [Int]
    /// The author's caption; may be empty.
    let caption: String
}

/// Reads the `gallery` blocks of a text.
struct GalleryReader {
    /// Reads the selections of the block.
    let blocks: BlockReader
    let shelf: MediaShelf

    private static let keys = ["media", "where", "caption"]

    private var dataset: Dataset { blocks.dataset }

    /// The galleries of a text by their position among its fences.
    func read(
        _ document: MarkdownDocument,
        of article: Article,
        log: inout DiagnosticLog
    ) -> [Int: PlannedGallery] {
        var galleries: [Int: PlannedGallery] = [:]
        for (offset, fence) in document.fences.enumerated() {
            guard fence.info.prefix(while: { $0 != " " }) == "gallery" else { continue }
            guard let gallery = gallery(fence, article, &log) else { continue }
            if gallery.places.isEmpty {
                log.report(
                    ProseRule.emptyBlock,
                    at: fence.location,
                    "this gallery has nothing to show: no medium belongs here",
                    suggestion:
                        "Name some: media: [ID, …]; or state in data/media.csv what they belong to."
                )
            }
            galleries[offset] = gallery
        }
        return galleries
    }

    private func gallery(
        _ fence: Fence,
        _ article: Article,
        _ log: inout DiagnosticLog
    ) -> PlannedGallery? {
        guard
            let node = YAMLReader.read(
                fence.text.contains { !$0.isWhitespace } ? fence.text : "{}\n",
                file: article.file,
                firstLine: fence.firstLine,
                log: &log
            )
        else { return nil }
        let fields = YAMLFields(
            node,
            what: "a gallery block",
            known: GalleryReader.keys,
            log: &log
        )
        let caption = fields.string("caption", &log) ?? ""
        var places: [Int] = []
        if fields.has("media") {
            for item in fields.items("media", &log) {
                guard let id = item.scalar?.asString else { continue }
                if let place = dataset.mediumIndex(id) {
                    if !places.contains(place) { places.append(place) }
                    continue
                }
                log.report(
                    ProseRule.unknownMedium,
                    at: item.location,
                    "no medium has the id “\(id)”",
                    excerpt: item.excerpt,
                    suggestion: Spelling.question(id, dataset.media.map(\.id))
                )
            }
        }
        if fields.has("where") {
            let side = blocks.reading.strikes
            guard let selection = blocks.selection(fields, side.parser, ["strike": "id"], &log)
            else {
                return nil
            }
            for strike in side.index.records(selection).positions {
                places += dataset.mediaIndices(ofStrikeAt: strike).filter { !places.contains($0) }
            }
        }
        if !fields.has("media"), !fields.has("where") {
            places =
                article.narrative.flatMap { dataset.index(of: $0.strike) }
                .map { dataset.mediaIndices(ofStrikeAt: $0) } ?? shelf.places(of: article.path)
        }
        return PlannedGallery(places: places, caption: caption)
    }
}
