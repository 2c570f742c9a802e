// Parses tags, with one function for each.

import Diagnostics

extension Parser {
    /// Parses a tag that has been consumed, and its body; `nil` after a mistake.
    mutating func statement(_ tokens: [TagToken], _ span: Span) -> Statement? {
        var reader = TokenReader(tokens, in: span, of: source)
        do throws(SyntaxMistake) {
            let word = try reader.name("a tag's name", allowing: Tag.allCases.map(\.rawValue))
            guard let tag = Tag(rawValue: word.text) else {
                let near = Spelling.nearest(to: word.text, in: Tag.allCases.map(\.rawValue))
                if let near, Tag(rawValue: near)?.closing != nil { abandoned.append(near) }
                throw unknownTag(word)
            }
            let kind = try kind(tag, word, &reader)
            return kind.map { Statement(kind: $0, span: span) }
        } catch {
            report(error)
            return nil
        }
    }

    private func unknownTag(_ word: Name) -> SyntaxMistake {
        let known = Tag.allCases.map(\.rawValue)
        let hint: String? =
            switch word.text {
            case "import": "Write {% from \"file.html\" import name %}."
            case "with": "Write {% set name = value %}."
            case "call", "filter", "autoescape", "trans", "do", "break", "continue":
                "Jinja2 has it, this language does not."
            default: Spelling.question(word.text, known)
            }
        return SyntaxMistake(
            rule: .unknownTag,
            span: word.span,
            message: "no tag is called “\(word.text)”",
            suggestion: hint ?? "Tags are \(known.joined(separator: ", "))."
        )
    }

    private mutating func kind(
        _ tag: Tag,
        _ word: Name,
        _ reader: inout TokenReader
    ) throws(SyntaxMistake) -> Statement.Kind? {
        switch tag {
        case .if: return condition(word, reader)
        case .for: return loop(word, reader)
        case .set: return try set(word, &reader)
        case .include:
            let path = try reader.path()
            try reader.expectEnd()
            return .include(path)
        case .extends:
            let path = try reader.path()
            try reader.expectEnd()
            return .extends(path)
        case .block: return block(word, reader)
        case .macro: return macro(word, reader)
        case .from: return try importing(&reader)
        case .raw:
            throw SyntaxMistake(span: word.span, message: "raw takes nothing beside it")
        }
    }

    /// Parses a body up to the tag that ends or divides it.
    private mutating func body(of word: Name) -> [Statement] {
        guard open.count < ExpressionParser.deepest else {
            if !isAborted {
                report(
                    SyntaxMistake(
                        rule: .nestingTooDeep,
                        span: word.span,
                        message: "tags are nested more than \(ExpressionParser.deepest) levels deep"
                    )
                )
            }
            isAborted = true
            index = pieces.count
            return []
        }
        open.append(word)
        defer { open.removeLast() }
        return body()
    }

    /// Consumes the tag that ended a body if it is one of these; at the end of the file, reports
    /// the open tag.
    private mutating func take(_ words: [String], closing word: Name) -> (TokenReader, String)? {
        guard index < pieces.count, case .tag(let tokens, let span) = pieces[index],
            case .name(let found)? = tokens.first?.kind
        else {
            if !isAborted {
                let closer = Tag.closer(of: word.text)
                report(
                    SyntaxMistake(
                        rule: .unclosedTag,
                        span: word.span,
                        message: "“\(word.text)” is still open at the end of the file",
                        suggestion: "Close it with {% \(closer) %}."
                    )
                )
            }
            return nil
        }
        guard words.contains(found) else { return nil }
        index += 1
        var reader = TokenReader(tokens, in: span, of: source)
        reader.advance()
        return (reader, found)
    }

    private mutating func close(_ word: Name) {
        guard let (reader, _) = take([Tag.closer(of: word.text)], closing: word) else { return }
        end(reader)
    }

    private mutating func end(_ reader: TokenReader) {
        do throws(SyntaxMistake) { try reader.expectEnd() } catch { report(error) }
    }

    private mutating func condition(_ word: Name, _ reader: TokenReader) -> Statement.Kind {
        var branches = [Branch(condition: operand(reader), body: body(of: word))]
        while let (reader, found) = take(["elif", "else", "endif"], closing: word) {
            switch found {
            case "elif":
                branches.append(Branch(condition: operand(reader), body: body(of: word)))
            case "else":
                end(reader)
                let otherwise = body(of: word)
                close(word)
                return .condition(branches, otherwise: otherwise)
            default:
                end(reader)
                return .condition(branches, otherwise: [])
            }
        }
        return .condition(branches, otherwise: [])
    }

    /// The value of an `if` or `for`, which cannot be a conditional at its top level.
    private mutating func operand(_ reader: TokenReader) -> Expression {
        value(reader) { parser throws(SyntaxMistake) in try parser.disjunction() }
    }

    private mutating func loop(_ word: Name, _ reader: TokenReader) -> Statement.Kind? {
        var reader = reader
        var header: (Name, Expression)?
        do throws(SyntaxMistake) {
            let name = try reader.newName("a name for the item")
            try reader.expect(word: "in")
            header = (name, operand(reader))
        } catch {
            report(error)
        }
        let statements = body(of: word)
        var otherwise: [Statement] = []
        if let (reader, found) = take(["else", "endfor"], closing: word) {
            end(reader)
            if found == "else" {
                otherwise = body(of: word)
                close(word)
            }
        }
        return header.map { .loop($0, $1, statements, otherwise: otherwise) }
    }

    private mutating func set(
        _ word: Name,
        _ reader: inout TokenReader
    ) throws(SyntaxMistake) -> Statement.Kind? {
        let name = try reader.newName("a name")
        if reader.isAtEnd {
            let statements = body(of: word)
            close(word)
            return .capture(name, statements)
        }
        try reader.expect(sign: "=")
        return .set(name, value(reader))
    }

    private mutating func block(_ word: Name, _ reader: TokenReader) -> Statement.Kind? {
        var reader = reader
        var name: Name?
        do throws(SyntaxMistake) {
            name = try reader.newName("the block's name")
            try reader.expectEnd()
        } catch {
            report(error)
        }
        let isNested = open.contains { $0.text == word.text }
        let isInMacro = open.contains { $0.text == Tag.macro.rawValue }
        let statements = body(of: word)
        if var (reader, _) = take([Tag.closer(of: word.text)], closing: word) {
            _ = name.map { reader.take(word: $0.text) }
            end(reader)
        }
        guard let name else { return nil }
        if isInMacro {
            report(SyntaxMistake(span: word.span, message: "a block cannot stand in a macro"))
        }
        let block = TemplateBlock(name: name, body: statements, isNested: isNested)
        define(block)
        return .block(block)
    }

    private mutating func macro(_ word: Name, _ reader: TokenReader) -> Statement.Kind? {
        var reader = reader
        var header: (Name, [Parameter])?
        do throws(SyntaxMistake) {
            let name = try reader.newName("the macro's name")
            header = (name, try parameters(&reader))
            try reader.expectEnd()
        } catch {
            report(error)
        }
        let isInside = !open.isEmpty
        let statements = body(of: word)
        close(word)
        guard let (name, parameters) = header else { return nil }
        if isInside {
            report(
                SyntaxMistake(
                    span: word.span,
                    message: "a macro is defined inside another tag",
                    suggestion: "Define macros at the top of the file, outside all other tags."
                )
            )
        }
        let macro = Macro(name: name, parameters: parameters, body: statements, span: word.span)
        define(macro)
        return .macro(macro)
    }

    private func parameters(_ reader: inout TokenReader) throws(SyntaxMistake) -> [Parameter] {
        try reader.expect(sign: "(")
        var parameters: [Parameter] = []
        while !reader.take(sign: ")") {
            if !parameters.isEmpty { try reader.expect(sign: ",") }
            let name = try reader.newName("a parameter's name")
            if parameters.contains(where: { $0.name.text == name.text }) {
                throw SyntaxMistake(
                    rule: .nameTaken,
                    span: name.span,
                    message: "two parameters are called “\(name.text)”"
                )
            }
            var standard: Expression?
            if reader.take(sign: "=") {
                var parser = ExpressionParser(reader)
                standard = try parser.expression()
                reader = parser.reader
            } else if let optional = parameters.last, optional.standard != nil {
                throw SyntaxMistake(
                    span: name.span,
                    message: "“\(name.text)” has no value of its own, but “\(optional.name.text)”"
                        + " before it has",
                    suggestion: "Parameters that may be left out come last."
                )
            }
            parameters.append(Parameter(name: name, standard: standard))
        }
        return parameters
    }

    private func importing(_ reader: inout TokenReader) throws(SyntaxMistake) -> Statement.Kind {
        let path = try reader.path()
        try reader.expect(word: "import")
        var names: [Imported] = []
        repeat {
            let name = try reader.newName("a macro's name")
            let alias = reader.take(word: "as") ? try reader.newName("a name for the macro") : name
            names.append(Imported(name: name, alias: alias))
        } while reader.take(sign: ",")
        let withContext = reader.take(word: "with")
        if withContext { try reader.expect(word: "context") }
        try reader.expectEnd()
        if !open.isEmpty {
            throw SyntaxMistake(
                span: reader.span,
                message: "an import stands inside another tag",
                suggestion: "Import macros at the top of the file, outside all other tags."
            )
        }
        return .importing(path, names, withContext: withContext)
    }
}
