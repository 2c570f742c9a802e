import ArgumentParser
import Building
import Output

/// `recount build`: writes the report.
struct Build: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Write the report.",
        discussion: """
            The last report is replaced only when the new one is complete: a failed build leaves \
            it unchanged.

            Examples:
              recount build
              recount build ~/raqqa --output ~/public/raqqa
            """
    )

    @OptionGroup var options: SiteOptions

    @Option(
        help: "The folder to write to. [default: Output in the site's folder]",
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
