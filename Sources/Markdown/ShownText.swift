// Where a link ends in the source says little about what stands beside it on the page: emphasis, code, tags that
// are left out and references to footnotes can be between them. So the texts of blocks are put together from
// the tree, as readers see them.

/// The running text of one block as readers see it, with the places of its links.
public struct ShownText: Sendable {
    /// The words; a line break is a space, an image is U+FFFC.
    public private(set) var text = ""
    /// The positions in ``MarkdownDocument/links``, and where the words of each link are, in order; no images.
    public private(set) var links: [(index: Int, range: Range<String.Index>)] = []

    /// What stands for a reference to a footnote.
    public static let footnoteMark: Unicode.Scalar = "\u{FFFB}"

    private init(_ content: [Inline], _ document: MarkdownDocument) {
        var places: [(index: Int, range: Range<Int>)] = []
        append(content, document, &places)
        let bytes = text.utf8
        links = places.map { index, range in
            let lower = bytes.index(bytes.startIndex, offsetBy: range.lowerBound)
            return (index, lower..<bytes.index(lower, offsetBy: range.count))
        }
    }

    private mutating func append(
        _ content: [Inline],
        _ document: MarkdownDocument,
        _ places: inout [(index: Int, range: Range<Int>)]
    ) {
        for inline in content {
            switch inline {
            case .text(let words), .code(let words): text += words
            case .softBreak, .lineBreak: text += " "
            case .emphasis(let inner), .strong(let inner), .strikethrough(let inner):
                append(inner, document, &places)
            case .footnoteReference: text.unicodeScalars.append(Self.footnoteMark)
            case .link(let index, let inner):
                guard !document.links[index].isImage else {
                    text += "\u{FFFC}"
                    continue
                }
                let start = text.utf8.count
                let place = places.count
                places.append((index, start..<start))
                append(inner, document, &places)
                places[place].range = start..<text.utf8.count
            case .element(_, _, let inner):
                // An element without content, such as a line break, separates what is beside it.
                if inner.isEmpty { text += " " }
                append(inner, document, &places)
            case .block(let block): append(block, document, &places)
            }
        }
    }

    /// Appends a block inside an element, on lines of its own.
    private mutating func append(
        _ block: Block,
        _ document: MarkdownDocument,
        _ places: inout [(index: Int, range: Range<Int>)]
    ) {
        text += "\n"
        switch block {
        case .paragraph(let content), .heading(_, let content): append(content, document, &places)
        case .quote(let inner): for block in inner { append(block, document, &places) }
        case .list(let list):
            for block in list.items.flatMap(\.blocks) { append(block, document, &places) }
        case .table(let table):
            for cell in ([table.header] + table.rows).joined() {
                append(cell, document, &places)
                text += "\n"
            }
        case .html(let element): append([element], document, &places)
        case .fence, .indentedCode, .rule: break
        }
        text += "\n"
    }

    /// The texts of the blocks of a document that hold one of some links, by their positions.
    public static func all(
        in document: MarkdownDocument,
        holding isWanted: (Int) -> Bool
    ) -> [ShownText] {
        var found: [ShownText] = []
        func add(_ content: [Inline]) {
            if content.holdsLink(where: isWanted) { found.append(ShownText(content, document)) }
        }
        func search(_ blocks: [Block]) {
            for block in blocks {
                switch block {
                case .paragraph(let content), .heading(_, let content): add(content)
                case .quote(let inner): search(inner)
                case .list(let list): for item in list.items { search(item.blocks) }
                case .table(let table): for row in [table.header] + table.rows { row.forEach(add) }
                case .html(let element): add([element])
                case .fence, .indentedCode, .rule: break
                }
            }
        }
        search(document.blocks)
        for footnote in document.footnotes { search(footnote.blocks) }
        return found
    }
}

extension [Inline] {
    fileprivate func holdsLink(where isWanted: (Int) -> Bool) -> Bool {
        contains { inline in
            switch inline {
            case .text, .code, .softBreak, .lineBreak, .footnoteReference: false
            case .emphasis(let inner), .strong(let inner), .strikethrough(let inner):
                inner.holdsLink(where: isWanted)
            case .link(let index, let inner): isWanted(index) || inner.holdsLink(where: isWanted)
            case .element(_, _, let inner): inner.holdsLink(where: isWanted)
            case .block(let block): block.holdsLink(where: isWanted)
            }
        }
    }
}

extension Block {
    fileprivate func holdsLink(where isWanted: (Int) -> Bool) -> Bool {
        switch self {
        case .paragraph(let content), .heading(_, let content): content.holdsLink(where: isWanted)
        case .quote(let inner): inner.contains { $0.holdsLink(where: isWanted) }
        case .list(let list):
            list.items.contains { $0.blocks.contains { $0.holdsLink(where: isWanted) } }
        case .table(let table):
            ([table.header] + table.rows).joined().contains { $0.holdsLink(where: isWanted) }
        case .html(let element): [element].holdsLink(where: isWanted)
        case .fence, .indentedCode, .rule: false
        }
    }
}
