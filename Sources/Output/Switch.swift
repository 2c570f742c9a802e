import Synchronization
import Text

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// The last step of a build: the staged report is completed and takes the place of the old one.
///
/// A kill at any moment leaves one of the two whole in its place. After a power cut, files may have
/// lost bytes that the system had not yet put on the disk; only the manifest is waited for, and the
/// next build, which compares bytes, repairs the rest.
struct Switch {
    let output: StagedOutput
    let files: StagedFiles
    let statement: Manifest.Statement

    /// Completes, switches, clears away.
    func run() throws(OutputError) -> OutputChanges {
        // Neither needs the other.
        let listed = Mutex<(changes: OutputChanges, foreign: Result<ForeignFiles?, OutputError>)>(
            (OutputChanges(), .success(nil))
        )
        let written = Mutex<Result<FileChange, OutputError>>(.success(.unchanged))
        try checkStillThere()
        Threads.perform(2) { task in
            if task == 0 {
                let found = (self.changes(), survey())
                listed.withLock { $0 = found }
            } else {
                let change = Result { () throws(OutputError) in try writeManifest() }
                written.withLock { $0 = change }
            }
        }
        let manifest = try written.withLock { $0 }.get()
        var (changes, found) = listed.withLock { $0 }
        if changes.isEmpty, manifest == .unchanged {
            changes.leftBehind = clearAway()
            return changes
        }
        let foreign = try found.get()
        if let foreign, let old = output.old { try carry(foreign, from: old) }
        if output.folder.waitsForDisk { try waitForDisk() }
        try exchange()
        if let foreign, !foreign.items.isEmpty, !foreign.carryLatecomers(to: output.staged) {
            changes.leftBehind = output.work.name
        } else {
            changes.leftBehind = clearAway()
        }
        return changes
    }

    private func survey() -> Result<ForeignFiles?, OutputError> {
        Result { () throws(OutputError) in
            try output.old.map { old throws(OutputError) in try ForeignFiles(in: old) }
        }
    }

    private func changes() -> OutputChanges {
        var changes = OutputChanges()
        for entry in files.entries {
            switch entry.staged?.change {
            case .new?: changes.new.append(entry.path)
            case .changed?: changes.changed.append(entry.path)
            case .unchanged?: changes.unchanged.append(entry.path)
            case nil: break
            }
        }
        changes.removed =
            output.old?.manifest.files.keys.filter { files.staged($0) == nil } ?? []
        changes.new.sort()
        changes.changed.sort()
        changes.unchanged.sort()
        changes.removed.sort()
        return changes
    }

    /// Refuses when another program has moved or replaced the output since the build began.
    private func checkStillThere() throws(OutputError) {
        let now = output.work.parent.status(output.name)?.st_ino
        guard now == output.old?.folder.status.st_ino else {
            throw .replacedMeanwhile(folder: output.folder.path)
        }
    }

    private func writeManifest() throws(OutputError) -> FileChange {
        let manifest = SortedManifest(
            files.entries.compactMap { entry in entry.staged.map { (entry.path, $0.file) } },
            statement
        )
        let file = StagedFile(
            path: OutputPath.manifest,
            old: output.old?.folder,
            staged: output.staged
        )
        var change = FileChange.unchanged
        let pieces = StagedPieces(file) {
            if case .success(let staged) = $0 { change = staged.change }
        }
        try manifest.pieces { piece throws(OutputError) in try pieces.append(piece) }
        try pieces.finish()
        return change
    }

    private func carry(_ foreign: ForeignFiles, from old: OldOutput) throws(OutputError) {
        let inTheWay = foreign.items.filter { item in
            let key = OutputPath.key(item.path.description)
            return files.entry(key).map { !$0.isFolder || !item.isFolder } ?? false
        }
        guard inTheWay.isEmpty else {
            throw .foreignFilesInTheWay(
                folder: output.folder.path,
                paths: inTheWay.map(\.path.description).sorted()
            )
        }
        try foreign.carry(to: output.staged)
        let status = old.folder.status
        _ = fchown(output.staged.number, status.st_uid, status.st_gid)
        _ = fchmod(output.staged.number, status.st_mode & 0o7777)
    }

    /// Waits until the manifest is on the disk: without it, the next build would refuse the folder.
    private func waitForDisk() throws(OutputError) {
        let number = openat(output.staged.number, OutputPath.manifest, O_RDONLY | O_CLOEXEC)
        guard number >= 0 else { throw refused("write the manifest of") }
        let manifest = Descriptor(number)
        guard fsync(manifest.number) == 0 else { throw refused("write the manifest of") }
    }

    /// Lets the two folders change places; where the system cannot, sets the old one aside first.
    private func exchange() throws(OutputError) {
        let work = output.work.folder.number
        let parent = output.work.parent.number
        if output.old != nil {
            if output.folder.canExchange {
                let code = Exchange.folders(work, WorkFolder.staged, parent, output.name)
                if code == 0 { return }
                guard [EINVAL, ENOSYS, ENOTSUP, EOPNOTSUPP].contains(code) else {
                    throw refused("replace", code)
                }
            }
            // For a moment there is no output. If the build is killed then, the next one restores it.
            guard renameat(parent, output.name, work, WorkFolder.aside) == 0 else {
                throw refused("set aside")
            }
        }
        guard renameat(work, WorkFolder.staged, parent, output.name) == 0 else {
            let error = refused("replace")
            if output.old != nil { renameat(work, WorkFolder.aside, parent, output.name) }
            throw error
        }
    }

    /// Removes what is left in the work folder; where it stands, when it cannot be removed.
    private func clearAway() -> String? {
        let folder = output.work.folder
        do {
            try folder.removeTree(RawPath(WorkFolder.staged))
            try folder.removeTree(RawPath(WorkFolder.aside))
            output.work.close()
            return nil
        } catch { return output.work.name }
    }

    private func refused(_ action: String, _ code: CInt = errno) -> OutputError {
        .refused(action: action, path: output.folder.path, code: code)
    }
}
