// A build tool that writes files into a Swift source, so that the program contains the default templates,
// the sample site and the explanations of rules, wherever it is installed.

import Foundation

/// Writes folders as Swift source: `Embed OUTPUT TYPE NAME=FOLDER…`.
///
/// Each folder becomes an array of values of the type. The target declares the type, with an initializer
/// that takes a path and a text and, if some files are not text, one that takes a path and `bytes:`.
@main
enum Embed {
    static func main() throws {
        guard CommandLine.arguments.count > 2 else { throw Failure(reason: "no output or type") }
        let type = CommandLine.arguments[2]
        var source = "// Made from files at build time.\n\nenum EmbeddedFiles {\n"
        for argument in CommandLine.arguments.dropFirst(3) {
            let parts = argument.split(separator: "=", maxSplits: 1).map(String.init)
            guard parts.count == 2 else { throw Failure(reason: "not NAME=FOLDER: \(argument)") }
            source += try folder(parts[0], URL(fileURLWithPath: parts[1]), type)
        }
        source += "}\n"
        try Data(source.utf8).write(to: URL(fileURLWithPath: CommandLine.arguments[1]))
    }

    private static func folder(_ name: String, _ folder: URL, _ type: String) throws -> String {
        let manager = FileManager.default
        guard let paths = manager.enumerator(atPath: folder.path)?.allObjects as? [String] else {
            throw Failure(reason: "cannot list \(folder.path)")
        }
        var source = "    static let \(name): [\(type)] = [\n"
        for path in paths.sorted() {
            let url = folder.appendingPathComponent(path)
            var isFolder: ObjCBool = false
            let isHidden = path.split(separator: "/")
                .contains { $0.hasPrefix(".") || $0.hasSuffix("~") }
            guard !isHidden, manager.fileExists(atPath: url.path, isDirectory: &isFolder),
                !isFolder.boolValue
            else { continue }
            source += "\(type)(\(quoted(path)), \(literal(try Data(contentsOf: url)))),\n"
        }
        return source + "    ]\n"
    }

    /// Text as a raw string literal, which needs no escapes; other bytes as an array.
    private static func literal(_ data: Data) -> String {
        guard let text = String(data: data, encoding: .utf8),
            !text.utf8.contains(where: { $0 < 32 && $0 != 10 && $0 != 9 || $0 == 127 })
        else { return "bytes: [" + data.map(String.init).joined(separator: ", ") + "]" }
        return quoted(text)
    }

    private static func quoted(_ text: String) -> String {
        var marks = "#"
        while text.contains("\"" + marks) || text.contains("\\" + marks) { marks += "#" }
        return "\(marks)\"\"\"\n\(text)\n\"\"\"\(marks)"
    }

    private struct Failure: Error, CustomStringConvertible {
        let reason: String
        var description: String { "Embed: " + reason }
    }
}
