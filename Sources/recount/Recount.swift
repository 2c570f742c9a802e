import ArgumentParser
import Building
import CArguments
import Diagnostics
import Foundation

/// The command line; each command has a file of its own.
@main
struct Recount: ParsableCommand {
    static let configuration = CommandConfiguration(
        // Every command states its name, because ArgumentParser would ask the runtime for it by reflection.
        commandName: "recount",
        abstract: "Publishes a record of civilian harm in which every number can be checked.",
        discussion: """
            Recount reads Markdown articles and casualty records from a site's content/ folder and \
            writes a static HTML report through templates.

            Examples:
              recount new my-report      Create a small site to start with.
              recount serve my-report    See it in a browser while you edit.
              recount build              Write Output/ from content/ here.
              recount check ~/raqqa      Look for mistakes in another site, and write nothing.

            Exit codes: 0 success, 1 mistakes in the content, 2 something else failed.
            """,
        version: Version.origin,
        subcommands: [
            New.self, Serve.self, Build.self, Check.self, QueryCommand.self,
            DiffCommand.self,
            Publish.self, PackCommand.self, PrintCommand.self, MergeCommand.self,
            ReleaseCommand.self, Verify.self,
            Rollback.self,
            UpdateCommand.self,
            WithholdCommand.self,
            TranslatedCommand.self,
            TranslationCommand.self,
            Explain.self,
            ReferenceCommand.self,
            TemplatesCommand.self,
        ]
    )

    /// Runs the command that the arguments name, and exits with its code.
    ///
    /// Invalid arguments exit with 2, because 1 means mistakes in the content.
    static func main() {
        Signals.prepare()
        StandardStream.prepare()
        let code = run((1..<max(1, recount_argument_count())).compactMap(argument))
        Foundation.exit(Terminal().exitCode(code))
    }

    /// An argument of the program, as the system passed it.
    private static func argument(_ position: Int32) -> String? {
        recount_argument(position).map { String(cString: $0) }
    }

    /// Runs a command; returns its exit code.
    ///
    /// Before it parses anything, ArgumentParser examines every command by reflection, which takes as long as
    /// the start of the process. Other programs ask for the version often, so it is printed without.
    private static func run(_ arguments: [String]) -> Int32 {
        if arguments == ["--version"] {
            Terminal().write(configuration.version + "\n")
            return 0
        }
        do {
            var command = try parseAsRoot(arguments)
            try command.run()
            return 0
        } catch {
            return report(error, arguments)
        }
    }

    /// Prints what ArgumentParser has to say: help and versions, or what is wrong; returns the exit code.
    private static func report(_ error: any Error, _ arguments: [String]) -> Int32 {
        let code = exitCode(for: error)
        var message = fullMessage(for: error)
        if !message.isEmpty { message += "\n" }
        if code.isSuccess {
            Terminal().write(message)
            return 0
        }
        if code == .validationFailure, let unknown = unknownCommand(arguments) { message = unknown }
        Terminal().complain(message)
        return error is ExitCode ? code.rawValue : 2
    }

    /// What to print when the first argument should be a command and is none; otherwise `nil`.
    private static func unknownCommand(_ arguments: [String]) -> String? {
        guard let first = arguments.first, !first.hasPrefix("-") else {
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
