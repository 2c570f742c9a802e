import Diagnostics

/// A heading of a document.
public struct Heading: Sendable, Hashable {
    /// From 1 to 6, as written.
    public var level: Int
    /// Its words without markup.
    public var plainText: String
    /// Its identifier, unique in the document, without any prefix.
    public var id: String
    /// What its identifier would be if nothing else on the page had it.
    public var name: String
    /// Where it begins.
    public var location: SourceLocation
    /// Its inline content as HTML, without links and footnote references.
    public var html: String
}
