// A text in a cell is shown within a line of a page, beside a label or in a table. There is no place for lists, headings
// or footnotes: several such texts share a page, and the ids of headings and footnotes must differ.

extension MarkdownDocument {
    /// What cannot be shown within a line, such as “a list”; `nil` for paragraphs of running text.
    public var unfitForLine: String? {
        blocks.lazy.compactMap(\.unfitForLine).first ?? (footnotes.isEmpty ? nil : "a footnote")
    }

    /// The paragraphs as HTML within a line, with breaks between them.
    public func lineHTML(_ rendering: MarkdownRendering) -> String {
        var writer = HTMLWriter(self, rendering)
        for (number, block) in blocks.enumerated() {
            if number > 0 { writer.buffer.markup("<br>\n") }
            writer.write(block.content)
        }
        return writer.html
    }
}

extension Block {
    fileprivate var unfitForLine: String? {
        switch self {
        case .paragraph(let content): content.lazy.compactMap(\.unfitForLine).first
        case .html(let inline): inline.unfitForLine
        case .heading: "a heading"
        case .quote: "a block quote"
        case .list: "a list"
        case .fence, .indentedCode: "a block of code"
        case .rule: "a rule"
        case .table: "a table"
        }
    }
}

extension Inline {
    fileprivate var unfitForLine: String? {
        switch self {
        case .text, .code, .softBreak, .lineBreak: nil
        case .emphasis(let content), .strong(let content), .strikethrough(let content),
            .link(_, let content):
            content.lazy.compactMap(\.unfitForLine).first
        case .footnoteReference: "a footnote"
        case .element(let element, _, let content):
            element.isBlock
                ? "<\(element.rawValue)>" : content.lazy.compactMap(\.unfitForLine).first
        case .block(let block): block.unfitForLine
        }
    }
}
