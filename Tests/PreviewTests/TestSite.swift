// A site in a temporary folder with a build that only copies, so that tests see the preview and
// nothing else.

import Diagnostics
import Foundation
import Synchronization
import Testing

@testable import Preview

/// A running preview of a temporary folder.
final class TestSite: Sendable {
    let root: String
    let port: UInt16
    let log: EventLog
    private let task: Task<Void, any Error>

    var content: String { root + "/content" }
    var templates: String { root + "/templates" }
    var output: String { root + "/Output" }

    /// Starts a preview and waits for its first build.
    init(
        files: [String: String] = ["index.html": TestSite.page("First")],
        watchLimit: Int? = nil,
        limits: Connection.Limits = Connection.Limits(),
        buildTime: Duration = .zero,
        guide: BuildGuide? = nil
    ) async throws {
        let root = NSTemporaryDirectory() + "recount-preview-\(UUID().uuidString)"
        self.root = root
        for folder in ["content", "templates"] {
            try FileManager.default.createDirectory(
                atPath: root + "/" + folder,
                withIntermediateDirectories: true
            )
        }
        for (name, text) in files { try TestSite.put(text, at: root + "/content/" + name) }
        let log = EventLog()
        self.log = log
        var server = PreviewServer(
            folder: root + "/Output",
            port: 0,
            watch: [root + "/content", root + "/templates"],
            ignoring: { $0.hasSuffix("/ignored.txt") },
            build: { tell in
                log.begin()
                defer { log.end() }
                if log.state.started > 1, let guide { return await guide.build(tell) }
                // As a real build, it does not notice at once that it is not wanted any more.
                await Task.detached { try? await Task.sleep(for: buildTime) }.value
                tell(.ended(CopyingBuild(root: root).run()))
            },
            report: { log.note($0) }
        )
        server.watchLimit = watchLimit
        server.limits = limits
        task = Task { [server] in try await server.run() }
        try await log.wait { $0.port != nil && $0.finished >= 1 }
        guard let port = log.state.port else { throw TimedOut(what: "port") }
        self.port = port
    }

    /// Ends the preview, but not a build that is running.
    func stop() async throws {
        task.cancel()
        try await task.value
    }

    /// Ends the preview and removes its folder.
    func end() async throws {
        try await stop()
        try await log.wait { $0.running == 0 }
        try FileManager.default.removeItem(atPath: root)
    }

    static func put(_ text: String, at path: String) throws {
        let folder = (path as NSString).deletingLastPathComponent
        try FileManager.default.createDirectory(
            atPath: folder,
            withIntermediateDirectories: true
        )
        try Data(text.utf8).write(to: URL(fileURLWithPath: path))
    }

    /// A page under the policy that the report's pages carry.
    static func page(_ title: String, _ body: String = "") -> String {
        """
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'self' file:; img-src 'self' file:; script-src 'self' file:">
        <title>\(title)</title>
        <link rel="stylesheet" href="/style.css">
        </head>
        <body>
        <h1>\(title)</h1>
        \(body)
        </body>
        </html>

        """
    }
}

/// Copies `content` to `Output` by renaming, and takes the word MISTAKE in a page for one.
struct CopyingBuild {
    let root: String

    func run() -> BuildOutcome {
        do {
            let files = try read(root + "/content")
            let mistakes = files.sorted { $0.key < $1.key }
                .flatMap { find(in: $0.value, $0.key) }
            if !mistakes.isEmpty { return .mistakes(mistakes) }
            if files["fail.txt"] != nil { return .failed("The disk is full.") }
            let before = (try? read(root + "/Output")) ?? [:]
            let changed = Set(files.keys).union(before.keys).filter { files[$0] != before[$0] }
            try write(files)
            return .built(changed: changed.sorted())
        } catch {
            return .failed("\(error)")
        }
    }

    private func read(_ folder: String) throws -> [String: Data] {
        var files: [String: Data] = [:]
        for name in try FileManager.default.subpathsOfDirectory(atPath: folder) {
            if let data = try? Data(contentsOf: URL(fileURLWithPath: folder + "/" + name)) {
                files[name] = data
            }
        }
        return files
    }

    private func find(in data: Data, _ name: String) -> [Diagnostic] {
        let lines = String(decoding: data, as: UTF8.self)
            .split(
                separator: "\n",
                omittingEmptySubsequences: false
            )
        return lines.enumerated()
            .compactMap { number, line in
                guard let range = line.range(of: "MISTAKE") else { return nil }
                let start = line.distance(from: line.startIndex, to: range.lowerBound)
                return Diagnostic(
                    TestRule.noMistake,
                    at: SourceLocation(
                        file: "content/" + name,
                        line: number + 1,
                        column: start + 1
                    ),
                    "“MISTAKE” is not <b>allowed</b>",
                    excerpt: Excerpt(String(line), start: start, length: 7),
                    suggestion: "Did you mean “RIGHT”?"
                )
            }
    }

    private func write(_ files: [String: Data]) throws {
        let staging = root + "/staging"
        try? FileManager.default.removeItem(atPath: staging)
        for (name, data) in files {
            let path = staging + "/" + name
            try FileManager.default.createDirectory(
                atPath: (path as NSString).deletingLastPathComponent,
                withIntermediateDirectories: true
            )
            try data.write(to: URL(fileURLWithPath: path))
        }
        let output = root + "/Output"
        let old = root + "/old"
        try? FileManager.default.removeItem(atPath: old)
        if rename(output, old) != 0, errno != ENOENT { throw TimedOut(what: "rename") }
        try FileManager.default.moveItem(atPath: staging, toPath: output)
    }
}

enum TestRule: String, CaseIterable, Rule {
    case noMistake = "no-mistake"

    var severity: Severity { .error }
}

/// What a preview has said and how often it has built.
final class EventLog: Sendable {
    struct State: Sendable {
        var port: UInt16?
        var started = 0
        var finished = 0
        var running = 0
        var mostAtOnce = 0
        var changed: [[String]] = []
        var built: [[String]] = []
        var polling: [String] = []
        var mistakes = 0
        var shown = 0
    }

    private let box = Mutex(State())
    var state: State { box.withLock { $0 } }

    func begin() {
        box.withLock {
            $0.started += 1
            $0.running += 1
            $0.mostAtOnce = max($0.mostAtOnce, $0.running)
        }
    }

    func end() {
        box.withLock { $0.running -= 1 }
    }

    func note(_ event: PreviewEvent) {
        box.withLock { state in
            switch event {
            case .serving(let url):
                state.port = URL(string: url)?.port.flatMap(UInt16.init(exactly:))
            case .changed(let paths): state.changed.append(paths)
            case .built(let changed, _):
                state.built.append(changed)
                state.finished += 1
            case .mistakes(let list):
                state.mistakes = list.count
                state.finished += 1
            case .failed: state.finished += 1
            case .shown: state.shown += 1
            case .polling(let reason): state.polling.append(reason)
            }
        }
    }

    /// Waits until the state is as wished; throws if it is not after ten seconds.
    func wait(until condition: (State) -> Bool) async throws {
        for _ in 0..<2_000 {
            if condition(state) { return }
            try await Task.sleep(for: .milliseconds(5))
        }
        throw TimedOut(what: "\(state)")
    }

    /// How many builds have been reported once none has begun for a while.
    func buildsWhenQuiet(_ quiet: Duration = .milliseconds(400)) async throws -> Int {
        while true {
            let before = state
            try await Task.sleep(for: quiet)
            let after = state
            if before.started == after.started, after.running == 0 { return after.finished }
        }
    }
}

struct TimedOut: Error {
    let what: String
}

/// Tests that run a preview, one after another: a user has one preview, and the system's own limits
/// (128 inotify instances a user) are below what all tests at once would take.
@Suite(.serialized) enum PreviewRuns {}
