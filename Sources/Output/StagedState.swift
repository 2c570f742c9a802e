#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// The bookkeeping of a staged report: which paths are taken, and what happened to each file.
///
/// It is held for a moment per file; the work on the files themselves happens outside of its lock.
struct State: Sendable {
    /// A file of the report, or a folder that one stands in.
    private struct Claim {
        let path: String
        let isFolder: Bool
    }

    private enum Phase {
        case open
        case failed
        case closed
        case ended
    }

    private var phase = Phase.open
    /// Why the first write failed that did.
    private(set) var failure: OutputError?
    private var claims: [String: Claim] = [:]
    private var folders: [String: Bool] = [:]
    private var files: [String: Staged] = [:]

    /// Makes room for about as many files as the last build had.
    init(expecting count: Int) {
        claims.reserveCapacity(count + count / 8)
        files.reserveCapacity(count + count / 8)
    }

    /// Reserves a path and creates its folders; returns whether an old file of Recount's may be there.
    ///
    /// A failure is remembered at once, so that no other thread takes half a claim for a collision.
    mutating func claim(
        _ place: OutputPath,
        staged: Descriptor,
        old: OldOutput?
    ) -> Result<Bool, OutputError> {
        let result = reserve(place, staged: staged, old: old)
        if case .failure(let error) = result { fail(error) }
        return result
    }

    private mutating func reserve(
        _ place: OutputPath,
        staged: Descriptor,
        old: OldOutput?
    ) -> Result<Bool, OutputError> {
        guard phase == .open else {
            let cause = phase == .failed ? failure : nil
            return .failure(cause ?? .notOpen(path: place.text))
        }
        var oldFolderExists = old != nil
        for directory in place.directories {
            if let known = folders[directory] {
                oldFolderExists = known
                continue
            }
            let claim = Claim(path: directory, isFolder: true)
            if let earlier = claims.updateValue(claim, forKey: OutputPath.key(directory)) {
                return .failure(.collision(path: place.text, earlier: earlier.path))
            }
            guard mkdirat(staged.number, directory, 0o777) == 0 else {
                return .failure(.refused(action: "create", path: directory, code: errno))
            }
            oldFolderExists =
                oldFolderExists && old?.folder.status(directory)?.isFolder == true
            folders[directory] = oldFolderExists
        }
        let claim = Claim(path: place.text, isFolder: false)
        if let earlier = claims.updateValue(claim, forKey: OutputPath.key(place.text)) {
            return .failure(.collision(path: place.text, earlier: earlier.path))
        }
        return .success(oldFolderExists && old?.manifest.files[place.text] != nil)
    }

    /// Remembers a file that has been staged.
    mutating func note(_ path: String, _ file: Staged) {
        files[path] = file
    }

    /// What happened to a file so far.
    func staged(_ path: String) -> Staged? { files[path] }

    /// Remembers that a write failed, so that this report can only be discarded.
    ///
    /// Files are written on all cores at once; each write after the first failure fails with the same reason.
    mutating func fail(_ error: OutputError) {
        guard phase == .open else { return }
        phase = .failed
        failure = error
    }

    /// Ends the writing; the files, or `nil` when this report must not be switched: a write has
    /// failed or has not ended.
    mutating func close() -> StagedFiles? {
        let filePaths = claims.compactMapValues { $0.isFolder ? nil : $0.path }
        guard phase == .open, filePaths.count == files.count else { return nil }
        phase = .closed
        return StagedFiles(
            files: files,
            filePaths: filePaths,
            folderPaths: claims.compactMapValues { $0.isFolder ? $0.path : nil }
        )
    }

    /// Ends the report for good; whether there is something to throw away.
    mutating func end() -> Bool {
        let wasOpen = phase == .open || phase == .failed
        phase = .ended
        return wasOpen
    }
}

/// The files of a staged report, complete.
struct StagedFiles: Sendable {
    /// What happened to each file, and its description.
    let files: [String: Staged]
    /// The path of each file under its key.
    let filePaths: [String: String]
    /// The path of each folder under its key.
    let folderPaths: [String: String]
}
