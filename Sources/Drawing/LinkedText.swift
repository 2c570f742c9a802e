// A few words that may be a link and may be in another language than the page: what stands beside a bar.

/// A short text, perhaps a link, perhaps in a language of its own.
public struct LinkedText: Sendable, Hashable {
    /// The words.
    public var text: String
    /// Where they lead, already checked and relative to the page; nil for plain text.
    public var href: String?
    /// The language of the words where it is not the page's.
    public var lang: String?
    /// Whether they stand for a missing figure ("no figure") and are set back.
    public var isQuiet: Bool

    /// Creates a text with what it links to and the language it is in.
    public init(_ text: String, href: String? = nil, lang: String? = nil, isQuiet: Bool = false) {
        self.text = text
        self.href = href
        self.lang = lang
        self.isQuiet = isQuiet
    }

    func write(into markup: inout Markup) {
        let direction = lang.map { TextDirection(language: $0).rawValue }
        let quiet = isQuiet ? "nil" : nil
        if let href {
            markup.element(
                "a",
                [("href", href), ("class", quiet), ("lang", lang), ("dir", direction)],
                text
            )
        } else if lang != nil {
            markup.element("bdi", [("class", quiet), ("lang", lang), ("dir", direction)], text)
        } else if isQuiet {
            markup.element("span", [("class", quiet)], text)
        } else {
            markup.text(text)
        }
    }
}
