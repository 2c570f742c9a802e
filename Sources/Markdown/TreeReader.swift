import Diagnostics
import Text

/// Turns the C library's tree into a document, and reports what is wrong in it on the way.
struct TreeReader {
    var document = MarkdownDocument()
    var log = DiagnosticLog()
    var cursor: SourceCursor
    var prose = ProseCollector()
    let source: IndexedText
    private var slugs: Slugs
    /// How many containers enclose the part that is being read.
    var depth = 0
    private(set) var hasReportedDepth = false
    /// Whether a link is being read, which cannot contain another.
    var isInLink = false
    /// The code, tags and addresses of the block that is being read, whose bytes are no text.
    var covered: [Range<Int>] = []
    /// Whether the text contains HTML comments, so that “-->” is probably the end of one.
    let hasComments: Bool
    private var footnoteCheck: FootnoteCheck

    init(_ source: IndexedText, _ reserved: ReservedIDs) {
        self.source = source
        slugs = Slugs(reserved)
        cursor = SourceCursor(source)
        footnoteCheck = FootnoteCheck(source)
        hasComments = source.bytes.holds(UInt8(ascii: "<")) && Leftovers.hasComment(source.bytes)
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
        guard hasRoom else {
            reportDepth(
                at: node.line > 0 ? source.range(ofLine: node.line - 1).lowerBound : cursor.position
            )
            return nil
        }
        depth += 1
        defer { depth -= 1 }
        return read(&self)
    }

    /// Whether something can be nested one level further in.
    var hasRoom: Bool { depth < MarkdownDocument.maximumNesting }

    /// Reports once that the nesting is too deep.
    mutating func reportDepth(at offset: Int) {
        guard !hasReportedDepth else { return }
        hasReportedDepth = true
        let location = source.location(ofLine: source.line(of: offset))
        log.report(
            MarkdownRule.nestingTooDeep,
            at: location,
            "more than \(MarkdownDocument.maximumNesting) quotes, lists, links or emphases stand inside one another",
            suggestion: "A reader follows three or four levels."
        )
    }

    // MARK: Blocks

    private mutating func blocks(_ parent: CMarkNode) -> [Block] {
        var html = HTMLAssembly(.blocks)
        var blocks: [Block] = []
        for child in parent.children {
            if child.kind == .html {
                footnoteCheck.cover(child)
                cursor.enter(line: child.line, column: child.column)
                readHTML(child, into: &html)
            } else {
                for block in nested(child, { $0.block(child) }) ?? [] {
                    if html.isOpen {
                        add(block, from: child, to: &html)
                    } else {
                        blocks.append(block)
                    }
                }
            }
            if !html.isOpen { blocks += html.takeContent().blocks }
        }
        finish(&html)
        return blocks + html.takeContent().blocks
    }

    private mutating func block(_ node: CMarkNode) -> [Block] {
        if node.kind == .table { return [.table(table(node))] }
        cursor.enter(line: node.line, column: node.column)
        switch node.kind {
        case .paragraph:
            footnoteCheck.cover(node)
            if cursor.isAtBracket {
                let first = node.children.first { _ in true }
                cursor.skipDefinitions(before: first?.kind == .text ? first?.literal ?? "" : "")
            }
            let content = inlines(node, place: .paragraph)
            return content.contains { $0.isBlock } ? content.blocks : [.paragraph(content)]
        case .heading:
            footnoteCheck.cover(node)
            let start = cursor.position
            let content = inlines(node, place: .heading)
            return heading(content, level: node.headingLevel, start: start).map { [$0] } ?? []
        case .quote: return [.quote(blocks(node))]
        case .list: return [.list(list(node))]
        case .code:
            footnoteCheck.cover(node)
            return [code(node)]
        case .rule:
            cursor.skipLine()
            return [.rule]
        case .footnote:
            readFootnote(node)
            return []
        case .document, .html, .item, .taskItem, .table, .tableRow, .tableCell, .text, .softBreak,
            .lineBreak, .inlineCode, .inlineHTML, .emphasis, .strong, .strikethrough, .link,
            .image, .footnoteReference, .unknown:
            return []
        }
    }

    private mutating func inlines(_ node: CMarkNode, place: ProseRun.Place) -> [Inline] {
        prose.begin(place)
        covered = []
        let start = cursor.position
        let content = inlineContent(node, in: place.assembly)
        prose.flush()
        checkForeign(start..<cursor.position)
        return content
    }

    /// Adds a heading, whose text has been read; reports and leaves out one without words.
    mutating func heading(_ content: [Inline], level: Int, start: Int) -> Block? {
        let location = cursor.location(of: start)
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
                level: level,
                plainText: words,
                id: slugs.unique(words),
                name: Slugs.slug(words),
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

    // MARK: Code

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
}

extension ProseRun.Place {
    /// What HTML may assemble in such a block.
    fileprivate var assembly: HTMLAssembly.Place {
        switch self {
        case .paragraph: .paragraph
        case .heading: .text
        case .cell: .cell
        }
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
