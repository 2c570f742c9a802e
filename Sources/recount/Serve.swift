import ArgumentParser
import Building
import Diagnostics
import Dispatch
import Formats
import Foundation
import Output
import Preview
import Synchronization

/// `recount serve`: shows the report in a browser while its files are edited.
struct Serve: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve",
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

    func run() throws {
        let preview = SitePreview(
            site: options.site,
            drafts: options.drafts,
            port: port,
            opens: open,
            terminal: Terminal()
        )
        let outcome = Outcome()
        Task(executorPreference: PreviewExecutor.shared) {
            do { try await preview.run() } catch { outcome.failure.withLock { $0 = error } }
            outcome.ended.signal()
        }
        outcome.ended.wait()
        if let error = outcome.failure.withLock({ $0 }) { throw preview.terminal.failure(error) }
    }
}

/// How a preview ended, for the thread that waits for it.
private final class Outcome: Sendable {
    let ended = DispatchSemaphore(value: 0)
    let failure = Mutex<(any Error)?>(nil)
}

/// The preview of one site, until it is stopped.
private struct SitePreview {
    let site: String
    let drafts: Bool
    let port: UInt16
    let opens: Bool
    let terminal: Terminal

    func run() async throws {
        let output = site + (drafts ? "/Output-drafts" : "/Output")
        let builder = PreviewBuilder(site: site, drafts: drafts, output: output)
        let reporter = PreviewReporter(
            site: site,
            terminal: terminal,
            builder: builder,
            opens: opens
        )
        let (failures, failure) = AsyncStream.makeStream(of: Never.self)
        var server = PreviewServer(
            folder: output,
            port: port,
            watch: [site + "/content", site + "/templates"],
            ignoring: { path in
                InputTree.isIgnored(path.split(separator: "/").last ?? "")
            },
            build: { await builder.build(reporting: $0) },
            report: { [terminal] in
                reporter.report($0)
                if terminal.hasFailed { failure.finish() }
            }
        )
        server.hasDrafts = drafts
        // Ends when the server ends, or when nothing can be printed any more.
        try await withThrowingTaskGroup(of: Void.self) { [server] group in
            group.addTask { try await server.run() }
            group.addTask { for await _ in failures {} }
            try await group.next()
            group.cancelAll()
        }
        await builder.end()
        terminal.say("")
        terminal.say("ended")
    }
}
