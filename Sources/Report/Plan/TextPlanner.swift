// Articles and the narratives of strikes are planned in the same way.

import Decoding
import Diagnostics
import Markdown
import Records

/// Resolves the links and reads the blocks of the texts of a site.
struct TextPlanner {
    private let resolver: LinkResolver
    private let blocks: BlockReader
    private let galleries: GalleryReader
    /// The language of texts that state none.
    private let language: String

    init(
        site: SiteContent,
        reading: SelectionReading,
        targets: LinkTargets
    ) {
        language = site.settings.language
        resolver = LinkResolver(
            dataset: site.dataset,
            parser: reading.strikes.parser,
            people: reading.people?.parser,
            targets: targets,
            linksExternalImages: site.settings.linksExternalImages
        )
        blocks = BlockReader(
            reading: reading,
            dataset: site.dataset,
            settings: site.settings
        )
        galleries = GalleryReader(
            blocks: blocks,
            shelf: MediaShelf(site.dataset, languages: site.settings.languages)
        )
    }

    /// Plans the text of an article or a narrative; its figures are added to `collector`.
    func text(
        of article: Article,
        _ document: MarkdownDocument,
        _ collector: inout FigureCollector,
        _ log: inout DiagnosticLog
    ) -> PlannedText {
        let resolved = resolver.resolve(
            document,
            from: article.path,
            collector: &collector,
            log: &log
        )
        return PlannedText(
            document: document,
            language: article.language.isEmpty ? language : article.language,
            links: resolved.links,
            blocks: blocks.read(document, file: article.file, collector: &collector, log: &log),
            contacts: blocks.contacts(document, &log),
            galleries: galleries.read(document, of: article, log: &log),
            references: resolved.references
        )
    }
}
