// Linux reports changed files through inotify, for each folder separately. New folders are watched as soon as
// they are reported, and then listed, because files may have been added before the watch existed.

#if canImport(Glibc)
import Glibc

/// Watches folders and all their subfolders through inotify.
struct InotifyWatcher: FileWatcher {
    let folders: WatchedFolders
    /// The maximum number of watches; `nil` for the system's limit.
    var limit: Int?

    func run(changes: Changes, stop: WakePipe) throws(WatchError) {
        let raw = inotify_init1(Int32(IN_NONBLOCK | IN_CLOEXEC))
        guard raw >= 0 else {
            let name = "fs.inotify.max_user_instances"
            throw errno == EMFILE ? .watchesRanOut(name) : .failed("inotify: \(systemError())")
        }
        var tree = InotifyTree(
            queue: FileDescriptor(owning: raw),
            folders: folders,
            limit: limit,
            changes: changes
        )
        try tree.watchMissingRoots()
        changes.beginWatching()
        while true {
            var list = [
                pollfd(fd: stop.descriptor, events: Int16(POLLIN), revents: 0),
                pollfd(fd: raw, events: Int16(POLLIN), revents: 0),
            ]
            _ = poll(&list, 2, tree.hasMissingRoots ? 250 : -1)
            if list[0].revents != 0 { return }
            try tree.readEvents()
            if tree.hasMissingRoots { try tree.watchMissingRoots(reporting: true) }
        }
    }
}

/// The watched folders by their watches, updated as folders are created, moved and removed.
private struct InotifyTree {
    let queue: FileDescriptor
    let folders: WatchedFolders
    let limit: Int?
    let changes: Changes
    private var paths: [Int32: String] = [:]
    private var watchedRoots: Set<String> = []
    private var buffer = [UInt8](repeating: 0, count: 64 * 1024)

    private static let mask = UInt32(
        IN_CLOSE_WRITE | IN_CREATE | IN_DELETE | IN_MOVED_TO | IN_MOVED_FROM | IN_DELETE_SELF
            | IN_MOVE_SELF | IN_ONLYDIR
    )

    init(queue: FileDescriptor, folders: WatchedFolders, limit: Int?, changes: Changes) {
        self.queue = queue
        self.folders = folders
        self.limit = limit
        self.changes = changes
    }

    var hasMissingRoots: Bool { watchedRoots.count < Set(folders.roots).count }

    /// Starts watching the roots that did not exist before.
    mutating func watchMissingRoots(reporting: Bool = false) throws(WatchError) {
        for root in folders.roots where !watchedRoots.contains(root) {
            guard try add(root) else { continue }
            watchedRoots.insert(root)
            if reporting { changes.add(root) }
            try watchTree(root, reporting: reporting)
        }
    }

    /// Watches a folder and all its subfolders; if `reporting`, every file in them counts as changed.
    private mutating func watchTree(_ root: String, reporting: Bool) throws(WatchError) {
        var failure: WatchError?
        folders.visit(root) { folder, names in
            if reporting { for name in names { changes.add(folder + "/" + name) } }
            do throws(WatchError) {
                if failure == nil { _ = try add(folder) }
            } catch {
                failure = error
            }
        }
        if let failure { throw failure }
    }

    /// Watches one folder; returns false if it does not exist.
    private mutating func add(_ folder: String) throws(WatchError) -> Bool {
        if let limit, paths.count >= limit, !paths.values.contains(folder) {
            throw .watchesRanOut("limited to \(limit)")
        }
        let watch = inotify_add_watch(queue.raw, folder, InotifyTree.mask)
        if watch >= 0 {
            paths[watch] = folder
            return true
        }
        if errno == ENOSPC { throw .watchesRanOut("fs.inotify.max_user_watches") }
        return false
    }

    mutating func readEvents() throws(WatchError) {
        while true {
            let count = read(queue.raw, &buffer, buffer.count)
            if count <= 0 { return }
            for event in events(count) { try handle(event) }
        }
    }

    private struct Event {
        let watch: Int32
        let mask: UInt32
        let name: String

        func has(_ flag: Int32) -> Bool { mask & UInt32(bitPattern: flag) != 0 }
    }

    private func events(_ count: Int) -> [Event] {
        buffer.withUnsafeBytes { bytes in
            var list: [Event] = []
            var offset = 0
            while offset + 16 <= count {
                let length = Int(bytes.loadUnaligned(fromByteOffset: offset + 12, as: UInt32.self))
                let name = bytes[(offset + 16)..<(offset + 16 + length)].prefix { $0 != 0 }
                list.append(
                    Event(
                        watch: bytes.loadUnaligned(fromByteOffset: offset, as: Int32.self),
                        mask: bytes.loadUnaligned(fromByteOffset: offset + 4, as: UInt32.self),
                        name: String(decoding: name, as: UTF8.self)
                    )
                )
                offset += 16 + length
            }
            return list
        }
    }

    private mutating func handle(_ event: Event) throws(WatchError) {
        if event.has(Int32(IN_Q_OVERFLOW)) {
            for root in watchedRoots.sorted() {
                changes.add(root)
                try watchTree(root, reporting: false)
            }
            return
        }
        guard let folder = paths[event.watch] else { return }
        if event.has(Int32(IN_IGNORED)) {
            paths[event.watch] = nil
        } else if event.has(Int32(IN_DELETE_SELF)) || event.has(Int32(IN_MOVE_SELF)) {
            guard watchedRoots.remove(folder) != nil else { return }
            removeWatches(in: folder)
            changes.add(folder)
        } else if !folders.ignores(event.name, in: folder) {
            try handleChange(event, at: folder + "/" + event.name)
        }
    }

    private mutating func handleChange(_ event: Event, at path: String) throws(WatchError) {
        let isFolder = event.has(Int32(IN_ISDIR))
        // A new file is reported when it is closed, not while it is still empty. A new link is reported
        // at once, because it is never opened for writing.
        if event.has(Int32(IN_CREATE)), !isFolder, !isLink(path) { return }
        changes.add(path)
        guard isFolder else { return }
        if event.has(Int32(IN_MOVED_FROM)) { removeWatches(in: path) }
        if event.has(Int32(IN_CREATE)) || event.has(Int32(IN_MOVED_TO)) {
            try watchTree(path, reporting: true)
        }
    }

    /// Whether a path is a symbolic link, or a hard link, which link(2) creates with its contents.
    private func isLink(_ path: String) -> Bool {
        var status = stat()
        guard lstat(path, &status) == 0 else { return false }
        return status.st_mode & S_IFMT == S_IFLNK || status.st_nlink > 1
    }

    /// Removes the watches of a folder that was moved away, and of all its subfolders.
    private mutating func removeWatches(in path: String) {
        let prefix = path + "/"
        for (watch, watched) in paths where watched == path || watched.hasPrefix(prefix) {
            inotify_rm_watch(queue.raw, watch)
            paths[watch] = nil
        }
    }
}
#endif
