import Output

/// Brings one release to its host with rsync.
struct ReleaseTransfer {
    let place: PublishingSettings.RsyncPlace
    let report: LocalReport
    let release: ReleaseFolder
    private let rsync: ExternalProgram
    private let list: [UInt8]

    /// A large report over a slow line takes hours; a dead line is noticed after a minute.
    static let limit = Duration.seconds(12 * 3_600)

    init(
        place: PublishingSettings.RsyncPlace,
        report: LocalReport,
        release: ReleaseFolder
    ) throws(PublishError) {
        self.place = place
        self.report = report
        self.release = release
        rsync = try ExternalProgram("rsync")
        // Only what the manifest lists leaves this machine, whatever else lies in the folder.
        list = Array(report.published.keys.sorted().joined(separator: "\0").utf8)
    }

    private var folder: String { "\(place.path)/releases/.partial-\(release)" }

    /// Makes the folder that the release arrives in; two publications at once cannot share one.
    func begin() throws(PublishError) {
        let script = """
            mkdir -p -- "$base/releases"
            mkdir -- "$folder" || { echo "another publication has begun" >&2; exit 1; }

            """
        _ = try RemoteShell(place: place)
            .run(
                script,
                [("base", place.path), ("folder", folder)],
                doing: "begin a release on \(place.host):\(place.path)"
            )
    }

    /// Sends every file that none of the other releases has with the same content, and asks again
    /// whether anything differs.
    func send(linkingTo folders: [String]) throws(PublishError) {
        let doing = "send the report to \(place.host)"
        _ = try run(folders.map { "--link-dest=../\($0)" }, doing)
        let differing = try run(["--dry-run", "--itemize-changes"], doing)
        let lines = String(decoding: differing, as: UTF8.self).split(separator: "\n")
        if let line = lines.first {
            throw .differs(target: place.host, example: String(line))
        }
    }

    private func run(_ extra: [String], _ doing: String) throws(PublishError) -> [UInt8] {
        // Content decides, never size and time; rights are set for a web server to read.
        let options = [
            "--rsh=\(RemoteShell(place: place).rsyncCommand)", "--protect-args", "--checksum",
            "--times", "--omit-dir-times", "--perms", "--chmod=D755,F644", "--compress",
            "--timeout=60", "--from0", "--files-from=-",
        ]
        return try rsync.runSuccessfully(
            options + extra + ["--", report.folder + "/", "\(place.host):\(folder)/"],
            input: .bytes(list),
            doing: doing,
            limit: ReleaseTransfer.limit
        )
    }
}
