import Foundation
import TestSupport

/// A site that is published, was changed since, and can be taken back to that state again and again.
///
/// A test may run the command from several threads; it changes nothing of the object.
final class PublishedSite: @unchecked Sendable {
    /// Where it is published to.
    enum Kind: String, CaseIterable {
        case folder, rsync
    }

    /// A command that publishes, or records, the next release.
    enum Command: String, CaseIterable {
        case publish, release
    }

    let kind: Kind
    let command: Command
    let site: SiteFolder
    private let sandbox: Sandbox
    private var host: String { sandbox.path + "/host" }
    private var temporary: String { sandbox.path + "/tmp" }

    /// What readers and the author have before the command and after it.
    private(set) var before = State()
    private(set) var after = State()

    /// What can be seen of the site.
    struct State: Equatable {
        var host: [String: Data] = [:]
        var output: [String: Data] = [:]
        var releases: [String: Data] = [:]
    }

    init(_ kind: Kind, _ command: Command = .publish) throws {
        self.kind = kind
        self.command = command
        sandbox = try Sandbox()
        let small = try SiteFolder.small()
        site = SiteFolder(lending: sandbox.path + "/site")
        for folder in ["site", "tmp", "keys"] {
            try FileManager.default.createDirectory(
                atPath: sandbox.path + "/" + folder,
                withIntermediateDirectories: true
            )
        }
        try site.add(small.path, at: "")
        let settings = try site.read("content/site.yaml")
        let target: String
        switch kind {
        case .folder: target = "{kind: folder, path: \(host)}"
        case .rsync:
            let ssh = try SSHHost(in: sandbox.path + "/keys")
            target =
                "{kind: rsync, host: 127.0.0.1, path: \(host), ssh_config: \(ssh.configuration)}"
        }
        try site.write("content/site.yaml", settings + "targets:\n  live: \(target)\n")
        try expectSuccess(try run(.publish))
        let strikes = try site.read("content/data/strikes.csv")
        let columns = strikes.prefix { $0 != "\n" }.count { $0 == "," }
        try site.write(
            "content/data/strikes.csv",
            strikes + "A9,2017-08-11" + String(repeating: ",", count: columns - 1) + "\n"
        )
        before = try state()
        try keep()
        try expectSuccess(try run())
        after = try state()
        try restore()
    }

    struct Failed: Error {
        let ending: Ending
    }

    private func expectSuccess(_ ending: Ending) throws {
        guard ending.status == 0 else { throw Failed(ending: ending) }
    }

    /// Runs a command in a process group of its own.
    func run(_ other: Command? = nil, environment: [String: String] = [:]) throws -> Ending {
        let variables = environment.merging(["TMPDIR": temporary]) { $1 }
        switch other ?? command {
        case .publish:
            return try Program.recount(
                "publish",
                "--site",
                site.path,
                "--yes",
                "--trust-config",
                environment: variables
            )
        case .release: return try Program.recount("release", site.path, environment: variables)
        }
    }

    /// The exit code of a publication.
    func publishOnce() throws -> Int32 { try run(.publish).status }

    /// Runs the command for a moment, then kills it and all that it started.
    func runAndKill(after seconds: Double) throws -> Ending {
        let arguments =
            switch command {
            case .publish: ["publish", "--site", site.path, "--yes", "--trust-config"]
            case .release: ["release", site.path]
            }
        return try Program.run(
            ["timeout", "-s", "KILL", "\(seconds)", Package.program] + arguments,
            environment: ["TMPDIR": temporary]
        )
    }

    func state() throws -> State {
        var state = State()
        // As a web server does: the link is resolved once.
        let shown = kind == .folder ? host : host + "/current"
        if let real = realpath(shown, nil) {
            defer { free(real) }
            state.host = try Tree.read(String(cString: real))
        }
        state.output = try Tree.read(site.output)
        let releases = site.path + "/content/releases"
        state.releases = try Tree.read(releases).filter { !$0.key.hasPrefix(".") }
        return state
    }

    /// Whatever stands where nothing should, after a command that has succeeded.
    func leftovers() throws -> [String] {
        let known: Set = [
            "host", "site", "keys", "tmp", "saved", "site/Output", "site/content", "site/templates",
        ]
        var found = try names("").filter { !known.contains($0) }
        found += try names("site").map { "site/" + $0 }.filter { !known.contains($0) }
        found += try names("tmp").map { "tmp/" + $0 }
        found += try names("site/content/releases")
            .filter { !$0.hasSuffix(".json") || $0.hasPrefix(".") }
        if kind == .rsync {
            found += try names("host").filter { !["current", "releases"].contains($0) }
            found += try names("host/releases").filter { $0.hasPrefix(".") || $0.count != 19 }
        }
        return found
    }

    private func names(_ folder: String) throws -> [String] { try sandbox.names(folder) }

    // MARK: States

    private func keep() throws { try copy(from: "", to: "saved/") }

    /// Takes everything back to the state before the command.
    func restore() throws {
        for name in try names("") where !["saved", "keys"].contains(name) {
            try FileManager.default.removeItem(atPath: sandbox.path + "/" + name)
        }
        try copy(from: "saved/", to: "")
    }

    private func copy(from: String, to: String) throws {
        if !to.isEmpty {
            try FileManager.default.createDirectory(
                atPath: sandbox.path + "/" + to,
                withIntermediateDirectories: true
            )
        }
        let ending = try Program.run(
            ["cp", "-a"]
                + ["site", "host", "tmp"].map { sandbox.path + "/" + from + $0 }
                + [sandbox.path + "/" + to]
        )
        guard ending.status == 0 else { throw Failed(ending: ending) }
    }
}
