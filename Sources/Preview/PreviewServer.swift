// The entry point of this target: serves a folder to this machine only, rebuilds it when a file changes, and
// updates open pages.

import Dispatch

/// Serves an output folder, rebuilds it after changes, and keeps open pages up to date.
///
/// A serving thread, a watching thread and a building task run concurrently and communicate only by
/// messages.
public struct PreviewServer: Sendable {
    /// Runs one build and reports each step.
    ///
    /// It should end soon after its task is cancelled, and must not report anything after it returns.
    public typealias Build =
        @Sendable (_ report: @escaping @Sendable (PreviewStep) -> Void) async -> Void

    private let folder: String
    private let port: UInt16
    private let watched: WatchedFolders
    private let build: Build
    private let report: @Sendable (PreviewEvent) -> Void
    /// Whether the report has drafts: responses then forbid keeping them.
    public var hasDrafts = false
    var limits = Connection.Limits()
    /// The number of folders to watch before acting as if inotify had run out of watches; for tests.
    var watchLimit: Int?

    /// Creates a preview of one site.
    ///
    /// - Parameters:
    ///   - folder: The output folder to serve; a build may replace it as a whole.
    ///   - port: The port to listen on, or 0 for any free one, which ``PreviewEvent/serving(url:)`` names.
    ///   - watch: The folders whose changes cause a build; they may be created later.
    ///   - ignoring: Returns whether changes of a path are ignored, in addition to hidden files and
    ///     editors' temporary files.
    ///   - build: Runs one build; never called concurrently.
    ///   - report: Receives events; may be called from any thread.
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

    /// Serves until the task is cancelled or the process receives SIGINT or SIGTERM.
    ///
    /// A running build is then cancelled, but not awaited.
    public func run() async throws {
        try await withTaskExecutorPreference(PreviewExecutor.shared) { try await runHere() }
    }

    private func runHere() async throws {
        let listener = try Listener(port: port)
        let mailbox = try Mailbox()
        let watcherStop = try WakePipe()
        let changes = Changes()
        let (stops, stop) = AsyncStream.makeStream(
            of: PreviewError?.self,
            bufferingPolicy: .bufferingOldest(1)
        )
        let signals = try SignalWatch { stop.yield(nil) }

        defer { signals.end() }
        async let watching: Void = onOwnThread("watch") { [watched, watchLimit, report] in
            let watch = Watch(folders: watched, watchLimit: watchLimit, report: report)
            watch.run(changes: changes, stop: watcherStop)
        }
        async let serving: Void = onOwnThread("serve") { [self] in
            var loop = makeLoop(listener, mailbox)
            do throws(PreviewError) { try loop.run() } catch { stop.yield(error) }
        }
        report(.serving(url: "http://localhost:\(listener.port)/"))
        let building = Task.detached(executorPreference: PreviewExecutor.shared) {
            [build, report] in
            await changes.waitUntilWatching()
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
        watcherStop.signal()
        _ = await (watching, serving)
        if let failure { throw failure }
    }

    private func makeLoop(_ listener: Listener, _ mailbox: Mailbox) -> ServerLoop {
        ServerLoop(
            listener: listener,
            mailbox: mailbox,
            responder: Responder(
                folder: ServedFolder(path: folder),
                hosts: AllowedHosts(port: listener.port),
                hasDrafts: hasDrafts
            ),
            feed: LiveFeed(run: String(UInt32.random(in: 1 ... .max), radix: 36)),
            limits: limits
        )
    }

    /// Runs blocking work on a thread of its own, outside the thread pool of Swift concurrency.
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
