import Foundation
import TestSupport
import Testing

/// A running `recount serve`.
final class Serving {
    let process = Process()
    private let log: URL

    init(
        _ site: String,
        _ arguments: String...,
        environment: [String: String] = [:]
    ) throws {
        log = URL(filePath: site).deletingLastPathComponent().appending(path: "serve.log")
        try Data().write(to: log)
        let handle = try FileHandle(forWritingTo: log)
        process.executableURL = URL(filePath: Package.program)
        process.arguments = ["serve", site] + arguments
        process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
        process.standardOutput = handle
        process.standardError = handle
        process.standardInput = FileHandle.nullDevice
        try process.run()
    }

    deinit {
        if process.isRunning { process.terminate() }
    }

    var said: String { String(decoding: (try? Data(contentsOf: log)) ?? Data(), as: UTF8.self) }

    /// Waits until a line begins so for the `count`th time.
    func wait(for start: String, _ count: Int = 1) async throws {
        let end = ContinuousClock.now + .seconds(90)
        while said.split(separator: "\n").count(where: { $0.hasPrefix(start) }) < count {
            guard ContinuousClock.now < end, process.isRunning else {
                throw NeverSaid(line: start, said: said)
            }
            try await Task.sleep(for: .milliseconds(20))
        }
    }

    var address: String {
        said.split(separator: "\n").first { $0.hasPrefix("serving  ") }?
            .split(separator: " ").dropFirst().first.map(String.init) ?? ""
    }

    /// Presses Ctrl-C; how the program ended.
    func interrupt() -> Int32 {
        process.interrupt()
        process.waitUntilExit()
        return process.terminationStatus
    }

    struct NeverSaid: Error {
        let line: String
        let said: String
    }
}

@Suite(.serialized) struct ServeTests {
    private func site() throws -> SiteFolder {
        let site = try SiteFolder()
        #expect(try Program.recount("new", site.path).status == 0)
        return site
    }

    @Test(.unlessItHangs)
    func editsMistakesAndFixesAreReported() async throws {
        let site = try site()
        let serving = try Serving(site.path, "--port", "0")
        try await serving.wait(for: "built    ")
        #expect(serving.address.hasPrefix("http://localhost:"))

        let article = try site.read("content/index.md")
        try site.write("content/index.md", article.replacingOccurrences(of: "holds", with: "has"))
        try await serving.wait(for: "built    ", 2)
        #expect(serving.said.contains("\nchanged  content/index.md\nbuilt    44 pages in "))
        #expect(
            try String(contentsOfFile: site.output + "/index.html", encoding: .utf8)
                .contains("This report has")
        )

        let table = try site.read("content/data/strikes.csv")
        try site.write(
            "content/data/strikes.csv",
            table.replacingOccurrences(of: "2020-01-05,21", with: "2020-01-35,21")
        )
        try await serving.wait(for: "1 error")
        let checked = try Program.recount("check", site.path)
        let list = checked.errors.replacingOccurrences(of: "Nothing was written.\n", with: "")
        #expect(serving.said.contains(list), "the same list as that of recount check")
        #expect(list.contains("content/data/strikes.csv:2:10: error: "))

        try site.write("content/data/strikes.csv", table)
        try await serving.wait(for: "fixed    44 pages in ")
        #expect(serving.interrupt() == 0)
        #expect(serving.said.hasSuffix("\nended\n"))
    }

    @Test(.unlessItHangs)
    func whatIsServedIsWhatIsBuilt() async throws {
        let site = try site()
        let serving = try Serving(site.path, "--port", "0")
        try await serving.wait(for: "built    ")
        _ = serving.interrupt()
        let served = try Tree.read(site.output)
        let built = try Program.recount("build", site.path, "--output", site.path + "/Other")
        #expect(built.status == 0)
        #expect(try Tree.read(site.path + "/Other") == served)
    }

    @Test(.unlessItHangs)
    func ctrlCInTheMiddleOfABuildLeavesNoStagingFolder() async throws {
        let site = try site()
        let serving = try Serving(site.path, "--port", "0")
        try await serving.wait(for: "serving  ")
        let staging = site.path + "/.Output.recount"
        let end = ContinuousClock.now + .seconds(60)
        while !FileManager.default.fileExists(atPath: staging), ContinuousClock.now < end,
            !serving.said.contains("built    ")
        {
            usleep(500)
        }
        #expect(serving.interrupt() == 0)
        let left = try FileManager.default.contentsOfDirectory(atPath: site.path)
        #expect(!left.contains(".Output.recount"))
    }

    @Test(.unlessItHangs)
    func draftsNeverReachTheOutput() async throws {
        let site = try site()
        try site.write("content/soon.md", "---\ntitle: Not yet\ndraft: true\n---\nA draft.\n")
        let serving = try Serving(site.path, "--port", "0", "--drafts")
        try await serving.wait(for: "built    ")
        let fields = try Program.run([
            "python3", "-c",
            "import sys,urllib.request as u; print(u.urlopen(sys.argv[1]).headers.get_all('Cache-Control'))",
            serving.address + "soon.html",
        ])
        #expect(fields.output == "['no-store']\n", "\(fields)")
        _ = serving.interrupt()
        #expect(FileManager.default.fileExists(atPath: site.path + "/Output-drafts/soon.html"))
        #expect(!FileManager.default.fileExists(atPath: site.output))
    }

    @Test(.unlessItHangs)
    func aBusyPortIsSaidWithAProposal() async throws {
        let site = try site()
        let first = try Serving(site.path, "--port", "0")
        try await first.wait(for: "serving  ")
        let port = first.address.split(separator: ":").last?.dropLast() ?? ""
        let second = try Program.recount("serve", site.path, "--port", String(port))
        #expect(second.status == 2)
        #expect(
            second.errors.hasPrefix(
                "recount: Port \(port) is in use by another program. Try --port "
            )
        )
        _ = first.interrupt()
    }

    /// The daily loop in Chromium: an article, a cell, a template, a style, an image; each edited,
    /// broken and fixed.
    @Test(Needs.slow("playwright.sync_api", "chromium"), .unlessItHangs)
    func theBrowserFollowsEveryEditAndEveryMistake() async throws {
        let site = try site()
        let copied = try Program.recount(
            "templates",
            "copy",
            "base.html",
            "assets/style.css",
            "--site",
            site.path
        )
        #expect(copied.status == 0, "\(copied.errors)")
        let serving = try Serving(site.path, "--port", "0")
        try await serving.wait(for: "built    ")
        let ending = try Python.run(
            "Tests/CommandTests/Browser/edit.py",
            [serving.address, site.path]
        )
        #expect(ending.status == 0, "\(ending.output)\(ending.errors)")
        #expect(ending.output.hasSuffix("held\n"))
        #expect(serving.interrupt() == 0)
    }
}
