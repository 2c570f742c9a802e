import ArgumentParser
import Building
import Diagnostics
import Formats
import Foundation
import Output
import Preview

/// `recount serve`: shows the report in a browser while its files are edited.
struct Serve: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Show the report in a browser and keep it up to date while you edit.",
        discussion: """
            Builds the report, serves it to this machine only, and rebuilds it whenever a file in \
            content/ or templates/ changes; open pages update automatically. While there are \
            mistakes, the last good page stays visible with a list of them on top. Press Ctrl-C to \
            stop.

            With --drafts, the report is written to Output-drafts, so that no draft gets into \
            Output.

            Examples:
              recount serve
              recount serve ~/raqqa --port 8080 --open
            """
    )

    @OptionGroup var options: SiteOptions

    @Option(help: "The port to listen on; 0 for any free port.")
    var port: UInt16 = 8000

    @Flag(help: "Open the report in the browser.")
    var open = false

    func run() async throws {
        let terminal = Terminal()
        let site = options.site
        let output = site + (options.drafts ? "/Output-drafts" : "/Output")
        let builder = PreviewBuilder(site: site, drafts: options.drafts, output: output)
        let reporter = PreviewReporter(
            site: site,
            terminal: terminal,
            builder: builder,
            opens: open
        )
        var server = PreviewServer(
            folder: output,
            port: port,
            watch: [site + "/content", site + "/templates"],
            ignoring: { path in
                InputTree.isIgnored(path.split(separator: "/").last ?? "")
            },
            build: { await builder.build(reporting: $0) },
            report: { reporter.report($0) }
        )
        server.hasDrafts = options.drafts
        do {
            try await server.run()
        } catch { throw terminal.failure(error) }
        await builder.end()
        terminal.say("")
        terminal.say("ended")
    }
}
