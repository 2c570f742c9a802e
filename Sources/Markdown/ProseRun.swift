import Diagnostics

/// A stretch of plain text of one block, outside code, links and images.
///
/// Emphasis and footnote references do not interrupt a run; a line break in it is one space.
public struct ProseRun: Sendable, Hashable {
    /// The kind of block that contains a run.
    public enum Place: Sendable, Hashable {
        /// A paragraph, also in a list, a quote or a footnote.
        case paragraph
        /// A heading.
        case heading
        /// A table's cell.
        case cell
    }

    /// The text.
    public var text: String
    /// The kind of block.
    public var place: Place
    /// Where the text begins.
    public var location: SourceLocation

    /// Places in the file at which the text is cut, in order; between them it is as in the file.
    var segments: [Segment]

    /// One stretch of a run that the file contains character by character.
    struct Segment: Sendable, Hashable {
        /// How many UTF-8 bytes of the run's text precede it.
        var offset: Int
        var location: SourceLocation
    }

    /// The place in the file of the character that `offset` characters precede.
    public func location(ofCharacter offset: Int) -> SourceLocation {
        let index =
            text.index(text.startIndex, offsetBy: max(0, offset), limitedBy: text.endIndex)
            ?? text.endIndex
        return location(at: index)
    }

    /// The place in the file of the character at an index of ``text``.
    public func location(at index: String.Index) -> SourceLocation {
        let offset = text.utf8.distance(from: text.startIndex, to: index)
        guard let segment = segments.last(atOrBefore: offset, \.offset) else { return location }
        let start = text.utf8.index(text.startIndex, offsetBy: segment.offset)
        var result = segment.location
        result.column += characters(in: start..<index)
        return result
    }

    private func characters(in range: Range<String.Index>) -> Int {
        let bytes = text.utf8[range]
        let isPlain = bytes.allSatisfy { $0 < 0x80 && $0 != UInt8(ascii: "\r") }
        return isPlain ? bytes.count : text[range].count
    }
}
