// The folders to watch, and the files in them to ignore.

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// The folders to watch and the names in them to ignore.
struct WatchedFolders: Sendable {
    let roots: [String]
    let ignoring: @Sendable (String) -> Bool

    private static let maximumDepth = 64

    /// Whether changes of the file `name` in `folder` are ignored.
    func ignores(_ name: String, in folder: String) -> Bool {
        EditorFiles.isTemporary(name) || ignoring(folder + "/" + name)
    }

    /// Visits `root` and all its subfolders, without following links, with the names that are not ignored.
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
            if depth == WatchedFolders.maximumDepth { continue }
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
