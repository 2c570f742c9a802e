import Output
import Text

/// The report on this machine as it is to be published: its folder and its manifest.
public struct LocalReport: Sendable {
    /// The folder, as an absolute path.
    public let folder: String
    /// The contents of the manifest.
    public let manifest: Manifest
    /// The manifest's own bytes.
    public let bytes: [UInt8]

    /// Opens the report in a folder.
    public init(folder: String) throws(PublishError) {
        guard let path = LocalFile.absolute(folder),
            let bytes = LocalFile.read(path + "/" + Manifest.path)
        else { throw .report(reason: "“\(folder)” holds no manifest.json") }
        do { manifest = try ManifestReader.read(bytes, requiringIntact: true) } catch {
            throw .report(reason: "its manifest.json cannot be used: \(error.reason)")
        }
        self.folder = path
        self.bytes = bytes
    }

    /// Throws if the report was not searched for the site's private values.
    func requireSearch() throws(PublishError) {
        if manifest.statement.isSearched { return }
        throw .report(
            reason: "it was not searched for private values; build it again with this version"
        )
    }

    /// The first twelve digits of the manifest's digest, which name a release.
    var shortDigest: String { String(Digest(of: bytes).description.prefix(12)) }

    /// The signature files of this manifest in the same folder.
    var signatures: [String] {
        Manifest.signatures.filter { LocalFile.kind(folder + "/" + $0) == .file }
    }

    /// Everything that is published: the files, the manifest, its signatures.
    var published: [String: Manifest.File] {
        var files = manifest.files
        for name in [Manifest.path] + signatures {
            guard let bytes = LocalFile.read(folder + "/" + name) else { continue }
            files[name] = Manifest.File(size: bytes.count, digest: Digest(of: bytes))
        }
        return files
    }
}

extension ManifestReader.Failure {
    /// What is wrong with a manifest, as part of a sentence.
    var reason: String {
        switch self {
        case .foreign: "it was not written by Recount"
        case .unusable(let reason): reason
        }
    }
}
