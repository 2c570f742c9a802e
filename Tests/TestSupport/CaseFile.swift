import Foundation

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// One file of a ``MessageCase``.
public struct CaseFile: Sendable {
    /// What is at the path.
    public enum Kind: Equatable, Sendable {
        case file, pipe, deleted
        case link(to: String)
    }

    /// Its path, relative to the site's folder; bytes that are not UTF-8 are replaced.
    public var path: String { String(decoding: pathBytes, as: UTF8.self) }
    /// Whether it is a file, a pipe, a link or deleted.
    public let kind: Kind
    /// The note in brackets after the path, if only the room knows its meaning; otherwise empty.
    public let note: String
    /// Its content; empty when it is not a file.
    public let bytes: [UInt8]
    private let pathBytes: [UInt8]

    /// Its text; `nil` when it is not a file.
    public var text: String? { kind == .file ? String(decoding: bytes, as: UTF8.self) : nil }

    /// The files of a case's text: each begins with a line `-- path --`; the text above the first is
    /// a comment.
    static func read(_ text: String, in place: String) throws -> [CaseFile] {
        var files: [CaseFile] = []
        var heading: Substring?
        var lines: [Substring] = []
        func end() throws {
            if let heading { files.append(try CaseFile(heading, lines, in: place)) }
            lines = []
        }
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            if line.hasPrefix("-- "), line.hasSuffix(" --"), line.utf8.count > 6 {
                try end()
                heading = line.dropFirst(3).dropLast(3)
            } else {
                lines.append(line)
            }
        }
        try end()
        guard !files.isEmpty else { throw CaseFault("\(place) has no file: a line -- path --") }
        return files
    }

    private init(_ heading: Substring, _ lines: [Substring], in place: String) throws {
        var path = heading
        var notes = ""
        if heading.hasSuffix(")"), let open = heading.range(of: " (", options: .backwards) {
            path = heading[..<open.lowerBound]
            notes = String(heading[open.upperBound...].dropLast())
        }
        let body = lines.map { $0 + "\n" }.joined()
        var kind = Kind.file
        if let arrow = path.range(of: " -> ") {
            kind = .link(to: String(path[arrow.upperBound...]))
            path = path[..<arrow.lowerBound]
        }
        switch notes {
        case "pipe": kind = .pipe
        case "deleted": kind = .deleted
        default: break
        }
        guard kind == .file || body.isEmpty else {
            throw CaseFault("\(place): “\(heading)” cannot hold text")
        }
        let isEscaped = notes == "escaped"
        bytes = isEscaped ? try Escapes.bytes(body, in: place) : Array(body.utf8)
        pathBytes = try Escapes.bytes(String(path), in: place)
        note = isEscaped || kind != .file ? "" : notes
        self.kind = kind
    }

    /// Writes the file below a folder.
    public func write(below folder: String) throws {
        let parent = URL(filePath: folder + "/" + path).deletingLastPathComponent()
        try FileManager.default.createDirectory(at: parent, withIntermediateDirectories: true)
        let place = (Array("\(folder)/".utf8) + pathBytes + [0]).map { CChar(bitPattern: $0) }
        switch kind {
        case .deleted: return
        case .link(let target):
            guard symlink(target, place) == 0 else {
                throw CaseFault("cannot make the link \(path)")
            }
        case .pipe:
            guard mkfifo(place, 0o600) == 0 else { throw CaseFault("cannot make the pipe \(path)") }
        case .file:
            guard let file = fopen(place, "w") else {
                throw CaseFault("cannot make the file \(path)")
            }
            defer { fclose(file) }
            guard fwrite(bytes, 1, bytes.count, file) == bytes.count else {
                throw CaseFault("cannot write \(path)")
            }
        }
    }
}
