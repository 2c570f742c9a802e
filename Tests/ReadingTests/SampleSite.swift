import Foundation

/// A folder for one test, deleted afterwards.
final class SampleSite {
    let root: String

    init(_ files: [String: String] = [:]) throws {
        root =
            FileManager.default.temporaryDirectory
            .appending(path: "recount-site-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(
            atPath: root + "/content",
            withIntermediateDirectories: true
        )
        for (path, text) in files { try write(path, Array(text.utf8)) }
    }

    deinit {
        try? FileManager.default.removeItem(atPath: root)
    }

    func write(_ path: String, _ bytes: [UInt8]) throws {
        let url = URL(filePath: "\(root)/\(path)")
        try FileManager.default.createDirectory(
            at: url.deletingLastPathComponent(),
            withIntermediateDirectories: true
        )
        try Data(bytes).write(to: url)
    }

    func link(_ path: String, to target: String) throws {
        try FileManager.default.createSymbolicLink(
            atPath: "\(root)/\(path)",
            withDestinationPath: target
        )
    }
}
