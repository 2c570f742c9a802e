// An author's HTML elements as HTML. Names come from the lists of this room and values are escaped, so that
// nothing of the author's markup is copied.
extension HTMLWriter {
    mutating func write(
        _ element: HTMLElement,
        _ attributes: [HTMLAttribute],
        _ content: [Inline]
    ) {
        if isWordsOnly, element.isBlock { return write(content) }
        if element.isBlock { buffer.beginLine() }
        if element == .table { writeTableRegion() }
        buffer.unsafeHTML("<\(element.rawValue)")
        if element == .table { buffer.markup(" class=\"fix\"") }
        for attribute in attributes {
            buffer.unsafeHTML(" \(attribute.name.rawValue)=\"")
            buffer.escape(attribute.value)
            buffer.markup("\"")
        }
        buffer.markup(">")
        guard element != .wordBreak else { return }
        let wasInFigure = isInFigure
        isInFigure = isInFigure || element == .figure
        write(content)
        isInFigure = wasInFigure
        buffer.unsafeHTML("</\(element.rawValue)>")
        if element.isBlock { buffer.markup("\n") }
        if element == .table { buffer.markup("</div>\n") }
    }
}
