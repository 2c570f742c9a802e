// Operating systems report changed files in different ways, or not at all, so there are several watchers with
// one interface.

/// Watches files, blocking the thread that it runs on.
protocol FileWatcher {
    /// Adds every change to `changes` until `stop` is signalled; calls `beginWatching()` when ready.
    func run(changes: Changes, stop: WakePipe) throws(WatchError)
}

/// Why a watcher cannot continue.
enum WatchError: Error, Equatable {
    /// The system's limit on watches for this user has been reached.
    case watchesRanOut(String)
    /// The watcher failed for another reason.
    case failed(String)

    var reason: String {
        switch self {
        case .watchesRanOut(let limit):
            "the system allows no more file watches (\(limit))"
        case .failed(let what): what
        }
    }
}

/// Watches with the system's own mechanism if there is one, and falls back to polling.
struct Watch: Sendable {
    let folders: WatchedFolders
    let watchLimit: Int?
    let report: @Sendable (PreviewEvent) -> Void

    func run(changes: Changes, stop: WakePipe) {
        #if canImport(Glibc)
        do throws(WatchError) {
            try InotifyWatcher(folders: folders, limit: watchLimit)
                .run(changes: changes, stop: stop)
        } catch {
            report(.polling(reason: error.reason))
            changes.addAll(in: folders.roots)
            PollingWatcher(folders: folders).run(changes: changes, stop: stop)
        }
        #else
        PollingWatcher(folders: folders).run(changes: changes, stop: stop)
        #endif
    }
}
