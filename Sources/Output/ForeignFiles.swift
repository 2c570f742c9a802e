#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// The files in an output that Recount did not make (`.git`, `CNAME`, …), on their way into the
/// staged report.
///
/// They are linked, not moved: a build that is killed before the switch must leave the old output
/// whole, and one that is killed after it must have everything in the new one.
struct ForeignFiles {
    /// One file, or one folder that holds no file of Recount's.
    struct Item {
        let path: RawPath
        let isFolder: Bool
        let inode: UInt64

        init(_ path: RawPath, _ entry: Descriptor.Entry) {
            self.path = path
            isFolder = entry.isFolder
            inode = entry.inode
        }
    }

    /// The items, each folder before what is inside it.
    private(set) var items: [Item] = []
    private let old: OldOutput
    private var source: Descriptor { old.folder }

    /// Finds everything in the old output that its manifest does not list.
    init(in old: OldOutput) throws(OutputError) {
        self.old = old
        var ownFolders: Set<String> = []
        for path in old.manifest.files.keys {
            var end = path.utf8.endIndex
            while let slash = path.utf8[..<end].lastIndex(of: UInt8(ascii: "/")) {
                guard ownFolders.insert(String(path[..<slash])).inserted else { break }
                end = slash
            }
        }
        var pending = [RawPath.here]
        while let folder = pending.popLast() {
            for entry in try source.entries(of: folder) {
                let path = folder.appending(entry.name)
                let text = path.description
                if entry.isFolder {
                    if !ownFolders.contains(text) { items.append(Item(path, entry)) }
                    pending.append(path)
                } else if !OutputPath.own.contains(text), old.manifest.files[text] == nil {
                    items.append(Item(path, entry))
                }
            }
        }
    }

    /// Links the items into the staged report and gives folders the rights and times they had.
    func carry(to target: Descriptor) throws(OutputError) {
        for item in items {
            var code = place(item, in: target)
            if code == ENOENT {
                for parent in item.path.parents {
                    _ = parent.withCString { mkdirat(target.number, $0, 0o777) }
                }
                code = place(item, in: target)
            }
            guard code == 0 || code == ENOENT else {
                throw .refused(action: "carry over", path: item.path.description, code: code)
            }
        }
        for item in items.reversed() where item.isFolder { copyStatus(item.path, to: target) }
    }

    /// Carries over what another program, such as Git, has put into the old output between the
    /// survey and the switch; `false` when something could not be.
    func carryLatecomers(to target: Descriptor) -> Bool {
        guard let now = try? ForeignFiles(in: old) else { return false }
        let known = Dictionary(items.map { ($0.path, $0.inode) }, uniquingKeysWith: { $1 })
        var isComplete = true
        for item in now.items where known[item.path] != item.inode {
            if !item.isFolder, known[item.path] != nil {
                _ = item.path.withCString { unlinkat(target.number, $0, 0) }
            }
            let code = place(item, in: target)
            isComplete = isComplete && (code == 0 || code == ENOENT || code == EEXIST)
        }
        return isComplete
    }

    /// Puts one item into the staged report; returns the error number, or 0.
    private func place(_ item: Item, in target: Descriptor) -> CInt {
        let code = item.path.withCString { path in
            let result =
                item.isFolder
                ? mkdirat(target.number, path, 0o777)
                : linkat(source.number, path, target.number, path, 0)
            return result == 0 ? 0 : errno
        }
        if item.isFolder, code == EEXIST { return 0 }
        if !item.isFolder, Descriptor.linksAreRefused(code) { return copy(item.path, to: target) }
        return code
    }

    /// Copies a file, or a link, where the file system knows no hard links or refuses one.
    private func copy(_ path: RawPath, to target: Descriptor) -> CInt {
        path.withCString { name in
            var destination = [CChar](repeating: 0, count: 4097)
            if readlinkat(source.number, name, &destination, 4096) >= 0 {
                return symlinkat(destination, target.number, name) == 0 ? 0 : errno
            }
            let from = openat(source.number, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
            guard from >= 0 else { return errno }
            defer { close(from) }
            let flags = O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC
            let to = openat(target.number, name, flags, S_IRUSR | S_IWUSR)
            guard to >= 0 else { return errno }
            defer { close(to) }
            var status = stat()
            guard FileContent.copy(from, to: to) != nil, fstat(from, &status) == 0 else {
                return errno
            }
            _ = fchown(to, status.st_uid, status.st_gid)
            _ = fchmod(to, status.st_mode & 0o7777)
            _ = futimens(to, status.times)
            return 0
        }
    }

    private func copyStatus(_ path: RawPath, to target: Descriptor) {
        path.withCString { name in
            var status = stat()
            guard fstatat(source.number, name, &status, AT_SYMLINK_NOFOLLOW) == 0 else { return }
            _ = fchownat(target.number, name, status.st_uid, status.st_gid, AT_SYMLINK_NOFOLLOW)
            _ = fchmodat(target.number, name, status.st_mode & 0o7777, 0)
            _ = utimensat(target.number, name, status.times, AT_SYMLINK_NOFOLLOW)
        }
    }
}

extension Descriptor {
    /// Whether an error of `linkat` means that a copy must do.
    static func linksAreRefused(_ code: CInt) -> Bool {
        [EPERM, EMLINK, ENOTSUP, EOPNOTSUPP, ENOSYS].contains(code)
    }
}
