// Turns byte offsets of a text into the places and excerpts that an author sees. Readers keep bare
// offsets while all is well; only a mistake pays for lines and characters.

import Diagnostics

/// A file's bytes, able to say which line and column an offset is.
public struct SourceText: Sendable {
    /// The file as messages name it.
    package let file: String
    /// Its content; offsets count these bytes.
    package let bytes: [UInt8]
    /// The number of the first line, for a text that is a part of a file.
    package var firstLine = 1
    /// Whether it holds records, of which only what is wrong may be shown: the rest may be private.
    package var isTable = false
    /// The cells of a table that may be shown; `nil` when all may, as far as they are marked.
    package var publicCells: PublicCells?

    /// What replaces a text that must not be shown.
    package static let hidden = "…"

    /// Wraps the bytes of a file, or of a part of it that begins on a later line.
    package init(
        file: String,
        bytes: [UInt8],
        firstLine: Int = 1,
        isTable: Bool = false,
        publicCells: PublicCells? = nil
    ) {
        self.file = file
        self.bytes = bytes
        self.firstLine = firstLine
        self.isTable = isTable
        self.publicCells = publicCells
    }

    /// The place of an offset, counting lines from the start.
    package func location(_ offset: Int) -> SourceLocation {
        location(offset, countingFrom: 0, line: firstLine)
    }

    /// The place of an offset, counting lines from a line start that is known already.
    package func location(_ offset: Int, countingFrom start: Int, line: Int) -> SourceLocation {
        let end = min(offset, bytes.count)
        var line = line
        var lineStart = start
        var index = start
        while index < end {
            let length = lineEndLength(at: index)
            if length > 0 && index + length <= end {
                line += 1
                lineStart = index + length
            }
            index += max(1, length)
        }
        let column = characters(lineStart, end) + 1
        return SourceLocation(file: file, line: line, column: column)
    }

    /// The line around an offset, with the bytes of a range marked as far as they are on it; of a table
    /// only what is marked, and so many letters beside it, and nothing of a cell that may be private.
    package func excerpt(_ start: Int, _ end: Int, around: Int = 0) -> Excerpt {
        let line = line(start, end)
        if !isTable { return line }
        if publicCells?.hold(start, bytes) == false { return SourceText.masked(line, shown: 0) }
        return SourceText.masked(line, shown: 40, around)
    }

    /// The form of a line without its texts: each text between delimiters becomes "…", except for the
    /// marked part, of which up to `limit` letters are shown.
    package static func masked(_ excerpt: Excerpt, shown limit: Int, _ around: Int = 0) -> Excerpt {
        let line = Array(excerpt.text)
        let start = min(excerpt.start, line.count)
        var shown = start..<start + min(excerpt.length, limit, line.count - start)
        for _ in 0..<around {
            if let before = line[..<shown.lowerBound].last, !isForm(before) {
                shown = shown.lowerBound - 1..<shown.upperBound
            }
            if let after = line[shown.upperBound...].first, !isForm(after) {
                shown = shown.lowerBound..<shown.upperBound + 1
            }
        }
        var text = ""
        var isHiding = false
        var wasForm = true
        var mark = 0
        for (index, character) in line.enumerated() {
            let isShown = shown.contains(index)
            wasForm = isForm(character) || wasForm && character.isWhitespace
            if index == start || index == shown.upperBound { isHiding = false }
            if index == start { mark = text.count }
            if isShown || wasForm {
                text.append(character)
            } else if !isHiding {
                text += SourceText.hidden
            }
            isHiding = !isShown && !wasForm
        }
        if start == line.count { mark = text.count }
        return Excerpt(text, start: mark, length: max(1, min(excerpt.length, limit)))
    }

    private static func isForm(_ character: Character) -> Bool {
        ",;|\t\"{}[]:".contains(character)
    }

    /// The whole line around an offset, marked in the same way.
    package func line(_ start: Int, _ end: Int) -> Excerpt {
        let start = min(max(0, start), bytes.count)
        let first = lineStart(before: start)
        let last = lineEnd(after: start)
        let marked = min(max(start, end), last)
        return Excerpt(
            String(decoding: bytes[first..<last], as: UTF8.self),
            start: characters(first, start),
            length: characters(start, marked)
        )
    }

    /// The offset of the first byte of the line that an offset is on.
    package func lineStart(before offset: Int) -> Int {
        var index = min(offset, bytes.count)
        while index > 0 {
            let byte = bytes[index - 1]
            if byte == Byte.lineFeed { break }
            let insideLineEnd = index < bytes.count && bytes[index] == Byte.lineFeed
            if byte == Byte.carriageReturn && !insideLineEnd { break }
            index -= 1
        }
        return index < Byte.mark.count && starts(with: Byte.mark) ? Byte.mark.count : index
    }

    /// The offset after the last byte of the line that an offset is on, without its line end.
    package func lineEnd(after offset: Int) -> Int {
        var index = min(offset, bytes.count)
        while index < bytes.count, lineEndLength(at: index) == 0 { index += 1 }
        return index
    }

    private func starts(with prefix: [UInt8]) -> Bool {
        bytes.starts(with: prefix)
    }

    private func lineEndLength(at index: Int) -> Int {
        switch bytes[index] {
        case Byte.lineFeed: return 1
        case Byte.carriageReturn:
            return index + 1 < bytes.count && bytes[index + 1] == Byte.lineFeed ? 2 : 1
        default: return 0
        }
    }

    /// The number of characters between two offsets; a byte order mark is none.
    package func characters(_ start: Int, _ end: Int) -> Int {
        let hasMark = start == 0 && starts(with: Byte.mark)
        let first = hasMark ? min(end, Byte.mark.count) : start
        return String(decoding: bytes[first..<max(first, end)], as: UTF8.self).count
    }
}
