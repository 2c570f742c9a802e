// Splits a template into text and tags. White space is treated as in Jinja2 with trim_blocks,
// lstrip_blocks and keep_trailing_newline: a line that contains only tags leaves no empty line.

/// Splits one template into pieces.
struct Lexer {
    private let source: TemplateText
    private let bytes: [UInt8]
    private var position = 0
    /// Whether the position is at the beginning of a line.
    private var isLineStart = true
    private var pieces: [Piece] = []
    /// The mistakes found, in order.
    private(set) var mistakes: [SyntaxMistake] = []

    init(_ source: TemplateText) {
        self.source = source
        bytes = source.bytes
    }

    /// All pieces in order; mistakes are recorded in ``mistakes``, and reading continues after them.
    mutating func read() -> [Piece] {
        while let opening = nextOpening() {
            switch bytes[opening + 1] {
            case UInt8(ascii: "#"): readComment(opening)
            case UInt8(ascii: "{"): readTag(opening, isOutput: true)
            default:
                if let end = rawBeginEnd(opening) {
                    readRaw(opening, contentStart: end)
                } else {
                    readTag(opening, isOutput: false)
                }
            }
        }
        appendText(position..<bytes.count)
        return pieces
    }

    private func nextOpening() -> Int? {
        var index = position
        while index + 1 < bytes.count {
            if bytes[index] == UInt8(ascii: "{"), isOpening(index) { return index }
            index += 1
        }
        return nil
    }

    private func isOpening(_ index: Int) -> Bool {
        guard index + 1 < bytes.count, bytes[index] == UInt8(ascii: "{") else { return false }
        switch bytes[index + 1] {
        case UInt8(ascii: "{"), UInt8(ascii: "%"), UInt8(ascii: "#"): return true
        default: return false
        }
    }

    private func byte(_ index: Int) -> UInt8 { index < bytes.count ? bytes[index] : 0 }

    private func isSign(_ index: Int) -> Bool {
        byte(index) == UInt8(ascii: "-") || byte(index) == UInt8(ascii: "+")
    }

    private func matches(_ word: StaticString, at index: Int) -> Bool {
        guard index + word.utf8CodeUnitCount <= bytes.count else { return false }
        return word.withUTF8Buffer { bytes[index..<(index + $0.count)].elementsEqual($0) }
    }

    private mutating func appendText(_ range: Range<Int>) {
        if !range.isEmpty { pieces.append(.text(range)) }
    }

    /// Appends the text before a tag, without the white space that the tag removes.
    private mutating func closeText(before opening: Int, isOutput: Bool) {
        let range = position..<opening
        var end = opening
        let sign = byte(opening + 2)
        if sign == UInt8(ascii: "-") {
            end = WhiteSpace.trimmedEnd(bytes, in: range)
        } else if sign != UInt8(ascii: "+"), !isOutput {
            let newline = bytes[range].lastIndex(of: 0x0A)
            let lineStart = newline.map { $0 + 1 } ?? position
            let isWhole = newline != nil || isLineStart
            if isWhole, WhiteSpace.end(bytes, from: lineStart) >= opening { end = lineStart }
        }
        appendText(position..<end)
    }

    /// Moves past the end of a tag and the white space that the tag removes after it.
    private mutating func finish(closing: Int, sign: UInt8, trimsLine: Bool) {
        let start = closing
        position = closing
        if sign == UInt8(ascii: "-") {
            position = WhiteSpace.end(bytes, from: closing)
        } else if sign != UInt8(ascii: "+"), trimsLine, byte(closing) == 0x0A {
            position += 1
        }
        isLineStart = position > start && bytes[position - 1] == 0x0A
    }

    private mutating func readComment(_ opening: Int) {
        closeText(before: opening, isOutput: false)
        let start = opening + (isSign(opening + 2) ? 3 : 2)
        var index = start
        while index < bytes.count, !matches("#}", at: index) { index += 1 }
        guard index < bytes.count else {
            return reportUnclosed(opening, "comment", "#}", upTo: bytes.count)
        }
        let sign = index > start ? bytes[index - 1] : 0
        finish(closing: index + 2, sign: sign, trimsLine: true)
    }

    private mutating func reportUnclosed(
        _ opening: Int,
        _ what: String,
        _ closing: String,
        upTo end: Int
    ) {
        mistakes.append(
            SyntaxMistake(
                rule: .unclosedTag,
                span: Span(start: opening, end: opening + 2),
                message: "this \(what) is not closed",
                suggestion: "Close it with \(closing)."
            )
        )
        position = end
        isLineStart = false
    }

    /// Where the content of a `{% raw %}` tag begins; `nil` for any other tag.
    private func rawBeginEnd(_ opening: Int) -> Int? {
        var index = opening + (isSign(opening + 2) ? 3 : 2)
        index = WhiteSpace.end(bytes, from: index)
        guard matches("raw", at: index) else { return nil }
        index = WhiteSpace.end(bytes, from: index + 3)
        if matches("%}", at: index) { return index + 2 }
        return matches("-%}", at: index) ? WhiteSpace.end(bytes, from: index + 3) : nil
    }

    private mutating func readRaw(_ opening: Int, contentStart: Int) {
        closeText(before: opening, isOutput: false)
        position = contentStart
        isLineStart = bytes[contentStart - 1] == 0x0A
        var index = contentStart
        while index < bytes.count {
            if matches("{%", at: index), let (closing, sign) = endRaw(index) {
                closeText(before: index, isOutput: false)
                return finish(closing: closing, sign: sign, trimsLine: true)
            }
            index += 1
        }
        reportUnclosed(opening, "raw part", "{% endraw %}", upTo: bytes.count)
    }

    private func endRaw(_ opening: Int) -> (closing: Int, sign: UInt8)? {
        var index = opening + (isSign(opening + 2) ? 3 : 2)
        index = WhiteSpace.end(bytes, from: index)
        guard matches("endraw", at: index) else { return nil }
        index = WhiteSpace.end(bytes, from: index + 6)
        let sign = isSign(index) ? bytes[index] : 0
        if sign != 0 { index += 1 }
        return matches("%}", at: index) ? (index + 2, sign) : nil
    }

    private mutating func readTag(_ opening: Int, isOutput: Bool) {
        closeText(before: opening, isOutput: isOutput)
        let end: StaticString = isOutput ? "}}" : "%}"
        var tokenizer = Tokenizer(source, at: opening + (isSign(opening + 2) ? 3 : 2))
        while true {
            tokenizer.skipSpace()
            let index = tokenizer.position
            let allowsPlus = !isOutput && byte(index) == UInt8(ascii: "+")
            let sign = byte(index) == UInt8(ascii: "-") || allowsPlus ? byte(index) : 0
            let closing = sign == 0 ? index : index + 1
            if matches(end, at: closing) {
                mistakes += tokenizer.mistakes
                let span = Span(start: opening, end: closing + 2)
                pieces.append(
                    isOutput ? .output(tokenizer.tokens, span) : .tag(tokenizer.tokens, span)
                )
                return finish(closing: closing + 2, sign: sign, trimsLine: !isOutput)
            }
            if index >= bytes.count || isOpening(index) {
                mistakes += tokenizer.mistakes
                let what = isOutput ? "output" : "tag"
                return reportUnclosed(opening, what, end.description, upTo: index)
            }
            tokenizer.readToken()
        }
    }
}
