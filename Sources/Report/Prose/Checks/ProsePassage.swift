import Diagnostics
import Markdown

// A numeral and the casualty word beside it can stand on both sides of a link's edge: "322
// [civilians](claims.html)". So the plain text of a document and the texts of its links are put
// together again, as a reader reads them, as far as their places in the file show that they touch.

/// A stretch of text, the words of its links included, that a reader reads in one go.
struct ProsePassage {
    /// The words.
    private(set) var text = ""
    private var pieces: [Piece] = []

    /// Where a stretch of a passage comes from.
    enum Source {
        /// Plain text.
        case run(ProseRun)
        /// A link; a bound one is checked against the records or quotes someone else's words.
        case link(Link, isBound: Bool)
    }

    private struct Piece {
        /// How many bytes of the passage stand before it.
        let start: Int
        let source: Source
    }

    /// The passages of a text, in the order of the file.
    static func all(in text: PlannedText, lines: [Substring], firstLine: Int) -> [ProsePassage] {
        var passages: [ProsePassage] = []
        var edge: Edge?
        for source in sources(of: text) {
            let next = Edge(of: source, lines: lines, firstLine: firstLine)
            if let joint = edge.flatMap({ next.joint(after: $0) }), var last = passages.popLast() {
                last.append(source, joint)
                passages.append(last)
            } else {
                var passage = ProsePassage()
                passage.append(source, "")
                passages.append(passage)
            }
            edge = next
        }
        return passages
    }

    /// Where the character at an index of ``text`` comes from, and its index there.
    func source(at index: String.Index) -> (source: Source, index: String.Index)? {
        let offset = text.utf8.distance(from: text.startIndex, to: index)
        guard let piece = pieces.last(where: { $0.start <= offset }) else { return nil }
        let words = piece.source.text
        let place =
            words.utf8.index(
                words.startIndex,
                offsetBy: offset - piece.start,
                limitedBy: words.endIndex
            ) ?? words.endIndex
        return (piece.source, place)
    }

    private mutating func append(_ source: Source, _ joint: String) {
        text += joint
        pieces.append(Piece(start: text.utf8.count, source: source))
        text += source.text
    }

    private static func sources(of text: PlannedText) -> [Source] {
        var sources = text.document.proseRuns.map { Source.run($0) }
        for (link, target) in zip(text.document.links, text.links) where !link.isImage {
            switch target {
            case .strike, .page, .fragment: sources.append(.link(link, isBound: false))
            case .figure, .claim, .source, .external, .file, .broken:
                sources.append(.link(link, isBound: true))
            }
        }
        return sources.sorted { $0.location < $1.location }
    }
}

extension ProsePassage.Source {
    fileprivate var text: String {
        switch self {
        case .run(let run): run.text
        case .link(let link, _): link.plainText
        }
    }

    fileprivate var location: SourceLocation {
        switch self {
        case .run(let run): run.location
        case .link(let link, _): link.location
        }
    }
}

/// Where a stretch of text begins and ends in the file.
private struct Edge {
    private let start: SourceLocation
    private let end: SourceLocation
    private let isLink: Bool
    private let isCell: Bool
    /// Whether the text goes on in the next line.
    private let endsLine: Bool
    /// Whether nothing but white space stands before it in its line.
    private let beginsLine: Bool

    /// How many characters of emphasis may stand between a link and the text beside it.
    private static let emphasis = 3

    init(of source: ProsePassage.Source, lines: [Substring], firstLine: Int) {
        let index = source.location.line - firstLine
        let line = lines.indices.contains(index) ? lines[index] : ""
        start = source.location
        beginsLine = line.prefix(max(0, start.column - 1)).allSatisfy(\.isWhitespace)
        switch source {
        case .run(let run):
            isLink = false
            isCell = run.place == .cell
            end = run.location(at: run.text.endIndex)
            endsLine = run.text.hasSuffix(" ")
        case .link(let link, _):
            isLink = true
            isCell = false
            var end = link.location
            end.column += link.excerpt.length
            self.end = end
            endsLine = link.excerpt.start + link.excerpt.length == link.excerpt.text.count
        }
    }

    /// What stands between an edge and this one when they touch; `nil` when they do not.
    func joint(after other: Edge) -> String? {
        guard isLink || other.isLink else { return nil }
        if start.line == other.end.line {
            let gap = start.column - other.end.column
            if isLink && other.isLink { return gap == 0 ? "" : gap == 1 ? " " : nil }
            return (0...(isCell || other.isCell ? 0 : Edge.emphasis)).contains(gap) ? "" : nil
        }
        guard start.line == other.end.line + 1, beginsLine, other.endsLine, !other.isCell else {
            return nil
        }
        return other.isLink ? " " : ""
    }
}
