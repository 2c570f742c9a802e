// Reads the tokens of one tag from left to right.

/// A mistake in the syntax of a template, and its place.
struct SyntaxMistake: Error {
    var rule: TemplateRule = .syntax
    var span: Span
    var message: String
    var suggestion: String?
}

/// Reads the tokens of one tag.
struct TokenReader {
    let source: TemplateText
    private let tokens: [TagToken]
    private let tag: Span
    private var index = 0

    init(_ tokens: [TagToken], in tag: Span, of source: TemplateText) {
        self.tokens = tokens
        self.tag = tag
        self.source = source
    }

    var isAtEnd: Bool { index >= tokens.count }

    /// The place of the next token, or of the end of the tag.
    var span: Span {
        isAtEnd ? Span(start: max(tag.start, tag.end - 2), end: tag.end) : tokens[index].span
    }

    /// Where the token before the next one ended.
    var previousEnd: Int { index == 0 ? tag.start : tokens[index - 1].span.end }

    func peek(_ offset: Int = 0) -> TagToken? {
        index + offset < tokens.count ? tokens[index + offset] : nil
    }

    func isNext(sign: String, _ offset: Int = 0) -> Bool { peek(offset)?.kind == .sign(sign) }

    func isNext(word: String, _ offset: Int = 0) -> Bool { peek(offset)?.kind == .name(word) }

    mutating func advance() { index += 1 }

    mutating func take(sign: String) -> Bool {
        guard isNext(sign: sign) else { return false }
        index += 1
        return true
    }

    mutating func take(word: String) -> Bool {
        guard isNext(word: word) else { return false }
        index += 1
        return true
    }

    mutating func expect(sign: String) throws(SyntaxMistake) {
        if !take(sign: sign) { throw unexpected("“\(sign)”") }
    }

    mutating func expect(word: String) throws(SyntaxMistake) {
        if !take(word: word) { throw unexpected("“\(word)”") }
    }

    /// Words of the language, which cannot be names.
    static let reserved: Set<String> = [
        "and", "or", "not", "in", "is", "if", "else", "true", "false", "none", "True", "False",
        "None",
    ]

    /// Consumes a name; reserved words are mistakes unless `words` allows them.
    mutating func name(
        _ what: String,
        allowing words: [String] = []
    ) throws(SyntaxMistake) -> Name {
        guard let token = peek(), case .name(let text) = token.kind else { throw unexpected(what) }
        if TokenReader.reserved.contains(text), !words.contains(text) {
            throw SyntaxMistake(
                span: token.span,
                message: "“\(text)” is a word of the language, not \(what)"
            )
        }
        index += 1
        return Name(text: text, span: token.span)
    }

    /// Consumes a name that the template defines; Jinja2 does not export names that begin with `_`.
    mutating func newName(_ what: String) throws(SyntaxMistake) -> Name {
        let name = try name(what)
        if name.text.hasPrefix("_") || name.text == "loop" || name.text == "super" {
            throw SyntaxMistake(
                rule: .nameTaken,
                span: name.span,
                message: "“\(name.text)” cannot be given as a name",
                suggestion: "Names begin with a letter; loop and super have a meaning of their own."
            )
        }
        return name
    }

    /// Consumes a text literal that names a template.
    mutating func path() throws(SyntaxMistake) -> Name {
        guard let token = peek(), case .text(let text) = token.kind else {
            throw SyntaxMistake(
                span: span,
                message: "a template's path in quotes is expected here",
                suggestion: "Paths are fixed, so that every template can be checked beforehand."
            )
        }
        index += 1
        return Name(text: text, span: token.span)
    }

    func unexpected(_ wanted: String) -> SyntaxMistake {
        let found = isAtEnd ? "the tag ends" : "“\(source.text(span))” stands"
        return SyntaxMistake(span: span, message: "\(found) where \(wanted) is expected")
    }

    /// Throws unless all tokens of the tag have been consumed.
    func expectEnd() throws(SyntaxMistake) {
        guard !isAtEnd else { return }
        let text = source.text(span)
        if let hint = TokenReader.hints[text] {
            throw SyntaxMistake(
                span: span,
                message: "“\(text)” is not part of the language",
                suggestion: hint
            )
        }
        throw SyntaxMistake(span: span, message: "“\(text)” stands where the tag should end")
    }

    private static let arithmetic =
        "Templates do not calculate: a number on a page comes from the records, where it can be"
        + " checked. To join texts write ~."

    private static let hints: [String: String] = [
        "+": arithmetic, "-": arithmetic, "*": arithmetic, "/": arithmetic, "//": arithmetic,
        "%": arithmetic, "**": arithmetic, "&&": "Write and.", "||": "Write or.",
        "=": "To compare, write ==.", "!": "Write not.",
    ]
}
