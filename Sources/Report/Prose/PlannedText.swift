import Diagnostics
import Markdown
import Records

/// A Markdown text with its links and blocks resolved.
struct PlannedText: Sendable {
    /// The text.
    let document: MarkdownDocument
    /// The language of the text; empty for that of its page.
    var language = ""
    /// Whether it stands in a cell.
    var isOfCell = false
    /// The targets of the document's links, in the same order.
    let links: [ResolvedLink]
    /// The tables, charts and maps, by their position among the fences.
    let blocks: [Int: PlannedBlock]
    /// The positions of `contact` blocks among the fences.
    var contacts: [Int] = []
    /// The galleries, by their position among the fences.
    var galleries: [Int: PlannedGallery] = [:]
    /// The sources that the text cites, in the order of first citation.
    let references: [Source]
}

extension PlannedText {
    /// The media that the text shows, by position, in order; links to them are not meant.
    var media: [Int] {
        zip(document.links, links)
            .compactMap { link, target in
                if case .medium(let place) = target, link.isImage { return place }
                return nil
            } + galleries.sorted { $0.key < $1.key }.flatMap(\.value.places)
    }
}

/// The target of a link in a text.
enum ResolvedLink: Sendable {
    /// Another host, or an address as written.
    case external(String)
    /// A page of the report with a fragment, which may be empty.
    case page(path: String, fragment: String)
    /// A place on the same page.
    case fragment(String)
    /// A file of the report.
    case file(String)
    /// A figure, or one end of it.
    case figure(FigureID, MeasureEnd)
    /// A claim, by its position among the claims, and which of its numbers is meant, where the link says so.
    case claim(Int, MeasureEnd?)
    /// A strike, by position.
    case strike(Int)
    /// A medium, by its position among the media.
    case medium(Int)
    /// A source, by its number among the references of the text.
    case source(Source, number: Int)
    /// No target: a mistake that has been reported.
    case broken
}

/// An article with its page.
struct PlannedArticle: Sendable {
    /// The article.
    let article: Article
    /// The page, from the root.
    let path: String
    /// The language of the page.
    let language: Language
    /// The name of its page kind: that of all articles, or one for its own template.
    let kind: String
    /// The text.
    let text: PlannedText
}

/// One entry of the menu with its page.
struct PlannedMenuEntry: Sendable {
    /// The text.
    let label: String
    /// The page, from the root; `nil` for an entry that only opens a list of entries.
    let path: String?
    /// The entries below it.
    let items: [PlannedMenuEntry]

    /// The pages that the entry and those below it lead to.
    var paths: [String] { (path.map { [$0] } ?? []) + items.flatMap(\.paths) }

    /// The texts of the entry and those below it that lead to a page.
    func labels(leadingTo page: String) -> [String] {
        (path == page ? [label] : []) + items.flatMap { $0.labels(leadingTo: page) }
    }

    /// Whether the entry, or one below it, leads to a page.
    func leads(to page: String) -> Bool {
        path == page || items.contains { $0.leads(to: page) }
    }
}
