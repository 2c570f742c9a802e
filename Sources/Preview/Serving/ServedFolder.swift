// Opens files in the output folder and nowhere else. The folder is opened for each request, because a build
// replaces it as a whole. Paths are resolved one component at a time, so that neither a link nor a race
// condition can lead outside.

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// The folder that is served.
struct ServedFolder: Sendable {
    let path: String

    private static let maximumLinks = 8

    /// The file or folder at a path; `nil` if there is none that may be served.
    func find(_ segments: [String]) -> ServedPlace? {
        guard let root = ServedFolder.open(at: AT_FDCWD, path, O_DIRECTORY) else { return nil }
        var folders = [root]
        var ahead = Array(segments.reversed())
        var links = 0
        while let name = ahead.popLast() {
            if name.isEmpty || name == "." { continue }
            if name == ".." {
                guard folders.count > 1 else { return nil }
                folders.removeLast()
                continue
            }
            guard !name.hasPrefix("."), let folder = folders.last else { return nil }
            guard let opened = ServedFolder.open(at: folder.raw, name, O_NOFOLLOW | O_NONBLOCK)
            else {
                links += 1
                guard errno == ELOOP, links <= ServedFolder.maximumLinks,
                    let target = linkTarget(at: folder.raw, name)
                else { return nil }
                ahead += target.reversed()
                continue
            }
            var status = stat()
            guard fstat(opened.raw, &status) == 0 else { return nil }
            if status.st_mode & S_IFMT == S_IFDIR {
                folders.append(opened)
            } else if status.st_mode & S_IFMT == S_IFREG, ahead.isEmpty {
                return .file(ServedFile(open: opened, status))
            } else {
                return nil
            }
        }
        return .folder
    }

    private static func open(at folder: Int32, _ name: String, _ flags: Int32) -> FileDescriptor? {
        let raw = openat(folder, name, O_RDONLY | O_CLOEXEC | flags)
        return raw < 0 ? nil : FileDescriptor(owning: raw)
    }

    /// The path components of a relative link; an absolute link always leads outside.
    private func linkTarget(at folder: Int32, _ name: String) -> [String]? {
        var buffer = [CChar](repeating: 0, count: 4096)
        let count = readlinkat(folder, name, &buffer, buffer.count)
        guard count > 0, count < buffer.count, buffer[0] != 47,
            let target = String(
                validating: buffer[..<count].map(UInt8.init(bitPattern:)),
                as: UTF8.self
            )
        else { return nil }
        return target.split(separator: "/").map(String.init)
    }
}
