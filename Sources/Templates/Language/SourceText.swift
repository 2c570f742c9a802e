// A template's bytes, with the places that messages name.

import Diagnostics

/// Part of a template, in bytes.
struct Span: Hashable {
    var start: Int
    var end: Int

    func union(_ other: Span) -> Span {
        Span(start: min(start, other.start), end: max(end, other.end))
    }
}

/// One template's source with line ends as `\n`, as Jinja2 reads it too.
final class SourceText {
    let path: String
    let name: String
    let bytes: [UInt8]
    private let lineStarts: [Int]

    init(_ file: TemplateFile) {
        path = file.path
        name = file.displayName
        var bytes: [UInt8] = []
        bytes.reserveCapacity(file.source.count)
        let source = file.source.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        var starts = [0]
        var previous: UInt8 = 0
        for byte in file.source[source...] {
            let isEnd = byte == 0x0D || byte == 0x0A
            if !(byte == 0x0A && previous == 0x0D) { bytes.append(isEnd ? 0x0A : byte) }
            if isEnd, starts.last != bytes.count { starts.append(bytes.count) }
            previous = byte
        }
        self.bytes = bytes
        lineStarts = starts
    }

    func text(_ span: Span) -> String {
        String(decoding: bytes[span.start..<min(span.end, bytes.count)], as: UTF8.self)
    }

    func line(_ offset: Int) -> Int { lineIndex(offset) + 1 }

    func location(_ offset: Int) -> SourceLocation {
        let line = lineIndex(offset)
        let before = text(Span(start: lineStarts[line], end: offset))
        return SourceLocation(file: name, line: line + 1, column: before.count + 1)
    }

    /// The line in which a span begins, with what of the span stands on it marked.
    func excerpt(_ span: Span) -> Excerpt {
        let line = lineIndex(span.start)
        let start = lineStarts[line]
        let end = line + 1 < lineStarts.count ? lineStarts[line + 1] - 1 : bytes.count
        return Excerpt(
            text(Span(start: start, end: end)),
            start: text(Span(start: start, end: span.start)).count,
            length: text(Span(start: span.start, end: max(span.start, min(span.end, end)))).count
        )
    }

    private func lineIndex(_ offset: Int) -> Int {
        var low = 0
        var high = lineStarts.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if lineStarts[middle] <= offset { low = middle } else { high = middle }
        }
        return low
    }
}
