/// One line of a table of contents, with those below it.
public struct OutlineEntry: Sendable, Hashable {
    /// The heading's words without markup.
    public var title: String
    /// The heading's words as HTML, without links.
    public var html: String
    /// The heading's identifier, without any prefix.
    public var id: String
    /// The headings of the levels below, up to the next of this one.
    public var children: [OutlineEntry]
}

extension MarkdownDocument {
    /// The table of contents: headings from level 2, each with those below it; a level that is
    /// left out leaves no gap.
    public func outline(maxLevel: Int = 3) -> [OutlineEntry] {
        let shown = headings.filter { $0.level >= 2 && $0.level <= maxLevel }
        return MarkdownDocument.entries(shown[...])
    }

    private static func entries(_ headings: ArraySlice<Heading>) -> [OutlineEntry] {
        var rest = headings
        var entries: [OutlineEntry] = []
        while let first = rest.popFirst() {
            let below = rest.prefix { $0.level > first.level }
            rest = rest.dropFirst(below.count)
            entries.append(
                OutlineEntry(
                    title: first.plainText,
                    html: first.html,
                    id: first.id,
                    children: MarkdownDocument.entries(below)
                )
            )
        }
        return entries
    }
}
