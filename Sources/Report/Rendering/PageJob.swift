import Templates

/// One file to be rendered.
struct PageJob: Sendable {
    /// The path of the file, from the root.
    let path: String
    /// What it holds.
    let content: Content
    /// What it shows, for files of which records tell all of it; `nil` for others.
    var key: PageKey?

    /// What a file holds.
    enum Content: Sendable {
        /// A page of a kind; `root` renders the blocks of its text with the templates. Pages of one group share
        /// what the fields print that are declared to be shared.
        case page(
            kind: String,
            root: @Sendable (TemplateSet) throws -> any TemplateRecord,
            language: Language,
            group: Int?
        )
        /// A file that is made as a whole, such as a part of the search.
        case bytes(@Sendable () -> [UInt8])
        /// A download, row after row.
        case pieces(@Sendable (TakePiece) throws -> Void)
    }

    /// Whether it is a page that readers open.
    var isPage: Bool { PageJob.isPage(path) }

    /// Whether a page that readers open is at a path.
    static func isPage(_ path: String) -> Bool { path.hasSuffix(".html") }
}
