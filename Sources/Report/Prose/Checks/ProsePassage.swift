import Diagnostics
import Markdown

// A numeral can be outside a link and its casualty word inside: "322 [civilians](claims.html)". So the plain
// text of a document and the texts of its links are joined again, as readers see them, where their
// positions in the file show that they are adjacent.

/// A continuous stretch of text, with the texts of its links.
struct ProsePassage {
    /// The words.
    private(set) var text: String
    private let first: ProsePiece
    /// The pieces after the first, each with its offset in the passage, in bytes.
    private var others: [(start: Int, piece: ProsePiece)] = []

    /// The origin of a part of a passage.
    enum Source {
        /// Plain text.
        case run(ProseRun)
        /// A link; a bound one is checked against the records or quotes someone else's words.
        case link(Link, isBound: Bool)
    }

    /// Calls a closure for each passage of a text, in the order of the file.
    static func forEach(
        in text: PlannedText,
        lines: BodyLines,
        _ body: (ProsePassage) -> Void
    ) {
        var open: ProsePassage?
        var last: ProsePiece?
        for piece in ProsePiece.all(in: text) {
            let joint = last.flatMap { piece.joint(after: $0, in: text.document, lines: lines) }
            last = piece
            if let joint {
                open?.append(piece, after: joint, in: text.document)
            } else {
                if let open { body(open) }
                open = ProsePassage(piece, text.document)
            }
        }
        if let open { body(open) }
    }

    private init(_ piece: ProsePiece, _ document: MarkdownDocument) {
        first = piece
        text = piece.text(document)
    }

    private mutating func append(
        _ piece: ProsePiece,
        after joint: String,
        in document: MarkdownDocument
    ) {
        text += joint
        others.append((text.utf8.count, piece))
        text += piece.text(document)
    }

    /// The origin in the document of the character at an index of ``text``, and its index there.
    func source(
        at index: String.Index,
        in document: MarkdownDocument
    ) -> (source: Source, index: String.Index) {
        let offset = text.utf8.distance(from: text.startIndex, to: index)
        let (start, piece) = others.last { $0.start <= offset } ?? (0, first)
        let words = piece.text(document)
        let place =
            words.utf8.index(words.startIndex, offsetBy: offset - start, limitedBy: words.endIndex)
            ?? words.endIndex
        return (piece.source(document), place)
    }
}

/// A run of text or a link of a document, by its position there.
struct ProsePiece {
    private let index: Int
    private let isLink: Bool
    private let isBound: Bool
    private let line: Int
    private let column: Int

    /// The most characters of emphasis between a link and the text beside it.
    private static let emphasis = 3

    /// The runs and links of a text, in the order of the file; runs before links at the same location.
    static func all(in text: PlannedText) -> [ProsePiece] {
        let document = text.document
        var pieces: [ProsePiece] = []
        pieces.reserveCapacity(document.proseRuns.count + document.links.count)
        for index in document.proseRuns.indices {
            pieces.append(ProsePiece(run: index, document))
        }
        for index in zip(document.links.indices, text.links.indices).lazy.map(\.0)
        where !document.links[index].isImage {
            pieces.append(ProsePiece(link: index, text))
        }
        pieces.sort { $0.precedes($1) }
        return pieces
    }

    private init(run index: Int, _ document: MarkdownDocument) {
        self.index = index
        isLink = false
        isBound = false
        line = document.proseRuns[index].location.line
        column = document.proseRuns[index].location.column
    }

    private init(link index: Int, _ text: PlannedText) {
        self.index = index
        isLink = true
        isBound =
            switch text.links[index] {
            case .strike, .page, .fragment, .medium: false
            case .figure, .claim, .source, .external, .file, .broken: true
            }
        line = text.document.links[index].location.line
        column = text.document.links[index].location.column
    }

    private func precedes(_ other: ProsePiece) -> Bool {
        if line != other.line { return line < other.line }
        if column != other.column { return column < other.column }
        return isLink == other.isLink ? index < other.index : other.isLink
    }

    /// Its words.
    func text(_ document: MarkdownDocument) -> String {
        isLink ? document.links[index].plainText : document.proseRuns[index].text
    }

    /// What it is.
    func source(_ document: MarkdownDocument) -> ProsePassage.Source {
        isLink
            ? .link(document.links[index], isBound: isBound) : .run(document.proseRuns[index])
    }

    // MARK: Edges

    /// The text between a piece and this one when they are adjacent; `nil` when they are not.
    func joint(
        after other: ProsePiece,
        in document: MarkdownDocument,
        lines: BodyLines
    ) -> String? {
        guard isLink || other.isLink else { return nil }
        let end = other.end(document)
        if line == end.line {
            let gap = column - end.column
            if isLink && other.isLink { return gap == 0 ? "" : gap == 1 ? " " : nil }
            let isInCell = isCell(document) || other.isCell(document)
            return (0...(isInCell ? 0 : ProsePiece.emphasis)).contains(gap) ? "" : nil
        }
        guard line == end.line + 1, !other.isCell(document), other.endsLine(document),
            beginsLine(lines)
        else { return nil }
        return other.isLink ? " " : ""
    }

    private func isCell(_ document: MarkdownDocument) -> Bool {
        !isLink && document.proseRuns[index].place == .cell
    }

    private func end(_ document: MarkdownDocument) -> SourceLocation {
        guard isLink else {
            return document.proseRuns[index]
                .location(at: document.proseRuns[index].text.endIndex)
        }
        var end = document.links[index].location
        end.column += document.links[index].excerpt.length
        return end
    }

    /// Whether the text continues on the next line.
    private func endsLine(_ document: MarkdownDocument) -> Bool {
        guard isLink else { return document.proseRuns[index].text.hasSuffix(" ") }
        let excerpt = document.links[index].excerpt
        return excerpt.start + excerpt.length == excerpt.text.count
    }

    /// Whether only white space precedes it on its line.
    private func beginsLine(_ lines: BodyLines) -> Bool {
        (lines[line] ?? "").prefix(max(0, column - 1)).allSatisfy(\.isWhitespace)
    }
}
