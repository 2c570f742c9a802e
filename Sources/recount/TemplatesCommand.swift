import ArgumentParser
import Building
import Decoding
import Diagnostics
import Originals

/// `recount templates`: what a site changes of the program's templates.
struct TemplatesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "templates",
        abstract: "List the templates that a site changes, copy others, and compare them.",
        discussion: """
            A site holds only the templates, words and styles that it changes; all others come \
            from the program. For each that you copy, the original is kept in \
            templates/originals/, so that a later version can tell you what has changed in it.

            Examples:
              recount templates                    What this site changes.
              recount templates copy strike.html   Fetch one to change it.
              recount templates diff               What the site and the program have changed.
              recount templates accept strike.html Record that you have seen to it.
            """,
        subcommands: [List.self, Copy.self, Diff.self, Accept.self],
        defaultSubcommand: List.self
    )

    /// The site whose templates are meant.
    struct Site: ParsableArguments {
        @Option(
            help: "The site's folder, which holds content/.",
            completion: .directory
        )
        var site = "."

        /// Does something with the site's templates; what fails ends the command.
        func use(_ act: (TemplateFolder, Terminal) throws -> Void) throws {
            try TemplatesCommand.use(site, act)
        }
    }

    private static func use(
        _ site: String,
        _ act: (TemplateFolder, Terminal) throws -> Void
    ) throws {
        let terminal = Terminal()
        var log = DiagnosticLog()
        do {
            let folder = try TemplateFolder(site: site, theme: .own, log: &log)
            if log.hasErrors { throw terminal.mistakes(log) }
            try act(folder, terminal)
        } catch let code as ExitCode {
            throw code
        } catch let failure as TemplateFolder.Failure {
            throw terminal.failure(failure, code: 1)
        } catch { throw terminal.failure(error) }
    }

    /// `recount templates list`, which needs not be named.
    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "list",
            abstract: "List what a site changes, and what comes from the program."
        )

        @Argument(help: "The site's folder, which holds content/.", completion: .directory)
        var site = "."

        func run() throws {
            try TemplatesCommand.use(site) { $1.write($0.list) }
        }
    }

    /// `recount templates copy`.
    struct Copy: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "copy",
            abstract: "Copy templates of the program into the site, to change them.",
            discussion: """
                A file of words is copied with every word after a “#”: delete it where you change \
                one. For a language that the program does not have, such as words/es.yaml, the \
                English words are copied, to translate them.
                """
        )

        @Argument(help: ArgumentHelp("The templates, such as strike.html.", valueName: "name"))
        var names: [String]

        @OptionGroup var site: Site

        func run() throws {
            try site.use { folder, terminal in
                for name in names { terminal.say(try folder.copy(name)) }
            }
        }
    }

    /// `recount templates diff`.
    struct Diff: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "diff",
            abstract: "Show what the site changes, and what the program has changed since.",
            discussion: """
                Without a name, shows the differences of all templates, words and assets that the \
                site has in place of the program's.
                """
        )

        @Argument(help: ArgumentHelp("The templates, such as strike.html.", valueName: "name"))
        var names: [String] = []

        @OptionGroup var site: Site

        func run() throws {
            try site.use { $1.write(try $0.differences(names)) }
        }
    }

    /// `recount templates accept`.
    struct Accept: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "accept",
            abstract:
                "Record that the site's templates are made from the originals of this version.",
            discussion: """
                Do this when you have taken over what you want of the changes that \
                `recount templates diff` shows. Only templates/originals/ changes.
                """
        )

        @Argument(help: ArgumentHelp("The templates, such as strike.html.", valueName: "name"))
        var names: [String]

        @OptionGroup var site: Site

        func run() throws {
            try site.use { folder, terminal in
                for name in names { terminal.say(try folder.accept(name)) }
            }
        }
    }
}
