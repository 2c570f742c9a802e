import ArgumentParser
import Building

/// `recount check`: everything that a build does, except writing.
struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Look for mistakes, and write nothing.",
        discussion: """
            Reads, counts and renders everything, prints every mistake, and leaves the report \
            unchanged.

            Example:
              recount check ~/raqqa
            """
    )

    @OptionGroup var options: SiteOptions

    func run() throws {
        let reporter = BuildReporter(
            site: options.site,
            drafts: options.drafts,
            folder: nil,
            terminal: Terminal()
        )
        throw ExitCode(reporter.run())
    }
}
