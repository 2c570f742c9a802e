import Diagnostics

/// A text in Markdown that stands in a cell: the summary of a strike.
public struct MarkdownCell: Sendable {
    /// Which account of which strike it is, where no file holds one.
    public let key: NarrativeKey
    /// The Markdown.
    public let text: String
    /// Where the cell is.
    public let location: SourceLocation

    /// Makes a text at a place.
    public init(key: NarrativeKey, text: String, location: SourceLocation) {
        self.key = key
        self.text = text
        self.location = location
    }
}
