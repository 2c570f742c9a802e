import Diagnostics

// Running text: the part of the reader that makes links, finds bare URLs and checks what is left
// as text though its author meant more.
extension TreeReader {
    mutating func inlineContent(_ parent: CMarkNode, inLink: Bool = false) -> [Inline] {
        var content: [Inline] = []
        for child in parent.children {
            content += nested(child) { $0.inline(child, inLink: inLink) } ?? []
        }
        return content
    }

    private mutating func inline(_ node: CMarkNode, inLink: Bool) -> [Inline] {
        switch node.kind {
        case .text: return text(node.literal, inLink: inLink)
        case .softBreak, .lineBreak:
            prose.addBreak(cursor.location(of: cursor.position))
            cursor.skipLine()
            return [node.kind == .softBreak ? .softBreak : .lineBreak]
        case .inlineCode:
            prose.flush()
            cursor.skipCode()
            return [.code(node.literal)]
        case .inlineHTML:
            reportTag(node.literal)
            return []
        case .emphasis: return [.emphasis(inlineContent(node, inLink: inLink))]
        case .strong: return [.strong(inlineContent(node, inLink: inLink))]
        case .strikethrough: return [.strikethrough(inlineContent(node, inLink: inLink))]
        case .link: return [link(node, isImage: false)]
        case .image: return [link(node, isImage: true)]
        case .footnoteReference:
            cursor.skipFootnoteReference()
            return Int(node.literal).map { [.footnoteReference(number: $0)] } ?? []
        case .document, .quote, .list, .item, .taskItem, .code, .html, .paragraph, .heading, .rule,
            .footnote, .table, .tableRow, .tableCell, .unknown:
            return []
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

    private mutating func text(_ literal: String, inLink: Bool) -> [Inline] {
        let bytes = Array(literal.utf8)
        let before = cursor.position
        let stretches = cursor.find(bytes) ?? [(0, before)]
        checkLeftovers(bytes, stretches)
        let urls = inLink ? [] : BareURLs.find(in: bytes)
        guard !urls.isEmpty else {
            addProse(bytes[...], stretches)
            return [.text(literal)]
        }
        var content: [Inline] = []
        var end = 0
        for url in urls {
            if url.lowerBound > end {
                content.append(plain(bytes[end..<url.lowerBound], stretches))
            }
            content.append(bareLink(bytes[url], stretches))
            end = url.upperBound
        }
        if end < bytes.count { content.append(plain(bytes[end...], stretches)) }
        return content
    }

    private mutating func plain(
        _ bytes: ArraySlice<UInt8>,
        _ stretches: SourceCursor.Stretches
    ) -> Inline {
        addProse(bytes, stretches)
        return .text(String(decoding: bytes, as: UTF8.self))
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
        _ bytes: ArraySlice<UInt8>,
        _ stretches: SourceCursor.Stretches
    ) {
        var places = [(0, cursor.location(of: place(of: bytes.startIndex, stretches)))]
        let next = stretches.firstIndex(after: bytes.startIndex, \.offset)
        for stretch in stretches[next...].prefix(while: { $0.offset < bytes.endIndex }) {
            places.append(
                (stretch.offset - bytes.startIndex, cursor.location(of: stretch.source))
            )
        }
        prose.add(String(decoding: bytes, as: UTF8.self), places)
    }

    /// The byte of the file at which a byte of a text stands.
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
        for leftover in Leftovers.find(in: bytes) {
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
    /// Whether a backslash stands before a byte and takes its meaning away.
    fileprivate func isEscaped(_ offset: Int) -> Bool {
        let slashes = bytes[..<min(offset, bytes.count)].reversed()
            .prefix {
                $0 == UInt8(ascii: "\\")
            }
        return !slashes.count.isMultiple(of: 2)
    }
}
