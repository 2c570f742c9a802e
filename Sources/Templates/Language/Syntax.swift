// The syntax tree of a template. It exists only while templates are loaded.

/// A name with its place.
struct Name: Hashable {
    var text: String
    var span: Span
}

/// A part of a tag that has a value.
struct Expression {
    var kind: Kind
    var span: Span

    indirect enum Kind {
        case name(String)
        case none
        case boolean(Bool)
        case integer(Int)
        case text(String)
        case list([Expression])
        case attribute(Expression, Name)
        case filter(Expression, Name, [Argument])
        case isNone(Expression)
        case not(Expression)
        case and(Expression, Expression)
        case or(Expression, Expression)
        case compare(ComparisonOperator, Expression, Expression)
        case contains(Expression, Expression)
        case concatenation([Expression])
        case conditional(condition: Expression, then: Expression, otherwise: Expression)
        case call(Name, [Argument])
        /// Stands for an expression that could not be parsed, which has been reported.
        case invalid
    }
}

/// How two values are compared.
enum ComparisonOperator: String {
    case equal = "=="
    case unequal = "!="
    case less = "<"
    case lessOrEqual = "<="
    case greater = ">"
    case greaterOrEqual = ">="
}

/// An argument of a filter or macro.
struct Argument {
    var name: Name?
    var value: Expression
}

/// A run of text, an output or a tag with its body.
struct Statement {
    var kind: Kind
    var span: Span

    indirect enum Kind {
        case text(Range<Int>)
        case output(Expression)
        case condition([Branch], otherwise: [Statement])
        case loop(Name, Expression, [Statement], otherwise: [Statement])
        case include(Name)
        case extends(Name)
        case block(TemplateBlock)
        case macro(Macro)
        case importing(Name, [Imported], withContext: Bool)
        case set(Name, Expression)
        case capture(Name, [Statement])
    }
}

/// One `if` or `elif` with its body.
struct Branch {
    var condition: Expression
    var body: [Statement]
}

/// A part that templates extending this one can replace.
struct TemplateBlock {
    var name: Name
    var body: [Statement]
    /// Whether it is inside another block of the same template.
    var isNested: Bool
}

/// A part of a template that has parameters and is printed by calling it.
struct Macro {
    var name: Name
    var parameters: [Parameter]
    var body: [Statement]
    var span: Span
}

/// A macro's parameter and its default value.
struct Parameter {
    var name: Name
    var standard: Expression?
}

/// A macro imported from another template, and its name here.
struct Imported {
    var name: Name
    var alias: Name
}
