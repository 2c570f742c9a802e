// The kinds of values that the checker distinguishes: the declared types, and those of the language
// itself.

/// The kind of an expression's value.
indirect enum Kind: Hashable {
    /// Unknown because of a mistake that has been reported; everything is allowed.
    case unknown
    /// Only `none`.
    case none
    case boolean
    /// The result of `and` or `or` with operands that are not booleans; it can only be tested.
    case condition
    case integer
    case text
    case url
    /// HTML; if it has no tags, it may stand in attribute values too.
    case html(hasTags: Bool)
    /// A phrase with the names that it can have; empty when they are not known.
    case phrase(Set<String>)
    case list(Kind)
    case record(RecordType)
    case table(String)
    case optional(Kind)

    init(_ type: ValueType) {
        switch type {
        case .boolean: self = .boolean
        case .integer: self = .integer
        case .text: self = .text
        case .url: self = .url
        case .html: self = .html(hasTags: true)
        case .phrase: self = .phrase([])
        case .list(let element): self = .list(Kind(element))
        case .record(let type): self = .record(RecordType(type: type))
        case .table(let name): self = .table(name)
        case .optional(let wrapped): self = Kind(wrapped).asOptional
        }
    }

    var asOptional: Kind { isOptional || self == .unknown ? self : .optional(self) }

    /// The kind once the value is known to be present; `none` never is.
    var present: Kind {
        if case .optional(let wrapped) = self { return wrapped }
        return self == .none ? .unknown : self
    }

    /// The kind of a value that has either kind; `nil` when no kind covers both.
    func joined(_ other: Kind) -> Kind? {
        if self == other { return self }
        switch (self, other) {
        case (.unknown, _), (_, .unknown): return .unknown
        case (.none, let kind), (let kind, .none): return kind.asOptional
        case (.optional(let left), .optional(let right)): return left.joined(right)?.asOptional
        case (.optional(let left), let right), (let right, .optional(let left)):
            return left.joined(right)?.asOptional
        case (.html, .html): return .html(hasTags: true)
        case (.phrase(let left), .phrase(let right)):
            return .phrase(left.isEmpty || right.isEmpty ? [] : left.union(right))
        case (.text, .url), (.url, .text): return .text
        case (.list(let left), .list(let right)): return left.joined(right).map { .list($0) }
        default: return nil
        }
    }

    var isOptional: Bool {
        if case .optional = self { return true }
        return self == .none
    }
}

extension Kind: CustomStringConvertible {
    /// The kind as messages name it, with its article.
    var description: String {
        switch self {
        case .unknown, .none, .text, .html: bare
        case .boolean, .condition, .url, .phrase, .list: "a \(bare)"
        case .integer, .optional: "an \(bare)"
        case .record(let type): "a record (\(type.name))"
        case .table(let name): "a table (\(name))"
        }
    }

    private var bare: String {
        switch self {
        case .unknown: "unknown"
        case .none: "none"
        case .boolean: "boolean"
        case .condition: "condition"
        case .integer: "integer"
        case .text: "text"
        case .url: "url"
        case .html(let hasTags): hasTags ? "html" : "composed text"
        case .phrase: "phrase"
        case .list(let element): "list of \(element.bare)"
        case .record(let type): type.name
        case .table(let name): "table \(name)"
        case .optional(let wrapped): "optional \(wrapped.bare)"
        }
    }
}

/// A type of record, compared by identity.
struct RecordType: Hashable, Sendable {
    let type: any TemplateRecord.Type

    var shape: RecordShape { type.templateShape }
    var name: String { shape.name }

    static func == (left: RecordType, right: RecordType) -> Bool {
        ObjectIdentifier(left.type) == ObjectIdentifier(right.type)
    }

    func hash(into hasher: inout Hasher) {
        hasher.combine(ObjectIdentifier(type))
    }
}
