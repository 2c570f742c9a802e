// A template's bytes, with the places that messages name.

import Diagnostics
import Text

/// Part of a template, in bytes.
struct Span: Hashable {
    var start: Int
    var end: Int

    func union(_ other: Span) -> Span {
        Span(start: min(start, other.start), end: max(end, other.end))
    }
}

/// One template's source with line ends as `\n`, as Jinja2 reads it too.
final class TemplateText {
    let path: String
    private let text: IndexedText

    /// The template's bytes; places count these.
    var bytes: [UInt8] { text.bytes }

    init(_ file: TemplateFile) {
        path = file.path
        var bytes: [UInt8] = []
        bytes.reserveCapacity(file.source.count)
        let start = file.source.starts(with: Byte.mark) ? Byte.mark.count : 0
        var previous: UInt8 = 0
        for byte in file.source[start...] {
            let isEnd = byte == Byte.carriageReturn || byte == Byte.lineFeed
            if !(byte == Byte.lineFeed && previous == Byte.carriageReturn) {
                bytes.append(isEnd ? Byte.lineFeed : byte)
            }
            previous = byte
        }
        text = IndexedText(SourceText(file: file.displayName, bytes: bytes))
    }

    func text(_ span: Span) -> String { text.text(span.start..<min(span.end, bytes.count)) }

    func line(_ offset: Int) -> Int { text.line(of: offset) + 1 }

    func location(_ offset: Int) -> SourceLocation { text.location(offset) }

    /// The line in which a span begins, with the part of the span that is on it marked.
    func excerpt(_ span: Span) -> Excerpt { text.source.line(span.start, span.end) }
}
