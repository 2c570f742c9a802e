import ArgumentParser
import Building
import Diagnostics
import Foundation

/// The command line; each command has a file of its own.
@main
struct Recount: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "recount",
        abstract: "Publishes a record of civilian harm in which every number can be checked.",
        discussion: """
            Recount reads Markdown articles and casualty records from a site's content/ folder and \
            writes a static HTML report through templates.

            Examples:
              recount new my-report      Create a small site to start with.
              recount serve my-report    See it in a browser while you edit.
              recount build              Write Output/ from content/ and templates/ here.
              recount check ~/raqqa      Look for mistakes in another site, and write nothing.

            Exit codes: 0 success, 1 mistakes in the content, 2 something else failed.
            """,
        version: Version.origin,
        subcommands: [
            New.self, Serve.self, Build.self, Check.self, QueryCommand.self, DiffCommand.self,
            Publish.self, ReleaseCommand.self, Verify.self, Rollback.self, WithholdCommand.self,
            Explain.self,
            ReferenceCommand.self,
        ]
    )

    /// Runs the command that the arguments name.
    ///
    /// Invalid arguments exit with 2, because 1 means mistakes in the content.
    static func main() async {
        Crash.endsAtOnce()
        do {
            var command = try parseAsRoot()
            if var asynchronous = command as? any AsyncParsableCommand {
                try await asynchronous.run()
            } else {
                try command.run()
            }
        } catch {
            let code = exitCode(for: error)
            guard code == .validationFailure else { exit(withError: error) }
            Terminal().complain(unknownCommand ?? fullMessage(for: error) + "\n")
            Foundation.exit(2)
        }
    }

    /// What to print when the first argument should be a command and is none; otherwise `nil`.
    private static var unknownCommand: String? {
        guard let first = CommandLine.arguments.dropFirst().first, !first.hasPrefix("-") else {
            return nil
        }
        let names = configuration.subcommands.map { $0._commandName } + ["help"]
        if names.contains(first) { return nil }
        let help =
            Spelling.question(first, names)
            ?? "The commands: \(names.joined(separator: ", "))."
        return "recount: there is no command “\(first)”\n     \(help)\n"
    }
}
