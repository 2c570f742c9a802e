import Diagnostics
import Text

/// Turns the C library's tree into a document, and reports what is wrong in it on the way.
struct TreeReader {
    var document = MarkdownDocument()
    var log = DiagnosticLog()
    var cursor: SourceCursor
    var prose = ProseCollector()
    private let source: IndexedText
    private var slugs = Slugs()
    /// How many containers enclose the part that is being read.
    private var depth = 0
    private var hasReportedDepth = false
    private var footnoteCheck: FootnoteCheck

    init(_ source: IndexedText) {
        self.source = source
        cursor = SourceCursor(source)
        footnoteCheck = FootnoteCheck(source)
    }

    mutating func read(_ tree: borrowing CMarkTree) {
        let root = CMarkNode(pointer: tree.root)
        document.blocks = blocks(root)
        document.proseRuns = prose.runs
        if !hasReportedDepth { footnoteCheck.report(to: &log) }
    }

    /// Reads something one level further in; refuses, and reports it once, below the limit.
    @discardableResult
    mutating func nested<Result>(
        _ node: CMarkNode,
        _ read: (inout TreeReader) -> Result
    ) -> Result? {
        guard node.kind.isContainer else { return read(&self) }
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

    // MARK: Blocks

    private mutating func blocks(_ parent: CMarkNode) -> [Block] {
        parent.children.compactMap { child in
            nested(child) { $0.block(child) } ?? nil
        }
    }

    private mutating func block(_ node: CMarkNode) -> Block? {
        if node.kind == .table { return .table(table(node)) }
        cursor.enter(line: node.line, column: node.column)
        switch node.kind {
        case .paragraph:
            footnoteCheck.cover(node)
            if cursor.isAtBracket {
                let first = node.children.first { _ in true }
                cursor.skipDefinitions(before: first?.kind == .text ? first?.literal ?? "" : "")
            }
            return .paragraph(inlines(node, place: .paragraph))
        case .heading:
            footnoteCheck.cover(node)
            return heading(node)
        case .quote: return .quote(blocks(node))
        case .list: return .list(list(node))
        case .code:
            footnoteCheck.cover(node)
            return code(node)
        case .html:
            footnoteCheck.cover(node)
            reportHTMLBlock(node)
            return nil
        case .rule:
            cursor.skipLine()
            return .rule
        case .footnote:
            readFootnote(node)
            return nil
        case .document, .item, .taskItem, .table, .tableRow, .tableCell, .text, .softBreak,
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

    private mutating func heading(_ node: CMarkNode) -> Block? {
        let start = cursor.position
        let location = cursor.location(of: start)
        let content = inlines(node, place: .heading)
        let words = content.plainText
        guard !content.isEmpty else {
            let line = source.range(ofLine: source.line(of: start))
            log.report(
                MarkdownRule.headingEmpty,
                at: location,
                "this heading has no words",
                excerpt: cursor.excerpt(start..<max(start, line.upperBound)),
                suggestion: "Write them, or remove the marks."
            )
            return nil
        }
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
            list.items.append(List.Item(isDone: isDone, blocks: blocks(item)))
        }
        return list
    }

    private mutating func table(_ node: CMarkNode) -> MarkdownTable {
        var table = MarkdownTable(alignments: node.alignments, header: [], rows: [])
        for (index, row) in node.children.enumerated() {
            cursor.enterRow(line: row.line)
            let cells = row.children.map { inlines($0, place: .cell) }
            if index == 0 {
                table.header = cells
            } else {
                table.rows.append(cells)
                checkCells(ofRow: row, columns: table.header.count)
            }
            cursor.skipLine()
        }
        return table
    }

    /// Reports the cells of a row that the table has no columns for: the parser drops them.
    private mutating func checkCells(ofRow row: CMarkNode, columns: Int) {
        guard row.line > 0 else { return }
        let range = source.range(ofLine: row.line - 1)
        let pipes = TableLine.pipes(cursor.bytes[range])
        guard pipes.count >= columns else { return }
        let start = pipes[columns - 1]
        log.report(
            MarkdownRule.tableCellsDropped,
            at: cursor.location(of: start),
            "the row has \(pipes.count + 1) cells, but the table has \(columns) columns, so what follows is not shown",
            excerpt: cursor.excerpt(start..<range.upperBound),
            suggestion:
                "Name the column in the header. A pipe within a cell, also within code, is written \\|."
        )
    }

    private mutating func readFootnote(_ node: CMarkNode) {
        footnoteCheck.cover(footnote: node.line)
        cursor.enter(line: node.line, column: 1)
        cursor.skipFootnoteReference()
        let blocks = blocks(node)
        document.footnotes.append(
            Footnote(number: document.footnotes.count + 1, blocks: blocks)
        )
    }

    // MARK: Code and HTML

    private mutating func code(_ node: CMarkNode) -> Block {
        guard let fence = node.fence else { return .indentedCode(node.literal) }
        let start = cursor.position
        let location = cursor.location(of: start)
        document.fences.append(
            Fence(
                info: node.info,
                text: node.literal,
                location: location,
                firstLine: location.line + 1,
                indentation: location.column - 1
            )
        )
        if !isClosed(node, fence) {
            let line = source.range(ofLine: source.line(of: start))
            log.report(
                MarkdownRule.fenceUnclosed,
                at: location,
                "nothing closes this fenced block, so it holds everything that follows",
                excerpt: cursor.excerpt(start..<line.upperBound),
                suggestion:
                    "Add a line \(String(decoding: fence, as: UTF8.self)) where the block ends."
            )
        }
        return .fence(index: document.fences.count - 1)
    }

    private func isClosed(_ node: CMarkNode, _ fence: [UInt8]) -> Bool {
        guard node.endLine > node.line, let mark = fence.first else { return false }
        var line = source.bytes[source.range(ofLine: node.endLine - 1)]
        while let last = line.last, last == 0x20 || last == 0x09 { line.removeLast() }
        return line.reversed().prefix { $0 == mark }.count >= fence.count
    }

    private mutating func reportHTMLBlock(_ node: CMarkNode) {
        guard !HTMLComment.isAll(of: node.literal) else { return }
        let start = cursor.position
        let line = source.range(ofLine: source.line(of: start))
        log.report(
            MarkdownRule.rawHTML,
            at: cursor.location(of: start),
            "this block of HTML is not shown",
            excerpt: cursor.excerpt(start..<line.upperBound),
            suggestion: "Write it in Markdown."
        )
    }
}

extension CMarkNode.Kind {
    /// Whether it counts as a level of nesting; a list's items count with the list.
    fileprivate var isContainer: Bool {
        switch self {
        case .quote, .list, .footnote, .emphasis, .strong, .strikethrough, .link, .image: true
        case .document, .item, .taskItem, .code, .html, .paragraph, .heading, .rule, .table,
            .tableRow, .tableCell, .text, .softBreak, .lineBreak, .inlineCode, .inlineHTML,
            .footnoteReference, .unknown:
            false
        }
    }
}
