import Diagnostics
import Text

// Start and end tags. Every element that is opened is ended in the part that contains it; what does not fit is
// reported, and its words stay.
extension TreeReader {
    // MARK: Start

    mutating func read(
        _ tag: HTMLTag,
        written: ArraySlice<UInt8>,
        at place: Range<Int>,
        _ stretches: SourceCursor.Stretches,
        _ html: inout HTMLAssembly
    ) {
        if html.isDropping { return }
        let meaning = HTMLTagMeaning.of(tag.name)
        if case .code = meaning {
            report(
                .htmlRefused,
                "a report contains no <\(tag.name)>: it is not published",
                at: place,
                "Delete it."
            )
            prose.suspend()
            open(.nothing, tag, place, &html)
            return
        }
        let attributes = published(tag, stretches, isQuoted: meaning.isQuoted)
        switch meaning {
        case .element(let element): open(element, attributes, tag, place, &html)
        case .link: openLink(tag, place, &html)
        case .picture: addPicture(tag, place, &html)
        case .heading(let level): openHeading(level, tag, place, &html)
        case .lineBreak:
            prose.addBreak(cursor.location(of: place.lowerBound))
            html.append(.lineBreak)
        case .rule:
            if html.takesBlocks {
                prose.begin(html.prosePlace)
                html.append(.block(.rule))
            } else {
                reportMisplaced(tag.name, place)
            }
        case .looks: open(.contentOnly, tag, place, &html)
        case .embedded:
            report(
                .htmlRefused,
                "“\(shown(written))” is not published: a report loads and runs nothing of that kind",
                at: place,
                "Delete it, and link to what it shows: [words](address)."
            )
            open(.contentOnly, tag, place, &html)
        case .unknown:
            report(
                .rawHTML,
                "the HTML tag “\(shown(written))” is not published",
                at: place,
                HTMLTagMeaning.isKnown(tag.name)
                    ? "Delete it, or write it in Markdown; what it contains is kept."
                    : "If it is meant as text, write \\< for <."
            )
            open(.contentOnly, tag, place, &html)
        case .code: break
        }
    }

    private static let empty: Set<String> = [
        "area", "base", "col", "embed", "frame", "input", "link", "meta", "source", "track", "wbr",
    ]

    private mutating func open(
        _ kind: HTMLAssembly.Kind,
        _ tag: HTMLTag,
        _ place: Range<Int>,
        _ html: inout HTMLAssembly
    ) {
        if TreeReader.empty.contains(tag.name) || tag.isEmpty {
            if case .nothing = kind { prose.resume() }
            return
        }
        guard enterElement(at: place) else {
            if case .nothing = kind { prose.resume() }
            return
        }
        html.open(HTMLAssembly.Frame(kind: kind, name: tag.name, range: place))
    }

    private mutating func open(
        _ element: HTMLElement,
        _ attributes: [HTMLAttribute],
        _ tag: HTMLTag,
        _ place: Range<Int>,
        _ html: inout HTMLAssembly
    ) {
        if element == .wordBreak { return html.append(.element(.wordBreak, [], [])) }
        endImplied(by: element, &html)
        var kind = HTMLAssembly.Kind.element(element, attributes)
        let isInPlace =
            element.parents.map { parents in html.element.map(parents.contains) ?? false }
            ?? (html.element?.holdsPartsOnly != true)
        if !isInPlace || element.isBlock && element.parents == nil && !html.takesBlocks {
            reportMisplaced(tag.name, place, parents: element.parents)
            kind = .contentOnly
        }
        if tag.isEmpty { return }
        guard enterElement(at: place) else { return }
        if element.isBlock { prose.begin(html.prosePlace) }
        html.open(HTMLAssembly.Frame(kind: kind, name: tag.name, range: place))
        if element.isBlock { prose.begin(html.prosePlace) }
        if case .element = kind, element.isCode { prose.suspend() }
    }

    private mutating func openHeading(
        _ level: Int,
        _ tag: HTMLTag,
        _ place: Range<Int>,
        _ html: inout HTMLAssembly
    ) {
        endImplied(by: .div, &html)
        guard html.takesBlocks, html.element?.holdsPartsOnly != true else {
            reportMisplaced(tag.name, place)
            return open(.contentOnly, tag, place, &html)
        }
        open(.heading(level), tag, place, &html)
        prose.begin(.heading)
    }

    private mutating func openLink(
        _ tag: HTMLTag,
        _ place: Range<Int>,
        _ html: inout HTMLAssembly
    ) {
        guard let destination = tag.value("href"), !html.isInLink, !isInLink else {
            if tag.value("href") != nil { reportMisplaced(tag.name, place) }
            return open(.contentOnly, tag, place, &html)
        }
        if tag.isEmpty { return }
        guard enterElement(at: place) else { return }
        let index = addLink(destination, title: tag.value("title"), isImage: false, place)
        prose.suspend()
        html.open(HTMLAssembly.Frame(kind: .link(index), name: tag.name, range: place))
    }

    private mutating func addPicture(
        _ tag: HTMLTag,
        _ place: Range<Int>,
        _ html: inout HTMLAssembly
    ) {
        let words = tag.value("alt") ?? ""
        let index = addLink(
            tag.value("src") ?? "",
            title: tag.value("title"),
            isImage: true,
            place
        )
        prose.flush()
        let content: [Inline] = words.isEmpty ? [] : [.text(words)]
        document.links[index].plainText = words
        check(document.links[index], content)
        html.append(.link(index: index, content))
    }

    private mutating func addLink(
        _ destination: String,
        title: String?,
        isImage: Bool,
        _ place: Range<Int>
    ) -> Int {
        let destination = destination.filter { $0 != "\n" && $0 != "\r" && $0 != "\t" }
        document.links.append(
            Link(
                destination: destination,
                title: title ?? "",
                plainText: "",
                isImage: isImage,
                location: cursor.location(of: place.lowerBound),
                excerpt: cursor.excerpt(place),
                isAllowed: LinkScheme.isAllowed(destination)
            )
        )
        return document.links.count - 1
    }

    /// Whether one more element may be nested here; reports it once when not.
    private mutating func enterElement(at place: Range<Int>) -> Bool {
        guard hasRoom else {
            reportDepth(at: place.lowerBound)
            return false
        }
        depth += 1
        return true
    }

    private mutating func reportMisplaced(
        _ name: String,
        _ place: Range<Int>,
        parents: Set<HTMLElement>? = nil
    ) {
        let advice =
            parents.map { parents in
                "It belongs directly in "
                    + parents.map { "<\($0.rawValue)>" }.sorted().joined(separator: " or ") + "."
            } ?? "Give it a line of its own, with an empty line before it, or write it in Markdown."
        report(.htmlMalformed, "<\(name)> cannot stand here", at: place, advice)
    }

    // MARK: End

    mutating func end(
        _ name: String,
        written: ArraySlice<UInt8>,
        at place: Range<Int>,
        _ html: inout HTMLAssembly
    ) {
        if name == "br" {
            html.append(.lineBreak)
            return
        }
        guard let index = html.frames.lastIndex(where: { $0.name == name }), index > 0 else {
            if name == "p", html.hasEndedParagraph || html.frames.count == 1 { return }
            if case .looks = HTMLTagMeaning.of(name) { return }
            if TreeReader.empty.contains(name) || hasReportedDepth { return }
            report(
                .htmlMalformed,
                "no tag <\(name)> is open that “\(shown(written))” could end",
                at: place,
                "Both tags of an element belong in the same paragraph, or each on a line of its own with empty lines around it."
            )
            return
        }
        while html.frames.count - 1 > index { endInnermost(&html, isImplied: false) }
        endInnermost(&html, isImplied: true, end: place.upperBound)
    }

    /// Ends the elements that end where another begins.
    private mutating func endImplied(by element: HTMLElement, _ html: inout HTMLAssembly) {
        guard let (ended, limits) = element.ends else { return }
        while let frame = html.frames.last, let open = frame.element, ended.contains(open),
            !limits.contains(open)
        {
            if open == .p { html.hasEndedParagraph = true }
            endInnermost(&html, isImplied: true)
        }
    }

    /// Ends everything that is open at the end of a part.
    mutating func finish(_ html: inout HTMLAssembly) {
        while html.isOpen { endInnermost(&html, isImplied: false) }
    }

    private mutating func endInnermost(
        _ html: inout HTMLAssembly,
        isImplied: Bool,
        end: Int? = nil
    ) {
        guard let frame = html.pop() else { return }
        depth -= 1
        if !isImplied { reportUnended(frame) }
        switch frame.kind {
        case .root: break
        case .contentOnly: for inline in frame.content { html.append(inline) }
        case .nothing: prose.resume()
        case .element(let element, let attributes):
            if element.isCode { prose.resume() }
            if element.isBlock { prose.begin(html.prosePlace) }
            html.append(.element(element, attributes, frame.content))
        case .link(let index):
            prose.resume()
            document.links[index].plainText = frame.content.plainText
            let start = frame.range.lowerBound
            document.links[index].excerpt = cursor.excerpt(start..<max(start, end ?? start))
            check(document.links[index], frame.content)
            html.append(.link(index: index, frame.content))
        case .heading(let level):
            prose.begin(html.prosePlace)
            if let block = heading(frame.content, level: level, start: frame.range.lowerBound) {
                html.append(.block(block))
            }
        }
    }

    private mutating func reportUnended(_ frame: HTMLAssembly.Frame) {
        switch frame.kind {
        case .root, .contentOnly: return
        case .element(let element, _) where element.endsByItself: return
        case .element, .link, .heading, .nothing: break
        }
        report(
            .htmlMalformed,
            "nothing ends this <\(frame.name)>",
            at: frame.range,
            "End it with </\(frame.name)> in the same paragraph, or put each tag on a line of its own with empty lines around it."
        )
    }

    // MARK: Markdown inside

    /// Adds a block that was written in Markdown between two tags.
    mutating func add(_ block: Block, from node: CMarkNode, to html: inout HTMLAssembly) {
        if html.isDropping { return }
        if html.element?.holdsPartsOnly == true {
            let line = max(0, node.line - 1)
            log.report(
                MarkdownRule.htmlMalformed,
                at: cursor.source.location(ofLine: line),
                "this text stands outside the parts of <\(html.element?.rawValue ?? "")>",
                suggestion: "Put it into an item or a cell."
            )
        }
        if html.element == .p { html.turnParagraphIntoDivision() }
        if html.takesBlocks { return html.append(.block(block)) }
        if case .paragraph(let content) = block {
            if html.frames.last?.content.isEmpty == false { html.append(.lineBreak) }
            for inline in content { html.append(inline) }
            return
        }
        html.append(.block(block))
        log.report(
            MarkdownRule.htmlMalformed,
            at: cursor.source.location(ofLine: max(0, node.line - 1)),
            "this block cannot stand inside <\(html.frames.last?.name ?? "")>",
            suggestion: "End the element before it."
        )
    }
}
