import Diagnostics
import Text

/// Finds footnotes that the parser left out of its tree: those that nothing refers to, and those
/// whose name is taken.
///
/// It knows the lines that are in the tree; a line that defines a footnote and is not among them
/// has been left out.
struct FootnoteCheck {
    private let source: IndexedText
    private let definitions: [(line: Int, label: Range<Int>)]
    private var lines: [Line]

    /// What a line is in the tree.
    private enum Line {
        case absent
        case text
        case footnote
    }

    init(_ source: IndexedText) {
        self.source = source
        definitions = FootnoteCheck.definitions(source)
        lines =
            definitions.isEmpty ? [] : Array(repeating: .absent, count: source.lineStarts.count)
    }

    /// Marks the line, from 1, on which a footnote begins.
    mutating func cover(footnote line: Int) {
        guard lines.indices.contains(line - 1) else { return }
        lines[line - 1] = .footnote
    }

    /// Marks the lines of a block as shown.
    mutating func cover(_ node: CMarkNode) {
        guard !lines.isEmpty, node.line > 0, node.line <= node.endLine else { return }
        for line in (node.line - 1)..<node.endLine where lines.indices.contains(line) {
            if lines[line] == .absent { lines[line] = .text }
        }
    }

    func report(to log: inout DiagnosticLog) {
        let shown = definitions.filter { lines[$0.line] == .footnote }
        let names = Set(shown.map { source.text($0.label).lowercased() })
        var cursor = SourceCursor(source)
        for definition in definitions where lines[definition.line] == .absent {
            let label = source.text(definition.label)
            let mark = (definition.label.lowerBound - 2)..<(definition.label.upperBound + 2)
            let isDuplicate = names.contains(label.lowercased())
            log.report(
                isDuplicate ? MarkdownRule.footnoteDuplicate : .footnoteUnused,
                at: cursor.location(of: mark.lowerBound),
                isDuplicate
                    ? "the footnote “\(label)” is defined twice, and this one is not shown"
                    : "nothing refers to the footnote “\(label)”, so it is not shown",
                excerpt: cursor.excerpt(mark),
                suggestion: isDuplicate
                    ? "Give it another name."
                    : "Write [^\(label)] where it belongs, or remove it."
            )
        }
    }

    /// The lines, from 0, that look like `[^label]: …`, and the places of their labels.
    private static func definitions(_ source: IndexedText) -> [(line: Int, label: Range<Int>)] {
        source.lineStarts.indices.compactMap { line in
            label(source.bytes, source.range(ofLine: line)).map { (line, $0) }
        }
    }

    private static func label(_ bytes: [UInt8], _ line: Range<Int>) -> Range<Int>? {
        var start = line.lowerBound
        while start < line.upperBound, bytes[start] == 0x20 || bytes[start] == UInt8(ascii: ">") {
            start += 1
        }
        guard start + 2 < line.upperBound, bytes[start] == UInt8(ascii: "["),
            bytes[start + 1] == UInt8(ascii: "^")
        else { return nil }
        start += 2
        guard let end = bytes[start..<line.upperBound].firstIndex(of: UInt8(ascii: "]")),
            end > start, end + 1 < line.upperBound, bytes[end + 1] == UInt8(ascii: ":"),
            bytes[start..<end].allSatisfy({ $0 > 0x20 })
        else { return nil }
        return start..<end
    }
}
