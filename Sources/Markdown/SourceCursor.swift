import Diagnostics
import Text

/// Finds where in the file the pieces of a parsed document are.
///
/// cmark reports the line of a block correctly, except for text above a table (line 0) and for the
/// table's header; its columns inside a block are wrong after an autolink, a reference definition,
/// an indented line. So only the line of a block is taken from it, and its content is looked for in
/// the file's text, from the end of the piece before.
struct SourceCursor {
    let source: IndexedText
    /// The byte up to which everything has been found.
    var position = 0
    private var ruler = IndexedText.Ruler()

    /// How far ahead the next piece may be; only markup lies between.
    static let window = 4096

    init(_ source: IndexedText) {
        self.source = source
    }

    var bytes: [UInt8] { source.bytes }

    mutating func location(of offset: Int) -> SourceLocation {
        ruler.location(of: min(offset, bytes.count), in: source)
    }

    /// The line of a range with the range marked, as far as it stands on that line.
    func excerpt(_ range: Range<Int>) -> Excerpt {
        let line = source.range(ofLine: source.line(of: range.lowerBound))
        let start = min(range.lowerBound, line.upperBound)
        let end = max(start, min(range.upperBound, line.upperBound))
        guard line.count <= 2000 else { return cut(line, start..<end) }
        return Excerpt(
            source.text(line),
            start: source.characters(in: line.lowerBound..<start),
            length: source.characters(in: start..<end)
        )
    }

    /// A piece of a very long line.
    private func cut(_ line: Range<Int>, _ range: Range<Int>) -> Excerpt {
        var start = max(line.lowerBound, range.lowerBound - 80)
        while start > line.lowerBound, bytes[start] & 0xC0 == 0x80 { start -= 1 }
        var end = min(line.upperBound, range.upperBound + 80, range.lowerBound + 400)
        while end < line.upperBound, bytes[end] & 0xC0 == 0x80 { end += 1 }
        return Excerpt(
            source.text(start..<end),
            start: source.characters(in: start..<range.lowerBound),
            length: source.characters(in: range.lowerBound..<min(range.upperBound, end))
        )
    }

    /// Goes to a place that cmark gives; line 0 means that it does not know.
    mutating func enter(line: Int, column: Int) {
        guard line > 0, line <= source.lineStarts.count else { return }
        let range = source.range(ofLine: line - 1)
        position = min(range.lowerBound + max(0, column - 1), range.upperBound)
    }

    /// Goes to a table's row; cmark gives the line of the text above for a table's header.
    mutating func enterRow(line: Int) {
        let before = position
        enter(line: line, column: 1)
        position = max(before, position)
    }

    /// Whether the next byte is a bracket, as it is where a link definition begins.
    var isAtBracket: Bool { position < bytes.count && bytes[position] == UInt8(ascii: "[") }

    /// Goes past link definitions, which cmark counts among the paragraph that follows them; what
    /// looks like one but is the paragraph's first text is none.
    mutating func skipDefinitions(before firstText: String) {
        guard match(Array(firstText.utf8), at: position) == nil || firstText.isEmpty else { return }
        while isAtBracket {
            let line = source.line(of: position)
            let end = source.range(ofLine: line).upperBound
            var index = position + 1
            while index < end, bytes[index] != UInt8(ascii: "]") {
                index += bytes[index] == UInt8(ascii: "\\") ? 2 : 1
            }
            guard index + 1 < end, bytes[index + 1] == UInt8(ascii: ":"),
                line + 1 < source.lineStarts.count
            else { return }
            position = source.lineStarts[line + 1]
            while position < bytes.count, bytes[position] == UInt8(ascii: " ") { position += 1 }
        }
    }

    mutating func skipLine() {
        while position < bytes.count, bytes[position] != Byte.lineFeed,
            bytes[position] != Byte.carriageReturn
        { position += 1 }
        let line = source.line(of: position)
        position = line + 1 < source.lineStarts.count ? source.lineStarts[line + 1] : bytes.count
    }

    // MARK: Pieces

    /// Where each stretch of a text begins: how many of its bytes precede it, and its place.
    typealias Stretches = [(offset: Int, source: Int)]

    /// Finds a text, allowing for escapes and entities; `nil` when it is not near.
    mutating func find(_ literal: [UInt8]) -> Stretches? {
        let end = min(bytes.count, position + SourceCursor.window)
        var start = position
        while start < end {
            if let match = match(literal, at: start) {
                position = match.end
                return match.stretches
            }
            start += 1
        }
        return nil
    }

    private func match(_ literal: [UInt8], at start: Int) -> (stretches: Stretches, end: Int)? {
        if stands(literal, at: start) {
            return (literal.isEmpty ? [] : [(0, start)], start + literal.count)
        }
        var stretches: Stretches = []
        var isCut = true
        var source = start
        var index = 0
        while index < literal.count {
            guard source < bytes.count else { return nil }
            var place = source
            if bytes[source] == UInt8(ascii: "\\"), source + 1 < bytes.count,
                bytes[source + 1].isPunctuation
            {
                place = source + 1
            } else if bytes[source] == UInt8(ascii: "&"),
                let semicolon = CharacterReferences.end(bytes[...], source),
                !matchesPlainly(literal, index, source...semicolon)
            {
                if index == 0, literal[0] < 0x80, literal[0].isAlphanumeric { return nil }
                stretches.append((index, source))
                index += scalarLength(literal[index])
                source = semicolon + 1
                index += secondScalarLength(literal, index, source)
                isCut = true
                continue
            }
            guard bytes[place] == literal[index] else { return nil }
            if isCut || place != source { stretches.append((index, place)) }
            isCut = false
            source = place + 1
            index += 1
        }
        return (stretches, source)
    }

    /// Whether a text is found at an offset unchanged, with nothing in it that could be an escape or an
    /// entity.
    private func stands(_ literal: [UInt8], at start: Int) -> Bool {
        guard start + literal.count <= source.bytes.count else { return false }
        return source.bytes.withUnsafeBufferPointer { bytes in
            literal.withUnsafeBufferPointer { literal in
                for index in literal.indices {
                    let byte = literal[index]
                    guard bytes[start + index] == byte, byte != UInt8(ascii: "\\"),
                        byte != UInt8(ascii: "&")
                    else { return false }
                }
                return true
            }
        }
    }

    /// A few entities, such as `&ngE;`, stand for two scalars.
    private func secondScalarLength(_ literal: [UInt8], _ index: Int, _ source: Int) -> Int {
        guard index < literal.count, literal[index] >= 0x80 else { return 0 }
        if source < bytes.count, bytes[source] == literal[index] { return 0 }
        return scalarLength(literal[index])
    }

    private func matchesPlainly(_ literal: [UInt8], _ index: Int, _ range: ClosedRange<Int>) -> Bool
    {
        index + range.count <= literal.count
            && bytes[range].elementsEqual(literal[index..<(index + range.count)])
    }

    private func scalarLength(_ lead: UInt8) -> Int {
        lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    }
}
