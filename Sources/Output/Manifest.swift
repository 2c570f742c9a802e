import Text

/// What a report consists of and what it was made from, as `manifest.json` at its root says.
///
/// The file is JSON with sorted keys, one line a file, without a date, so that the same report gives
/// the same bytes. Each file has an object of its own: readers must ignore keys they do not know.
/// It holds a digest of itself, so that damage to the manifest shows as damage to a page does; only
/// a signature shows a forgery.
public struct Manifest: Equatable, Sendable {
    /// Every file of the report except the manifest.
    public var files: [String: File] = [:]
    /// What the report was made from, and what it states.
    public var statement = Statement()

    /// One file of the report.
    public struct File: Hashable, Sendable {
        /// The size in bytes.
        public var size: Int
        /// The SHA-256 of its bytes; `nil` only in manifests of the first format.
        public var digest: Digest?

        /// Describes a file.
        public init(size: Int, digest: Digest?) {
            self.size = size
            self.digest = digest
        }
    }

    /// What a report was made from, and what it states: all that the files do not say by themselves.
    public struct Statement: Equatable, Sendable {
        /// The program with its version, which begins with "recount".
        public var generator = "recount"
        /// Every file of the site by its path, such as "content/index.md", with the digest of what the report
        /// shows of it.
        ///
        /// `nil` for one of which no file of the report is made. A digest of the whole input would let
        /// anybody find out a private cell by trying.
        public var inputs: [String: Digest?] = [:]
        /// Whether every file was searched for the site's private values before it was written.
        public var isSearched = false
        /// The headline totals by measure.
        public var totals: [String: Stated] = [:]
        /// Every stated figure: by selection as a query, then by measure.
        public var figures: [String: [String: Stated]] = [:]

        /// Makes a statement that says nothing.
        public init() {}
    }

    /// A number that the report states, as a sum of minima and a sum of maxima.
    public struct Stated: Hashable, Sendable {
        /// The sum of the minima; `nil` where strikes are selected and none has a figure.
        public var minimum: Int?
        /// The sum of the maxima; `nil` where there is no figure, or where it is open.
        public var maximum: Int?
        /// Whether a count without a maximum is in the sum.
        public var isOpen: Bool
        /// How many strikes have no figure and add nothing.
        public var unknown: Int

        /// Makes a stated number.
        public init(minimum: Int?, maximum: Int?, isOpen: Bool = false, unknown: Int) {
            self.minimum = minimum
            self.maximum = maximum
            self.isOpen = isOpen
            self.unknown = unknown
        }
    }

    /// Makes a manifest of no files.
    public init() {}

    /// The file's name at the root of a report.
    public static let path = "manifest.json"
    /// The names of its signatures beside it: of `ssh-keygen -Y sign` and of minisign.
    public static let signatures = ["manifest.json.sig", "manifest.json.minisig"]
    /// The version of the format that this code writes, and the newest that it reads.
    static let format = 4

    /// The manifest as the bytes of its file.
    public var bytes: [UInt8] {
        var text = ManifestText(expecting: files.count + statement.inputs.count)
        text.open()
        text.object("figures", statement.figures) { text, query, measures in
            text.object(query, measures) { $0.line($1, $2) }
        }
        text.object("files", files) { text, path, file in text.line(path, file) }
        text.member("format", "\(Manifest.format)")
        text.member("generator", JSONString.quoted(statement.generator))
        text.object("inputs", statement.inputs) { $0.line($1, $2) }
        if statement.isSearched { text.member("leak_scan", "true") }
        let digest = text.member("sha256", JSONString.quoted(Manifest.blank))
        text.object("totals", statement.totals) { $0.line($1, $2) }
        text.close()
        var bytes = text.bytes
        bytes.replaceSubrange(
            digest..<digest + 64,
            with: Digest(of: bytes).description.utf8
        )
        return bytes
    }

    /// What stands in the place of the manifest's own digest while it is computed.
    static let blank = String(repeating: "0", count: 64)
}
