// The types against which templates are checked when they are loaded.

/// The declared type of a value.
public indirect enum ValueType: Sendable {
    /// A boolean.
    case boolean
    /// A whole number.
    case integer
    /// Text.
    case text
    /// A checked link target.
    case url
    /// HTML.
    case html
    /// An interface text.
    case phrase
    /// Values of one type.
    case list(ValueType)
    /// A record of this type.
    case record(any TemplateRecord.Type)
    /// A table whose entries the environment declares under this name.
    case table(String)
    /// A value that may be missing, so that it must be tested before it is printed.
    case optional(ValueType)
}

extension ValueType: CustomStringConvertible {
    /// The type as messages and the reference name it, such as "list of strike".
    public var description: String {
        switch self {
        case .boolean: "boolean"
        case .integer: "integer"
        case .text: "text"
        case .url: "url"
        case .html: "html"
        case .phrase: "phrase"
        case .list(let element): "list of \(element)"
        case .record(let type): type.templateShape.name
        case .table(let name): "table \(name)"
        case .optional(let wrapped): "optional \(wrapped)"
        }
    }
}
