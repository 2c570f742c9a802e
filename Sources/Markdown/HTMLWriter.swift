/// Writes a document as HTML: blocks, lists and tables.
struct HTMLWriter: ~Copyable {
    let document: MarkdownDocument
    let rendering: MarkdownRendering
    var buffer = HTMLBuffer()
    /// How often each footnote has been referred to so far.
    var references: [Int: Int] = [:]
    /// Whether links and references are left out.
    var isWordsOnly = false
    /// Whether a link is open, which cannot hold another.
    var isInLink = false
    /// Whether a `figure` element is open, which is as wide as the page.
    var isInFigure = false
    var tables = 0

    init(_ document: MarkdownDocument, _ rendering: MarkdownRendering) {
        self.document = document
        self.rendering = rendering
    }

    var html: String { buffer.text }

    mutating func writeDocument() {
        write(document.blocks)
        writeFootnotes()
    }

    mutating func write(_ blocks: [Block]) {
        for block in blocks { write(block) }
    }

    mutating func write(_ block: Block) {
        buffer.beginLine()
        switch block {
        case .paragraph(let content):
            if let figure = figure(content) {
                buffer.unsafeHTML(figure)
                buffer.beginLine()
                return
            }
            buffer.markup("<p>")
            write(content)
            buffer.markup("</p>\n")
        case .heading(let index, let content): writeHeading(document.headings[index], content)
        case .quote(let blocks):
            buffer.markup("<blockquote>\n")
            write(blocks)
            buffer.beginLine()
            buffer.markup("</blockquote>\n")
        case .list(let list): write(list)
        case .fence(let index): writeFence(index)
        case .indentedCode(let text): writeCode(text, language: nil)
        case .rule: buffer.markup("<hr>\n")
        case .table(let table): write(table)
        case .html(let inline): write([inline])
        }
    }

    /// The figure that replaces a paragraph; `nil` for all others.
    private func figure(_ content: [Inline]) -> String? {
        guard let index = content.imageAlone(in: document), document.links[index].isAllowed,
            case .figure(let markup) = rendering.link(index, document.links[index])
        else { return nil }
        return markup
    }

    private mutating func writeHeading(_ heading: Heading, _ content: [Inline]) {
        let level = min(6, max(1, heading.level + rendering.headingShift))
        buffer.markup("<h")
        buffer.number(level)
        buffer.markup(" id=\"")
        buffer.escape(rendering.idPrefix + heading.id)
        buffer.markup("\">")
        write(content)
        if let label = rendering.labels.heading {
            buffer.markup("<a class=\"here\" href=\"#")
            buffer.escape(address: rendering.idPrefix + heading.id)
            buffer.markup("\" aria-label=\"")
            buffer.escape(label)
            buffer.markup("\">#</a>")
        }
        buffer.markup("</h")
        buffer.number(level)
        buffer.markup(">\n")
    }

    private mutating func write(_ list: List) {
        switch list.start {
        case nil: buffer.markup("<ul>\n")
        case 1: buffer.markup("<ol>\n")
        case .some(let start):
            buffer.markup("<ol start=\"")
            buffer.number(start)
            buffer.markup("\">\n")
        }
        for item in list.items { write(item, isTight: list.isTight) }
        buffer.beginLine()
        buffer.unsafeHTML(list.start == nil ? "</ul>\n" : "</ol>\n")
    }

    private mutating func write(_ item: List.Item, isTight: Bool) {
        buffer.beginLine()
        buffer.unsafeHTML(item.isDone == nil ? "<li>" : "<li class=\"task\">")
        var isFirst = true
        for block in item.blocks {
            if case .paragraph(let content) = block {
                if !isTight {
                    buffer.beginLine()
                    buffer.markup("<p>")
                } else if !isFirst {
                    buffer.beginLine()
                }
                if isFirst { writeTaskMark(item.isDone) }
                write(content)
                if !isTight { buffer.markup("</p>\n") }
            } else {
                write(block)
            }
            isFirst = false
        }
        buffer.markup("</li>\n")
    }

    private mutating func writeTaskMark(_ isDone: Bool?) {
        guard let isDone else { return }
        buffer.markup("<span role=\"img\" aria-label=\"")
        buffer.escape(isDone ? rendering.labels.taskDone : rendering.labels.taskOpen)
        buffer.unsafeHTML("\">" + (isDone ? "☑" : "☐") + "</span> ")
    }

    private mutating func writeFence(_ index: Int) {
        let fence = document.fences[index]
        if let html = rendering.fence(index, fence) {
            buffer.unsafeHTML(html)
            buffer.beginLine()
            return
        }
        let language = fence.info.split(whereSeparator: \.isWhitespace).first.map(String.init)
        writeCode(fence.text, language: language)
    }

    private mutating func writeCode(_ text: String, language: String?) {
        if let language {
            buffer.markup("<pre><code class=\"language-")
            buffer.escape(language)
            buffer.markup("\">")
        } else {
            buffer.markup("<pre><code>")
        }
        buffer.escape(text)
        buffer.markup("</code></pre>\n")
    }

    // MARK: Tables

    private mutating func write(_ table: MarkdownTable) {
        writeTableRegion()
        buffer.markup("<table class=\"fix\">\n<thead>\n<tr>\n")
        for (column, cell) in table.header.enumerated() {
            buffer.markup("<th scope=\"col\"")
            writeAlignment(table, column)
            write(cell)
            buffer.markup("</th>\n")
        }
        buffer.markup("</tr>\n</thead>\n")
        if !table.rows.isEmpty {
            buffer.markup("<tbody>\n")
            for row in table.rows { write(row: row, of: table) }
            buffer.markup("</tbody>\n")
        }
        buffer.markup("</table>\n</div>\n")
    }

    /// Begins the element around a table, which can be scrolled.
    mutating func writeTableRegion() {
        tables += 1
        if let words = rendering.labels.tableScrolls {
            buffer.markup("<p class=\"hint small\">")
            buffer.escape(words)
            buffer.markup("</p>\n")
        }
        buffer.markup("<div class=\"tab\" role=\"region\" aria-label=\"")
        buffer.escape(
            MarkdownLabels.fill(rendering.labels.table, with: rendering.labels.numeral(tables))
        )
        buffer.markup("\" tabindex=\"0\">\n")
    }

    private mutating func write(row: [[Inline]], of table: MarkdownTable) {
        buffer.markup("<tr>\n")
        for (column, cell) in row.enumerated() {
            buffer.markup("<td")
            writeAlignment(table, column)
            write(cell)
            buffer.markup("</td>\n")
        }
        buffer.markup("</tr>\n")
    }

    private mutating func writeAlignment(_ table: MarkdownTable, _ column: Int) {
        let alignment = column < table.alignments.count ? table.alignments[column] : .none
        switch alignment {
        case .right: buffer.markup(" class=\"n\">")
        case .center: buffer.markup(" class=\"c\">")
        case .left, .none: buffer.markup(">")
        }
    }
}

extension MarkdownLabels {
    /// A number in the digits of the language.
    func numeral(_ number: Int) -> String {
        guard digits.count == 10 else { return String(number) }
        return String(number).compactMap { $0.wholeNumberValue.map { digits[$0] } }.joined()
    }

    /// A label with a number in the place of `{n}`.
    static func fill(_ label: String, with number: String) -> String {
        guard let range = label.firstRange(of: "{n}") else { return label }
        return String(label[..<range.lowerBound]) + number + label[range.upperBound...]
    }
}
