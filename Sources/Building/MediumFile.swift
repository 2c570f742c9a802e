import Formats
import Media

/// A file under `media/` that is published, with its identity when the site was read.
struct MediumFile: Sendable {
    /// Its path in `content/` and in the report.
    let path: String
    /// Where it lies, all links followed.
    let source: String
    let identity: FileIdentity
    /// What is done with it.
    let file: MediaFile
    private let tree: InputTree
    private let input: InputTree.File

    init(_ path: String, _ input: InputTree.File, in tree: InputTree, file: MediaFile) {
        self.path = path
        self.input = input
        self.tree = tree
        source = tree.place(of: input)
        identity = input.identity
        self.file = file
    }

    /// Whether what is published differs from the file.
    var isCleaned: Bool { file.isCleaned }

    /// What is wrong with the file; `nil` when it can be published.
    func flaw() throws -> MediaFlaw? {
        if file.isReadWhole, input.size > MediaFile.largest { return .tooLarge }
        let limit = file.isReadWhole ? Int.max : MediaFile.startSize
        guard let bytes = try tree.readUnchanged(input, atMost: limit) else { throw changed }
        do throws(MediaFlaw) {
            if file.isReadWhole {
                _ = try file.cleaned(bytes)
            } else {
                try file.check(start: bytes)
            }
            return nil
        } catch {
            return error
        }
    }

    /// The bytes of the file; `nil` when it has changed.
    func content() throws -> [UInt8]? { try tree.readUnchanged(input) }

    /// The bytes of a file that is copied; throws when it has changed.
    func requiredContent() throws -> [UInt8] {
        guard let bytes = try content() else { throw changed }
        return bytes
    }

    /// What is published of the file; `nil` when it is copied.
    func cleanedBytes() throws -> [UInt8]? {
        isCleaned ? try requiredBytes() : nil
    }

    /// What is published of the file.
    func requiredBytes() throws -> [UInt8] {
        guard let bytes = try tree.readUnchanged(input) else { throw changed }
        return try file.cleaned(bytes)
    }

    /// The picture without its metadata, also of one that is published with it; `nil` for other files.
    func picture() throws -> [UInt8]? {
        guard file.isScalable, input.size <= MediaFile.largest else { return nil }
        guard let bytes = try content() else { throw changed }
        return try (isCleaned ? file : MediaFile(path: path)).cleaned(bytes)
    }

    /// Throws if the file has changed since the site was read.
    func requireUnchanged() throws {
        guard FileIdentity(path: source) == identity else { throw changed }
    }

    private var changed: FileChangedDuringBuild {
        FileChangedDuringBuild(path: "content/" + path)
    }
}
