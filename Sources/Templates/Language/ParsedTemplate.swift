// The result of parsing one template.

/// A parsed template, with the blocks and macros that other templates can refer to.
final class ParsedTemplate {
    let source: TemplateText
    let statements: [Statement]
    let blocks: [String: TemplateBlock]
    let macros: [String: Macro]
    /// The offset of the template's bytes in the program's literal text.
    let base: Int

    var path: String { source.path }

    init(_ source: TemplateText, _ parser: Parser, _ statements: [Statement], base: Int) {
        self.source = source
        self.statements = statements
        blocks = parser.blocks
        macros = parser.macros
        self.base = base
    }

    /// The path of the template that this one extends.
    var parent: Name? {
        for statement in statements {
            if case .extends(let name) = statement.kind { return name }
        }
        return nil
    }
}
