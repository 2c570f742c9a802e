import Diagnostics
import Text

/// A Markdown text: CommonMark with tables, footnotes, strikethrough, task lists and bare URLs.
///
/// It is parsed once, into values. The caller resolves ``links`` and ``fences`` first, and decides
/// for each of them what the HTML contains.
public struct MarkdownDocument: Sendable {
    /// The headings, in order.
    public internal(set) var headings: [Heading] = []
    /// The links and images, in document order; footnotes come last.
    public internal(set) var links: [Link] = []
    /// The fenced code blocks, in order.
    public internal(set) var fences: [Fence] = []
    /// The plain text outside code, links and images.
    public internal(set) var proseRuns: [ProseRun] = []

    var blocks: [Block] = []
    var footnotes: [Footnote] = []

    /// The most bytes that a text may have.
    public static let maximumBytes = 256 * 1024
    /// The most columns that a table may have.
    public static let maximumColumns = 32
    /// How deeply quotes, lists and emphasis can be nested.
    public static let maximumNesting = 100

    /// Parses a text and reports its author's mistakes.
    ///
    /// - Parameters:
    ///   - source: The Markdown, without front matter.
    ///   - file: The name of the file for locations.
    ///   - firstLine: The line in the file of the first line of `source`.
    ///   - reserved: The ids that the page has besides those of the text.
    ///   - log: Receives the mistakes.
    /// - Returns: The document; empty when the text breaks a limit on size.
    public static func parse(
        _ source: String,
        file: String,
        firstLine: Int = 1,
        reserved: ReservedIDs = ReservedIDs(),
        log: inout DiagnosticLog
    ) -> MarkdownDocument {
        let text = IndexedText(
            SourceText(file: file, bytes: Array(source.utf8), firstLine: firstLine)
        )
        guard let tree = LimitCheck.parse(text, log: &log) else { return MarkdownDocument() }
        var reader = TreeReader(text, reserved)
        reader.read(tree)
        log.append(reader.log)
        return reader.document
    }

    /// The headings as targets of links.
    public var headingIDs: HeadingIDs { HeadingIDs(headings) }

    /// How many footnotes the text refers to.
    public var footnoteCount: Int { footnotes.count }

    /// The document as HTML; the caller supplies the HTML of links and fenced blocks.
    public func html(_ rendering: MarkdownRendering) -> String {
        var writer = HTMLWriter(self, rendering)
        writer.writeDocument()
        return writer.html
    }

    /// The words of the document without markup, footnotes and fenced blocks, a blank between blocks; `linkText` is what
    /// a link says instead of its own words.
    public func plainText(_ linkText: (Int, Link) -> String?) -> String {
        PlainText(self, linkText).text
    }

    /// The document without its footnotes, and the footnotes as the items of a list (`li` elements), so that a page
    /// can put them into a list of its own; without footnotes the second text is empty.
    ///
    /// - Parameters:
    ///   - rendering: What the caller decides, as for ``html(_:)``.
    ///   - language: The tag and the direction that each item states, if the page has another language.
    /// - Returns: The two texts.
    public func parts(
        _ rendering: MarkdownRendering,
        language: (tag: String, direction: TextDirection)? = nil
    ) -> (body: String, notes: String) {
        var writer = HTMLWriter(self, rendering)
        writer.write(blocks)
        let body = writer.html
        writer.buffer = HTMLBuffer()
        writer.writeFootnoteItems(language)
        return (body, writer.html)
    }
}
