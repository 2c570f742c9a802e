#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// The folder that the report goes to, as the author named it.
public struct OutputFolder: Sendable {
    /// The path as given; messages show it.
    public let path: String
    /// Whether a commit waits until the disk has the manifest, so that a power cut cannot leave a
    /// report that the next build does not recognise.
    public let waitsForDisk: Bool
    /// Whether the file system is asked to let two folders change places; tests say no.
    let canExchange: Bool

    /// Names an output folder, which need not exist yet.
    ///
    /// A preview need not wait for the disk, which can take a second when other programs write a lot.
    public init(path: String, waitsForDisk: Bool = true) {
        self.init(path: path, waitsForDisk: waitsForDisk, canExchange: true)
    }

    init(path: String, waitsForDisk: Bool, canExchange: Bool) {
        self.path = path
        self.waitsForDisk = waitsForDisk
        self.canExchange = canExchange
    }

    /// Reads the manifest of the report that is there, for ``stage(knowing:)``; `nil` if that cannot be done.
    public func former() -> FormerManifest? {
        guard let folder = try? Descriptor.folder(path),
            let bytes = try? manifestBytes(in: folder),
            let manifest = try? ManifestReader.read(bytes)
        else { return nil }
        return FormerManifest(digest: Digest(of: bytes), manifest: manifest)
    }

    /// Opens a staging folder beside the output and locks the output for this build.
    ///
    /// Nothing in the output changes before ``StagedOutput/commit()``. A link is followed first, so
    /// that what it points to is replaced and the link stays.
    ///
    /// To read the manifest of a large report takes a while; one that is known is used if its bytes are the same.
    public func stage(
        knowing former: FormerManifest? = nil
    ) throws(OutputError) -> StagedOutput {
        let place = try resolve()
        let parent: Descriptor
        do { parent = try Descriptor.folder(place.parent) } catch {
            throw unsuitable("the folder “\(place.parent)” that should hold it cannot be opened")
        }
        let work = try WorkFolder(parent: parent, outputName: place.name, shown: path)
        do {
            let old = try inspect(parent, place.name, former)
            return try StagedOutput(folder: self, name: place.name, work: work, old: old)
        } catch {
            work.close()
            throw error
        }
    }

    /// The real folder that holds the output, and the output's name in it.
    private func resolve() throws(OutputError) -> (parent: String, name: String) {
        var trimmed = path[...]
        while trimmed.count > 1, trimmed.utf8.last == UInt8(ascii: "/") { trimmed.removeLast() }
        guard !trimmed.isEmpty else { throw unsuitable("its name is empty") }
        guard !trimmed.utf8.contains(0) else {
            throw unsuitable("its name contains a NUL character")
        }

        if let real = OutputFolder.realPath(String(trimmed)) {
            guard let place = OutputFolder.split(real) else {
                throw unsuitable("it is the root of the file system")
            }
            return place
        }
        guard errno == ENOENT else {
            throw .refused(action: "open", path: path, code: errno)
        }
        var status = stat()
        if lstat(String(trimmed), &status) == 0 {
            throw unsuitable("it is a symbolic link to something that does not exist")
        }
        let (above, name) = OutputFolder.split(String(trimmed)) ?? (".", String(trimmed))
        guard let parent = OutputFolder.realPath(above) else {
            throw unsuitable("the folder “\(above)” that should hold it does not exist")
        }
        guard name != "..", name != "." else {
            throw unsuitable("its name is “\(name)”")
        }
        return (parent, name)
    }

    private static func realPath(_ path: String) -> String? {
        guard let real = realpath(path, nil) else { return nil }
        defer { free(real) }
        return String(cString: real)
    }

    /// The part before the last slash and the part after it; `nil` for a path without a slash or name.
    private static func split(_ path: String) -> (parent: String, name: String)? {
        guard let slash = path.lastIndex(of: "/") else { return nil }
        let name = String(path[path.index(after: slash)...])
        if name.isEmpty { return nil }
        return (slash == path.startIndex ? "/" : String(path[..<slash]), name)
    }

    /// Opens the report that is there and reads which files are Recount's; `nil` when none is there.
    private func inspect(
        _ parent: Descriptor,
        _ name: String,
        _ former: FormerManifest?
    ) throws(OutputError) -> OldOutput? {
        guard let status = parent.status(name) else { return nil }
        guard status.isFolder else { throw unsuitable("it is a file, not a folder") }
        guard let folder = parent.folder(name) else {
            throw .refused(action: "open", path: path, code: errno)
        }
        return OldOutput(folder: folder, manifest: try manifest(in: folder, former))
    }

    private func manifest(
        in folder: Descriptor,
        _ former: FormerManifest?
    ) throws(OutputError) -> Manifest {
        if let bytes = try manifestBytes(in: folder) {
            if let former, former.digest == Digest(of: bytes) { return former.manifest }
            do { return try ManifestReader.read(bytes) } catch {
                switch error {
                case .foreign: break
                case .unusable(let reason):
                    throw .unreadableManifest(folder: path, reason: reason)
                }
            }
        }
        let strangers = try folder.entries().filter { !$0.name.isHidden }.map(\.name.description)
        if let example = strangers.min() {
            throw .notMadeByRecount(folder: path, example: example)
        }
        return Manifest()
    }

    /// The bytes of the manifest; `nil` when there is none.
    private func manifestBytes(in folder: Descriptor) throws(OutputError) -> [UInt8]? {
        let number = openat(folder.number, OutputPath.manifest, O_RDONLY | O_NOFOLLOW | O_CLOEXEC)
        guard number >= 0 else {
            // A link is not followed, since Recount makes none.
            if errno == ENOENT || errno == ELOOP { return nil }
            throw .refused(action: "read", path: path + "/" + OutputPath.manifest, code: errno)
        }
        let file = Descriptor(number)
        guard file.status.isFile, let bytes = FileContent.read(file.number) else {
            throw .unreadableManifest(folder: path, reason: "it is not a readable file")
        }
        return bytes
    }

    private func unsuitable(_ reason: String) -> OutputError {
        .unsuitable(folder: path, reason: reason)
    }
}

/// A manifest that was read before a build began to write, with the digest of its file.
public struct FormerManifest: Sendable {
    let digest: Digest
    let manifest: Manifest
}

/// The report that a build replaces: its open folder, and which of its files are Recount's.
struct OldOutput: Sendable {
    let folder: Descriptor
    let manifest: Manifest
}
