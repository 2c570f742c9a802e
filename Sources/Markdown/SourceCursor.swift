import Diagnostics

/// Finds where in the file the pieces of a parsed document stand.
///
/// cmark tells the line of a block rightly, except for text above a table (line 0) and for the
/// table's header; its columns inside a block are wrong after an autolink, a reference definition,
/// an indented line. So only the line of a block is taken from it, and its content is looked for in
/// the file's text, from the end of the piece before.
struct SourceCursor {
    let source: SourceText
    /// The byte up to which everything has been found.
    var position = 0
    private var ruler = SourceText.Ruler()

    /// How far ahead the next piece may stand; only markup lies between.
    private static let window = 4096

    init(_ source: SourceText) {
        self.source = source
    }

    private var bytes: [UInt8] { source.bytes }

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

    /// Goes past link definitions, which cmark counts among the paragraph that follows them; what
    /// looks like one but is the paragraph's first text is none.
    mutating func skipDefinitions(before firstText: String) {
        guard match(Array(firstText.utf8), at: position) == nil || firstText.isEmpty else { return }
        while position < bytes.count, bytes[position] == UInt8(ascii: "[") {
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
        while position < bytes.count, !source.isLineEnd(bytes[position]) { position += 1 }
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
        var stretches: Stretches = []
        var isCut = true
        var source = start
        var index = 0
        while index < literal.count {
            guard source < bytes.count else { return nil }
            var place = source
            if bytes[source] == UInt8(ascii: "\\"), source + 1 < bytes.count,
                isPunctuation(bytes[source + 1])
            {
                place = source + 1
            } else if bytes[source] == UInt8(ascii: "&"),
                let semicolon = entityEnd(source),
                !matchesPlainly(literal, index, source...semicolon)
            {
                if index == 0, literal[0] < 0x80, isAlphanumeric(literal[0]) { return nil }
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

    private func entityEnd(_ start: Int) -> Int? {
        var index = start + 1
        while index < bytes.count, index - start < 34 {
            if bytes[index] == UInt8(ascii: ";") { return index > start + 1 ? index : nil }
            guard isAlphanumeric(bytes[index]) || bytes[index] == UInt8(ascii: "#") else {
                return nil
            }
            index += 1
        }
        return nil
    }

    private func scalarLength(_ lead: UInt8) -> Int {
        lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    }

    private func isPunctuation(_ byte: UInt8) -> Bool {
        byte > 0x20 && byte < 0x7F && !isAlphanumeric(byte)
    }

    private func isAlphanumeric(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"),
            UInt8(ascii: "A")...UInt8(ascii: "Z"):
            true
        default: false
        }
    }

    // MARK: Markup

    /// The nearest place of one of two bytes; stays where it is when there is none near.
    private func next(_ first: UInt8, _ second: UInt8) -> Int? {
        let end = min(bytes.count, position + SourceCursor.window)
        return bytes[position..<end].firstIndex { $0 == first || $0 == second }
    }

    /// Enters a link or an image and returns where it begins.
    mutating func enterLink(isImage: Bool) -> (start: Int, isAutolink: Bool) {
        let bracket = UInt8(ascii: "[")
        let found = next(bracket, isImage ? bracket : UInt8(ascii: "<"))
        guard let found else { return (position, false) }
        position = found + 1
        let hasMark = isImage && found > 0 && bytes[found - 1] == UInt8(ascii: "!")
        return (hasMark ? found - 1 : found, bytes[found] != bracket)
    }

    /// Leaves a link after its content: past its destination and title, or its reference.
    mutating func leaveLink(isAutolink: Bool) {
        let closer = UInt8(ascii: isAutolink ? ">" : "]")
        guard let end = next(closer, closer) else { return }
        position = end + 1
        guard !isAutolink, position < bytes.count else { return }
        if bytes[position] == UInt8(ascii: "(") {
            if let end = inlineTail(position) { position = end }
        } else if bytes[position] == UInt8(ascii: "["),
            let end = next(closer, closer)
        {
            position = end + 1
        }
    }

    /// The end of `(destination "title")`; `nil` when it is none.
    private func inlineTail(_ start: Int) -> Int? {
        var index = skipSpaces(start + 1)
        guard index < bytes.count else { return nil }
        if bytes[index] == UInt8(ascii: "<") {
            guard let end = closing(UInt8(ascii: ">"), index + 1) else { return nil }
            index = end
        } else {
            index = plainDestination(index)
        }
        index = skipSpaces(index)
        guard index < bytes.count else { return nil }
        switch bytes[index] {
        case UInt8(ascii: "\""), UInt8(ascii: "'"):
            guard let end = closing(bytes[index], index + 1) else { return nil }
            index = skipSpaces(end)
        case UInt8(ascii: "("):
            guard let end = closing(UInt8(ascii: ")"), index + 1) else { return nil }
            index = skipSpaces(end)
        default: break
        }
        guard index < bytes.count, bytes[index] == UInt8(ascii: ")") else { return nil }
        return index + 1
    }

    private func plainDestination(_ start: Int) -> Int {
        var index = start
        var depth = 0
        while index < bytes.count, bytes[index] > 0x20 {
            if bytes[index] == UInt8(ascii: "\\") {
                index += 2
                continue
            }
            if bytes[index] == UInt8(ascii: "(") { depth += 1 }
            if bytes[index] == UInt8(ascii: ")") {
                if depth == 0 { return index }
                depth -= 1
            }
            index += 1
        }
        return min(index, bytes.count)
    }

    private func closing(_ closer: UInt8, _ start: Int) -> Int? {
        var index = start
        while index < bytes.count, bytes[index] != closer {
            index += bytes[index] == UInt8(ascii: "\\") ? 2 : 1
        }
        return index < bytes.count ? index + 1 : nil
    }

    private func skipSpaces(_ start: Int) -> Int {
        var index = start
        while index < bytes.count, bytes[index] <= 0x20 { index += 1 }
        return index
    }

    /// Goes past a code span.
    mutating func skipCode() {
        let tick = UInt8(ascii: "`")
        guard var index = next(tick, tick) else { return }
        let start = index
        while index < bytes.count, bytes[index] == tick { index += 1 }
        let length = index - start
        var run = 0
        while index < bytes.count {
            run = bytes[index] == tick ? run + 1 : 0
            index += 1
            if run == length, index == bytes.count || bytes[index] != tick { break }
        }
        position = index
    }

    /// Goes past a footnote reference.
    mutating func skipFootnoteReference() {
        let closer = UInt8(ascii: "]")
        if let end = next(closer, closer) { position = end + 1 }
    }

    /// Goes past an HTML tag and returns its place.
    mutating func skipTag(_ literal: String) -> Range<Int> {
        let opener = UInt8(ascii: "<")
        guard let start = next(opener, opener) else { return position..<position }
        position = min(bytes.count, start + literal.utf8.count)
        return start..<position
    }
}
