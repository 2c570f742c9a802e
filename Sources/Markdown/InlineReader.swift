import Diagnostics

// Running text: the part of the reader that makes links, finds bare URLs and checks what is left
// as text though its author meant more.
extension TreeReader {
    mutating func inlineContent(
        _ parent: CMarkNode,
        in place: HTMLAssembly.Place = .text
    ) -> [Inline] {
        var html = HTMLAssembly(place)
        for child in parent.children {
            nested(child) { $0.read(child, into: &html) }
        }
        finish(&html)
        return html.takeContent()
    }

    private mutating func read(_ node: CMarkNode, into html: inout HTMLAssembly) {
        switch node.kind {
        case .text: readText(node.literal, into: &html)
        case .softBreak, .lineBreak:
            prose.addBreak(cursor.location(of: cursor.position))
            cursor.skipLine()
            html.append(node.kind == .softBreak ? .softBreak : .lineBreak)
        case .inlineCode:
            prose.flush()
            let start = cursor.position
            cursor.skipCode()
            covered.append(start..<cursor.position)
            html.append(.code(node.literal))
        case .inlineHTML: readTag(node.literal, into: &html)
        case .emphasis: html.append(.emphasis(inlineContent(node)))
        case .strong: html.append(.strong(inlineContent(node)))
        case .strikethrough: html.append(.strikethrough(inlineContent(node)))
        case .link: html.append(link(node, isImage: false))
        case .image: html.append(link(node, isImage: true))
        case .footnoteReference:
            cursor.skipFootnoteReference()
            if let number = Int(node.literal) {
                html.append(.footnoteReference(number: number))
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
        let wasInLink = isInLink
        isInLink = true
        let content = inlineContent(node)
        isInLink = wasInLink
        prose.resume()
        let end = cursor.position
        cursor.leaveLink(isAutolink: isAutolink)
        covered.append(start..<(start + 1))
        if end < cursor.position { covered.append(end..<cursor.position) }
        document.links[index].plainText = content.plainText
        document.links[index].excerpt = cursor.excerpt(start..<max(start, cursor.position))
        check(document.links[index], content)
        return .link(index: index, content)
    }

    mutating func check(_ link: Link, _ content: [Inline]) {
        if let flaw = LinkScheme.flaw(of: link.destination) {
            let (message, advice) = flaw.words(link.destination)
            log.report(
                MarkdownRule.linkScheme,
                at: link.location,
                message,
                excerpt: link.excerpt,
                suggestion: advice
            )
        }
        guard content.isEmpty || link.plainText.allSatisfy(\.isWhitespace) else { return }
        if link.isImage {
            // The record of a medium holds these words.
            if LinkScheme.scheme(of: link.destination) == "media" { return }
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

    // MARK: Text

    private mutating func readText(
        _ literal: String,
        into html: inout HTMLAssembly
    ) {
        let bytes = Array(literal.utf8)
        let before = cursor.position
        let stretches = cursor.find(bytes) ?? [(0, before)]
        checkLeftovers(bytes, stretches)
        var end = 0
        for url in isInLink || html.isInLink ? [] : BareURLs.find(in: bytes) {
            if url.lowerBound > end {
                html.append(plain(bytes[end..<url.lowerBound], stretches))
            }
            html.append(bareLink(bytes[url], stretches))
            end = url.upperBound
        }
        if end == 0 {
            let shown = html.shown(literal)
            addProse(shown, bytes[...], shown == literal ? stretches : Array(stretches.prefix(1)))
            html.append(.text(literal))
        } else if end < bytes.count {
            html.append(plain(bytes[end...], stretches))
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
    func place(of offset: Int, _ stretches: SourceCursor.Stretches) -> Int {
        guard let stretch = stretches.last(atOrBefore: offset, \.offset) else {
            return cursor.position
        }
        return stretch.source + offset - stretch.offset
    }

    private mutating func checkLeftovers(
        _ bytes: [UInt8],
        _ stretches: SourceCursor.Stretches
    ) {
        for leftover in Leftovers.find(in: bytes) + Leftovers.asterisks(in: bytes) {
            let start = place(of: leftover.range.lowerBound, stretches)
            let end = place(of: leftover.range.upperBound, stretches)
            report(leftover, at: start..<max(start, end))
        }
    }

    /// The bytes of a block without what is no text.
    private func masked(_ range: Range<Int>) -> [UInt8] {
        var bytes = Array(cursor.bytes[range])
        for part in covered.map({ $0.clamped(to: range) }) {
            for index in part { bytes[index - range.lowerBound] = 0 }
        }
        return bytes
    }

    /// Reports the markup of other programs in a block, which the parser can have cut into several texts.
    mutating func checkForeign(_ range: Range<Int>) {
        let bytes = masked(range)
        for leftover in Leftovers.foreign(in: bytes, hasComments: hasComments) {
            let start = range.lowerBound + leftover.range.lowerBound
            report(leftover, at: start..<(range.lowerBound + leftover.range.upperBound))
        }
    }

    mutating func report(_ leftover: Leftovers, at place: Range<Int>) {
        guard !cursor.isEscaped(place.lowerBound) else { return }
        report(leftover.rule, leftover.message, at: place, leftover.suggestion)
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
