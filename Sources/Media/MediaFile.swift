// The one way from a file of an author's to what is published of it.

import Text

/// A picture, recording or document by its name, and what is published of it.
public struct MediaFile: Sendable {
    /// Its path, for the ending.
    private let path: String
    /// Whether the author wants its metadata published.
    private let keepsMetadata: Bool
    /// The programs that remove the metadata of kinds that Recount does not read itself.
    private let tools: (any MediaTools)?
    private let ending: String
    private let kind: MediaKind?

    /// The first bytes of a file that tell its kind.
    public static let startSize = 1024
    /// The size in bytes of the largest file whose metadata is removed; it is held in memory meanwhile.
    public static let largest = 256 * 1024 * 1024

    /// Takes a file by its path; `keepsMetadata` when its author states a reason to publish it as it is.
    ///
    /// Without `tools`, kinds of files that need a program are refused.
    public init(path: String, keepsMetadata: Bool = false, tools: (any MediaTools)? = nil) {
        self.path = path
        self.tools = tools
        self.keepsMetadata = keepsMetadata
        let name = path.split(separator: "/").last ?? ""
        ending = name.contains(".") ? name.split(separator: ".").last?.lowercased() ?? "" : ""
        kind = MediaKind(ending: ending)
    }

    /// Whether the file is read as a whole, because its metadata is removed or because it must be text; others
    /// are copied, once their first bytes are checked.
    public var isReadWhole: Bool { isCleaned || kind == .text }

    /// Whether what is published differs from the file.
    public var isCleaned: Bool {
        kind == .svg || (kind?.isCleaned == true || kind?.tool != nil) && !keepsMetadata
    }

    /// Whether an asset of a theme of this name is looked at; style sheets, scripts and fonts are not.
    public var isMedium: Bool { kind != nil && kind != .text }

    /// Throws when a file with these first bytes may not be published.
    public func check(start bytes: [UInt8]) throws(MediaFlaw) {
        if MediaKind.pages.contains(ending) {
            throw MediaFlaw(
                .kind,
                "is a page or a program, which browsers would run as a part of the report",
                "Write the page as an article, or publish a picture or a PDF of it."
            )
        }
        try checkContent(bytes)
        if keepsMetadata || kind == .text || kind?.isCleaned == true { return }
        guard let kind else {
            throw MediaFlaw(
                .kind,
                ending.isEmpty
                    ? "has no ending that says what it is" : "is of no kind that Recount knows",
                "Rename it if the ending is wrong. To publish it byte by byte, give a reason in "
                    + "content/site.yaml: \(setting)."
            )
        }
        let tool = kind.tool
        if let tool, tools?.has(tool.program) == true { return }
        let installation = tool.map {
            "Install \($0.program), with which Recount removes it (apt install \($0.package)). "
        }
        throw MediaFlaw(
            .metadata,
            "is \(kind.name), which can name its author, its place and its device",
            "\(installation ?? "")\(kind.advice) To publish it byte by byte, give a reason in content/site.yaml: \(setting)."
        )
    }

    /// The setting with which the file is published as it is.
    private var setting: String {
        "media: {files: {\(path): {keep_metadata: true, reason: \"…\"}}}"
    }

    /// What is published of a file with this content.
    public func cleaned(_ bytes: [UInt8]) throws(MediaFlaw) -> [UInt8] {
        try check(start: Array(bytes.prefix(MediaFile.startSize)))
        if kind == .text, String(validating: bytes, as: UTF8.self) == nil || bytes.contains(0) {
            throw contradiction("is not text in UTF-8")
        }
        guard isCleaned, let kind else { return bytes }
        switch kind {
        case .jpeg: return try JPEGFilter.clean(bytes)
        case .png: return try PNGFilter.clean(bytes)
        case .gif: return try GIFFilter.clean(bytes)
        case .webp: return try WebPFilter.clean(bytes)
        case .svg: return try SVGFilter.clean(bytes)
        case .tiff, .heif, .avif, .pdf, .isoMedia, .matroska, .mp3, .ogg, .flac, .wav:
            return try cleanedByTool(bytes, kind)
        case .text, .zip, .compound, .rar, .gzip, .sevenZip: return bytes
        }
    }

    /// How many pages a document has, which is asked of a program; `nil` for other files and without the program.
    public func pages(of published: [UInt8]) -> Int? {
        guard kind == .pdf, let tools, tools.has("qpdf") else { return nil }
        let printed = try? tools.result(of: published, work: "pages") { bench throws(MediaFlaw) in
            let path = bench.path("document.pdf")
            try bench.put(published, at: path)
            return try bench.run("qpdf", ["--warning-exit-0", "--show-npages", path])
        }
        return printed.flatMap { Int(String(decoding: $0.filter(\.isDigit), as: UTF8.self)) }
    }

    /// Whether it is of a kind of which smaller sizes are made.
    public var isScalable: Bool { kind.map { [.jpeg, .png, .webp].contains($0) } ?? false }

    /// Whether it is a document to read.
    public var isDocument: Bool { kind == .pdf }

    private func cleanedByTool(_ bytes: [UInt8], _ kind: MediaKind) throws(MediaFlaw) -> [UInt8] {
        guard let tools else { return [] }
        let ending = ending
        return try tools.result(of: bytes, work: ending) { bench throws(MediaFlaw) in
            switch kind.tool?.program {
            case "qpdf": try DocumentTool.clean(bytes, on: bench)
            case "exiftool": try PictureTool.clean(bytes, ending: ending, on: bench)
            case _: try RecordingTool.clean(bytes, kind: kind, ending: ending, on: bench)
            }
        }
    }

    /// Throws when the first bytes are those of another kind than the name says.
    private func checkContent(_ bytes: [UInt8]) throws(MediaFlaw) {
        let found = MediaKind(start: bytes)
        if let found, found != kind { throw contradiction("is \(found.name)") }
        let text = bytes.drop { [9, 10, 13, 32, 0xEF, 0xBB, 0xBF].contains($0) }
        if found == nil, kind != .svg, text.first == UInt8(ascii: "<"),
            Remnant.isMarkup(bytes, at: text.startIndex + 1, before: bytes.count)
        {
            throw contradiction("is a page or a drawing")
        }
        if found == nil, let kind, kind != .text, kind != .svg {
            throw contradiction("is not \(kind.name)")
        }
    }

    private func contradiction(_ message: String) -> MediaFlaw {
        MediaFlaw(
            .contradictory,
            ending.isEmpty
                ? "\(message), but its name has no ending that says so"
                : "\(message), but its name ends in .\(ending)",
            "Rename the file after what it is, or export it anew."
        )
    }
}

extension MediaKind {
    /// How such a file can be published without its metadata.
    fileprivate var advice: String {
        switch self {
        case .tiff, .heif, .avif:
            "Or export it as a JPEG, PNG or WebP picture."
        case .pdf: "Or publish its text as an article, or its pages as pictures."
        case .isoMedia, .matroska, .mp3, .ogg, .flac, .wav:
            "Or publish pictures of it."
        case .zip, .compound, .rar, .gzip, .sevenZip:
            "Publish its tables as CSV files, its text as an article, and its pictures by themselves."
        case .jpeg, .png, .gif, .webp, .svg, .text: ""
        }
    }
}
