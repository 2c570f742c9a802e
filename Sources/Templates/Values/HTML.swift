// The only text that reaches a page unescaped.

import Text

/// HTML that is already escaped; the only text that passes unescaped.
public struct HTML: Sendable, Hashable {
    /// The markup as it is written to the page.
    public let markup: String

    /// Takes text for HTML as it is; the caller must ensure that it is safe.
    public init(unsafeHTML markup: String) {
        self.markup = markup
    }

    /// Escapes text.
    public init(text: String) {
        markup = HTMLEscaping.escaped(text)
    }
}
