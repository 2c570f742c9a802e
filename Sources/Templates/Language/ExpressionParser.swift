// Parses expressions, with the same precedence as Jinja2.

/// Parses one expression from the tokens of a tag.
struct ExpressionParser {
    var reader: TokenReader
    private var depth = 0

    init(_ reader: TokenReader) {
        self.reader = reader
    }

    /// The most levels to which statements or expressions can be nested.
    static let deepest = 100

    /// Any expression.
    mutating func expression() throws(SyntaxMistake) -> Expression {
        try enter()
        defer { depth -= 1 }
        var value = try disjunction()
        while reader.isNext(word: "if") {
            reader.advance()
            let condition = try disjunction()
            guard reader.take(word: "else") else {
                throw SyntaxMistake(
                    span: reader.span,
                    message: "an if inside a value needs an else",
                    suggestion: "Write the value for both cases: a if b else c."
                )
            }
            let otherwise = try expression()
            value = Expression(
                kind: .conditional(condition: condition, then: value, otherwise: otherwise),
                span: value.span.union(otherwise.span)
            )
        }
        return value
    }

    private mutating func enter() throws(SyntaxMistake) {
        depth += 1
        if depth > ExpressionParser.deepest { throw tooDeep(reader.span) }
    }

    private func tooDeep(_ span: Span) -> SyntaxMistake {
        SyntaxMistake(
            rule: .nestingTooDeep,
            span: span,
            message: "this value is nested more than \(ExpressionParser.deepest) levels deep",
            suggestion: "Take it apart with {% set %}."
        )
    }

    /// An expression without a conditional `a if b else c` at its top level.
    mutating func disjunction() throws(SyntaxMistake) -> Expression {
        var left = try conjunction()
        var links = 0
        while reader.take(word: "or") {
            let right = try conjunction()
            try count(&links, right.span)
            left = Expression(kind: .or(left, right), span: left.span.union(right.span))
        }
        return left
    }

    private func count(_ links: inout Int, _ span: Span) throws(SyntaxMistake) {
        links += 1
        if links > ExpressionParser.deepest { throw tooDeep(span) }
    }

    private mutating func conjunction() throws(SyntaxMistake) -> Expression {
        var left = try negation()
        var links = 0
        while reader.take(word: "and") {
            let right = try negation()
            try count(&links, right.span)
            left = Expression(kind: .and(left, right), span: left.span.union(right.span))
        }
        return left
    }

    private mutating func negation() throws(SyntaxMistake) -> Expression {
        let start = reader.span
        guard reader.take(word: "not") else { return try comparison() }
        try enter()
        defer { depth -= 1 }
        let value = try negation()
        return Expression(kind: .not(value), span: start.union(value.span))
    }

    private mutating func comparison() throws(SyntaxMistake) -> Expression {
        let left = try concatenation()
        guard let compared = try compared(with: left) else { return left }
        if try self.compared(with: left) != nil {
            throw SyntaxMistake(
                span: compared.span,
                message: "one comparison follows another",
                suggestion: "Write a < b and b < c."
            )
        }
        return compared
    }

    private mutating func compared(with left: Expression) throws(SyntaxMistake) -> Expression? {
        if let token = reader.peek(), case .sign(let sign) = token.kind,
            let comparison = ComparisonOperator(rawValue: sign)
        {
            reader.advance()
            let right = try concatenation()
            return Expression(
                kind: .compare(comparison, left, right),
                span: left.span.union(right.span)
            )
        }
        let isNegated = reader.isNext(word: "not") && reader.isNext(word: "in", 1)
        guard isNegated || reader.isNext(word: "in") else { return nil }
        if isNegated { reader.advance() }
        reader.advance()
        let right = try concatenation()
        let span = left.span.union(right.span)
        let contains = Expression(kind: .contains(left, right), span: span)
        return isNegated ? Expression(kind: .not(contains), span: span) : contains
    }

    private mutating func concatenation() throws(SyntaxMistake) -> Expression {
        let first = try filtered()
        var parts = [first]
        while reader.take(sign: "~") { parts.append(try filtered()) }
        guard parts.count > 1 else { return first }
        return Expression(
            kind: .concatenation(parts),
            span: first.span.union(parts[parts.count - 1].span)
        )
    }

    /// A value, followed by attributes, filters and tests.
    private mutating func filtered() throws(SyntaxMistake) -> Expression {
        var value = try primary()
        var links = 0
        while true {
            guard let next = try step(from: value) else { return value }
            value = next
            try count(&links, value.span)
        }
    }

    private mutating func step(from value: Expression) throws(SyntaxMistake) -> Expression? {
        if let attribute = try attribute(of: value) { return attribute }
        if let filter = try filter(of: value) { return filter }
        return try test(of: value)
    }

    private mutating func attribute(of value: Expression) throws(SyntaxMistake) -> Expression? {
        if reader.take(sign: ".") {
            guard let token = reader.peek(), case .name(let text) = token.kind else {
                throw reader.unexpected("an attribute's name")
            }
            reader.advance()
            return make(value, .attribute(value, Name(text: text, span: token.span)))
        }
        if reader.take(sign: "[") {
            guard let token = reader.peek(), case .text(let text) = token.kind else {
                throw SyntaxMistake(
                    span: reader.span,
                    message: "only a name in quotes can stand in brackets",
                    suggestion: "For items of a list use {% for %}, or the filters first and last."
                )
            }
            reader.advance()
            try reader.expect(sign: "]")
            return make(value, .attribute(value, Name(text: text, span: token.span)))
        }
        if reader.isNext(sign: "(") {
            throw SyntaxMistake(
                span: reader.span,
                message: "only macros can be called",
                suggestion: "Values have attributes and filters, no methods."
            )
        }
        return nil
    }

    private func make(_ value: Expression, _ kind: Expression.Kind) -> Expression {
        Expression(kind: kind, span: Span(start: value.span.start, end: reader.previousEnd))
    }

    private mutating func filter(of value: Expression) throws(SyntaxMistake) -> Expression? {
        guard reader.take(sign: "|") else { return nil }
        let name = try reader.name("a filter's name")
        let arguments = reader.isNext(sign: "(") ? try arguments() : []
        return make(value, .filter(value, name, arguments))
    }

    private mutating func test(of value: Expression) throws(SyntaxMistake) -> Expression? {
        guard reader.take(word: "is") else { return nil }
        let isNegated = reader.take(word: "not")
        guard let token = reader.peek(), case .name(let name) = token.kind else {
            throw reader.unexpected("a test's name")
        }
        guard name == "none" else {
            throw SyntaxMistake(
                rule: .unknownTest,
                span: token.span,
                message: "no test is called “\(name)”",
                suggestion: name == "defined" || name == "undefined"
                    ? "Names are checked when templates are loaded: what is not an error is defined."
                        + " To ask whether an optional value is there, write is not none."
                    : "The only test is none: x is none, x is not none."
            )
        }
        reader.advance()
        let isNone = make(value, .isNone(value))
        return isNegated ? Expression(kind: .not(isNone), span: isNone.span) : isNone
    }

    /// Arguments in parentheses; the next token is the opening parenthesis.
    private mutating func arguments() throws(SyntaxMistake) -> [Argument] {
        try reader.expect(sign: "(")
        var arguments: [Argument] = []
        while !reader.take(sign: ")") {
            if !arguments.isEmpty {
                try reader.expect(sign: ",")
                if reader.take(sign: ")") { break }
            }
            var name: Name?
            if reader.isNext(sign: "=", 1) {
                name = try reader.name("an argument's name")
                reader.advance()
            } else if let named = arguments.last?.name {
                throw SyntaxMistake(
                    span: reader.span,
                    message: "an argument without a name follows the named “\(named.text)”"
                )
            }
            arguments.append(Argument(name: name, value: try expression()))
        }
        return arguments
    }

    private mutating func primary() throws(SyntaxMistake) -> Expression {
        guard let token = reader.peek() else { throw reader.unexpected("a value") }
        switch token.kind {
        case .integer(let number):
            reader.advance()
            return Expression(kind: .integer(number), span: token.span)
        case .text(let text):
            reader.advance()
            return Expression(kind: .text(text), span: token.span)
        case .name(let name):
            return try named(name, token.span)
        case .sign("("):
            reader.advance()
            let value = try expression()
            try reader.expect(sign: ")")
            return Expression(
                kind: value.kind,
                span: Span(start: token.span.start, end: reader.previousEnd)
            )
        case .sign("["):
            return try list()
        case .sign("-"):
            reader.advance()
            guard let next = reader.peek(), case .integer(let number) = next.kind else {
                throw reader.unexpected("a number")
            }
            reader.advance()
            return Expression(kind: .integer(-number), span: token.span.union(next.span))
        case .sign:
            throw reader.unexpected("a value")
        }
    }

    private mutating func named(_ name: String, _ span: Span) throws(SyntaxMistake) -> Expression {
        switch name {
        case "true", "True", "false", "False":
            reader.advance()
            return Expression(kind: .boolean(name.lowercased() == "true"), span: span)
        case "none", "None":
            reader.advance()
            return Expression(kind: .none, span: span)
        default:
            let name = try reader.name("a value")
            guard reader.isNext(sign: "(") else {
                return Expression(kind: .name(name.text), span: span)
            }
            let arguments = try arguments()
            return Expression(
                kind: .call(name, arguments),
                span: Span(start: span.start, end: reader.previousEnd)
            )
        }
    }

    private mutating func list() throws(SyntaxMistake) -> Expression {
        let start = reader.span
        try reader.expect(sign: "[")
        var items: [Expression] = []
        while !reader.take(sign: "]") {
            if !items.isEmpty {
                try reader.expect(sign: ",")
                if reader.take(sign: "]") { break }
            }
            items.append(try expression())
        }
        let span = Span(start: start.start, end: reader.previousEnd)
        if items.isEmpty { throw SyntaxMistake(span: span, message: "an empty list") }
        return Expression(kind: .list(items), span: span)
    }
}
