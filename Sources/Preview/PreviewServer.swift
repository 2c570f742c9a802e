// The front of this room: serves a folder to this machine only, rebuilds it when a file changes, and
// tells the pages that are open.

import Dispatch

/// Serves an output folder, rebuilds it after changes, and keeps open pages up to date.
///
/// Three things run side by side and share nothing but messages: a thread that serves, a thread that
/// watches, and a task that builds.
public struct PreviewServer: Sendable {
    /// Runs one build, and hands over each step when it is done.
    ///
    /// Should end soon when its task is cancelled; nothing is handed over after it has returned.
    public typealias Build =
        @Sendable (_ tell: @escaping @Sendable (PreviewStep) -> Void) async -> Void

    private let folder: String
    private let port: UInt16
    private let watched: WatchedFolders
    private let build: Build
    private let report: @Sendable (PreviewEvent) -> Void
    var limits = Connection.Limits()
    /// How many folders inotify may watch before the preview acts as if the system had no more.
    var watchLimit: Int?

    /// Makes a preview of one site.
    ///
    /// - Parameters:
    ///   - folder: The output to serve; a build may replace it whole.
    ///   - port: The port to listen on; 0 takes any free one, which ``PreviewEvent/serving(url:)`` names.
    ///   - watch: The folders whose changes cause a build; one that is missing is awaited.
    ///   - ignoring: Says which changed paths do not matter, besides editors' temporary and hidden files.
    ///   - build: Runs one build; never called twice at a time.
    ///   - report: Is told what happens, for the terminal; may be called from any thread.
    public init(
        folder: String,
        port: UInt16,
        watch: [String],
        ignoring: @escaping @Sendable (String) -> Bool,
        build: @escaping Build,
        report: @escaping @Sendable (PreviewEvent) -> Void
    ) {
        self.folder = folder
        self.port = port
        watched = WatchedFolders(roots: watch, ignoring: ignoring)
        self.build = build
        self.report = report
    }

    /// Serves until the task is cancelled or the process gets SIGINT or SIGTERM.
    ///
    /// A build that is running then is cancelled and not waited for.
    public func run() async throws {
        let listener = try Listener(port: port)
        let mailbox = try Mailbox()
        let watchersStop = try Wake()
        let changes = Changes()
        let (stops, stop) = AsyncStream.makeStream(
            of: PreviewError?.self,
            bufferingPolicy: .bufferingOldest(1)
        )
        let signals = try SignalWatch { stop.yield(nil) }

        defer { signals.end() }
        async let watching: Void = onOwnThread("watch") { [watched, watchLimit, report] in
            let watch = Watch(folders: watched, watchLimit: watchLimit, report: report)
            watch.run(changes: changes, stop: watchersStop)
        }
        async let serving: Void = onOwnThread("serve") { [self] in
            var loop = makeLoop(listener, mailbox)
            do throws(PreviewError) { try loop.run() } catch { stop.yield(error) }
        }
        report(.serving(url: "http://localhost:\(listener.port)/"))
        let building = Task.detached { [build, report] in
            await changes.firstLook()
            let rebuilding = Rebuilding(
                build: build,
                report: report,
                publish: { mailbox.post(.build($0)) }
            )
            await rebuilding.run(changes)
        }

        var failure: PreviewError?
        for await reason in stops {
            failure = reason
            break
        }
        building.cancel()
        changes.finish()
        mailbox.post(.stop)
        watchersStop.wake()
        _ = await (watching, serving)
        if let failure { throw failure }
    }

    private func makeLoop(_ listener: Listener, _ mailbox: Mailbox) -> ServerLoop {
        ServerLoop(
            listener: listener,
            mailbox: mailbox,
            answers: Answers(
                folder: ServedFolder(path: folder),
                hosts: AllowedHosts(port: listener.port)
            ),
            feed: LiveFeed(run: String(UInt32.random(in: 1 ... .max), radix: 36)),
            limits: limits
        )
    }

    /// Runs work that waits in the operating system on a thread of its own, not one of the pool's.
    private func onOwnThread(_ name: String, _ work: @escaping @Sendable () -> Void) async {
        await withCheckedContinuation { continuation in
            DispatchQueue(label: "recount.preview.\(name)")
                .async { @Sendable in
                    work()
                    continuation.resume()
                }
        }
    }
}
