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
        /// The version of the format in which it was written.
        public internal(set) var format = Manifest.format
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
        var bytes: [UInt8] = []
        SortedManifest(files.map { ($0, $1) }, statement).pieces { bytes += $0 }
        return bytes
    }

    /// What stands in the place of the manifest's own digest while it is computed.
    static let blank = String(repeating: "0", count: 64)
}

/// A manifest with its longest lists in the order of the file.
struct SortedManifest {
    private let statement: Manifest.Statement
    private let files: [(String, Manifest.File)]
    private let inputs: [(String, Digest?)]

    init(_ files: consuming [(String, Manifest.File)], _ statement: Manifest.Statement) {
        files.sort { ManifestText.precedes($0.0, $1.0) }
        self.files = files
        self.statement = statement
        inputs = ManifestText.sorted(statement.inputs)
    }

    /// Passes on the bytes of the file in pieces: those of a large report are not needed at once.
    func pieces<Failure>(
        _ take: (_ piece: [UInt8]) throws(Failure) -> Void
    ) throws(Failure) {
        let own = DigestStream()
        write(own: Manifest.blank) { piece in piece.withUnsafeBytes { own.add($0) } }
        try write(own: own.finish()?.description ?? Manifest.blank, take)
    }

    /// Passes on the bytes, with this text in the place of the manifest's own digest.
    private func write<Failure>(
        own digest: String,
        _ take: (_ piece: [UInt8]) throws(Failure) -> Void
    ) throws(Failure) {
        var text = ManifestText()
        text.open()
        text.begin("figures", isEmpty: statement.figures.isEmpty)
        for (query, measures) in ManifestText.sorted(statement.figures) {
            text.begin(query, isEmpty: measures.isEmpty)
            for (measure, stated) in ManifestText.sorted(measures) { text.line(measure, stated) }
            text.end(isEmpty: measures.isEmpty)
            try text.pass(to: take)
        }
        text.end(isEmpty: statement.figures.isEmpty)
        text.begin("files", isEmpty: files.isEmpty)
        for (path, file) in files {
            text.line(path, file)
            try text.pass(to: take)
        }
        text.end(isEmpty: files.isEmpty)
        text.member("format", "\(Manifest.format)")
        text.member("generator", JSONString.quoted(statement.generator))
        text.begin("inputs", isEmpty: inputs.isEmpty)
        for (path, input) in inputs {
            text.line(path, input)
            try text.pass(to: take)
        }
        text.end(isEmpty: inputs.isEmpty)
        if statement.isSearched { text.member("leak_scan", "true") }
        text.member("sha256", JSONString.quoted(digest))
        text.begin("totals", isEmpty: statement.totals.isEmpty)
        for (measure, stated) in ManifestText.sorted(statement.totals) {
            text.line(measure, stated)
        }
        text.end(isEmpty: statement.totals.isEmpty)
        text.close()
        try text.pass(to: take, isLast: true)
    }
}
