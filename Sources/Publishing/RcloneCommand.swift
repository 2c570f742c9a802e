import Output

/// The calls of rclone that are used, each with arguments of its own and never a shell.
struct RcloneCommand {
    let remote: String
    let configuration: String?

    /// The names at the root of the remote, folders without their slash; none when it does not exist.
    func rootNames() throws(PublishError) -> Set<String> {
        let rclone = try ExternalProgram("rclone")
        let doing = "look at \(remote)"
        let result = try rclone.run(
            options + ["lsf", "--max-depth", "1", "--", remote],
            doing: doing
        )
        if result.code == RcloneCommand.folderNotFound { return [] }
        guard result.code == 0 else { throw rclone.failure(doing, result) }
        return Set(
            String(decoding: result.output, as: UTF8.self).split(separator: "\n")
                .map { String($0.hasSuffix("/") ? $0.dropLast() : $0) }
        )
    }

    /// The bytes of one file.
    func bytes(of path: String) throws(PublishError) -> [UInt8] {
        try ExternalProgram("rclone")
            .runSuccessfully(
                options + ["cat", "--", inside(path)],
                doing: "read \(path) on \(remote)"
            )
    }

    /// Writes one file.
    func write(_ bytes: [UInt8], to path: String) throws(PublishError) {
        _ = try ExternalProgram("rclone")
            .runSuccessfully(
                options + ["rcat", "--", inside(path)],
                input: .bytes(bytes),
                doing: "write \(path) on \(remote)"
            )
    }

    /// Copies files that differ by content, or all when asked to.
    func copy(
        _ paths: [String],
        from folder: String,
        headers: ContentHeaders,
        always: Bool
    ) throws(PublishError) {
        if paths.isEmpty { return }
        try withList(paths) { list throws(PublishError) in
            _ = try ExternalProgram("rclone")
                .runSuccessfully(
                    options + headers.options + [
                        "copy", always ? "--ignore-times" : "--checksum", "--files-from-raw", list,
                        "--", folder, remote,
                    ],
                    doing: "send files to \(remote)",
                    limit: ReleaseTransfer.limit
                )
        }
    }

    /// Deletes files by name, and nothing else.
    func delete(_ paths: Set<String>) throws(PublishError) {
        if paths.isEmpty { return }
        try withList(paths.sorted()) { list throws(PublishError) in
            _ = try ExternalProgram("rclone")
                .runSuccessfully(
                    options + ["delete", "--files-from-raw", list, "--", remote],
                    doing: "delete withdrawn files on \(remote)",
                    limit: ReleaseTransfer.limit
                )
        }
    }

    /// The digest of every file, computed here from the bytes that the remote gives out.
    func digests() throws(PublishError) -> [String: Manifest.File] {
        let rclone = try ExternalProgram("rclone")
        let doing = "read \(remote)"
        let result = try rclone.run(
            options + ["hashsum", "SHA-256", "--download", "--", remote],
            doing: doing,
            limit: ReleaseTransfer.limit
        )
        if result.code == RcloneCommand.folderNotFound { return [:] }
        guard result.code == 0 else { throw rclone.failure(doing, result) }
        var files: [String: Manifest.File] = [:]
        for line in String(decoding: result.output, as: UTF8.self).split(separator: "\n") {
            let path = line.dropFirst(66)
            files[String(path)] = Manifest.File(size: -1, digest: Digest(hex: line.prefix(64)))
        }
        return files
    }

    /// rclone's exit code for a folder that does not exist.
    private static let folderNotFound: Int32 = 3

    private var options: [String] {
        var options = ["--contimeout", "20s", "--timeout", "60s", "--retries", "3"]
        options += ["--ask-password=false"]
        if let configuration { options += ["--config", configuration] }
        return options
    }

    private func inside(_ path: String) -> String {
        remote.hasSuffix(":") ? remote + path : remote + "/" + path
    }

    /// Names files one a line, which is how rclone takes many; no path of a report holds a line break.
    private func withList(
        _ paths: [String],
        _ body: (String) throws(PublishError) -> Void
    ) throws(PublishError) {
        let scratch = try ScratchFolder()
        let list = scratch.path + "/files"
        try LocalFile.write(Array((paths.joined(separator: "\n") + "\n").utf8), to: list)
        try body(list)
        withExtendedLifetime(scratch) {}
    }
}
