// Walks the folders of a site. A link may point anywhere, a name may hold any bytes, and a folder may
// hold a pipe that never ends: all of that is checked here, once, so that later stages can rely on every path.
//
// What becomes of a file depends on its folder: media are published, tables of data are not. So a link may
// not lead from one of these folders into another: `media/x.csv -> ../data/strikes.csv` would publish a table
// with its private columns.

import Diagnostics
import Text

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// One walk through a site's folders.
struct FolderScan {
    private(set) var files: [InputTree.File] = []
    private(set) var log = DiagnosticLog()

    private let root: String
    /// The site's folder with all links followed; what does not begin with it lies outside.
    private let realRoot: String

    /// The folder that is being listed: `content` or `templates`.
    private var listed = ""
    /// Where it lies below the site's folder, all links followed.
    private var base = ""
    private var linkedFolders = 0

    /// The folders of a site; none of them may be a link to another.
    private static let kept: Set<String> = ["content", "templates"]

    private static let depthLimit = 100
    /// Folders that link to each other multiply; a site with this many links is a mistake.
    private static let linkLimit = 1000

    init(root: String) throws {
        self.root = root
        guard let real = FolderScan.realPath(root) else {
            throw InputError(path: root, doing: "open", code: errno)
        }
        realRoot = real
    }

    /// Whether the site has an entry of this name, even if it is a link that leads nowhere.
    func exists(_ folder: String) -> Bool {
        var status = stat()
        return lstat("\(root)/\(folder)", &status) == 0 || errno != ENOENT
    }

    /// Lists a folder of the site and what is below it.
    mutating func enter(_ folder: String) throws {
        guard let real = FolderScan.realPath("\(root)/\(folder)") else {
            throw InputError(path: folder, doing: "open", code: errno)
        }
        guard let resolved = inside(real) else { return reportOutside(folder, real) }
        let top = resolved.split(separator: "/").first.map(String.init) ?? ""
        guard resolved == folder || !FolderScan.kept.contains(top) else {
            return reportLeaving(folder, "the site's “\(folder)” folder", resolved)
        }
        listed = folder
        base = resolved
        try enter(folder, resolved, ancestors: [real])
    }

    private mutating func enter(_ path: String, _ resolved: String, ancestors: [String]) throws {
        guard ancestors.count <= FolderScan.depthLimit else {
            log.report(
                ReadingRule.nestingTooDeep,
                at: SourceLocation(file: path),
                "folders are nested more than \(FolderScan.depthLimit) deep"
            )
            return
        }
        for bytes in try FolderScan.names("\(root)/\(resolved)", shownAs: path) {
            guard let name = String(validating: bytes, as: UTF8.self) else {
                log.report(
                    ReadingRule.fileNameNotText,
                    at: SourceLocation(file: path),
                    "the folder holds a file whose name is not UTF-8: "
                        + "“\(String(decoding: bytes, as: UTF8.self))”",
                    suggestion: "Rename it."
                )
                continue
            }
            if InputTree.isIgnored(name) { continue }
            try look("\(path)/\(name)", "\(resolved)/\(name)", ancestors)
        }
    }

    /// Takes up one entry of a folder: a file, a folder, or a link to one of them.
    private mutating func look(_ path: String, _ resolved: String, _ ancestors: [String]) throws {
        var status = stat()
        guard lstat("\(root)/\(resolved)", &status) == 0 else {
            if errno == ENOENT { return }
            throw InputError(path: path, doing: "read", code: errno)
        }
        var resolved = resolved
        let isLink = status.st_mode & S_IFMT == S_IFLNK
        if isLink {
            guard let real = FolderScan.realPath("\(root)/\(resolved)"), stat(real, &status) == 0
            else {
                log.report(
                    ReadingRule.brokenLink,
                    at: SourceLocation(file: path),
                    "this symbolic link leads nowhere",
                    suggestion: "Delete it, or put the file in its place."
                )
                return
            }
            guard let target = inside(real) else { return reportOutside(path, real) }
            let own = FolderScan.parent(resolved)
            let other = status.st_mode & S_IFMT == S_IFDIR ? target : FolderScan.parent(target)
            guard let room = room(own), room == self.room(other) else {
                return reportLeaving(path, shown(own), target)
            }
            resolved = target
        }
        switch status.st_mode & S_IFMT {
        case S_IFREG:
            files.append(
                InputTree.File(
                    path: path,
                    size: Int(status.st_size),
                    identity: FileIdentity(status),
                    resolved: resolved
                )
            )
        case S_IFDIR:
            let real = "\(realRoot)/\(resolved)"
            // A link to a folder that it is in itself would go round for ever.
            guard !ancestors.contains(real) else {
                log.report(
                    ReadingRule.brokenLink,
                    at: SourceLocation(file: path),
                    "this symbolic link leads to a folder that it is in itself",
                    suggestion: "Delete it."
                )
                return
            }
            if isLink { linkedFolders += 1 }
            guard linkedFolders <= FolderScan.linkLimit else {
                throw InputError(path: path, doing: "follow so many links to", code: ELOOP)
            }
            try enter(path, resolved, ancestors: ancestors + [real])
        default:
            log.report(
                ReadingRule.notAFile,
                at: SourceLocation(file: path),
                "this is neither a file nor a folder, but a device, pipe or socket",
                suggestion: "Delete it."
            )
        }
    }

    private mutating func reportOutside(_ path: String, _ real: String) {
        log.report(
            ReadingRule.linkOutside,
            at: SourceLocation(file: path),
            "this symbolic link leads out of the site's folder, to “\(real)”",
            suggestion: "Copy the file into the site: only what is in its folder is published."
        )
    }

    private mutating func reportLeaving(_ path: String, _ room: String, _ target: String) {
        log.report(
            ReadingRule.linkOutside,
            at: SourceLocation(file: path),
            "this symbolic link leads out of \(room), to “\(target)”",
            suggestion: "Put a copy of what may be published in its place: what becomes of a file "
                + "depends on its folder."
        )
    }

    /// The folder of its own that a folder belongs to: `media`, `data`, or `templates` without its assets.
    ///
    /// Files that lie directly in `content` have one too. `nil` outside the folder that is being listed.
    private func room(_ folder: String) -> Substring? {
        if folder == base { return "" }
        guard folder.utf8.starts(with: (base + "/").utf8) else { return nil }
        let first = folder.dropFirst(base.count + 1).prefix { $0 != "/" }
        // The partials of the templates are templates too.
        return listed != "templates" || ["assets", "words"].contains(first) ? first : ""
    }

    /// A folder of its own as messages name it.
    private func shown(_ folder: String) -> String {
        let name = room(folder) ?? ""
        return name.isEmpty ? "the folder “\(listed)”" : "the folder “\(listed)/\(name)”"
    }

    private static func parent(_ path: String) -> String {
        path.split(separator: "/", omittingEmptySubsequences: false).dropLast()
            .joined(separator: "/")
    }

    /// The path from the site's folder, when a real path is below it.
    private func inside(_ real: String) -> String? {
        let prefix = realRoot == "/" ? "/" : realRoot + "/"
        guard real.utf8.starts(with: prefix.utf8) else { return nil }
        return String(Substring(real.utf8.dropFirst(prefix.utf8.count)))
    }

    private static func realPath(_ path: String) -> String? {
        guard let real = realpath(path, nil) else { return nil }
        defer { free(real) }
        return String(cString: real)
    }

    /// The names in a folder, as bytes, sorted.
    private static func names(_ folder: String, shownAs path: String) throws -> [[UInt8]] {
        guard let stream = opendir(folder) else {
            throw InputError(path: path, doing: "open", code: errno)
        }
        defer { closedir(stream) }
        var names: [[UInt8]] = []
        errno = 0
        while let entry = readdir(stream) {
            let offset = MemoryLayout.offset(of: \dirent.d_name) ?? 0
            let start = UnsafeRawPointer(entry) + offset
            let name = [UInt8](UnsafeRawBufferPointer(start: start, count: strlen(start)))
            names.append(name)
            errno = 0
        }
        guard errno == 0 else { throw InputError(path: path, doing: "read", code: errno) }
        return names.sorted { $0.lexicographicallyPrecedes($1) }
    }
}
