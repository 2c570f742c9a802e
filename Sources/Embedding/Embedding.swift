// Makes SwiftPM run Embed before it compiles a target, and again when a file changes.

import Foundation
import PackagePlugin

/// Embeds the files that belong to a target.
@main
struct Embedding: BuildToolPlugin {
    func createBuildCommands(context: PluginContext, target: any Target) async throws -> [Command] {
        let package = context.package.directoryURL
        let (type, places) = try embedded(target.name)
        let folders = places.map { ($0.name, package.appendingPathComponent($0.folder)) }
        let output = context.pluginWorkDirectoryURL.appendingPathComponent("EmbeddedFiles.swift")
        return [
            .buildCommand(
                displayName: "Embedding " + places.map(\.folder).joined(separator: ", "),
                executable: try context.tool(named: "Embed").url,
                arguments: [output.path, type] + folders.map { "\($0.0)=\($0.1.path)" },
                inputFiles: folders.flatMap { files(in: $0.1) },
                outputFiles: [output]
            )
        ]
    }

    /// The type that a target declares for its embedded files, and the names of its folders.
    private func embedded(
        _ target: String
    ) throws -> (type: String, folders: [(name: String, folder: String)]) {
        switch target {
        case "Scaffolding":
            ("StarterFile", [("sample", "Sources/Scaffolding/Sample")])
        case "Originals":
            ("OriginalFile", [("templates", "templates"), ("ground", "Sources/Originals/Ground")])
        case "Explanations":
            ("RuleFile", [("rules", "Sources/Explanations/Rules")])
        default:
            throw UnknownTarget(name: target)
        }
    }

    private struct UnknownTarget: Error, CustomStringConvertible {
        let name: String
        var description: String { "Embedding: no files are listed for the target \(name)" }
    }

    private func files(in folder: URL) -> [URL] {
        let all = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
        return (all?.allObjects as? [URL] ?? []).sorted { $0.path < $1.path }
    }
}
