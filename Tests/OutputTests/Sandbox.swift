import Foundation

@testable import Output

/// A folder of a test's own, with an output folder in it; gone when the test ends.
final class Sandbox: Sendable {
    let path: String
    var output: String { path + "/Output" }
    var folder: OutputFolder { OutputFolder(path: output, waitsForDisk: false) }

    init(in parent: String = NSTemporaryDirectory()) throws {
        path =
            URL(fileURLWithPath: parent).resolvingSymlinksInPath().path
            + "/recount-output-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    /// Builds a report of these files, as text.
    @discardableResult
    func build(_ files: [String: String], in folder: OutputFolder? = nil) throws -> OutputChanges {
        let staged = try (folder ?? self.folder).stage()
        for (path, text) in files { try staged.write(path, Array(text.utf8)) }
        return try staged.commit()
    }

    /// Writes a file as an author would, past the room.
    func put(_ text: String, at name: String) throws {
        let url = URL(fileURLWithPath: path + "/" + name)
        try FileManager.default.createDirectory(
            at: url.deletingLastPathComponent(),
            withIntermediateDirectories: true
        )
        try Data(text.utf8).write(to: url)
    }

    /// The text of every file below a folder, without the manifest; a link reads as "→ target".
    func texts(_ folder: String? = nil) throws -> [String: String] {
        var texts = try allTexts(folder)
        texts["manifest.json"] = nil
        return texts
    }

    /// The text of every file below a folder.
    func allTexts(_ folder: String? = nil) throws -> [String: String] {
        let root = folder ?? output
        var texts: [String: String] = [:]
        for name in try FileManager.default.subpathsOfDirectory(atPath: root) {
            let file = root + "/" + name
            if let target = try? FileManager.default.destinationOfSymbolicLink(atPath: file) {
                texts[name] = "→ " + target
            } else if let data = FileManager.default.contents(atPath: file), !isFolder(file) {
                texts[name] = String(decoding: data, as: UTF8.self)
            }
        }
        return texts
    }

    /// What the file system knows of a file.
    func status(_ name: String) -> stat? {
        var status = stat()
        return lstat(path + "/" + name, &status) == 0 ? status : nil
    }

    /// The names beside the output: nothing of a build may be left there.
    func names() throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: path).sorted()
    }

    private func isFolder(_ path: String) -> Bool {
        var isFolder: ObjCBool = false
        return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
            && isFolder.boolValue
    }
}

/// The message of the error that a closure throws; "no error" when it throws none.
func message(_ body: () throws -> Void) -> String {
    do {
        try body()
        return "no error"
    } catch { return "\(error)" }
}
