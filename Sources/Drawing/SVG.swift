// The result of this target: a drawing as escaped markup. It has its own type, so that no other text can be
// used in its place.

/// A drawing as an `<svg>` element, to be inserted into a page without escaping.
public struct SVG: Sendable, Hashable {
    /// The element with its contents.
    public let markup: String

    init(_ write: (inout Markup) -> Void) {
        var markup = Markup()
        write(&markup)
        self.markup = markup.html
    }
}
