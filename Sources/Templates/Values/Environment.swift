// What templates are checked against besides the records.

/// The tables and phrases of a site, which are not known when the program is compiled.
public struct Environment: Sendable {
    /// The entries of each table and their types.
    public let tables: [String: [String: ValueType]]
    /// The placeholders of each phrase, by its name in the table `words`.
    public let phrases: [String: Set<String>]
    /// What is added to the address of each file that a template may name, by its path in the report.
    public let files: [String: String]
    /// The position of each entry in a table with all declared entries, sorted by name.
    let places: [String: [String: Int]]

    /// The table whose phrases ``phrases`` describes.
    static let words = "words"

    /// Declares tables, phrases and files.
    public init(
        tables: [String: [String: ValueType]],
        phrases: [String: Set<String>],
        files: [String: String] = [:]
    ) {
        self.tables = tables
        self.phrases = phrases
        self.files = files
        places = tables.mapValues { entries in
            let names = entries.keys.sorted().enumerated()
            return Dictionary(names.map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        }
    }
}

/// A kind of page: its template, and the record whose fields are its variables.
public struct PageKind: Sendable {
    /// The name that ``TemplateSet/render(_:_:formatting:into:)`` takes.
    public let name: String
    /// The template's path, relative to the folder of templates.
    public let template: String
    /// The record whose fields are the page's variables.
    public let root: any TemplateRecord.Type
    /// Whether there are many such pages, in groups that share parts: see ``SharedOutput``.
    public let sharesParts: Bool

    /// Names a page kind.
    public init(
        _ name: String,
        template: String,
        root: any TemplateRecord.Type,
        sharesParts: Bool = false
    ) {
        self.name = name
        self.template = template
        self.root = root
        self.sharesParts = sharesParts
    }
}

/// The source of one template.
public struct TemplateFile: Sendable {
    /// The path relative to the folder of templates, with forward slashes.
    public let path: String
    /// The bytes of the file.
    public let source: [UInt8]
    /// How messages name the file.
    public let displayName: String

    /// Makes a template file.
    public init(path: String, source: [UInt8], displayName: String) {
        self.path = path
        self.source = source
        self.displayName = displayName
    }
}
