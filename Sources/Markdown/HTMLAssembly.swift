// The elements that are open while a list of blocks or a piece of running text is read. What is open at its
// end is closed there, so that no author's element can reach beyond the part that contains it.

/// Assembles content with an author's HTML elements in it.
struct HTMLAssembly {
    /// What may be assembled.
    enum Place {
        /// Blocks, as in a document, a quote or an item.
        case blocks
        /// The text of a paragraph, which blocks divide.
        case paragraph
        /// The text of a table's cell, which may contain blocks.
        case cell
        /// Running text without blocks.
        case text
    }

    /// An open element with its content so far.
    struct Frame {
        var kind: Kind
        /// The name of its tag; empty for the root.
        var name: String
        /// Where its start tag is in the file.
        var range: Range<Int>
        var content: [Inline] = []
    }

    /// What an open tag becomes when it ends.
    enum Kind {
        case root
        case element(HTMLElement, [HTMLAttribute])
        case link(Int)
        case heading(Int)
        /// Its content only.
        case contentOnly
        /// Nothing.
        case nothing
    }

    let place: Place
    private(set) var frames: [Frame]
    /// Whether a paragraph was ended by a block in it, so that its end tag comes too late.
    var hasEndedParagraph = false

    init(_ place: Place) {
        self.place = place
        frames = [Frame(kind: .root, name: "", range: 0..<0)]
    }

    /// Whether an element is open.
    var isOpen: Bool { frames.count > 1 }

    /// The innermost open element; `nil` for the root and what leaves no element.
    var element: HTMLElement? {
        for frame in frames.reversed() {
            switch frame.kind {
            case .element(let element, _): return element
            case .root: return nil
            case .link, .heading, .contentOnly, .nothing: continue
            }
        }
        return nil
    }

    /// Whether what is read now is left out.
    var isDropping: Bool { frames.contains { if case .nothing = $0.kind { true } else { false } } }

    /// Whether a link is open.
    var isInLink: Bool { frames.contains { if case .link = $0.kind { true } else { false } } }

    /// Whether text keeps its spaces and lines.
    var isPreformatted: Bool { frames.contains { $0.element == .pre } }

    /// Whether what is read is quoted as typed.
    var isCode: Bool { frames.contains { $0.element?.isCode == true } }

    /// Whether a block can stand here; `false` inside an element of running text.
    var takesBlocks: Bool {
        for frame in frames.reversed() {
            switch frame.kind {
            case .element(let element, _): return !element.holdsTextOnly
            case .heading: return false
            case .root: return place != .text
            case .link, .contentOnly, .nothing: continue
            }
        }
        return true
    }

    mutating func open(_ frame: Frame) { frames.append(frame) }

    /// Adds content to the innermost element.
    mutating func append(_ inline: Inline) { frames[frames.count - 1].content.append(inline) }

    /// Adds content to the innermost element, in place.
    mutating func withContent(_ body: (inout [Inline]) -> Void) {
        body(&frames[frames.count - 1].content)
    }

    /// Makes the paragraph that is open a division, which can contain blocks.
    mutating func turnParagraphIntoDivision() {
        guard let index = frames.lastIndex(where: { $0.element == .p }) else { return }
        if case .element(_, let attributes) = frames[index].kind {
            frames[index].kind = .element(.div, attributes)
        }
    }

    /// Ends the innermost element and returns it; the root stays.
    mutating func pop() -> Frame? { isOpen ? frames.removeLast() : nil }

    /// What has been assembled so far, when nothing is open.
    mutating func takeContent() -> [Inline] {
        let content = frames[0].content
        frames[0].content = []
        return content
    }
}

extension HTMLAssembly.Frame {
    /// Its element, when it is one of its own.
    var element: HTMLElement? {
        if case .element(let element, _) = kind { element } else { nil }
    }
}

extension [Inline] {
    /// The content as blocks: each block in it, and a paragraph for each run of text between them.
    var blocks: [Block] {
        var blocks: [Block] = []
        var run: [Inline] = []
        func endRun() {
            while let first = run.first, first.isBlank { run.removeFirst() }
            while let last = run.last, last.isBlank { run.removeLast() }
            if !run.isEmpty { blocks.append(.paragraph(run)) }
            run = []
        }
        for inline in self {
            if case .block(let block) = inline {
                endRun()
                blocks.append(block)
            } else if inline.isBlock {
                endRun()
                blocks.append(.html(inline))
            } else {
                run.append(inline)
            }
        }
        endRun()
        return blocks
    }
}

extension Inline {
    /// Whether it is nothing but space.
    var isBlank: Bool {
        switch self {
        case .text(let text): text.utf8.allSatisfy { $0 <= 0x20 }
        case .softBreak, .lineBreak: true
        case .code, .emphasis, .strong, .strikethrough, .link, .footnoteReference, .element,
            .block:
            false
        }
    }

    /// Whether it is a block, or contains one and so cannot stand in a paragraph.
    var isBlock: Bool {
        switch self {
        case .element(let element, _, let content):
            element.isBlock || content.contains { $0.isBlock }
        case .link(index: _, let content): content.contains { $0.isBlock }
        case .block: true
        case .text, .code, .softBreak, .lineBreak, .emphasis, .strong, .strikethrough,
            .footnoteReference:
            false
        }
    }
}
