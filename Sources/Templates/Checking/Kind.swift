// What the checker knows about a value: the declared types, and what follows from the language.

/// The type of an expression.
indirect enum Kind: Hashable {
    /// A mistake that has been reported already; everything is allowed.
    case unknown
    /// Always nothing.
    case none
    case boolean
    /// The outcome of `and` or `or` over other values than yes and no; it can only be tested.
    case condition
    case integer
    case text
    case url
    /// HTML; without tags of its own it may stand in attribute values too.
    case html(hasTags: Bool)
    /// A phrase, and the names it may have; none when they are not known.
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

    var asOptional: Kind {
        switch self {
        case .optional, .unknown, .none: self
        case .boolean, .condition, .integer, .text, .url, .html, .phrase, .list, .record, .table:
            .optional(self)
        }
    }

    /// The type once it is known that there is a value; nothing that is there cannot be reached.
    var present: Kind {
        switch self {
        case .optional(let wrapped): wrapped
        case .none: .unknown
        case .unknown, .boolean, .condition, .integer, .text, .url, .html, .phrase, .list, .record,
            .table:
            self
        }
    }

    /// The type of a value that has either type; `nil` when the two have nothing in common.
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
        switch self {
        case .optional, .none: true
        case .unknown, .boolean, .condition, .integer, .text, .url, .html, .phrase, .list, .record,
            .table:
            false
        }
    }
}

extension Kind: CustomStringConvertible {
    /// The type as messages name it, with its article.
    var description: String {
        switch self {
        case .unknown: "unknown"
        case .none: "none"
        case .boolean: "a boolean"
        case .condition: "a condition"
        case .integer: "an integer"
        case .text: "text"
        case .url: "a url"
        case .html(let hasTags): hasTags ? "html" : "composed text"
        case .phrase: "a phrase"
        case .list(let element): "a list of \(element.bare)"
        case .record(let type): "a record (\(type.name))"
        case .table(let name): "a table (\(name))"
        case .optional(let wrapped): "an optional \(wrapped.bare)"
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
