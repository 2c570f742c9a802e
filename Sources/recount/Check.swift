import ArgumentParser
import Building

extension MessageFormat: ExpressibleByArgument {}

/// `recount check`: everything that a build does, except writing.
struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Look for mistakes, and write nothing.",
        discussion: """
            Reads, counts and renders everything, prints every mistake, and leaves the report \
            unchanged.

            Of each rule, the first messages in a file are printed and the others are counted; \
            warnings are only counted while there are errors. Editors and CI services can mark the \
            lines: --format prints the same list as JSON, as SARIF 2.1.0, or as GitHub's workflow \
            commands.

            --privacy prints the page that an editor signs before a report is published: of each \
            table, which columns are public or private, how many cells they hold, and three rows as \
            readers will see them; and all articles, drafts and files for download.

            --languages prints what a report in several languages lacks in each of them.

            Examples:
              recount check ~/raqqa
              recount check --privacy > privacy.txt
              recount check --all
              recount check --format sarif > recount.sarif
            """
    )

    @OptionGroup var options: SiteOptions

    @Flag(help: "Print every message.")
    var all = false

    @Flag(help: "Print what readers will see, and what stays private.")
    var privacy = false

    @Flag(help: "Print what is not translated, or no longer like its original.")
    var languages = false

    @Option(help: "How to print the messages.")
    var format = MessageFormat.text

    func validate() throws {
        guard !privacy || format == .text || format == .json else {
            throw ValidationError("--privacy prints text or JSON.")
        }
        guard !languages || (format == .text && !privacy) else {
            throw ValidationError("--languages prints text, and nothing else.")
        }
    }

    func run() throws {
        var reporter = BuildReporter(
            site: options.site,
            drafts: options.drafts,
            folder: nil,
            terminal: Terminal(isQuiet: format != .text || privacy || languages)
        )
        reporter.format = format
        reporter.printsPrivacy = privacy
        reporter.printsLanguages = languages
        if all { reporter.messageLimit = nil }
        throw ExitCode(reporter.run())
    }
}
