// What `recount new` writes: files as values first, so that the whole of a site is known before the
// first of them is on the disk.

import Diagnostics
import Text

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// A file of a new site.
public struct StarterFile: Hashable, Sendable {
    /// The path from the site's folder, with forward slashes.
    public var path: String
    /// What it holds.
    public var bytes: [UInt8]

    /// Makes a text file.
    public init(_ path: String, _ text: String) {
        self.path = path
        bytes = Array(text.utf8)
    }

    /// Makes a file of any kind.
    public init(_ path: String, bytes: [UInt8]) {
        self.path = path
        self.bytes = bytes
    }
}

/// The files of a new site.
public struct StarterSite: Sendable {
    /// The files in the order in which they are written.
    public var files: [StarterFile]

    /// Collects the files of a site.
    public init(files: [StarterFile]) {
        self.files = files
    }

    /// The site of three invented records that shows each feature.
    public static let sample = StarterSite(
        files: ownFiles.filter { !$0.path.hasPrefix(translations) }
    )

    /// The file of the sample site that keeps the report out of a repository.
    static let gitignore = ownFiles.filter { $0.path == ".gitignore" }

    /// The files of the sample and of its translations; hidden files lie under visible names in the source.
    static let ownFiles = EmbeddedFiles.sample.map {
        $0.path == "gitignore" ? StarterFile(".gitignore", bytes: $0.bytes) : $0
    }

    /// Writes the site into a folder that does not exist yet or is empty.
    ///
    /// When something fails on the way, what was written is removed again.
    public func write(to folder: String) throws(StartingError) {
        try StarterFolder.checkEmpty(folder)
        var written = StarterFolder(root: folder)
        do {
            for file in files { try written.write(file) }
        } catch {
            written.remove()
            throw error
        }
    }
}

/// Why a site cannot be begun; its description is what the user reads.
public enum StartingError: Error, Equatable, CustomStringConvertible {
    /// The folder holds something already.
    case notEmpty(folder: String, example: String)
    /// There is a file where the folder should be.
    case notAFolder(String)
    /// There is no sample in this language.
    case noSample(language: String)
    /// The operating system refuses.
    case refused(action: String, path: String, code: Int32)

    /// What is wrong and what to do about it.
    public var description: String {
        switch self {
        case .notEmpty(let folder, let example):
            "“\(folder)” is not empty: it holds “\(example)”. Name a folder that does not exist yet."
        case .notAFolder(let path):
            "“\(path)” is a file. Name a folder that does not exist yet."
        case .noSample(let language):
            "there is no sample in “\(language)”: name some of "
                + StarterSite.sampleLanguages.joined(separator: ",")
                + ", each once, that of the original first. Other languages are added in site.yaml."
        case .refused(let action, let path, let code):
            "cannot \(action) “\(path)”: \(SystemError.reason(code))"
        }
    }
}

/// A folder that is being filled, remembering what it made.
private struct StarterFolder {
    let root: String
    private var made: [(path: String, isFolder: Bool)] = []

    init(root: String) {
        self.root = root
    }

    /// A folder with nothing but `.git` counts as empty.
    static func checkEmpty(_ folder: String) throws(StartingError) {
        guard let stream = opendir(folder) else {
            if errno == ENOENT { return }
            if errno == ENOTDIR { throw .notAFolder(folder) }
            throw .refused(action: "open", path: folder, code: errno)
        }
        defer { closedir(stream) }
        var names: [String] = []
        while let entry = readdir(stream) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: 256, String.init(cString:))
            }
            if ![".", "..", ".git"].contains(name) { names.append(name) }
        }
        if let example = names.min() { throw .notEmpty(folder: folder, example: example) }
    }

    mutating func write(_ file: StarterFile) throws(StartingError) {
        let path = root + "/" + file.path
        try makeFolders(above: path)
        let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
        guard descriptor >= 0 else { throw .refused(action: "create", path: path, code: errno) }
        made.append((path, false))
        var isClosed = false
        defer { if !isClosed { close(descriptor) } }
        var rest = file.bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { sink($0, descriptor) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw .refused(action: "write", path: path, code: errno) }
            rest = rest.dropFirst(count)
        }
        isClosed = true
        guard close(descriptor) == 0 || errno == EINTR else {
            throw .refused(action: "write", path: path, code: errno)
        }
    }

    private func sink(_ bytes: UnsafeRawBufferPointer, _ descriptor: Int32) -> Int {
        #if canImport(Glibc)
        Glibc.write(descriptor, bytes.baseAddress, bytes.count)
        #else
        Darwin.write(descriptor, bytes.baseAddress, bytes.count)
        #endif
    }

    private mutating func makeFolders(above path: String) throws(StartingError) {
        var folder = ""
        for part in path.split(separator: "/", omittingEmptySubsequences: false).dropLast() {
            folder += part + "/"
            if part.isEmpty { continue }
            let name = String(folder.dropLast())
            if mkdir(name, 0o777) == 0 {
                made.append((name, true))
            } else if errno != EEXIST && errno != EISDIR {
                throw .refused(action: "create", path: name, code: errno)
            }
        }
    }

    func remove() {
        for (path, isFolder) in made.reversed() {
            if isFolder { rmdir(path) } else { unlink(path) }
        }
    }
}
