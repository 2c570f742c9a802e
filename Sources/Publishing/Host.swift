import Output

/// A place that holds a published report, independent of the program that transfers it.
protocol Host: Sendable {
    /// The place in words, for messages.
    var name: String { get }
    /// What is published there now.
    func published() throws(PublishError) -> Published
    /// Uploads a report, switches readers to it, and compares the uploaded files by content; returns the problems
    /// that do not affect readers.
    ///
    /// The releases of `purge` are removed first, and again at the end, when no link leads to them any more.
    func publish(
        _ report: LocalReport,
        over published: Published,
        purging purge: Purge
    ) throws(PublishError) -> [String]
    /// Removes earlier releases that must not be kept; how many there were.
    func remove(_ purge: Purge) throws(PublishError) -> Int
    /// Clears away what killed publications left, when there is nothing to publish.
    func clearUp() throws(PublishError)
    /// Every file there with the digest of its bytes, read back from the place.
    func survey() throws(PublishError) -> [String: Manifest.File]
    /// The bytes of one file there; `nil` when there is none.
    func bytes(of path: String) throws(PublishError) -> [UInt8]?
}

extension Host {
    /// A host without earlier releases has nothing to remove.
    func remove(_ purge: Purge) throws(PublishError) -> Int { 0 }

    /// Nothing is left where files are sent one by one.
    func clearUp() throws(PublishError) {}
}

/// What is published on a target.
public enum Published: Sendable, Equatable {
    /// Nothing yet.
    case nothing
    /// A report with this manifest.
    case report(Manifest, bytes: [UInt8])
    /// Something whose manifest cannot be used.
    case unreadable(reason: String)

    /// Reads the manifest that was found.
    init(bytes: [UInt8]) {
        do throws(ManifestReader.Failure) {
            self = .report(try ManifestReader.read(bytes, requiringIntact: true), bytes: bytes)
        } catch { self = .unreadable(reason: error.reason) }
    }

    /// The manifest, when there is one.
    public var manifest: Manifest? {
        guard case .report(let manifest, _) = self else { return nil }
        return manifest
    }
}
