import Output
import Text

/// Whatever rclone reaches: an object store, a server without a shell, a drive.
///
/// No such place can switch a whole report at once, so files arrive in an order that leads readers to
/// nothing that is not there yet: pages and assets first, entry pages after them, then withdrawn files
/// go, and the manifest, which says that all of this has happened, comes last.
struct RcloneHost: Host {
    let remote: String
    let configuration: String?

    /// The manifest of a publication that has begun, which names what may lie there besides.
    ///
    /// It lies on the target, so that any machine can go on where another was interrupted.
    static let pending = "manifest.pending.json"

    var name: String { remote }
    private var rclone: RcloneCommand {
        RcloneCommand(remote: remote, configuration: configuration)
    }

    func published() throws(PublishError) -> Published {
        let names = try rclone.rootNames()
        if names.contains(Manifest.path) {
            return Published(bytes: try rclone.bytes(of: Manifest.path))
        }
        if names.isEmpty || names.contains(RcloneHost.pending) { return .nothing }
        throw .unsuitable(
            target: remote,
            reason: "it holds files that Recount did not make, such as “\(names.min() ?? "")”; "
                + "choose an empty folder"
        )
    }

    func publish(
        _ report: LocalReport,
        over published: Published,
        purging purge: Purge
    ) throws(PublishError) -> [String] {
        let files = Set(report.manifest.files.keys)
        var owned = Set(published.manifest?.files.keys.map { $0 } ?? [])
        owned.formUnion(try interrupted())
        try announce(report.manifest, besides: owned)

        if !purge.isEmpty { try removeFirst(owned, keeping: files) }
        let entries = files.filter(RcloneHost.isEntry)
        try send(files.subtracting(entries), of: report)
        try send(entries, of: report)
        var found = try repair(report, found: try survey())
        for name in report.published.keys where !files.contains(name) { found[name] = nil }

        let gone = owned.subtracting(files).union(Manifest.signatures).filter { found[$0] != nil }
        try rclone.delete(gone.subtracting(report.signatures))
        try send([Manifest.path], of: report, always: true)
        try send(Set(report.signatures), of: report, always: true)
        guard try rclone.bytes(of: Manifest.path) == report.bytes else {
            throw .differs(target: remote, example: "“manifest.json” has other bytes")
        }
        try rclone.delete([RcloneHost.pending])
        return []
    }

    func survey() throws(PublishError) -> [String: Manifest.File] {
        try rclone.digests()
    }

    func bytes(of path: String) throws(PublishError) -> [UInt8]? {
        try rclone.rootNames().contains(path) ? rclone.bytes(of: path) : nil
    }

    // MARK: Steps

    /// The pages by which readers and their programs enter.
    private static func isEntry(_ path: String) -> Bool {
        ["index.html", "feed.xml", "sitemap.xml"].contains(path) || path.hasSuffix("/index.html")
    }

    /// The files of publications that did not end.
    private func interrupted() throws(PublishError) -> [String] {
        guard try rclone.rootNames().contains(RcloneHost.pending) else { return [] }
        // An incomplete list is not used: the files that it names stay, and `verify` reports them.
        let bytes = try rclone.bytes(of: RcloneHost.pending)
        return Published(bytes: bytes).manifest.map { Array($0.files.keys) } ?? []
    }

    /// Says on the target which files may come to lie there, before the first of them does.
    private func announce(_ manifest: Manifest, besides owned: Set<String>) throws(PublishError) {
        var all = Manifest()
        all.files = manifest.files
        for path in owned where all.files[path] == nil {
            all.files[path] = Manifest.File(size: 0, digest: nil)
        }
        try rclone.write(all.bytes, to: RcloneHost.pending)
    }

    private func send(
        _ paths: Set<String>,
        of report: LocalReport,
        always: Bool = false
    ) throws(PublishError) {
        let groups = Dictionary(grouping: paths.sorted(), by: ContentHeaders.init(of:))
            .sorted { ($0.value.first ?? "") < ($1.value.first ?? "") }
        for (headers, group) in groups {
            try rclone.copy(group, from: report.folder, headers: headers, always: always)
        }
    }

    /// Removes withdrawn pages before anything is sent: for somebody's safety, a link that leads nowhere for some
    /// minutes is the smaller harm.
    private func removeFirst(_ owned: Set<String>, keeping files: Set<String>) throws(PublishError)
    {
        let there = Set(try survey().keys)
        let gone = owned.subtracting(files).subtracting([Manifest.path]).intersection(there)
        try rclone.delete(gone)
    }

    /// Compares every file by the digest of its bytes and sends once more what differs: where a place
    /// knows no hashes, rclone itself compares sizes only.
    private func repair(
        _ report: LocalReport,
        found: [String: Manifest.File]
    ) throws(PublishError) -> [String: Manifest.File] {
        let first = HostComparison(expected: report.manifest.files, found: found)
        if first.isWhole { return found }
        try send(Set(first.missing + first.changed), of: report, always: true)
        let again = try survey()
        let second = HostComparison(expected: report.manifest.files, found: again)
        if let example = second.example { throw .differs(target: remote, example: example) }
        return again
    }
}
