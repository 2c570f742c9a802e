// Tells SwiftPM to run Embed before it compiles a target, and when to run it again.

import Foundation
import PackagePlugin

/// Embeds the default templates and the sample site.
@main
struct Embedding: BuildToolPlugin {
    func createBuildCommands(context: PluginContext, target: any Target) async throws -> [Command] {
        let package = context.package.directoryURL
        let folders = [
            ("templates", package.appendingPathComponent("templates")),
            ("sample", package.appendingPathComponent("Sources/Scaffolding/Sample")),
        ]
        let output = context.pluginWorkDirectoryURL.appendingPathComponent("EmbeddedFiles.swift")
        return [
            .buildCommand(
                displayName: "Embedding the default templates and the sample site",
                executable: try context.tool(named: "Embed").url,
                arguments: [output.path] + folders.map { "\($0.0)=\($0.1.path)" },
                inputFiles: folders.flatMap { files(in: $0.1) },
                outputFiles: [output]
            )
        ]
    }

    private func files(in folder: URL) -> [URL] {
        let all = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
        return (all?.allObjects as? [URL] ?? []).sorted { $0.path < $1.path }
    }
}
