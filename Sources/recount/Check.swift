import ArgumentParser
import Building

extension MessageFormat: ExpressibleByArgument {}

/// `recount check`: everything that a build does, except writing.
struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Look for mistakes, and write nothing.",
        discussion: """
            Reads, counts and renders everything, prints every mistake, and leaves the report \
            unchanged.

            Of each rule, the first messages in a file are printed and the others are counted; \
            warnings are only counted while there are errors. Editors and CI services can mark the \
            lines: --format prints the same list as JSON, as SARIF 2.1.0, or as GitHub's workflow \
            commands.

            Examples:
              recount check ~/raqqa
              recount check --all
              recount check --format sarif > recount.sarif
            """
    )

    @OptionGroup var options: SiteOptions

    @Flag(help: "Print every message.")
    var all = false

    @Option(help: "How to print the messages.")
    var format = MessageFormat.text

    func run() throws {
        var reporter = BuildReporter(
            site: options.site,
            drafts: options.drafts,
            folder: nil,
            terminal: Terminal(isQuiet: format != .text)
        )
        reporter.format = format
        if all { reporter.messageLimit = nil }
        throw ExitCode(reporter.run())
    }
}
