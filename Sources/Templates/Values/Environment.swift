// What templates are checked against, besides the records themselves.

/// The names that are known only when the site is read.
public struct Environment: Sendable {
    /// The entries of each table and their types.
    public let tables: [String: [String: ValueType]]
    /// The placeholders of each phrase, by its name in the table `words`.
    public let phrases: [String: Set<String>]
    /// Where each entry stands in a table that has all declared ones, which are sorted by name.
    let places: [String: [String: Int]]

    /// Declares tables and phrases.
    public init(tables: [String: [String: ValueType]], phrases: [String: Set<String>]) {
        self.tables = tables
        self.phrases = phrases
        places = tables.mapValues { entries in
            let names = entries.keys.sorted().enumerated()
            return Dictionary(names.map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        }
    }
}

/// A kind of page: a record whose fields are the page's variables, and the file that renders it.
public struct PageKind: Sendable {
    /// The name that ``TemplateSet/render(_:_:formatting:into:)`` takes.
    public let name: String
    /// The template's path, relative to the folder of templates.
    public let template: String
    /// The record whose fields are the page's variables.
    public let root: any TemplateRecord.Type
    /// What to do when there is no such template.
    public let advice: String?

    /// Names a page kind.
    public init(
        _ name: String,
        template: String,
        root: any TemplateRecord.Type,
        advice: String? = nil
    ) {
        self.name = name
        self.template = template
        self.root = root
        self.advice = advice
    }
}

/// One template as it was read.
public struct TemplateFile: Sendable {
    /// The path relative to the folder of templates, with forward slashes.
    public let path: String
    /// The bytes of the file.
    public let source: [UInt8]
    /// How messages name the file.
    public let displayName: String

    /// Takes a file's name and bytes.
    public init(path: String, source: [UInt8], displayName: String) {
        self.path = path
        self.source = source
        self.displayName = displayName
    }
}
