#if canImport(Glibc)
import Glibc
import Text
#else
import Darwin
#endif

/// The hidden folder beside the output in which a build is staged, and its lock.
///
/// It stands beside the output so that both are on one file system and can change places. It holds
/// at most two things: `new`, the staged report (after the switch: the old one on its way out), and
/// `old`, the report set aside where the two cannot change places at once. A build that was killed
/// leaves it behind; the next one takes it over.
final class WorkFolder: Sendable {
    /// The folder that holds the output and this folder.
    let parent: Descriptor
    /// The open folder itself; the lock hangs on it, so a killed build's lock is gone with it.
    let folder: Descriptor
    /// Its name in the parent.
    let name: String

    /// The name of the staged report inside.
    static let staged = "new"
    /// The name of a report that was set aside.
    static let aside = "old"

    /// Creates or takes over the work folder, and locks it.
    init(parent: Descriptor, outputName: String, shown: String) throws(OutputError) {
        let name = ".\(outputName).recount"
        self.parent = parent
        self.name = name
        folder = try WorkFolder.locked(name, in: parent, shown: shown)
        do { try clean(outputName: outputName, shown: shown) } catch {
            close()
            throw error
        }
    }

    /// Removes the folder, when it is empty, and so the lock.
    func close() {
        _ = unlinkat(parent.number, name, AT_REMOVEDIR)
    }

    /// A build that ends may remove the folder between our opening and locking it; then try again.
    private static func locked(
        _ name: String,
        in parent: Descriptor,
        shown: String
    ) throws(OutputError) -> Descriptor {
        for _ in 0..<100 {
            if mkdirat(parent.number, name, S_IRWXU) != 0, errno != EEXIST {
                throw .refused(action: "create a folder beside", path: shown, code: errno)
            }
            guard let folder = parent.folder(name) else {
                if errno == ENOENT { continue }
                throw .refused(action: "open the folder \(name) beside", path: shown, code: errno)
            }
            guard flock(folder.number, LOCK_EX | LOCK_NB) == 0 else {
                if errno == EWOULDBLOCK { throw .busy(folder: shown) }
                if errno == EINTR { continue }
                throw .refused(action: "lock the folder \(name) beside", path: shown, code: errno)
            }
            let ours = folder.status
            if let there = parent.status(name), there.st_ino == ours.st_ino { return folder }
        }
        throw .busy(folder: shown)
    }

    /// Clears away what a killed build left; a report that it had set aside goes back first.
    private func clean(outputName: String, shown: String) throws(OutputError) {
        for entry in try folder.entries() {
            let name = entry.name.description
            guard name == WorkFolder.staged || name == WorkFolder.aside else {
                throw .unsuitable(
                    folder: shown,
                    reason: "the folder “\(self.name)” beside it holds “\(name)”, which no build "
                        + "has put there; move it away"
                )
            }
        }
        if folder.status(WorkFolder.aside) != nil, parent.status(outputName) == nil,
            renameat(folder.number, WorkFolder.aside, parent.number, outputName) != 0
        {
            throw .refused(action: "bring back", path: shown, code: errno)
        }
        try folder.removeTree(RawPath(WorkFolder.staged))
        try folder.removeTree(RawPath(WorkFolder.aside))
    }
}
