// Linux tells of changed files through inotify, folder by folder. New folders are watched as they
// come and read once, since files may have been put into them before the watch was there.

#if canImport(Glibc)
import Glibc

/// Watches folders, and all folders in them, through inotify.
struct InotifyWatcher: FileWatcher {
    let folders: WatchedFolders
    /// As many watches as it may take; `nil` leaves the limit to the system.
    var limit: Int?

    func run(changes: Changes, stop: Wake) throws(WatchError) {
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
        changes.watchingBegins()
        while true {
            var list = [
                pollfd(fd: stop.descriptor, events: Int16(POLLIN), revents: 0),
                pollfd(fd: raw, events: Int16(POLLIN), revents: 0),
            ]
            _ = poll(&list, 2, tree.hasMissingRoots ? 250 : -1)
            if list[0].revents != 0 { return }
            try tree.readEvents()
            if tree.hasMissingRoots { try tree.watchMissingRoots(noting: true) }
        }
    }
}

/// The watched folders by their watches, kept true as folders come, move and go.
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

    /// Starts watching the roots that were not there before.
    mutating func watchMissingRoots(noting: Bool = false) throws(WatchError) {
        for root in folders.roots where !watchedRoots.contains(root) {
            guard try add(root) else { continue }
            watchedRoots.insert(root)
            if noting { changes.note(root) }
            try watchTree(root, noting: noting)
        }
    }

    /// Watches all folders from here down; files found in them are changes when `noting`.
    private mutating func watchTree(_ root: String, noting: Bool) throws(WatchError) {
        var failure: WatchError?
        folders.visit(root) { folder, names in
            if noting { for name in names { changes.note(folder + "/" + name) } }
            do throws(WatchError) {
                if failure == nil { _ = try add(folder) }
            } catch {
                failure = error
            }
        }
        if let failure { throw failure }
    }

    /// Watches one folder; false if it is not there.
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
            for event in events(count) { try take(event) }
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

    private mutating func take(_ event: Event) throws(WatchError) {
        if event.has(Int32(IN_Q_OVERFLOW)) {
            for root in watchedRoots.sorted() {
                changes.note(root)
                try watchTree(root, noting: false)
            }
            return
        }
        guard let folder = paths[event.watch] else { return }
        if event.has(Int32(IN_IGNORED)) {
            paths[event.watch] = nil
        } else if event.has(Int32(IN_DELETE_SELF)) || event.has(Int32(IN_MOVE_SELF)) {
            guard watchedRoots.remove(folder) != nil else { return }
            forget(folder)
            changes.note(folder)
        } else if !folders.ignores(event.name, in: folder) {
            try takeChange(event, folder + "/" + event.name)
        }
    }

    private mutating func takeChange(_ event: Event, _ path: String) throws(WatchError) {
        let isFolder = event.has(Int32(IN_ISDIR))
        // A new file is worth a build when it is closed, not while it is still empty; a new link,
        // which is never opened for writing, at once.
        if event.has(Int32(IN_CREATE)), !isFolder, !isLink(path) { return }
        changes.note(path)
        guard isFolder else { return }
        if event.has(Int32(IN_MOVED_FROM)) { forget(path) }
        if event.has(Int32(IN_CREATE)) || event.has(Int32(IN_MOVED_TO)) {
            try watchTree(path, noting: true)
        }
    }

    /// Links, and files with a second name (link(2) makes those whole at once).
    private func isLink(_ path: String) -> Bool {
        var status = stat()
        guard lstat(path, &status) == 0 else { return false }
        return status.st_mode & S_IFMT == S_IFLNK || status.st_nlink > 1
    }

    /// Gives up the watches of a folder that has gone elsewhere, and of all in it.
    private mutating func forget(_ path: String) {
        let prefix = path + "/"
        for (watch, watched) in paths where watched == path || watched.hasPrefix(prefix) {
            inotify_rm_watch(queue.raw, watch)
            paths[watch] = nil
        }
    }
}
#endif
