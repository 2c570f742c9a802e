import Synchronization
import Text

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// What really lies in a folder: every file below it with its size and digest, whatever its manifest
/// may say.
///
/// Links are never followed: a link is no file of a report, wherever it leads.
public struct FolderSurvey: Sendable {
    /// The plain files by path; a link or device has no digest.
    public private(set) var files: [String: Manifest.File] = [:]

    /// Looks at every file below a folder, on all processors.
    public init(of path: String) throws(OutputError) {
        let root = try Descriptor.folder(path)
        var paths: [RawPath] = []
        var pending = [RawPath.here]
        while let folder = pending.popLast() {
            for entry in try root.entries(of: folder) {
                let inside = folder.appending(entry.name)
                if entry.isFolder { pending.append(inside) } else { paths.append(inside) }
            }
        }
        files = try FolderSurvey.describe(paths, in: root)
    }

    private static func describe(
        _ paths: [RawPath],
        in root: Descriptor
    ) throws(OutputError) -> [String: Manifest.File] {
        let batch = 64
        let results = Mutex<(files: [String: Manifest.File], error: OutputError?)>(([:], nil))
        Threads.perform((paths.count + batch - 1) / batch) { index in
            var described: [(String, Manifest.File)] = []
            var failure: OutputError?
            for path in paths[(index * batch)..<min(paths.count, (index + 1) * batch)] {
                do throws(OutputError) {
                    described.append((path.description, try describe(path, in: root)))
                } catch { failure = error }
            }
            results.withLock { results in
                for (path, file) in described { results.files[path] = file }
                results.error = results.error ?? failure
            }
        }
        let (files, error) = results.withLock { $0 }
        if let error { throw error }
        return files
    }

    private static func describe(
        _ path: RawPath,
        in root: Descriptor
    ) throws(OutputError) -> Manifest.File {
        let flags = O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC
        let number = path.withCString { openat(root.number, $0, flags) }
        guard number >= 0 else {
            if errno == ELOOP || errno == ENXIO { return Manifest.File(size: 0, digest: nil) }
            throw .refused(action: "read", path: path.description, code: errno)
        }
        let file = Descriptor(number)
        guard file.status.isFile else { return Manifest.File(size: 0, digest: nil) }
        guard let description = FileContent.describe(number) else {
            throw .refused(action: "read", path: path.description, code: errno)
        }
        return description
    }
}
