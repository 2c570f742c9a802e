import ArgumentParser
import Building
import Output

/// `recount build`: the whole way from files to the report.
struct Build: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Write the report.",
        discussion: """
            Everything is rendered before anything is replaced: a failed build leaves the last \
            report as it was.

            Examples:
              recount build
              recount build ~/raqqa --output ~/public/raqqa
            """
    )

    @OptionGroup var options: SiteOptions

    @Option(
        help: "The folder to write. [default: Output in the site's folder]",
        completion: .directory
    )
    var output: String?

    func run() throws {
        let reporter = BuildReporter(
            site: options.site,
            drafts: options.drafts,
            folder: OutputFolder(path: output ?? options.site + "/Output"),
            terminal: Terminal()
        )
        throw ExitCode(reporter.run())
    }
}
