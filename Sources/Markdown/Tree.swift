// The document as Swift values: cmark's tree is freed as soon as this one exists, and the code that
// renders HTML does not depend on C. Links, fences and headings are kept in lists beside the tree,
// which refers to them by position.

/// A block of a document.
indirect enum Block: Sendable {
    case paragraph([Inline])
    case heading(index: Int, [Inline])
    case quote([Block])
    case list(List)
    case fence(index: Int)
    case indentedCode(String)
    case rule
    case table(MarkdownTable)
    /// An author's HTML element, with what it contains.
    case html(Inline)
}

/// A piece of running text.
indirect enum Inline: Sendable {
    case text(String)
    case code(String)
    case softBreak
    case lineBreak
    case emphasis([Inline])
    case strong([Inline])
    case strikethrough([Inline])
    case link(index: Int, [Inline])
    case footnoteReference(number: Int)
    /// An element that the author wrote as HTML.
    case element(HTMLElement, [HTMLAttribute], [Inline])
    /// A block inside such an element.
    case block(Block)
}

/// A list; `start` is there when it is numbered.
struct List: Sendable {
    var start: Int?
    var isTight: Bool
    var items: [Item]

    /// One item; `isDone` is there when it is a task.
    struct Item: Sendable {
        var isDone: Bool?
        var blocks: [Block]
    }
}

/// A table with one header row.
struct MarkdownTable: Sendable {
    enum Alignment: Sendable {
        case none
        case left
        case center
        case right
    }

    var alignments: [Alignment]
    var header: [[Inline]]
    var rows: [[[Inline]]]
}

/// A footnote, in the order in which footnotes are first referred to.
struct Footnote: Sendable {
    var number: Int
    var blocks: [Block]
}

extension [Inline] {
    /// The words without markup; breaks are spaces.
    var plainText: String {
        var result = ""
        appendPlainText(to: &result)
        return result
    }

    private func appendPlainText(to result: inout String) {
        for inline in self {
            switch inline {
            case .text(let text), .code(let text): result += text
            case .softBreak, .lineBreak: result += " "
            case .emphasis(let content), .strong(let content), .strikethrough(let content),
                .link(index: _, let content):
                content.appendPlainText(to: &result)
            case .element(let element, _, let content):
                if element.isBlock { result += " " }
                result += element.shown(content.plainText)
            case .block(let block):
                result += " "
                block.content.appendPlainText(to: &result)
            case .footnoteReference: break
            }
        }
    }
}

extension Block {
    /// The running text of a paragraph, a heading or an element; nothing of other blocks.
    var content: [Inline] {
        switch self {
        case .paragraph(let content), .heading(_, let content): content
        case .html(let inline): [inline]
        case .quote, .list, .fence, .indentedCode, .rule, .table: []
        }
    }
}

extension HTMLElement {
    /// A text of the element as readers see it without markup: “10<sup>2</sup>” is 10², not 102.
    func shown(_ text: String) -> String {
        if self == .sup { return String(text.map { HTMLElement.raised[$0] ?? $0 }) }
        if self == .sub { return String(text.map { HTMLElement.lowered[$0] ?? $0 }) }
        return text
    }

    private static let raised = Dictionary(uniqueKeysWithValues: zip("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹"))
    private static let lowered = Dictionary(uniqueKeysWithValues: zip("0123456789", "₀₁₂₃₄₅₆₇₈₉"))
}
