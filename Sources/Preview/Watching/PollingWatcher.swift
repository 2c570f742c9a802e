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

    private static let mostLooks = 50

    private struct Stamp: Equatable {
        let file: Int
        let size: Int
        let seconds: Int
        let nanoseconds: Int
    }

    /// How soon it looks again after it has seen a change, to see whether there are more.
    var quiet: Int32 = 60

    func run(changes: Changes, stop: Wake) {
        var before = stamps()
        var pending: Set<String> = []
        var looksInBurst = 0
        changes.watchingBegins()
        while true {
            var list = [pollfd(fd: stop.descriptor, events: Int16(POLLIN), revents: 0)]
            if poll(&list, 1, pending.isEmpty ? interval : quiet) > 0 { return }
            let after = stamps()
            let changed = after.filter { before[$0.key] != $0.value }.map(\.key)
            let gone = before.keys.filter { after[$0] == nil }
            before = after
            pending.formUnion(changed + gone)
            looksInBurst += 1
            if !changed.isEmpty || !gone.isEmpty, looksInBurst < PollingWatcher.mostLooks {
                continue
            }
            for path in pending { changes.note(path) }
            pending = []
            looksInBurst = 0
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
