import Diagnostics

/// A link or an image of a document, as its author wrote it.
public struct Link: Sendable, Hashable {
    /// Where it leads: backslashes and entities resolved, percent signs left as written.
    public var destination: String
    /// The title in quotes after the destination; empty when there is none.
    public var title: String
    /// The words of the link, or an image's alternative text.
    public var plainText: String
    /// Whether it is an image.
    public var isImage: Bool
    /// Where the link begins.
    public var location: SourceLocation
    /// The line it begins on, with the link marked.
    public var excerpt: Excerpt
    /// Whether the destination's scheme is allowed; if not, only the words are shown.
    public var isAllowed: Bool
}
