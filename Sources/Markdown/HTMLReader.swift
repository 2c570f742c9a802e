import Diagnostics
import Text

// HTML in Markdown: its tags open and end elements of the document, its text becomes text, and everything else
// is reported.
extension TreeReader {
    // MARK: Pieces

    /// Reads a block of HTML, whose elements may stay open for the Markdown that follows.
    mutating func readHTML(_ node: CMarkNode, into html: inout HTMLAssembly) {
        let literal = Array(node.literal.utf8)
        let stretches = cursor.lines(of: literal, from: node.line)
        prose.begin(html.prosePlace)
        for token in HTMLToken.all(in: literal) {
            switch token {
            case .text(let range): readHTMLText(literal[range], stretches, &html)
            default: read(token, literal, stretches, &html)
            }
        }
        prose.flush()
    }

    /// Reads a tag, a comment or the like in running text.
    mutating func readTag(_ literal: String, into html: inout HTMLAssembly) {
        let range = cursor.skipTag(literal)
        let isShortCode = cursor.bytes[..<range.lowerBound].suffix(2).elementsEqual("{{".utf8)
        guard !isShortCode else { return html.append(.text(literal)) }
        covered.append(range)
        let bytes = Array(literal.utf8)
        for token in HTMLToken.all(in: bytes) {
            switch token {
            case .text(let text): html.append(.text(String(decoding: bytes[text], as: UTF8.self)))
            default: read(token, bytes, [(0, range.lowerBound)], &html)
            }
        }
    }

    private mutating func read(
        _ token: HTMLToken,
        _ literal: [UInt8],
        _ stretches: SourceCursor.Stretches,
        _ html: inout HTMLAssembly
    ) {
        func place(_ range: Range<Int>) -> Range<Int> {
            let start = self.place(of: range.lowerBound, stretches)
            return start..<max(start, self.place(of: range.upperBound - 1, stretches) + 1)
        }
        switch token {
        case .text: break
        case .start(let tag):
            read(tag, written: literal[tag.range], at: place(tag.range), stretches, &html)
        case .end(let name, let range):
            end(name, written: literal[range], at: place(range), &html)
        case .comment(let range, let isClosed):
            check(comment: literal[range], isClosed: isClosed, at: place(range))
        case .quotedText(let range, let text):
            report(
                .rawHTML,
                "CDATA is not a part of HTML, and its text is shown",
                at: place(range),
                "Write the text alone."
            )
            readHTMLText(literal[text], stretches, &html)
        case .instruction(let range):
            report(
                .htmlRefused,
                "“\(shown(literal[range]))” is an instruction for a program and is not published",
                at: place(range),
                "Delete it; write < as \\< if it is meant as text."
            )
        }
    }

    private mutating func check(
        comment: ArraySlice<UInt8>,
        isClosed: Bool,
        at place: Range<Int>
    ) {
        if !isClosed {
            report(
                .htmlMalformed,
                "nothing closes this comment, so all that follows is left out",
                at: place,
                "End it with -->."
            )
        }
        let words = String(decoding: comment.dropFirst(4).dropLast(3), as: UTF8.self)
            .filter { !$0.isWhitespace }.lowercased()
        if ["more", "toc", "excerpt", "nextpage", "truncate"].contains(words) {
            report(
                .markupLeftover,
                "“\(shown(comment))” is markup of another program and has no effect here",
                at: place,
                "Delete it."
            )
        }
    }

    // MARK: Text

    private mutating func readHTMLText(
        _ bytes: ArraySlice<UInt8>,
        _ stretches: SourceCursor.Stretches,
        _ html: inout HTMLAssembly
    ) {
        if html.isDropping { return }
        let isBlank = bytes.allSatisfy { $0 <= 0x20 }
        if isBlank, html.element?.holdsPartsOnly == true || !html.isOpen && html.place == .blocks {
            return
        }
        if html.element?.holdsPartsOnly == true {
            let first = bytes.firstIndex { $0 > 0x20 } ?? bytes.startIndex
            let start = place(of: first, stretches)
            report(
                .htmlMalformed,
                "this text stands outside the parts of <\(html.element?.rawValue ?? "")>",
                at: start..<(start + 1),
                "Put it into an item or a cell."
            )
        }
        if html.isPreformatted {
            var text = CharacterReferences.resolved(bytes)
            if html.frames.last?.content.isEmpty == true, text.hasPrefix("\n") {
                text.removeFirst()
            }
            html.append(.text(text))
            return
        }
        var lineStart = bytes.startIndex
        while lineStart <= bytes.endIndex {
            let end = bytes[lineStart...].firstIndex(of: Byte.lineFeed) ?? bytes.endIndex
            let line = bytes[lineStart..<end]
            let words = lineStart == bytes.startIndex ? line : line.drop { $0 <= 0x20 }
            if !words.isEmpty { readHTMLLine(words, stretches, &html) }
            guard end < bytes.endIndex else { return }
            if !html.isCode { prose.addBreak(cursor.location(of: place(of: end, stretches))) }
            html.append(.softBreak)
            lineStart = end + 1
        }
    }

    private mutating func readHTMLLine(
        _ bytes: ArraySlice<UInt8>,
        _ stretches: SourceCursor.Stretches,
        _ html: inout HTMLAssembly
    ) {
        var pieces: [(text: String, offset: Int)] = []
        CharacterReferences.forEach(in: bytes) { pieces.append(($0, $1)) }
        let text = pieces.map(\.text).joined()
        html.append(.text(text))
        checkMarkdown(in: bytes, stretches)
        guard prose.isOpen, !html.isCode else { return }
        for (text, offset) in pieces {
            prose.mark(0, cursor.location(of: place(of: offset, stretches)))
            prose.add(html.shown(text))
        }
    }

    /// Reports Markdown that stands in a block of HTML, where it is plain text.
    private mutating func checkMarkdown(
        in bytes: ArraySlice<UInt8>,
        _ stretches: SourceCursor.Stretches
    ) {
        let text = Array(bytes)
        let leftovers = Leftovers.find(in: text) + Leftovers.asterisks(in: text)
        for leftover in leftovers + Leftovers.blockMarks(in: text) {
            let start = place(of: bytes.startIndex + leftover.range.lowerBound, stretches)
            report(
                leftover.rule,
                "“\(shown(text[leftover.range]))” is Markdown, which is not read inside a block of HTML",
                at: start..<(start + leftover.range.count),
                "Leave an empty line before and after it, or write it as HTML."
            )
        }
        for leftover in Leftovers.foreign(in: text, hasComments: hasComments) {
            let start = place(of: bytes.startIndex + leftover.range.lowerBound, stretches)
            report(leftover, at: start..<(start + leftover.range.count))
        }
    }

    // MARK: Reports

    mutating func report(
        _ rule: MarkdownRule,
        _ message: String,
        at place: Range<Int>,
        _ suggestion: String
    ) {
        log.report(
            rule,
            at: cursor.location(of: place.lowerBound),
            message,
            excerpt: cursor.excerpt(place),
            suggestion: suggestion
        )
    }

    /// A tag as written, on one line and shortened.
    func shown(_ bytes: ArraySlice<UInt8>) -> String {
        String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isWhitespace)
            .joined(separator: " ").shortened(to: 80)
    }
}

extension HTMLAssembly {
    /// The kind of block whose text is read now.
    var prosePlace: ProseRun.Place {
        for frame in frames.reversed() {
            switch frame.kind {
            case .heading: return .heading
            case .element(let element, _) where element == .td || element == .th: return .cell
            case .element, .link, .contentOnly, .nothing, .root: continue
            }
        }
        return place == .cell ? .cell : .paragraph
    }

    /// A text as readers see it without markup: digits that are raised or lowered are such digits.
    func shown(_ text: String) -> String {
        frames.last { $0.element == .sup || $0.element == .sub }?.element?.shown(text) ?? text
    }
}

extension SourceCursor {
    /// Where each line of a block of HTML is in the file, without the marks of quotes and lists before it.
    func lines(of literal: [UInt8], from first: Int) -> Stretches {
        var stretches: Stretches = []
        var line = max(0, first - 1)
        var start = 0
        while start < literal.count {
            let end = literal[start...].firstIndex(of: Byte.lineFeed) ?? literal.count
            let written = source.range(ofLine: line)
            let length =
                literal[start..<end].last == Byte.carriageReturn ? end - start - 1 : end - start
            stretches.append((start, max(written.lowerBound, written.upperBound - length)))
            start = end + 1
            line += 1
        }
        return stretches
    }
}
