// What is watched, and which names in it are only editors at work.

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// The folders to watch and the names in them that do not matter.
struct WatchedFolders: Sendable {
    let roots: [String]
    let ignoring: @Sendable (String) -> Bool

    private static let deepest = 64

    /// Whether a change of the file `name` in `folder` means nothing.
    func ignores(_ name: String, in folder: String) -> Bool {
        EditorFiles.isTemporary(name) || ignoring(folder + "/" + name)
    }

    /// Visits every folder from `root` down, links not followed, with the names in it that matter.
    func visit(_ root: String, _ act: (_ folder: String, _ names: [String]) throws -> Void) rethrows
    {
        var waiting = [(path: root, depth: 0)]
        while let (folder, depth) = waiting.popLast() {
            guard let stream = opendir(folder) else { continue }
            defer { closedir(stream) }
            var names: [String] = []
            while let entry = readdir(stream) {
                let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                    pointer.withMemoryRebound(to: CChar.self, capacity: 256, String.init(cString:))
                }
                if name != ".", name != "..", !ignores(name, in: folder) { names.append(name) }
            }
            try act(folder, names)
            if depth == WatchedFolders.deepest { continue }
            for name in names where isFolder(folder + "/" + name) {
                waiting.append((folder + "/" + name, depth + 1))
            }
        }
    }

    private func isFolder(_ path: String) -> Bool {
        var status = stat()
        return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    }
}
