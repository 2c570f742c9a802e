import Foundation
import Synchronization
import TestSupport
import Testing

@testable import Output

/// A build is killed at many moments; what stands in its place must be one whole report.
@Suite(.serialized) struct KillTests {
    /// Two versions of a report: most files differ, one stays, each has one of its own.
    private static func report(_ version: String) -> [String: String] {
        var files = ["same.html": "same", "only-\(version).html": version]
        for number in 0..<60 { files["strikes/\(number).html"] = "\(version) of \(number)" }
        return files
    }

    /// Enough files of the author's that carrying them over takes a while.
    private static let authorsFiles = Dictionary(
        uniqueKeysWithValues: (0..<200).map { (".git/objects/\($0)", "object \($0)") }
    )

    /// An output with a first report and the author's files.
    private static func beginning() throws -> Sandbox {
        let sandbox = try Sandbox()
        try sandbox.build(report("one"))
        for (name, text) in authorsFiles { try sandbox.put(text, at: "Output/" + name) }
        return sandbox
    }

    /// Whether an output holds exactly one version, and the author's own files.
    private static func isWhole(_ sandbox: Sandbox) throws -> Bool {
        var texts = try sandbox.texts()
        for (name, text) in authorsFiles {
            guard texts.removeValue(forKey: name) == text else { return false }
        }
        return texts == report("one") || texts == report("two")
    }

    private static func buildForEver(_ path: String, canExchange: Bool) throws {
        let folder = OutputFolder(path: path, waitsForDisk: false, canExchange: canExchange)
        while true {
            for version in ["two", "one"] {
                let staged = try folder.stage()
                for (path, text) in report(version) { try staged.write(path, Array(text.utf8)) }
                _ = try staged.commit()
            }
        }
    }

    #if compiler(>=6.2)
    @Test(arguments: 0..<12)
    func aKilledBuildLeavesTheOldOrTheNewReportWhole(_ moment: Int) async throws {
        let sandbox = try KillTests.beginning()
        let path = sandbox.output
        let delay = UInt32.random(in: 200..<25_000)
        await #expect(processExitsWith: .signal(SIGKILL)) {
            [path = path as String, delay = delay as UInt32] in
            Thread.detachNewThread {
                usleep(delay)
                raise(SIGKILL)
            }
            try KillTests.buildForEver(path, canExchange: true)
        }
        #expect(try KillTests.isWhole(sandbox), "killed after \(delay) µs")
        try sandbox.build(KillTests.report("two"))
        #expect(try KillTests.isWhole(sandbox))
        #expect(try sandbox.names() == ["Output"], "what the killed build left is cleared away")
    }

    @Test(arguments: 0..<4)
    func withoutAnExchangeTheNextBuildBringsTheReportBack(_ moment: Int) async throws {
        let sandbox = try KillTests.beginning()
        let path = sandbox.output
        let delay = UInt32.random(in: 200..<25_000)
        await #expect(processExitsWith: .signal(SIGKILL)) {
            [path = path as String, delay = delay as UInt32] in
            Thread.detachNewThread {
                usleep(delay)
                raise(SIGKILL)
            }
            try KillTests.buildForEver(path, canExchange: false)
        }
        try sandbox.folder.stage().discard()
        #expect(try KillTests.isWhole(sandbox), "killed after \(delay) µs")
        #expect(try sandbox.names() == ["Output"])
    }
    #endif

    @Test func aReportThatWasSetAsideComesBack() throws {
        let sandbox = try Sandbox()
        try sandbox.build(["a.html": "a"])
        try sandbox.put("half", at: ".Output.recount/new/a.html")
        try FileManager.default.moveItem(
            atPath: sandbox.output,
            toPath: sandbox.path + "/.Output.recount/old"
        )
        try sandbox.folder.stage().discard()
        #expect(try sandbox.texts() == ["a.html": "a"])
        #expect(try sandbox.names() == ["Output"])
    }

    @Test func aReaderSeesOneVersionWheneverItLooks() async throws {
        let sandbox = try Sandbox()
        try sandbox.build(KillTests.report("one"))
        let path = sandbox.output
        let isDone = Atomic(false)
        let seen = Mutex<(looks: Int, faults: [String])>((0, []))
        let reader = Thread {
            while !isDone.load(ordering: .acquiring) {
                let fault = KillTests.fault(inReportAt: path)
                seen.withLock {
                    $0.looks += 1
                    if let fault { $0.faults.append(fault) }
                }
            }
        }
        reader.start()
        for round in 0..<40 {
            try sandbox.build(KillTests.report(round % 2 == 0 ? "two" : "one"))
        }
        isDone.store(true, ordering: .releasing)
        let (looks, faults) = seen.withLock { $0 }
        #expect(looks > 1)
        #expect(faults == [])
    }

    /// Opens the output and reads a few files in it: all of one version, as far as they still exist.
    private static func fault(inReportAt path: String) -> String? {
        let folder = open(path, O_RDONLY | O_DIRECTORY)
        guard folder >= 0 else { return "there is no output" }
        defer { close(folder) }
        var versions: Set<String> = []
        for number in 0..<10 {
            let file = openat(folder, "strikes/\(number).html", O_RDONLY)
            // A reader may still hold the old folder while it is cleared away.
            if file < 0 { continue }
            defer { close(file) }
            var bytes = [UInt8](repeating: 0, count: 100)
            let count = read(file, &bytes, 100)
            versions.insert(String(decoding: bytes.prefix(min(3, count)), as: UTF8.self))
        }
        return versions.count > 1 ? "two versions in one folder" : nil
    }
}
