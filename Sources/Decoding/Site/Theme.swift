// A site holds only the templates, words and assets that it changes. Its folder is laid over those that come with the
// program: templates and assets file by file, words key by key.

/// The templates, words and assets that a site's own are laid over.
public struct Theme: Sendable {
    /// One file.
    public struct File: Hashable, Sendable {
        /// The path relative to `templates/`.
        public let path: String
        /// What it holds.
        public let bytes: [UInt8]

        /// Makes a file.
        public init(path: String, bytes: [UInt8]) {
            self.path = path
            self.bytes = bytes
        }
    }

    /// The files, sorted by the bytes of their paths.
    public let files: [File]
    private let positions: [String: Int]

    /// Makes a theme of some files.
    public init(_ files: [File]) {
        self.files = files.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
        positions = Dictionary(
            self.files.enumerated().map { ($1.path, $0) },
            uniquingKeysWith: { first, _ in first }
        )
    }

    /// A theme without files: a site then needs all templates and words itself.
    public static let none = Theme([])

    /// The bytes of a file; `nil` when the theme has none of that path.
    public func bytes(_ path: String) -> [UInt8]? {
        positions[path].map { files[$0].bytes }
    }

    /// How messages name a file of the theme.
    static func shown(_ path: String) -> String { "the program’s templates/" + path }

    /// The tags of the languages that the theme has words for, sorted.
    public var languages: [String] {
        files.compactMap { file in
            guard case .words(let tag) = TemplatePurpose(file.path) else { return nil }
            return tag
        }
    }

    /// The style sheet that every page may use.
    public static let style = "assets/style.css"
    /// The script that every page may use.
    public static let script = "assets/site.js"

    /// The style sheet that is made of the settings.
    public static let accent = "assets/accent.css"

    /// The script of pages that search or narrow a list.
    public static let search = "assets/search.js"

    /// The fields of pages that hold the address of an asset.
    static let assetFields = [
        style: "site.style", script: "site.script", search: "site.search_script",
    ]
}

/// Whether a file is the program's or the site's.
public enum TemplateOrigin: Hashable, Sendable {
    /// It comes with the program.
    case program
    /// It is the site's, in place of the program's.
    case override
    /// It is the site's, and the program has none of that name.
    case site
}
