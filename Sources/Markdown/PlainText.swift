// What stands in search engines, feeds and descriptions has no markup.

/// Collects the words of a document.
struct PlainText {
    /// The words, with single blanks between them.
    var text: String {
        words.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    private var words = ""

    init(_ document: MarkdownDocument, _ linkText: (Int, Link) -> String?) {
        for block in document.blocks { append(block, document, linkText) }
    }

    private mutating func append(
        _ block: Block,
        _ document: MarkdownDocument,
        _ linkText: (Int, Link) -> String?
    ) {
        words += " "
        switch block {
        case .paragraph(let content), .heading(_, let content):
            append(content, document, linkText)
        case .quote(let inner): for block in inner { append(block, document, linkText) }
        case .list(let list):
            for block in list.items.flatMap(\.blocks) { append(block, document, linkText) }
        case .table(let table):
            for cell in ([table.header] + table.rows).joined() {
                append(cell, document, linkText)
                words += " "
            }
        case .html(let element): append([element], document, linkText)
        case .indentedCode(let code): words += code
        case .fence, .rule: break
        }
        words += " "
    }

    private mutating func append(
        _ content: [Inline],
        _ document: MarkdownDocument,
        _ linkText: (Int, Link) -> String?
    ) {
        for inline in content {
            switch inline {
            case .text(let text), .code(let text): words += text
            case .softBreak, .lineBreak: words += " "
            case .emphasis(let inner), .strong(let inner), .strikethrough(let inner):
                append(inner, document, linkText)
            case .footnoteReference: break
            case .link(let index, let inner):
                let link = document.links[index]
                if link.isImage {
                    words += link.plainText
                } else if let text = linkText(index, link) {
                    words += text
                } else {
                    append(inner, document, linkText)
                }
            case .element(_, _, let inner): append(inner, document, linkText)
            case .block(let block): append(block, document, linkText)
            }
        }
    }
}
