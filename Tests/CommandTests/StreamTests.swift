import Foundation
import TestSupport
import Testing

/// What commands do when they cannot print, and what they need from the system.
@Suite(.serialized) struct StreamTests {
    /// Every command, as its words after `recount`; the site is the folder `site`.
    static let commands = [
        "--help", "--version", "help build", "--generate-completion-script bash", "new another",
        "build site", "check site", "check site --format json", "query killed site",
        "query killed site --format csv", "diff site", "publish stick --yes --site site",
        "release site", "verify site/Output", "explain --list", "explain raw-html", "reference",
        "serve site --port 0",
    ]
    /// Commands that print nothing but what is wrong.
    static let mistaken = ["bogus", "build --bogus", "explain bogus", "verify nowhere"]

    /// A folder with a small site that has been built.
    private static func folder() throws -> SiteFolder {
        let folder = try SiteFolder()
        _ = try Program.recount("new", folder.path + "/site")
        let settings = try folder.read("site/content/site.yaml")
        try folder.write(
            "site/content/site.yaml",
            settings + "\ntargets:\n  stick: {kind: folder, path: \(folder.path)/stick}\n"
        )
        try folder.write("stick/.keep", "")
        try folder.delete("stick/.keep")
        #expect(try Program.recount("build", folder.path + "/site").status == 0)
        return folder
    }

    private func shell(_ script: String, in folder: SiteFolder) throws -> Ending {
        let end = "\"; export PATH; "
        let program = "PATH=\"" + (Package.program as NSString).deletingLastPathComponent + ":$PATH"
        return try Program.run(["sh", "-c", program + end + script], in: folder.path)
    }

    @Test(
        .enabled("needs /dev/full") { FileManager.default.fileExists(atPath: "/dev/full") },
        arguments: [(">/dev/full", "the disk is full"), (">&-", "it is closed")]
    )
    func outputThatCannotBePrintedIsAFailure(_ redirection: String, _ reason: String) throws {
        let folder = try Self.folder()
        for command in Self.commands {
            let ending = try shell("timeout 60 recount \(command) \(redirection)", in: folder)
            #expect(ending.status == 2, "\(command) \(redirection): \(ending)")
            #expect(
                ending.errors.hasSuffix("recount: cannot write to standard output: \(reason)\n"),
                "\(command) \(redirection): \(ending)"
            )
        }
    }

    @Test(
        .enabled("needs /dev/full") { FileManager.default.fileExists(atPath: "/dev/full") },
        arguments: [("2>/dev/full", "the disk is full"), ("2>&-", "it is closed")]
    )
    func messagesThatCannotBePrintedAreAFailure(_ redirection: String, _ reason: String) throws {
        let folder = try Self.folder()
        for command in Self.mistaken {
            let ending = try shell("recount \(command) \(redirection)", in: folder)
            #expect(ending.status == 2, "\(command) \(redirection): \(ending)")
            #expect(
                ending.output.hasSuffix("recount: cannot write to standard error: \(reason)\n"),
                "\(command) \(redirection): \(ending)"
            )
        }
    }

    @Test func withoutAnyStreamTheExitCodeIsStillTwo() throws {
        let folder = try Self.folder()
        for command in Self.commands + Self.mistaken {
            let ending = try shell("timeout 60 recount \(command) >&- 2>&- <&-", in: folder)
            #expect(ending.status == 2, "\(command): \(ending)")
        }
    }

    @Test func aMessageIsNeverWrittenIntoAFileThatGotTheNumberOfAClosedStream() throws {
        let folder = try Self.folder()
        let before = try Tree.read(folder.path)
        #expect(try shell("recount build site >&- 2>&- <&-", in: folder).status == 2)
        #expect(try Tree.read(folder.path) == before, "a build that failed changed something")
    }

    @Test func aReaderThatHasReadEnoughIsNoFailure() throws {
        let folder = try Self.folder()
        for command in Self.commands where !command.hasPrefix("serve") {
            let ending = try shell(
                "rm -rf another; { sleep 0.05; recount \(command); echo $? >code; } | true; cat code",
                in: folder
            )
            #expect(ending == Ending(output: "0\n", errors: ending.errors, status: 0), "\(command)")
        }
        let published = try Tree.read(folder.path + "/stick").keys
        #expect(published.contains("index.html"), "a command that nobody reads still does its work")
    }

    @Test func aLimitOnTheSizeOfFilesIsAFailureToo() throws {
        let folder = try Self.folder()
        let ending = try shell("ulimit -f 1; recount reference >reference.md", in: folder)
        #expect(ending.status == 2)
        #expect(
            ending.errors == """
                recount: cannot write to standard output: the file would exceed a limit on the size of files

                """
        )
    }

    /// How a shell is started in which nothing is mounted at /proc; `nil` when that is not permitted.
    private static let withoutProc: String? = ["unshare -m", "unshare -rm"]
        .first { start in
            let script = "\(start) sh -c 'mount -t tmpfs none /proc && ! test -e /proc/self'"
            return (try? Program.run(["sh", "-c", script]).status) == 0
        }

    @Test(.enabled("needs the right to mount something over /proc") { withoutProc != nil })
    func noCommandNeedsProc() throws {
        let folder = try Self.folder()
        let start = try #require(Self.withoutProc)
        let ending = try shell(
            "\(start) sh -c 'mount -t tmpfs none /proc; recount publish stick --yes --site site'",
            in: folder
        )
        #expect(ending.status == 0, "\(ending)")
        #expect(ending.output.contains("sent     "))
        for command in Self.commands where !command.hasPrefix("serve") {
            func run(_ wrapped: String) throws -> Ending {
                var ending = try shell("rm -rf another; " + wrapped, in: folder)
                ending.output = ending.printed(in: folder.path)
                return ending
            }
            let usual = try run("recount \(command)")
            let bare = try run("\(start) sh -c 'mount -t tmpfs none /proc; recount \(command)'")
            #expect(bare == usual, "\(command)")
        }
    }
}
