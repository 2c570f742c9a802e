// Parses a template into nested statements. The tags are parsed in StatementParser.swift.

/// Parses one template; what cannot be read is recorded and skipped.
struct Parser {
    let source: TemplateText
    /// The mistakes found, in order.
    private(set) var mistakes: [SyntaxMistake]
    private(set) var blocks: [String: TemplateBlock] = [:]
    private(set) var macros: [String: Macro] = [:]
    var pieces: [Piece]
    var index = 0
    /// Whether parsing has stopped because a limit was exceeded.
    var isAborted = false
    /// Tags that were treated as closed after a mistake, so that their end tags are not reported.
    var abandoned: [String] = []
    /// The tags that are open, outermost first.
    var open: [Name] = []

    init(_ source: TemplateText) {
        self.source = source
        var lexer = Lexer(source)
        pieces = lexer.read()
        mistakes = lexer.mistakes
    }

    /// All statements of the template.
    mutating func parse() -> [Statement] {
        body()
    }

    mutating func report(_ mistake: SyntaxMistake) {
        mistakes.append(mistake)
    }

    mutating func define(_ block: TemplateBlock) {
        if let other = blocks[block.name.text] {
            reportTwice("block", block.name, other.name)
        } else {
            blocks[block.name.text] = block
        }
    }

    mutating func define(_ macro: Macro) {
        if let other = macros[macro.name.text] {
            reportTwice("macro", macro.name, other.name)
        } else {
            macros[macro.name.text] = macro
        }
    }

    private mutating func reportTwice(_ what: String, _ name: Name, _ other: Name) {
        report(
            SyntaxMistake(
                rule: .nameTaken,
                span: name.span,
                message: "the \(what) “\(name.text)” is defined twice; first on line"
                    + " \(source.line(other.span.start))"
            )
        )
    }

    /// Statements up to a tag that ends or divides the innermost open tag; that tag is not consumed.
    mutating func body() -> [Statement] {
        var statements: [Statement] = []
        while index < pieces.count {
            switch pieces[index] {
            case .text(let range):
                index += 1
                let span = Span(start: range.lowerBound, end: range.upperBound)
                statements.append(Statement(kind: .text(range), span: span))
            case .output(let tokens, let span):
                index += 1
                let value = value(TokenReader(tokens, in: span, of: source))
                statements.append(Statement(kind: .output(value), span: span))
            case .tag(let tokens, let span):
                switch ending(tokens) {
                case .ends: return statements
                case .stray: index += 1
                case .none:
                    index += 1
                    if let statement = statement(tokens, span) { statements.append(statement) }
                }
            }
        }
        return statements
    }

    /// Parses all tokens of a tag as one value.
    mutating func value(_ reader: TokenReader) -> Expression {
        value(reader) { parser throws(SyntaxMistake) in try parser.expression() }
    }

    /// Parses all tokens of a tag as one value of some form.
    mutating func value(
        _ reader: TokenReader,
        _ parse: (inout ExpressionParser) throws(SyntaxMistake) -> Expression
    ) -> Expression {
        let start = reader.span
        var parser = ExpressionParser(reader)
        do throws(SyntaxMistake) {
            let value = try parse(&parser)
            try parser.reader.expectEnd()
            return value
        } catch {
            report(error)
            return Expression(kind: .invalid, span: start)
        }
    }

    /// What a tag means for the body that is being parsed; an end tag without a beginning is reported.
    private mutating func ending(_ tokens: [TagToken]) -> Ending {
        guard let first = tokens.first, case .name(let word) = first.kind,
            let openers = Tag.openers(of: word)
        else { return .none }
        guard let innermost = open.last, open.contains(where: { openers.contains($0.text) }) else {
            if let position = abandoned.lastIndex(where: openers.contains) {
                if word.hasPrefix("end") { abandoned.remove(at: position) }
                return .stray
            }
            let role = word.hasPrefix("end") ? "close" : "belong to"
            report(
                SyntaxMistake(
                    rule: .unclosedTag,
                    span: first.span,
                    message: "“\(word)” has nothing to \(role)"
                )
            )
            return .stray
        }
        if !openers.contains(innermost.text) {
            abandoned.append(innermost.text)
            report(
                SyntaxMistake(
                    rule: .unclosedTag,
                    span: first.span,
                    message: "“\(word)” stands here, but “\(innermost.text)” of line"
                        + " \(source.line(innermost.span.start)) is still open",
                    suggestion: "Close it first with {% \(Tag.closer(of: innermost.text)) %}."
                )
            )
        }
        return .ends
    }

    private enum Ending {
        case none
        case ends
        case stray
    }
}
