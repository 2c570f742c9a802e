#if os(Linux)
import Foundation
import TestSupport
import Testing

/// `make setup` on a machine that lacks the libraries, with stand-ins for the programs that it calls.
@Suite struct SetupTests {
    private static let packages =
        "libcmark-gfm-dev libcmark-gfm-extensions-dev zlib1g-dev libssl-dev pkg-config"
    private static let question = "“sudo apt-get install \(packages)” is needed. Run it now? [y/N]"

    @Test func aNoOnATerminalInstallsNothingAndNamesTheCommand() throws {
        let machine = try Machine()
        let ending = try machine.setUp(answer: "n")
        #expect(ending.status == 2)
        #expect(
            ending.output.replacing("\r\n", with: "\n")
                .hasSuffix(
                    """
                    \(Self.question) recount: not installed: \(Self.packages). \
                    On Debian or Ubuntu, an administrator can run:
                        apt-get install \(Self.packages)
                    recount: Recount cannot be built without them

                    """
                ),
            "\(ending.output)"
        )
        #expect(try machine.calls() == "")
    }

    @Test func aYesOnATerminalUsesSudo() throws {
        let machine = try Machine()
        let ending = try machine.setUp(answer: "y")
        #expect(ending.output.contains(Self.question))
        #expect(try machine.calls().contains("apt-get install -y -qq --no-install-recommends"))
    }

    @Test func withoutATerminalNothingIsAsked() throws {
        let machine = try Machine()
        let ending = try machine.setUp()
        #expect(!ending.output.contains("Run it now?"))
        #expect(try machine.calls().contains("apt-get install -y -qq --no-install-recommends"))
    }

    @Test func inCINothingIsAsked() throws {
        let machine = try Machine()
        let ending = try machine.setUp(answer: "n", environment: ["CI": "true"])
        #expect(!ending.output.contains("Run it now?"))
        #expect(try machine.calls().contains("apt-get install -y -qq --no-install-recommends"))
    }

    @Test func theSystemsAdministratorIsNotAsked() throws {
        let machine = try Machine(user: "0")
        let ending = try machine.setUp(answer: "n")
        #expect(!ending.output.contains("Run it now?"))
        #expect(try machine.calls() == "")
    }
}

/// A path of stand-ins: a user, no libraries, and a sudo that notes what it is asked to run.
private struct Machine {
    private let folder: SiteFolder

    init(user: String = "1000") throws {
        folder = try SiteFolder()
        for (name, script) in [
            "id": "echo \(user)",
            "pkg-config": "exit 1",
            "apt-get": "exit 0",
            "uname": "echo Linux",
            "swift": "echo Swift version 6.3",
            "sudo": "echo \"$*\" >>\(folder.path)/calls",
        ] {
            try folder.write("bin/" + name, "#!/bin/sh\n\(script)\n")
            try FileManager.default.setAttributes(
                [.posixPermissions: 0o755],
                ofItemAtPath: folder.path + "/bin/" + name
            )
        }
        try folder.write("calls", "")
        try folder.write("answer", "")
    }

    /// Runs the script, on a terminal when there is an answer to give.
    func setUp(answer: String? = nil, environment: [String: String] = [:]) throws -> Ending {
        let script = "sh Tests/Tools/setup.sh build"
        let path = folder.path + "/bin:/usr/bin:/bin"
        let settings = ["CI": "", "PATH": path].merging(environment) { $1 }
        guard let answer else {
            return try Program.run(
                ["sh", "-c", script],
                in: Package.root,
                environment: settings
            )
        }
        try folder.write("answer", answer + "\n")
        return try Program.run(
            ["script", "-qec", script, "/dev/null"],
            in: Package.root,
            environment: settings,
            input: URL(filePath: folder.path + "/answer")
        )
    }

    func calls() throws -> String { try folder.read("calls") }
}
#endif
