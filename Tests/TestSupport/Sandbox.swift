import Foundation

/// A temporary folder, which is deleted when the test ends.
public final class Sandbox: Sendable {
    /// The folder, without symbolic links in its path.
    public let path: String

    /// Makes a folder with these files, as text.
    ///
    /// Its path is short, because the path of a socket in it is limited to about a hundred characters.
    public init(_ files: [String: String] = [:], in parent: String = "/tmp") throws {
        path =
            URL(filePath: parent).resolvingSymlinksInPath().path
            + "/recount-" + String(UInt64.random(in: 0...UInt64.max), radix: 36)
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        for (name, text) in files { try put(text, at: name) }
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    /// Writes a text, and makes its parent folders.
    public func put(_ text: String, at name: String) throws {
        try put(Array(text.utf8), at: name)
    }

    /// Writes bytes, and makes their parent folders.
    public func put(_ bytes: [UInt8], at name: String) throws {
        let url = URL(filePath: path + "/" + name)
        try FileManager.default.createDirectory(
            at: url.deletingLastPathComponent(),
            withIntermediateDirectories: true
        )
        try Data(bytes).write(to: url)
    }

    /// Makes a symbolic link.
    public func link(_ name: String, to target: String) throws {
        try FileManager.default.createSymbolicLink(
            atPath: path + "/" + name,
            withDestinationPath: target
        )
    }

    /// The text of a file; `nil` when there is none.
    public func text(_ name: String) -> String? {
        FileManager.default.contents(atPath: path + "/" + name)
            .map { String(decoding: $0, as: UTF8.self) }
    }

    /// The names in the folder or one below it, sorted.
    public func names(_ folder: String = "") throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: path + "/" + folder).sorted()
    }

    /// Whether there is a folder at a path, which is not relative to the sandbox.
    public static func isFolder(_ path: String) -> Bool {
        var isFolder: ObjCBool = false
        return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
            && isFolder.boolValue
    }
}

/// The message of the error that a closure throws; "no error" when it throws none.
public func message(_ body: () throws -> Void) -> String {
    do {
        try body()
        return "no error"
    } catch { return "\(error)" }
}
