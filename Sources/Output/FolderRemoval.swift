#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

extension Descriptor {
    /// Removes an entry and all that is inside it, never following a link; a missing entry is fine.
    ///
    /// Only this room's work folder is ever emptied, so a folder that forbids it is unlocked first.
    func removeTree(_ path: RawPath) throws(OutputError) {
        if path.withCString({ unlinkat(number, $0, 0) }) == 0 || errno == ENOENT { return }
        guard isFolder(path) else {
            throw .refused(action: "remove", path: path.description, code: errno)
        }
        try emptyFolder(path)
        guard path.withCString({ unlinkat(number, $0, AT_REMOVEDIR) }) == 0 || errno == ENOENT
        else { throw .refused(action: "remove", path: path.description, code: errno) }
    }

    private func emptyFolder(_ path: RawPath) throws(OutputError) {
        var entries = try? entries(of: path)
        if entries == nil || path.withCString({ faccessat(number, $0, W_OK | X_OK, 0) }) != 0 {
            _ = path.withCString { fchmodat(number, $0, S_IRWXU, 0) }
            entries = try self.entries(of: path)
        }
        for entry in entries ?? [] {
            let inside = path.appending(entry.name)
            if entry.isFolder {
                try removeTree(inside)
            } else if inside.withCString({ unlinkat(number, $0, 0) }) != 0, errno != ENOENT {
                throw .refused(action: "remove", path: inside.description, code: errno)
            }
        }
    }
}
