import Foundation
import TestSupport
import Testing

/// A crash on a terminal, where Swift's runtime would otherwise wait for a debugger.
@Suite struct CrashTests {
    private static let script = "/usr/bin/script"
    private static let hasTerminal = FileManager.default.isExecutableFile(atPath: script)

    @Test(
        .enabled(if: CrashTests.hasTerminal, "needs script of util-linux for a terminal"),
        arguments: ["ILL", "SEGV", "TRAP", "ABRT"]
    )
    func theProgramEndsAtOnce(signal: String) throws {
        let site = try SiteFolder.small()
        #expect(try site.build().status == 0)
        let before = try Tree.read(site.output)
        let shell = URL(filePath: site.path + "-shell")
        try Data(
            """
            unset SWIFT_BACKTRACE
            ulimit -c 0
            '\(Package.program)' serve '\(site.path)' --port 0 &
            for turn in $(seq 300); do
                grep -q "serving  " '\(site.path)-said' && break
                sleep 0.1
            done
            kill -\(signal) $!
            wait $!
            echo "ended with $?"

            """
            .utf8
        )
        .write(to: shell)
        let ending = try Program.run([
            CrashTests.script, "--quiet", "--return", "--flush", "--command",
            "bash '\(shell.path)'", site.path + "-said",
        ])
        #expect(ending.output.contains("serving  "))
        #expect(ending.output.contains("ended with 1"))
        #expect(!ending.output.contains("Backtrace") && !ending.output.contains("debugger"))
        #expect(Tree.differences(before, try Tree.read(site.output)) == [])
    }

    /// A core contains the memory of the program, and so cells that are private.
    @Test func noCoreIsWritten() throws {
        let site = try SiteFolder.small()
        let script = """
            unset SWIFT_BACKTRACE
            ulimit -c unlimited || exit 0
            cd '\(site.path)-cores'
            sleep 60 &
            kill -SEGV $!
            wait $! 2>>'\(site.path)-other'
            '\(Package.program)' serve '\(site.path)' --port 0 >'\(site.path)-said' &
            for turn in $(seq 300); do
                grep -q "serving  " '\(site.path)-said' && break
                sleep 0.1
            done
            kill -SEGV $!
            wait $!
            echo "ended with $?"
            """
        try FileManager.default.createDirectory(
            atPath: site.path + "-cores",
            withIntermediateDirectories: true
        )
        let ending = try Program.run(["bash", "-c", script])
        // Where even another program leaves no core, this shows nothing.
        if ending.output.isEmpty { return }
        #expect(ending.output == "ended with 139\n", "\(ending)")
        let messages = ending.errors.split(separator: "\n").filter { $0.contains("recount") }
        #expect(messages.allSatisfy { !$0.contains("core dumped") }, "\(ending.errors)")
    }
}
