// The site's folder as a list of files, the same on every machine: sorted by bytes rather than in
// the order of the disk, without the temporary files of editors, and never outside the folder.

import Diagnostics

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// The files of a site, found once and read safely.
public struct InputTree: Sendable {
    /// A file below the site's folder.
    public struct File: Hashable, Sendable {
        /// The path from the site's folder, with forward slashes, such as "content/index.md".
        public let path: String
        /// The size in bytes when the folder was scanned.
        public let size: Int
        /// The identity of its state when the folder was scanned.
        public let identity: FileIdentity
        /// The path from the site's folder that the file is opened by, all links followed.
        let resolved: String

        /// The part of the path after the last slash.
        public var name: Substring {
            path.split(separator: "/").last ?? Substring(path)
        }
    }

    /// The site's folder as the command was given it.
    public let root: String
    /// The files, sorted by the bytes of their paths.
    public let files: [File]

    private let positions: [String: Int]
    /// What is read in place of some files.
    private var replaced: [String: [UInt8]] = [:]

    /// Lists the files below some folders of a site.
    ///
    /// Throws an ``InputError`` when a folder is missing or cannot be read; those of `optional` may be missing.
    public static func scan(
        _ root: String,
        folders: [String] = ["content"],
        optional: [String] = ["templates"],
        log: inout DiagnosticLog
    ) throws -> InputTree {
        var scan = try FolderScan(root: root)
        for folder in folders { try scan.enter(folder) }
        for folder in optional where scan.exists(folder) { try scan.enter(folder) }
        let files = scan.files.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
        log.append(scan.log)
        reportCollisions(files, &log)
        return InputTree(root: root, files: files)
    }

    private init(root: String, files: [File]) {
        self.root = root
        self.files = files
        positions = Dictionary(
            files.enumerated().map { ($1.path, $0) },
            uniquingKeysWith: { first, _ in first }
        )
    }

    /// The same files, with other bytes in some of them.
    public func replacing(_ bytes: [String: [UInt8]]) -> InputTree {
        var tree = self
        tree.replaced.merge(bytes) { $1 }
        return tree
    }

    /// Whether a file is there.
    public func contains(_ path: String) -> Bool {
        positions[path] != nil
    }

    /// The file of a path.
    public func file(_ path: String) -> File? {
        positions[path].map { files[$0] }
    }

    /// Where a file lies, all links followed: never outside the site.
    public func place(of file: File) -> String { "\(root)/\(file.resolved)" }

    /// Whether a file is still in the state in which it was when the folder was scanned.
    public func isUnchanged(_ file: File) -> Bool {
        FileIdentity(path: place(of: file)) == file.identity
    }

    /// The files whose paths begin with a folder and end with a suffix, such as ".md".
    public func files(below folder: String, suffix: String = "") -> [File] {
        let prefix = Array((folder + "/").utf8)
        let ending = suffix.utf8.reversed()
        return files.filter {
            $0.path.utf8.starts(with: prefix) && $0.path.utf8.reversed().starts(with: ending)
        }
    }

    /// The bytes of a file.
    public func read(_ path: String) throws -> [UInt8] {
        if let bytes = replaced[path] { return bytes }
        guard let file = file(path) else {
            throw InputError(path: path, doing: "read", code: ENOENT)
        }
        return try FileBytes.read("\(root)/\(file.resolved)", shownAs: path)
    }

    /// The first bytes of a file, at most `count` of them; `nil` when it is no longer in the state in which it
    /// was when the folder was scanned, or no longer exists.
    public func readUnchanged(_ file: File, atMost count: Int = .max) throws -> [UInt8]? {
        do {
            return try FileBytes.read(
                place(of: file),
                file.identity,
                atMost: count,
                shownAs: file.path
            )
        } catch {
            guard isUnchanged(file) else { return nil }
            throw error
        }
    }

    /// The text of a file, without a byte order mark; `nil` when it is not text in UTF-8, which is
    /// reported then with its places.
    public func readText(_ path: String, log: inout DiagnosticLog) throws -> String? {
        InputTree.text(try read(path), file: path, log: &log)
    }

    /// The text of a file’s bytes, without a byte order mark; `nil` when they are not UTF-8, which is reported then.
    public static func text(
        _ bytes: [UInt8],
        file: String,
        log: inout DiagnosticLog
    ) -> String? {
        FileBytes.text(bytes, file: file, log: &log)
    }

    /// Whether a file or folder is left out by its name: hidden ones, and what editors, spreadsheet programs and
    /// file managers put beside others; such a copy may hold what was removed from the file itself.
    public static func isIgnored(_ name: some StringProtocol) -> Bool {
        let bytes = String(name).utf8
        if bytes.first == UInt8(ascii: ".") || bytes.last == UInt8(ascii: "~") { return true }
        if bytes.first == UInt8(ascii: "#"), bytes.last == UInt8(ascii: "#") { return true }
        let name = name.lowercased()
        return ignoredNames.contains(name) || ignoredBeginnings.contains(where: name.hasPrefix)
            || ignoredEnds.contains(where: name.hasSuffix)
    }

    private static let ignoredNames = [
        "thumbs.db", "ehthumbs.db", "desktop.ini", "__macosx", "$recycle.bin",
    ]
    private static let ignoredBeginnings = ["~$", "~lock."]
    private static let ignoredEnds = [".tmp", ".swp", ".swo", ".bak", ".orig", ".rej"]

    /// Reports names that some disks and hosts cannot hold side by side.
    private static func reportCollisions(_ files: [File], _ log: inout DiagnosticLog) {
        // Two Strings are equal when they are canonically equivalent, so Unicode forms meet by themselves.
        var first: [String: String] = [:]
        for file in files {
            let key = file.path.lowercased()
            guard let earlier = first[key] else {
                first[key] = file.path
                continue
            }
            let isForm = earlier == file.path
            log.report(
                ReadingRule.fileNameCollision,
                at: SourceLocation(file: file.path),
                isForm
                    ? "another file has the same name in another Unicode form"
                    : "this name differs from “\(earlier)” only by upper and lower case",
                suggestion: "Rename one of them: on many disks the two are one file."
            )
        }
    }
}

/// The site cannot be read: a folder is missing, a permission, the disk.
public struct InputError: Error, Hashable, CustomStringConvertible, Sendable {
    /// The file or folder.
    public let path: String
    /// What failed, such as "read" or "open".
    public let doing: String
    /// The system's error number.
    public let code: Int32

    /// Makes an error from the system's number, `errno`.
    public init(path: String, doing: String, code: Int32) {
        self.path = path
        self.doing = doing
        self.code = code
    }

    /// A sentence such as "cannot read content/index.md: you have no permission".
    public var description: String {
        "cannot \(doing) \(path): \(SystemError.reason(code))"
    }
}
