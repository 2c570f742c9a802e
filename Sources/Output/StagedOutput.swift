import Synchronization

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// A report on its way into the output: written file by file, from any thread, and then switched as
/// a whole or discarded.
public final class StagedOutput: Sendable {
    let folder: OutputFolder
    let name: String
    let work: WorkFolder
    let old: OldOutput?
    let staged: Descriptor
    private let state: Mutex<State>

    init(
        folder: OutputFolder,
        name: String,
        work: WorkFolder,
        old: OldOutput?
    ) throws(OutputError) {
        self.folder = folder
        self.name = name
        self.work = work
        self.old = old
        guard mkdirat(work.folder.number, WorkFolder.staged, 0o777) == 0,
            let staged = work.folder.folder(WorkFolder.staged)
        else { throw .refused(action: "create a folder beside", path: folder.path, code: errno) }
        self.staged = staged
        state = Mutex(State(expecting: old?.manifest.files.count ?? 0))
    }

    deinit { discard() }

    /// What the report in the output states, which this one will replace; `nil` when there is none.
    public var replaced: Manifest.Statement? { old?.manifest.statement }

    /// Writes one file; a file with the same bytes as in the last build is kept as it is.
    ///
    /// The path is relative, with forward slashes. One that leads out of the folder, that some
    /// system refuses, or that another file has taken is an error; so is a full disk.
    public func write(_ path: String, _ bytes: [UInt8]) throws(OutputError) {
        try add(path) { output throws(OutputError) in
            try bytes.withUnsafeBufferPointer { buffer throws(OutputError) in
                try output.write(UnsafeRawBufferPointer(buffer))
            }
        }
    }

    /// Begins a file that is written in pieces, as ``write(_:_:)`` writes one.
    public func begin(_ path: String) throws(OutputError) -> StagedPieces {
        let file = try claim(path)
        return StagedPieces(file) { result in
            switch result {
            case .success(let staged): self.state.withLock { $0.note(path, staged) }
            case .failure(let error): self.state.withLock { $0.fail(error) }
            }
        }
    }

    /// Copies one file, such as a picture, as ``write(_:_:)`` writes one.
    public func copy(from source: String, to path: String) throws(OutputError) {
        try add(path) { output throws(OutputError) in
            let number = open(source, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
            guard number >= 0 else {
                throw .refused(action: "read", path: source, code: errno)
            }
            let file = Descriptor(number)
            guard file.status.isFile else {
                throw .unsuitable(
                    folder: folder.path,
                    reason: "“\(source)”, which is to be copied there, is not a plain file"
                )
            }
            return try output.copy(file, shown: source)
        }
    }

    /// The digest of a file that has been staged; `nil` when there is none at that path.
    public func digest(_ path: String) -> Digest? {
        state.withLock { $0.staged(path)?.file.digest }
    }

    /// Puts the staged report in the place of the old one and clears the old one away; the manifest
    /// holds the statement.
    public func commit(
        stating statement: Manifest.Statement = Manifest.Statement()
    ) throws(OutputError) -> OutputChanges {
        let (files, failure) = state.withLock { ($0.close(), $0.failure) }
        guard let files else { throw failure ?? .notOpen(path: folder.path) }
        do {
            return try Switch(output: self, files: files, statement: statement).run()
        } catch {
            removeStaged()
            throw error
        }
    }

    /// Throws the staged report away; the output stays as it was.
    public func discard() {
        if state.withLock({ $0.end() }) { removeStaged() }
    }

    private func removeStaged() {
        // What cannot be removed now, the next build clears away.
        try? work.folder.removeTree(RawPath(WorkFolder.staged))
        work.close()
    }

    /// Takes a path, stages its file, and notes what happened to it; a failure ends the whole build.
    func add(
        _ path: String,
        _ stage: (StagedFile) throws(OutputError) -> Staged
    ) throws(OutputError) {
        let file = try claim(path)
        do {
            let result = try stage(file)
            state.withLock { $0.note(path, result) }
        } catch {
            state.withLock { $0.fail(error) }
            throw error
        }
    }

    /// Takes a path; a failure ends the whole build.
    private func claim(_ path: String) throws(OutputError) -> StagedFile {
        let place = try OutputPath(path)
        let isOld = try state.withLock { $0.claim(place, staged: staged, old: old) }.get()
        return StagedFile(path: path, old: isOld ? old?.folder : nil, staged: staged)
    }
}

/// What happened to a file in this build.
enum FileChange: Sendable {
    case new
    case changed
    case unchanged
}
