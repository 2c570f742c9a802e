import Diagnostics

/// A text in Markdown that stands in a cell and is shown within a line: the statement of a claim, or a cell of the
/// author's own column.
public struct MarkdownText: Sendable {
    /// The Markdown as pages get it from the record.
    public let text: String
    /// Its language as a BCP 47 tag; empty for the site's.
    public let language: String
    /// Whether it says what somebody else says, so that its numbers are not those of the records.
    public let isQuoted: Bool
    /// Where the cell is.
    public let location: SourceLocation

    /// Makes a text at a place.
    public init(text: String, language: String, isQuoted: Bool, location: SourceLocation) {
        self.text = text
        self.language = language
        self.isQuoted = isQuoted
        self.location = location
    }
}
