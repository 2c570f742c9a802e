import Foundation
import TestSupport

@testable import Output

/// Reports in a folder of a test's own.
extension Sandbox {
    var output: String { path + "/Output" }
    var folder: OutputFolder { OutputFolder(path: output, waitsForDisk: false) }

    /// Builds a report of these files, as text.
    @discardableResult
    func build(_ files: [String: String], in folder: OutputFolder? = nil) throws -> OutputChanges {
        let staged = try (folder ?? self.folder).stage()
        for (path, text) in files { try staged.write(path, Array(text.utf8)) }
        return try staged.commit()
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
            } else if let data = FileManager.default.contents(atPath: file), !Sandbox.isFolder(file)
            {
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
}
