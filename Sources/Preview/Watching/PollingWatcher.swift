// The watcher that works everywhere: it looks at every file a few times a second. Used where the
// system has no better way, or no more of it.

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// Compares time, size and identity of all files with what they were.
struct PollingWatcher: FileWatcher {
    let folders: WatchedFolders
    var interval: Int32 = 300

    private struct Stamp: Equatable {
        let file: Int
        let size: Int
        let seconds: Int
        let nanoseconds: Int
    }

    func run(changes: Changes, stop: Wake) {
        var before = stamps()
        changes.watchingBegins()
        while true {
            var list = [pollfd(fd: stop.descriptor, events: Int16(POLLIN), revents: 0)]
            if poll(&list, 1, interval) > 0 { return }
            let after = stamps()
            for (path, stamp) in after where before[path] != stamp { changes.note(path) }
            for path in before.keys where after[path] == nil { changes.note(path) }
            before = after
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

    /// `nil` for folders, whose own times say nothing that their files do not.
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
