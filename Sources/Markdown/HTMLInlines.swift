// Running text as HTML: emphasis, links, images and the references to footnotes.
import Text

extension HTMLWriter {
    mutating func write(_ content: [Inline]) {
        for inline in content { write(inline) }
    }

    /// A heading's words as HTML for a table of contents: emphasis and code, no links.
    static func words(_ content: [Inline]) -> String {
        var writer = HTMLWriter(MarkdownDocument(), .words)
        writer.isWordsOnly = true
        writer.write(content)
        return writer.html
    }

    private mutating func write(_ inline: Inline) {
        switch inline {
        case .text(let text): buffer.escape(text)
        case .code(let text):
            buffer.markup("<code>")
            buffer.escape(text)
            buffer.markup("</code>")
        case .softBreak: buffer.markup("\n")
        case .lineBreak: buffer.markup("<br>\n")
        case .emphasis(let content): write(content, in: "em")
        case .strong(let content): write(content, in: "strong")
        case .strikethrough(let content): write(content, in: "del")
        case .link(let index, let content): writeLink(index, content)
        case .footnoteReference(let number): writeReference(number)
        case .element(let element, let attributes, let content):
            write(element, attributes, content)
        case .block(let block): write(block)
        }
    }

    private mutating func write(_ content: [Inline], in tag: String) {
        buffer.unsafeHTML("<\(tag)>")
        write(content)
        buffer.unsafeHTML("</\(tag)>")
    }

    // MARK: Links

    private mutating func writeLink(_ index: Int, _ content: [Inline]) {
        guard !isWordsOnly else { return write(content) }
        let link = document.links[index]
        guard link.isAllowed else { return writeWords(link, content) }
        switch rendering.link(index, link) {
        case .link(let href, let title, let cssClass, let rel, let text, let lang):
            guard LinkScheme.isSafe(href), !isInLink else {
                if let text { buffer.escape(text) } else { writeWords(link, content) }
                return
            }
            isInLink = true
            defer { isInLink = false }
            buffer.markup("<a href=\"")
            buffer.escape(address: href)
            buffer.markup("\"")
            writeAttribute("title", title)
            writeAttribute("class", cssClass)
            writeAttribute("rel", rel)
            writeAttribute("lang", lang)
            buffer.markup(">")
            if let text { buffer.escape(text) } else { writeWords(link, content) }
            buffer.markup("</a>")
        case .image(let image):
            guard LinkScheme.isSafe(image.src) else { return writeWords(link, content) }
            write(image, link)
        case .textOnly, .figure: writeWords(link, content)
        }
    }

    private mutating func write(_ image: ImageRendering, _ link: Link) {
        buffer.markup("<img src=\"")
        buffer.escape(address: image.src)
        buffer.markup("\" alt=\"")
        buffer.escape(link.plainText)
        buffer.markup("\"")
        writeAttribute("title", link.title.isEmpty ? nil : link.title)
        writeAttribute("width", image.width.map(String.init))
        writeAttribute("height", image.height.map(String.init))
        if !image.sources.isEmpty {
            buffer.markup(" srcset=\"")
            for (number, source) in image.sources.enumerated() {
                if number > 0 { buffer.markup(", ") }
                buffer.escape(address: source.url)
                buffer.markup(" ")
                buffer.number(source.width)
                buffer.markup("w")
            }
            buffer.markup("\"")
            writeAttribute("sizes", isInFigure ? image.shownWidthInFigure : image.shownWidth)
        }
        // Without a known size, the text would jump when the picture arrives.
        if image.width != nil, image.height != nil { buffer.markup(" loading=\"lazy\"") }
        buffer.markup(">")
    }

    /// A link's content; an image's words, which cannot hold links of their own.
    private mutating func writeWords(_ link: Link, _ content: [Inline]) {
        if link.isImage { buffer.escape(link.plainText) } else { write(content) }
    }

    private mutating func writeAttribute(_ name: StaticString, _ value: String?) {
        guard let value else { return }
        buffer.markup(" ")
        buffer.markup(name)
        buffer.markup("=\"")
        buffer.escape(value)
        buffer.markup("\"")
    }

    // MARK: Footnotes

    private mutating func writeReference(_ number: Int) {
        guard !isWordsOnly else { return }
        guard !isInLink else {
            buffer.markup("<sup class=\"footnote-ref\">")
            buffer.escape(rendering.labels.numeral(number))
            buffer.markup("</sup>")
            return
        }
        let time = references[number, default: 0] + 1
        references[number] = time
        buffer.markup("<sup class=\"footnote-ref\"><a href=\"#")
        buffer.escape(address: footnoteID(number))
        buffer.markup("\" id=\"")
        buffer.escape(referenceID(number, time))
        buffer.markup("\">")
        buffer.escape(rendering.labels.numeral(number))
        buffer.markup("</a></sup>")
    }

    private func footnoteID(_ number: Int) -> String { "\(rendering.idPrefix)fn-\(number)" }

    private func referenceID(_ number: Int, _ time: Int) -> String {
        "\(rendering.idPrefix)fnref-\(number)" + (time == 1 ? "" : "-\(time)")
    }

    mutating func writeFootnotes() {
        guard !document.footnotes.isEmpty else { return }
        let level = min(6, 2 + rendering.headingShift)
        buffer.beginLine()
        buffer.markup("<section class=\"footnotes\" role=\"doc-endnotes\" aria-labelledby=\"")
        buffer.escape(rendering.idPrefix + "footnotes")
        buffer.markup("\">\n<h")
        buffer.number(level)
        buffer.markup(" id=\"")
        buffer.escape(rendering.idPrefix + "footnotes")
        buffer.markup("\">")
        buffer.escape(rendering.labels.footnotes)
        buffer.markup("</h")
        buffer.number(level)
        buffer.markup(">\n<ol>\n")
        writeFootnoteItems(nil)
        buffer.markup("</ol>\n</section>\n")
    }

    mutating func writeFootnoteItems(_ language: (tag: String, direction: TextDirection)?) {
        for footnote in document.footnotes { write(footnote, language) }
    }

    private mutating func write(
        _ footnote: Footnote,
        _ language: (tag: String, direction: TextDirection)?
    ) {
        buffer.markup("<li id=\"")
        buffer.escape(footnoteID(footnote.number))
        if let language {
            buffer.markup("\" lang=\"")
            buffer.escape(language.tag)
            buffer.markup("\" dir=\"")
            buffer.escape(language.direction.rawValue)
        }
        buffer.markup("\">\n")
        if case .paragraph(let content) = footnote.blocks.last {
            write(Array(footnote.blocks.dropLast()))
            buffer.beginLine()
            buffer.markup("<p>")
            write(content)
            writeWaysBack(footnote.number)
            buffer.markup("</p>\n")
        } else {
            write(footnote.blocks)
            buffer.beginLine()
            buffer.markup("<p>")
            writeWaysBack(footnote.number)
            buffer.markup("</p>\n")
        }
        buffer.markup("</li>\n")
    }

    private mutating func writeWaysBack(_ number: Int) {
        let count = references[number, default: 0]
        guard count > 0 else { return }
        for time in 1...count {
            let numeral = rendering.labels.numeral
            let label = time == 1 ? numeral(number) : numeral(number) + "-" + numeral(time)
            buffer.markup(" <a class=\"footnote-back\" href=\"#")
            buffer.escape(address: referenceID(number, time))
            buffer.markup("\" aria-label=\"")
            buffer.escape(MarkdownLabels.fill(rendering.labels.backToReference, with: label))
            buffer.markup("\">↩</a>")
        }
    }
}

extension MarkdownRendering {
    /// For plain words, which need no labels and no decisions of the caller.
    fileprivate static var words: MarkdownRendering {
        let none = MarkdownLabels(
            footnotes: "",
            backToReference: "",
            taskDone: "",
            taskOpen: "",
            table: ""
        )
        return MarkdownRendering(labels: none)
    }
}
