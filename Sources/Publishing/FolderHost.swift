import Output

/// A folder on this machine, such as a mounted disk.
///
/// It is replaced as a whole, as a build replaces its output;
/// files in it that Recount did not write are kept.
struct FolderHost: Host {
    let path: String

    var name: String { path }

    func published() throws(PublishError) -> Published {
        switch LocalFile.kind(path + "/" + Manifest.path) {
        case .nothing: return .nothing
        case .folder: return .unreadable(reason: "it is a folder")
        case .file:
            guard let bytes = LocalFile.read(path + "/" + Manifest.path) else {
                throw .unsuitable(target: path, reason: "its manifest.json cannot be read")
            }
            return Published(bytes: bytes)
        }
    }

    func publish(
        _ report: LocalReport,
        over published: Published,
        purging purge: Purge
    ) throws(PublishError) -> [String] {
        do {
            let staged = try OutputFolder(path: path).stage()
            for (file, description) in report.manifest.files {
                try staged.copy(from: report.folder + "/" + file, to: file)
                guard staged.digest(file) == description.digest else {
                    staged.discard()
                    throw PublishError.report(
                        reason: "“\(file)” was changed after the report was built; build again"
                    )
                }
            }
            _ = try staged.commit(stating: report.manifest.statement)
        } catch let error as PublishError {
            throw error
        } catch {
            throw .unsuitable(target: path, reason: "\(error)")
        }
        for name in report.signatures {
            guard let bytes = LocalFile.read(report.folder + "/" + name) else {
                throw .report(reason: "\(name) cannot be read")
            }
            try LocalFile.write(bytes, to: path + "/" + name)
        }
        let comparison = HostComparison(expected: report.published, found: try survey())
        if let example = comparison.example { throw .differs(target: path, example: example) }
        return []
    }

    func clearUp() throws(PublishError) {
        // Whoever stages takes over what was left; where that is refused, nothing is worse than before.
        try? OutputFolder(path: path).stage().discard()
    }

    func survey() throws(PublishError) -> [String: Manifest.File] {
        do { return try FolderSurvey(of: path).files } catch {
            throw .unsuitable(target: path, reason: "\(error)")
        }
    }

    func bytes(of path: String) throws(PublishError) -> [UInt8]? {
        LocalFile.read(self.path + "/" + path)
    }
}
