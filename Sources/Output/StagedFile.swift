#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// One file on its way into the staged report: the old file when its bytes are the same, else a new one.
///
/// The old file is never opened for writing: it may have other names, and readers.
struct StagedFile {
    /// The checked path.
    let path: String
    /// The old output, when the path was Recount's there.
    let old: Descriptor?
    /// The staged report.
    let staged: Descriptor

    /// Stages a file with these bytes.
    ///
    /// The digest is computed even when the old manifest has one for the same bytes: hashing costs
    /// less than a system call, and nobody's edit of the old manifest can then outlive a build.
    func write(_ bytes: UnsafeRawBufferPointer) throws(OutputError) -> Staged {
        let description = Manifest.File(size: bytes.count, digest: Digest(of: bytes))
        let former = openOld()
        if let former, former.status.st_size == off_t(bytes.count),
            FileContent.continues(former.number, bytes)
        {
            try keep(former)
            return Staged(change: .unchanged, file: description)
        }
        let file = try create()
        guard FileContent.write(bytes, to: file.number), file.finish() else {
            throw refused("write")
        }
        return Staged(change: former == nil ? .new : .changed, file: description)
    }

    /// Stages a copy of an open file.
    func copy(_ source: Descriptor, shown: String) throws(OutputError) -> Staged {
        let former = openOld()
        let size = source.status.st_size
        if let former, former.status.st_size == size,
            let digest = FileContent.common(source.number, former.number)
        {
            try keep(former)
            return Staged(
                change: .unchanged,
                file: Manifest.File(size: Int(size), digest: digest)
            )
        }
        guard lseek(source.number, 0, SEEK_SET) == 0 else {
            throw .refused(action: "read", path: shown, code: errno)
        }
        let file = try create()
        guard let copied = FileContent.copy(source.number, to: file.number), file.finish() else {
            throw .refused(action: "copy “\(shown)” to", path: path, code: errno)
        }
        return Staged(change: former == nil ? .new : .changed, file: copied)
    }

    /// The old file, when there is one that can be read.
    func openOld() -> Descriptor? {
        guard let old else { return nil }
        let number = openat(old.number, path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
        guard number >= 0 else { return nil }
        let file = Descriptor(number)
        return file.status.isFile ? file : nil
    }

    /// Gives the old file its place in the new report, with its inode and its time.
    func keep(_ former: Descriptor) throws(OutputError) {
        guard let old else { return }
        if linkat(old.number, path, staged.number, path, 0) == 0 { return }
        guard Descriptor.linksAreRefused(errno) else { throw refused("link") }
        let file = try create()
        guard lseek(former.number, 0, SEEK_SET) == 0,
            FileContent.copy(former.number, to: file.number) != nil
        else { throw refused("write") }
        _ = futimens(file.number, former.status.times)
        guard file.finish() else { throw refused("write") }
    }

    /// Gives the old file its place in the new report without opening it, where the file system permits that.
    func keepUnread() throws(OutputError) {
        guard let old else { return }
        if linkat(old.number, path, staged.number, path, 0) == 0 { return }
        guard Descriptor.linksAreRefused(errno), let former = openOld() else {
            throw refused("link")
        }
        try keep(former)
    }

    func create() throws(OutputError) -> Descriptor {
        let flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC
        let number = openat(staged.number, path, flags, 0o666)
        guard number >= 0 else { throw refused("create") }
        return Descriptor(number)
    }

    func refused(_ action: String) -> OutputError {
        .refused(action: action, path: path, code: errno)
    }
}

/// What happened to a file, and the file.
struct Staged: Sendable {
    let change: FileChange
    let file: Manifest.File
}
