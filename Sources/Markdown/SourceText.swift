import Diagnostics

/// The bytes of a text with the places of its lines, so that any byte has a place in the file.
struct SourceText: Sendable {
    let bytes: [UInt8]
    /// The first byte of each line.
    let lineStarts: [Int]
    let file: String
    let firstLine: Int

    init(_ source: String, file: String, firstLine: Int) {
        bytes = Array(source.utf8)
        var starts = [0]
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            index += 1
            if byte == UInt8(ascii: "\r"), index < bytes.count, bytes[index] == UInt8(ascii: "\n") {
                index += 1
            }
            if byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") { starts.append(index) }
        }
        lineStarts = starts
        self.file = file
        self.firstLine = firstLine
    }

    /// The line, from 0, that holds a byte.
    func line(of offset: Int) -> Int {
        var low = 0
        var high = lineStarts.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if lineStarts[middle] <= offset { low = middle } else { high = middle }
        }
        return low
    }

    /// The bytes of a line, from 0, without its end.
    func range(ofLine line: Int) -> Range<Int> {
        guard lineStarts.indices.contains(line) else { return bytes.count..<bytes.count }
        let start = lineStarts[line]
        var end = line + 1 < lineStarts.count ? lineStarts[line + 1] : bytes.count
        while end > start, isLineEnd(bytes[end - 1]) { end -= 1 }
        return start..<end
    }

    func isLineEnd(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
    }

    func text(_ range: Range<Int>) -> String {
        String(decoding: bytes[range], as: UTF8.self)
    }

    /// How many characters stand in a range of bytes.
    func characters(in range: Range<Int>) -> Int {
        if bytes.isASCII(range) { return range.count }
        return text(range).count
    }

    /// The location of a line, from 0, as a whole.
    func location(ofLine line: Int) -> SourceLocation {
        SourceLocation(file: file, line: firstLine + line)
    }

    /// Counts characters from the last place asked for, so that many places on one long line do
    /// not each count from its beginning.
    struct Ruler {
        private var line = 0
        private var offset = 0
        private var column = 1

        /// The location of a byte.
        mutating func location(of target: Int, in source: SourceText) -> SourceLocation {
            let line = source.line(of: target)
            if line != self.line {
                self.line = line
                offset = source.lineStarts[line]
                column = 1
            }
            if target < offset {
                column -= source.characters(in: target..<offset)
            } else {
                column += source.characters(in: offset..<target)
            }
            offset = target
            return SourceLocation(
                file: source.file,
                line: source.firstLine + line,
                column: column
            )
        }
    }
}
