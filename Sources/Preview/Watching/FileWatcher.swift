// Systems tell of changed files in different ways, or not at all; what follows from a change is the
// same everywhere.

/// Sees files change, and blocks the thread it runs on.
protocol FileWatcher {
    /// Notes every change in `changes` until `stop` wakes, and says there when it has begun.
    func run(changes: Changes, stop: Wake) throws(WatchError)
}

/// Why a watcher cannot go on.
enum WatchError: Error, Equatable {
    /// The system gives no more watches to this user.
    case watchesRanOut(String)
    /// It fails in some other way.
    case failed(String)

    var reason: String {
        switch self {
        case .watchesRanOut(let limit):
            "the system allows no more file watches (\(limit))"
        case .failed(let what): what
        }
    }
}

/// The watch of a preview: the system's if there is one, and polling where that ends.
struct Watch: Sendable {
    let folders: WatchedFolders
    let watchLimit: Int?
    let report: @Sendable (PreviewEvent) -> Void

    func run(changes: Changes, stop: Wake) {
        #if canImport(Glibc)
        do throws(WatchError) {
            try InotifyWatcher(folders: folders, limit: watchLimit)
                .run(changes: changes, stop: stop)
        } catch {
            report(.polling(reason: error.reason))
            changes.noteGap(folders.roots)
            PollingWatcher(folders: folders).run(changes: changes, stop: stop)
        }
        #else
        PollingWatcher(folders: folders).run(changes: changes, stop: stop)
        #endif
    }
}
