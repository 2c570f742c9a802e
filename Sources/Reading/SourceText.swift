// Turns byte offsets of a text into the places and excerpts that an author sees. Readers keep bare
// offsets while all is well; only a mistake pays for lines and characters.

import Diagnostics

/// A file's bytes, able to say which line and column an offset is.
struct SourceText: Sendable {
    let file: String
    let bytes: [UInt8]
    /// The number of the first line, for a text that is a part of a file.
    var firstLine = 1

    /// The place of an offset, counting lines from the start.
    func location(_ offset: Int) -> SourceLocation {
        location(offset, countingFrom: 0, line: firstLine)
    }

    /// The place of an offset, counting lines from a line start that is known already.
    func location(_ offset: Int, countingFrom start: Int, line: Int) -> SourceLocation {
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

    /// The line around an offset, with the bytes of a range marked as far as they are on it.
    func excerpt(_ start: Int, _ end: Int) -> Excerpt {
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
    func lineStart(before offset: Int) -> Int {
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
    func lineEnd(after offset: Int) -> Int {
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
    private func characters(_ start: Int, _ end: Int) -> Int {
        let hasMark = start == 0 && starts(with: Byte.mark)
        let first = hasMark ? min(end, Byte.mark.count) : start
        return String(decoding: bytes[first..<max(first, end)], as: UTF8.self).count
    }
}

/// The bytes that the readers look for, by name.
enum Byte {
    static let tab = UInt8(ascii: "\t")
    static let lineFeed = UInt8(ascii: "\n")
    static let carriageReturn = UInt8(ascii: "\r")
    static let space = UInt8(ascii: " ")
    static let quote = UInt8(ascii: "\"")
    static let comma = UInt8(ascii: ",")
    static let backslash = UInt8(ascii: "\\")
    /// The UTF-8 byte order mark, which some programs write before a text.
    static let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
}
