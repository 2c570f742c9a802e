// Checks every file a few times a second. It is used where the system cannot report changes, or has run out
// of watches.

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// Detects changes by comparing the time, size and inode of all files.
struct PollingWatcher: FileWatcher {
    let folders: WatchedFolders
    /// The usual interval between two checks, in milliseconds.
    var interval: Int32 = 300

    private static let maximumPolls = 50

    private struct Stamp: Equatable {
        let file: Int
        let size: Int
        let seconds: Int
        let nanoseconds: Int
    }

    /// The interval in milliseconds after a change, to see whether there are more.
    var quiet: Int32 = 60

    func run(changes: Changes, stop: WakePipe) {
        var before = stamps()
        var pending: Set<String> = []
        var pollsInBurst = 0
        changes.beginWatching()
        while true {
            var list = [pollfd(fd: stop.descriptor, events: Int16(POLLIN), revents: 0)]
            if poll(&list, 1, pending.isEmpty ? interval : quiet) > 0 { return }
            let after = stamps()
            let changed = after.filter { before[$0.key] != $0.value }.map(\.key)
            let gone = before.keys.filter { after[$0] == nil }
            before = after
            pending.formUnion(changed + gone)
            pollsInBurst += 1
            if !changed.isEmpty || !gone.isEmpty, pollsInBurst < PollingWatcher.maximumPolls {
                continue
            }
            for path in pending { changes.add(path) }
            pending = []
            pollsInBurst = 0
        }
    }

    private func stamps() -> [String: Stamp] {
        var result: [String: Stamp] = [:]
        for root in folders.roots {
            folders.visit(root) { folder, names in
                for name in names {
                    let path = folder + "/" + name
                    result[path] = stamp(path)
                }
            }
        }
        return result
    }

    /// What identifies the state of a file; `nil` for folders, whose files are checked themselves.
    private func stamp(_ path: String) -> Stamp? {
        var status = stat()
        guard lstat(path, &status) == 0, status.st_mode & S_IFMT != S_IFDIR else { return nil }
        #if canImport(Glibc)
        let time = status.st_mtim
        #else
        let time = status.st_mtimespec
        #endif
        return Stamp(
            file: Int(status.st_ino),
            size: Int(status.st_size),
            seconds: time.tv_sec,
            nanoseconds: time.tv_nsec
        )
    }
}
