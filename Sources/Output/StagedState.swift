#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// The bookkeeping of a staged report: which paths are taken, and what happened to each file.
///
/// It is held for a moment per file; the work on the files themselves happens outside of its lock.
struct State: Sendable {
    private enum Phase {
        case open
        case failed
        case closed
        case ended
    }

    private var phase = Phase.open
    /// Why the first write failed that did.
    private(set) var failure: OutputError?
    private var claims = StagedFiles()
    private var folders: [String: Bool] = [:]

    /// Makes room for about as many files as the last build had.
    init(expecting count: Int) { claims.reserve(count + count / 8) }

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
            if let earlier = claims.add(folder: directory) {
                return .failure(.collision(path: place.text, earlier: earlier))
            }
            guard mkdirat(staged.number, directory, 0o777) == 0 else {
                return .failure(.refused(action: "create", path: directory, code: errno))
            }
            oldFolderExists =
                oldFolderExists && old?.folder.status(directory)?.isFolder == true
            folders[directory] = oldFolderExists
        }
        if let earlier = claims.add(file: place.text) {
            return .failure(.collision(path: place.text, earlier: earlier))
        }
        return .success(oldFolderExists && old?.manifest.files[place.text] != nil)
    }

    /// Remembers a file that has been staged.
    mutating func note(_ path: String, _ file: Staged) { claims.note(path, file) }

    /// What happened to a file so far.
    func staged(_ path: String) -> Staged? { claims.staged(path) }

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
        guard phase == .open, claims.isComplete else { return nil }
        phase = .closed
        return claims
    }

    /// Ends the report for good; whether there is something to throw away.
    mutating func end() -> Bool {
        let wasOpen = phase == .open || phase == .failed
        phase = .ended
        return wasOpen
    }
}

/// The files of a staged report, with the folders that they stand in.
///
/// There are as many as strikes, so they are in one list, and only a number is found by name.
struct StagedFiles: Sendable {
    /// A file, or a folder that one stands in.
    struct Entry: Sendable {
        let path: String
        let isFolder: Bool
        /// What happened to the file; `nil` for a folder, and for a file that is being written.
        var staged: Staged?
    }

    /// All files and folders, in the order in which they were claimed.
    private(set) var entries: [Entry] = []
    /// The numbers of the entries by the keys of their paths; see ``OutputPath/key(_:)``.
    private var numbers: [String: Int32] = [:]

    /// Makes room for so many files.
    mutating func reserve(_ count: Int) {
        entries.reserveCapacity(count)
        numbers.reserveCapacity(count)
    }

    /// Whether each file that was claimed has been staged.
    var isComplete: Bool { entries.allSatisfy { $0.isFolder || $0.staged != nil } }

    /// Claims the path of a file; returns the path that has the same key, if it is claimed already.
    mutating func add(file path: String) -> String? { add(path, isFolder: false) }

    /// The same for a folder.
    mutating func add(folder path: String) -> String? { add(path, isFolder: true) }

    private mutating func add(_ path: String, isFolder: Bool) -> String? {
        let key = OutputPath.key(path)
        if let earlier = entry(key) { return earlier.path }
        numbers[key] = Int32(entries.count)
        entries.append(Entry(path: path, isFolder: isFolder))
        return nil
    }

    /// Notes what happened to a file that was claimed.
    mutating func note(_ path: String, _ staged: Staged) {
        guard let number = numbers[OutputPath.key(path)] else { return }
        entries[Int(number)].staged = staged
    }

    /// What happened to a file; `nil` when it is not there or not staged yet.
    func staged(_ path: String) -> Staged? {
        entry(OutputPath.key(path))
            .flatMap { $0.path.utf8.elementsEqual(path.utf8) ? $0.staged : nil }
    }

    /// The file or folder with a key.
    func entry(_ key: String) -> Entry? { numbers[key].map { entries[Int($0)] } }
}
