// The tree that a template is parsed into. It lives only while templates are loaded.

/// A name with its place.
struct Name: Hashable {
    var text: String
    var span: Span
}

/// Something that has a value.
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
        case compare(Comparison, Expression, Expression)
        case contains(Expression, Expression)
        case concatenation([Expression])
        case conditional(condition: Expression, then: Expression, otherwise: Expression)
        case call(Name, [Argument])
        /// What stood here was wrong, and has been reported.
        case invalid
    }
}

/// How two values are compared.
enum Comparison: String {
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

/// A part of a template that does something.
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
        case block(Block)
        case macro(Macro)
        case importing(Name, [Imported], withContext: Bool)
        case set(Name, Expression)
        case capture(Name, [Statement])
    }
}

/// One `if` or `elif` with what it guards.
struct Branch {
    var condition: Expression
    var body: [Statement]
}

/// A part that a template which extends this one may replace.
struct Block {
    var name: Name
    var body: [Statement]
    /// Whether another block of the same template holds it.
    var isNested: Bool
}

/// A piece of template with parameters.
struct Macro {
    var name: Name
    var parameters: [Parameter]
    var body: [Statement]
    var span: Span
}

/// A macro's parameter and the value it has when none is given.
struct Parameter {
    var name: Name
    var standard: Expression?
}

/// A macro taken from another template, perhaps under another name.
struct Imported {
    var name: Name
    var alias: Name
}
