import Output

/// The digests of files on a host, computed there.
///
/// They reveal damage in transit and on the disk. A host that reports false digests is detected by
/// `recount verify`, which reads the files themselves.
struct RemoteDigests {
    let place: PublishingSettings.RsyncPlace
    /// The folder below the place's path.
    let folder: String

    /// Reads the size-less digests of all files; `nil` when the host has no program for it.
    func read() throws(PublishError) -> [String: Manifest.File]? {
        let output = try RemoteShell(place: place)
            .run(
                """
                cd -- "$base/$folder"
                if command -v sha256sum >/dev/null 2>&1; then
                    find . -type f -exec sha256sum {} +
                elif command -v shasum >/dev/null 2>&1; then
                    find . -type f -exec shasum -a 256 {} +
                else
                    echo none
                    exit 0
                fi
                find . ! -type f ! -type d -print

                """,
                [("base", place.path), ("folder", folder)],
                doing: "compare the report on \(place.host)",
                limit: .seconds(3_600)
            )
        let lines = String(decoding: output, as: UTF8.self).split(separator: "\n")
        if lines == ["none"] { return nil }
        return Dictionary(lines.map(RemoteDigests.file), uniquingKeysWith: { first, _ in first })
    }

    /// Reads “digest  ./path”; whatever else is there has no digest and so equals nothing.
    private static func file(_ line: Substring) -> (String, Manifest.File) {
        let parts = line.split(separator: "  ./", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2, let digest = Digest(hex: parts[0]) else {
            return (String(line.trimmingPrefix("./")), Manifest.File(size: -1, digest: nil))
        }
        return (String(parts[1]), Manifest.File(size: -1, digest: digest))
    }
}
