import Synchronization

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// An open file or folder that closes itself; the few calls of the system that this room needs.
///
/// Everything is named relative to an open folder and never through a symbolic link, so that no
/// link placed in an output can lead a build out of it.
final class Descriptor: Sendable {
    /// The number by which the system knows it.
    let number: CInt

    /// Takes over an open descriptor.
    init(_ number: CInt) { self.number = number }

    private let isClosed = Atomic<Bool>(false)

    deinit { _ = finish() }

    /// Closes the file, which can report that the disk did not take what was written.
    ///
    /// Returns `false`, with `errno` set, when it does. Closing again does nothing.
    func finish() -> Bool {
        if isClosed.exchange(true, ordering: .relaxed) { return true }
        // After EINTR the descriptor is closed on Linux, and what was written is not known to be lost.
        return close(number) == 0 || errno == EINTR
    }

    /// Opens a folder by its path; symbolic links on the way are followed.
    static func folder(_ path: String) throws(OutputError) -> Descriptor {
        let number = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard number >= 0 else { throw .refused(action: "open", path: path, code: errno) }
        return Descriptor(number)
    }

    /// Opens a folder inside this one; `nil` when there is none or it is a link.
    func folder(_ name: String) -> Descriptor? {
        let number = openat(self.number, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
        return number >= 0 ? Descriptor(number) : nil
    }

    /// What the system knows of an entry, without following links; `nil` when there is none.
    func status(_ name: String) -> stat? {
        var status = stat()
        return fstatat(number, name, &status, AT_SYMLINK_NOFOLLOW) == 0 ? status : nil
    }

    /// What the system knows of the open file or folder itself.
    var status: stat {
        var status = stat()
        fstat(number, &status)
        return status
    }

    /// The entries of the folder at `path` inside this one, in no order, without `.` and `..`.
    func entries(of path: RawPath = RawPath(".")) throws(OutputError) -> [Entry] {
        let opened = path.withCString {
            openat(number, $0, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
        }
        guard opened >= 0, let stream = fdopendir(opened) else {
            throw .refused(action: "read the folder", path: path.description, code: errno)
        }
        defer { closedir(stream) }
        var entries: [Entry] = []
        while let found = readdir(stream) {
            let name = withUnsafePointer(to: &found.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: 256) { RawPath($0) }
            }
            if name.isDots { continue }
            let isFolder =
                found.pointee.d_type == UInt8(DT_UNKNOWN)
                ? isFolder(path.appending(name)) : found.pointee.d_type == UInt8(DT_DIR)
            entries.append(
                Entry(name: name, isFolder: isFolder, inode: UInt64(found.pointee.d_ino))
            )
        }
        return entries
    }

    /// Whether `path` is a folder, and not a link to one.
    func isFolder(_ path: RawPath) -> Bool {
        var status = stat()
        let result = path.withCString { fstatat(number, $0, &status, AT_SYMLINK_NOFOLLOW) }
        return result == 0 && status.isFolder
    }

    /// One name in a folder.
    struct Entry {
        let name: RawPath
        let isFolder: Bool
        let inode: UInt64
    }
}

extension stat {
    /// Whether it is a folder.
    var isFolder: Bool { st_mode & S_IFMT == S_IFDIR }
    /// Whether it is a plain file.
    var isFile: Bool { st_mode & S_IFMT == S_IFREG }
    /// The times of last access and last change, as `utimensat` takes them.
    var times: [timespec] {
        #if canImport(Glibc)
        [st_atim, st_mtim]
        #else
        [st_atimespec, st_mtimespec]
        #endif
    }
}
