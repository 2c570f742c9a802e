// Splits the inside of a tag into words, literals and signs.

import Text

/// Reads one token at a time; the lexer decides where the tag ends.
struct Tokenizer {
    private(set) var tokens: [TagToken] = []
    private(set) var position: Int
    private let source: TemplateText
    private let bytes: [UInt8]
    private(set) var mistakes: [SyntaxMistake] = []

    init(_ source: TemplateText, at position: Int) {
        self.source = source
        self.position = position
        bytes = source.bytes
    }

    mutating func skipSpace() {
        position = WhiteSpace.end(bytes, from: position)
    }

    /// Reads one token; at least one byte must be left.
    mutating func readToken() {
        let start = position
        let first = bytes[start]
        if first.isNameStart {
            while position < bytes.count, bytes[position].isNamePart { position += 1 }
            let span = Span(start: start, end: position)
            tokens.append(TagToken(kind: .name(source.text(span)), span: span))
        } else if first.isDigit {
            readNumber(start)
        } else if first == UInt8(ascii: "'") || first == UInt8(ascii: "\"") {
            readText(start, quote: first)
        } else {
            readSign(start)
        }
    }

    private mutating func readNumber(_ start: Int) {
        var isWhole = true
        while position < bytes.count {
            let isPoint =
                bytes[position] == UInt8(ascii: ".") && position + 1 < bytes.count
                && bytes[position + 1].isDigit
            guard bytes[position].isNamePart || isPoint else { break }
            if !bytes[position].isDigit { isWhole = false }
            position += 1
        }
        let span = Span(start: start, end: position)
        let text = source.text(span)
        let isCanonical = isWhole && (text == "0" || bytes[start] != UInt8(ascii: "0"))
        if !isCanonical || Int(text) == nil {
            mistakes.append(
                SyntaxMistake(
                    span: span,
                    message: "“\(text)” is not a number that templates know",
                    suggestion: "Write whole numbers with digits only, such as 12."
                )
            )
        }
        tokens.append(TagToken(kind: .integer(Int(text) ?? 0), span: span))
    }

    private mutating func readText(_ start: Int, quote: UInt8) {
        var value: [UInt8] = []
        position += 1
        while position < bytes.count, bytes[position] != quote {
            guard bytes[position] == UInt8(ascii: "\\"), position + 1 < bytes.count else {
                value.append(bytes[position])
                position += 1
                continue
            }
            switch bytes[position + 1] {
            case UInt8(ascii: "n"): value.append(0x0A)
            case UInt8(ascii: "t"): value.append(0x09)
            case UInt8(ascii: "\\"), UInt8(ascii: "'"), UInt8(ascii: "\""):
                value.append(bytes[position + 1])
            default:
                mistakes.append(
                    SyntaxMistake(
                        span: Span(start: position, end: position + 2),
                        message: "an escape that templates do not know",
                        suggestion: "Known are \\n, \\t, \\\\, \\' and \\\"."
                    )
                )
            }
            position += 2
        }
        if position >= bytes.count {
            position = bytes.count
            mistakes.append(
                SyntaxMistake(
                    span: Span(start: start, end: start + 1),
                    message: "this text has no closing quote"
                )
            )
        } else {
            position += 1
        }
        tokens.append(
            TagToken(
                kind: .text(String(decoding: value, as: UTF8.self)),
                span: Span(start: start, end: position)
            )
        )
    }

    private static let longSigns: Set<String> = ["==", "!=", "<=", ">=", "//", "**", "&&", "||"]

    private mutating func readSign(_ start: Int) {
        let pair = Span(start: start, end: min(start + 2, bytes.count))
        if Tokenizer.longSigns.contains(source.text(pair)) {
            position = pair.end
        } else {
            position += 1
            while position < bytes.count, bytes[position] & 0xC0 == 0x80 { position += 1 }
        }
        let span = Span(start: start, end: position)
        tokens.append(TagToken(kind: .sign(source.text(span)), span: span))
    }
}
