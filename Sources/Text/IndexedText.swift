// Where the lines of a text begin, for readers that find many places in no particular order.

import Diagnostics

/// A text with an index of its lines, so that a place costs a search and not a count.
public struct IndexedText: Sendable {
    /// The text.
    package let source: SourceText
    /// The offset of the first byte of each line.
    package let lineStarts: [Int]

    /// Finds the lines of a text; a line ends with LF, CR or CR LF.
    package init(_ source: SourceText) {
        self.source = source
        var starts = [0]
        source.bytes.withUnsafeBufferPointer { bytes in
            for index in bytes.indices {
                let isFeed = bytes[index] == Byte.lineFeed
                let isLoneReturn =
                    bytes[index] == Byte.carriageReturn
                    && !(index + 1 < bytes.count && bytes[index + 1] == Byte.lineFeed)
                if isFeed || isLoneReturn { starts.append(index + 1) }
            }
        }
        lineStarts = starts
    }

    /// The text's bytes.
    package var bytes: [UInt8] { source.bytes }

    /// The line, counted from 0, that holds an offset.
    package func line(of offset: Int) -> Int {
        var low = 0
        var high = lineStarts.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if lineStarts[middle] <= offset { low = middle } else { high = middle }
        }
        return low
    }

    /// The bytes of a line, counted from 0, without its end; empty behind the last line.
    package func range(ofLine line: Int) -> Range<Int> {
        guard lineStarts.indices.contains(line) else { return bytes.count..<bytes.count }
        let start = lineStarts[line]
        var end = line + 1 < lineStarts.count ? lineStarts[line + 1] : bytes.count
        while end > start, bytes[end - 1] == Byte.lineFeed || bytes[end - 1] == Byte.carriageReturn
        {
            end -= 1
        }
        return start..<end
    }

    /// The text of a range of bytes.
    package func text(_ range: Range<Int>) -> String {
        String(decoding: bytes[range], as: UTF8.self)
    }

    /// The place of an offset.
    package func location(_ offset: Int) -> SourceLocation {
        let line = line(of: offset)
        return source.location(
            offset,
            countingFrom: lineStarts[line],
            line: source.firstLine + line
        )
    }

    /// The place of a line, counted from 0, as a whole.
    package func location(ofLine line: Int) -> SourceLocation {
        SourceLocation(file: source.file, line: source.firstLine + line)
    }

    /// The number of characters in a range of bytes.
    package func characters(in range: Range<Int>) -> Int {
        bytes.isASCII(range) ? range.count : text(range).count
    }

    /// Counts characters from the place found last, so that many places on one long line do
    /// not each count from its beginning.
    package struct Ruler {
        private var line = 0
        private var offset = 0
        private var column = 1

        /// Starts at the beginning of a text.
        package init() {}

        /// The place of an offset.
        package mutating func location(of target: Int, in text: IndexedText) -> SourceLocation {
            let line = text.line(of: target)
            if line != self.line {
                self.line = line
                offset = text.lineStarts[line]
                column = 1
            }
            if target < offset {
                column -= text.characters(in: target..<offset)
            } else {
                column += text.characters(in: offset..<target)
            }
            offset = target
            return SourceLocation(
                file: text.source.file,
                line: text.source.firstLine + line,
                column: column
            )
        }
    }
}
