import Diagnostics

/// Turns the C library's tree into a document, and reports what is wrong in it on the way.
struct TreeReader {
    var document = MarkdownDocument()
    var log = DiagnosticLog()
    var cursor: SourceCursor
    var slugs = Slugs()
    var prose = ProseCollector()
    /// How many blocks and inlines stand around the one being read.
    var depth = 0
    private var hasReportedDepth = false
    private let source: SourceText

    init(_ source: SourceText) {
        self.source = source
        cursor = SourceCursor(source)
    }

    mutating func read(_ tree: borrowing CMarkTree) {
        let root = CMarkNode(pointer: tree.root)
        document.blocks = blocks(root)
        document.proseRuns = prose.runs
    }

    private mutating func blocks(_ parent: CMarkNode) -> [Block] {
        var blocks: [Block] = []
        for child in parent.children {
            if child.kind == .footnote {
                readFootnote(child)
            } else if let block = nested(child, { $0.block(child) }) {
                blocks.append(block)
            }
        }
        return blocks
    }

    /// Reads something one level further in; refuses, and reports it once, below the limit.
    mutating func nested<Result>(
        _ node: CMarkNode,
        _ read: (inout TreeReader) -> Result?
    ) -> Result? {
        guard depth < MarkdownDocument.maximumNesting else {
            reportDepth(node)
            return nil
        }
        depth += 1
        defer { depth -= 1 }
        return read(&self)
    }

    private mutating func reportDepth(_ node: CMarkNode) {
        guard !hasReportedDepth else { return }
        hasReportedDepth = true
        var location = cursor.location(of: cursor.position)
        if node.line > 0 { location = source.location(ofLine: node.line - 1) }
        location.column = 0
        log.report(
            MarkdownRule.nestingTooDeep,
            at: location,
            "more than \(MarkdownDocument.maximumNesting) quotes, lists, links or emphases stand inside one another",
            suggestion: "A reader follows three or four levels."
        )
    }

    private mutating func block(_ node: CMarkNode) -> Block? {
        cursor.enterBlock(line: node.line, column: node.column)
        switch node.kind {
        case .paragraph:
            cursor.skipDefinitions()
            return .paragraph(inlines(node, place: .paragraph))
        case .heading: return heading(node)
        case .quote: return .quote(blocks(node))
        case .list: return .list(list(node))
        case .code: return code(node)
        case .html:
            reportHTMLBlock(node)
            return nil
        case .rule:
            cursor.skipLine()
            return .rule
        case .table: return .table(table(node))
        case .document, .item, .taskItem, .footnote, .tableRow, .tableCell, .text, .softBreak,
            .lineBreak, .inlineCode, .inlineHTML, .emphasis, .strong, .strikethrough, .link,
            .image, .footnoteReference, .unknown:
            return nil
        }
    }

    private mutating func inlines(_ node: CMarkNode, place: ProseRun.Place) -> [Inline] {
        prose.begin(place)
        let content = inlineContent(node)
        prose.flush()
        return content
    }

    private mutating func heading(_ node: CMarkNode) -> Block {
        let location = cursor.location(of: cursor.position)
        let content = inlines(node, place: .heading)
        let words = content.plainText
        document.headings.append(
            Heading(
                level: node.headingLevel,
                plainText: words,
                id: slugs.unique(words),
                location: location,
                html: HTMLWriter.words(content)
            )
        )
        return .heading(index: document.headings.count - 1, content)
    }

    private mutating func list(_ node: CMarkNode) -> List {
        var list = List(start: node.listStart, isTight: node.isTight, items: [])
        for item in node.children {
            let isDone = item.kind == .taskItem ? item.isDone : nil
            guard let blocks = nested(item, { $0.blocks(item) }) else { continue }
            list.items.append(List.Item(isDone: isDone, blocks: blocks))
        }
        return list
    }

    private mutating func code(_ node: CMarkNode) -> Block {
        defer {
            cursor.enterBlock(line: node.endLine, column: 1)
            cursor.skipLine()
        }
        guard let indentation = node.fenceIndentation else { return .indentedCode(node.literal) }
        let location = cursor.location(of: cursor.position)
        document.fences.append(
            Fence(
                info: node.info,
                text: node.literal,
                location: location,
                firstLine: location.line + 1,
                indentation: max(0, location.column - 1 - indentation)
            )
        )
        return .fence(index: document.fences.count - 1)
    }

    private mutating func table(_ node: CMarkNode) -> Table {
        var table = Table(alignments: node.alignments, header: [], rows: [])
        var isHeader = true
        for row in node.children {
            cursor.enterBlock(line: row.line, column: 1)
            let cells = row.children.map { inlines($0, place: .cell) }
            if isHeader {
                table.header = cells
                cursor.skipLine()
                cursor.skipLine()
            } else {
                table.rows.append(cells)
                cursor.skipLine()
            }
            isHeader = false
        }
        return table
    }

    private mutating func readFootnote(_ node: CMarkNode) {
        cursor.enterBlock(line: node.line, column: 1, isFootnote: true)
        cursor.skipFootnoteReference()
        guard let blocks = nested(node, { $0.blocks(node) }) else { return }
        document.footnotes.append(
            Footnote(number: document.footnotes.count + 1, blocks: blocks)
        )
    }

    private mutating func reportHTMLBlock(_ node: CMarkNode) {
        defer {
            cursor.enterBlock(line: node.endLine, column: 1)
            cursor.skipLine()
        }
        let literal = node.literal
        guard !HTMLComment.isAll(of: literal) else { return }
        let start = cursor.position
        let line = cursor.source.range(ofLine: source.line(of: start))
        log.report(
            MarkdownRule.rawHTML,
            at: cursor.location(of: start),
            "this block of HTML is not shown",
            excerpt: cursor.excerpt(start..<line.upperBound),
            suggestion: "Write it in Markdown."
        )
    }
}
