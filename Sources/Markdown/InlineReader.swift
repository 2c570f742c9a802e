import Diagnostics

// Running text: the part of the reader that makes links, finds bare URLs and checks what is left
// as text though its author meant more.
extension TreeReader {
    mutating func inlineContent(_ parent: CMarkNode, inLink: Bool = false) -> [Inline] {
        var content: [Inline] = []
        for child in parent.children {
            nested(child) { $0.read(child, inLink: inLink, into: &content) }
        }
        return content
    }

    private mutating func read(_ node: CMarkNode, inLink: Bool, into content: inout [Inline]) {
        switch node.kind {
        case .text: readText(node.literal, inLink: inLink, into: &content)
        case .softBreak, .lineBreak:
            prose.addBreak(cursor.location(of: cursor.position))
            cursor.skipLine()
            content.append(node.kind == .softBreak ? .softBreak : .lineBreak)
        case .inlineCode:
            prose.flush()
            cursor.skipCode()
            content.append(.code(node.literal))
        case .inlineHTML: reportTag(node.literal)
        case .emphasis: content.append(.emphasis(inlineContent(node, inLink: inLink)))
        case .strong: content.append(.strong(inlineContent(node, inLink: inLink)))
        case .strikethrough: content.append(.strikethrough(inlineContent(node, inLink: inLink)))
        case .link: content.append(link(node, isImage: false))
        case .image: content.append(link(node, isImage: true))
        case .footnoteReference:
            cursor.skipFootnoteReference()
            if let number = Int(node.literal) {
                content.append(.footnoteReference(number: number))
            }
        case .document, .quote, .list, .item, .taskItem, .code, .html, .paragraph, .heading, .rule,
            .footnote, .table, .tableRow, .tableCell, .unknown:
            break
        }
    }

    // MARK: Links

    private mutating func link(_ node: CMarkNode, isImage: Bool) -> Inline {
        let (start, isAutolink) = cursor.enterLink(isImage: isImage)
        let location = cursor.location(of: start)
        let index = document.links.count
        document.links.append(
            Link(
                destination: node.url,
                title: node.title,
                plainText: "",
                isImage: isImage,
                location: location,
                excerpt: Excerpt("", start: 0, length: 1),
                isAllowed: LinkScheme.isAllowed(node.url)
            )
        )
        prose.suspend()
        let content = inlineContent(node, inLink: true)
        prose.resume()
        cursor.leaveLink(isAutolink: isAutolink)
        document.links[index].plainText = content.plainText
        document.links[index].excerpt = cursor.excerpt(start..<max(start, cursor.position))
        check(document.links[index], content)
        return .link(index: index, content)
    }

    private mutating func check(_ link: Link, _ content: [Inline]) {
        if !link.isAllowed {
            log.report(
                MarkdownRule.linkScheme,
                at: link.location,
                "the link “\(link.destination)” is neither http, https, mailto, a file of this site nor a record",
                excerpt: link.excerpt,
                suggestion:
                    "Link to https://, to a file of this site, or to figure:, claim:, strike: or source:."
            )
        }
        guard content.isEmpty || link.plainText.allSatisfy(\.isWhitespace) else { return }
        if link.isImage {
            log.report(
                MarkdownRule.imageAlt,
                at: link.location,
                "the image “\(link.destination)” has no words for readers who cannot see it",
                excerpt: link.excerpt,
                suggestion: "Say what it shows between the brackets: ![…](\(link.destination))"
            )
        } else if !LinkScheme.isOwn(link.destination) {
            log.report(
                MarkdownRule.linkText,
                at: link.location,
                "the link to “\(link.destination)” has no words",
                excerpt: link.excerpt,
                suggestion: "Say where it leads between the brackets."
            )
        }
    }

    private mutating func reportTag(_ literal: String) {
        let range = cursor.skipTag(literal)
        guard !HTMLComment.isAll(of: literal), !literal.hasPrefix("</") else { return }
        log.report(
            MarkdownRule.rawHTML,
            at: cursor.location(of: range.lowerBound),
            "the HTML tag “\(literal)” is not shown",
            excerpt: cursor.excerpt(range),
            suggestion: "Write it in Markdown; what stands between two tags is kept."
        )
    }

    // MARK: Text

    private mutating func readText(
        _ literal: String,
        inLink: Bool,
        into content: inout [Inline]
    ) {
        let bytes = Array(literal.utf8)
        let before = cursor.position
        let stretches = cursor.find(bytes) ?? [(0, before)]
        checkLeftovers(bytes, stretches)
        var end = 0
        for url in inLink ? [] : BareURLs.find(in: bytes) {
            if url.lowerBound > end {
                content.append(plain(bytes[end..<url.lowerBound], stretches))
            }
            content.append(bareLink(bytes[url], stretches))
            end = url.upperBound
        }
        if end == 0 {
            addProse(literal, bytes[...], stretches)
            content.append(.text(literal))
        } else if end < bytes.count {
            content.append(plain(bytes[end...], stretches))
        }
    }

    private mutating func plain(
        _ bytes: ArraySlice<UInt8>,
        _ stretches: SourceCursor.Stretches
    ) -> Inline {
        let text = String(decoding: bytes, as: UTF8.self)
        addProse(text, bytes, stretches)
        return .text(text)
    }

    private mutating func bareLink(
        _ bytes: ArraySlice<UInt8>,
        _ stretches: SourceCursor.Stretches
    ) -> Inline {
        prose.flush()
        let url = String(decoding: bytes, as: UTF8.self)
        let start = place(of: bytes.startIndex, stretches)
        let end = place(of: bytes.endIndex, stretches)
        document.links.append(
            Link(
                destination: url,
                title: "",
                plainText: url,
                isImage: false,
                location: cursor.location(of: start),
                excerpt: cursor.excerpt(start..<max(start, end)),
                isAllowed: true
            )
        )
        return .link(index: document.links.count - 1, [.text(url)])
    }

    private mutating func addProse(
        _ text: String,
        _ bytes: ArraySlice<UInt8>,
        _ stretches: SourceCursor.Stretches
    ) {
        guard prose.isOpen else { return }
        prose.mark(0, cursor.location(of: place(of: bytes.startIndex, stretches)))
        let next = stretches.firstIndex(after: bytes.startIndex, \.offset)
        for stretch in stretches[next...].prefix(while: { $0.offset < bytes.endIndex }) {
            prose.mark(stretch.offset - bytes.startIndex, cursor.location(of: stretch.source))
        }
        prose.add(text)
    }

    /// The offset in the file of a byte of a text.
    private func place(of offset: Int, _ stretches: SourceCursor.Stretches) -> Int {
        guard let stretch = stretches.last(atOrBefore: offset, \.offset) else {
            return cursor.position
        }
        return stretch.source + offset - stretch.offset
    }

    private mutating func checkLeftovers(
        _ bytes: [UInt8],
        _ stretches: SourceCursor.Stretches
    ) {
        for leftover in Leftovers.find(in: bytes) + Leftovers.markup(in: bytes) {
            let start = place(of: leftover.range.lowerBound, stretches)
            let end = place(of: leftover.range.upperBound, stretches)
            guard !cursor.isEscaped(start) else { continue }
            log.report(
                leftover.rule,
                at: cursor.location(of: start),
                leftover.message,
                excerpt: cursor.excerpt(start..<max(start, end)),
                suggestion: leftover.suggestion
            )
        }
    }
}

extension SourceCursor {
    /// Whether a backslash escapes a byte.
    fileprivate func isEscaped(_ offset: Int) -> Bool {
        let slashes = bytes[..<min(offset, bytes.count)].reversed()
            .prefix {
                $0 == UInt8(ascii: "\\")
            }
        return !slashes.count.isMultiple(of: 2)
    }
}
