// What this room hands over: drawings as markup that is escaped already. A type of its own, so that no
// other text can stand in for one.

/// A drawing as an `<svg>` element, to be put into a page as it is.
public struct SVG: Sendable, Hashable {
    /// The element with all that it holds.
    public let markup: String

    init(_ write: (inout Markup) -> Void) {
        var markup = Markup()
        write(&markup)
        self.markup = markup.html
    }
}
