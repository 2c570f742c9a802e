import Foundation
import TestSupport
import Testing

/// `recount publish`, `verify` and `rollback` as a publisher meets them, with a folder as the host.
@Suite struct PublishCommandTests {
    private struct Copy {
        let site: SiteFolder
        var host: String { site.path + "-host" }

        init() throws {
            site = try SiteFolder()
            #expect(try Program.recount("new", site.path).status == 0)
            let settings = try site.read("content/site.yaml")
            try site.write(
                "content/site.yaml",
                settings + "\ntargets:\n  stick: {kind: folder, path: \(host)}\n"
            )
        }

        func publish(_ flags: String...) throws -> Ending {
            try Program.run([Package.program, "publish", "--site", site.path] + flags)
        }

        func verify() throws -> Ending {
            try Program.recount("verify", "stick", "--site", site.path)
        }

        var isEmpty: Bool {
            !FileManager.default.fileExists(atPath: host + "/index.html")
                && !FileManager.default.fileExists(atPath: site.path + "/content/releases")
        }
    }

    private static let script = "/usr/bin/script"
    private static let hasTerminal = FileManager.default.isExecutableFile(atPath: script)

    @Test func aDryRunTellsAndSendsNothing() throws {
        let copy = try Copy()
        let ending = try copy.publish("--dry-run")
        #expect(ending.status == 0)
        #expect(ending.output.contains("target   stick: \(copy.host)\n"))
        #expect(ending.output.contains("         nothing is published there yet\n"))
        #expect(ending.output.contains("pages    45 new, 0 changed, 0 removed; 45 in all\n"))
        #expect(copy.isEmpty)
    }

    @Test func nothingIsSentWhileAQuestionOfTheCodebookIsOpen() throws {
        let copy = try Copy()
        let codebook = try copy.site.read("content/datapackage.yaml")
        let field = "{name: dead_low, "
        try #require(codebook.contains(field))
        try copy.site.write(
            "content/datapackage.yaml",
            codebook.replacing(field, with: field + "question: \"Civilians only?\", ")
        )
        let ending = try copy.publish("--yes")
        #expect(ending.status == 1)
        #expect(
            ending.errors.contains(
                "error: the question about “dead_low” is not answered: Civilians only?\n"
            ),
            "\(ending.errors)"
        )
        #expect(copy.isEmpty)
    }

    @Test func nothingIsSentUnasked() throws {
        let copy = try Copy()
        let ending = try copy.publish()
        #expect(ending.status == 2)
        #expect(
            ending.errors
                == "recount: The report cannot be published: there is no terminal to ask on; pass --yes to "
                + "publish without asking.\n"
        )
        #expect(copy.isEmpty)
    }

    @Test(
        .enabled(if: PublishCommandTests.hasTerminal, "needs script of util-linux for a terminal"),
        arguments: ["n\n", "\n", "yep\n", ""]
    )
    func onATerminalAnythingButYesMeansNo(answer: String) throws {
        let copy = try Copy()
        let ending = try onTerminal(copy, answer)
        #expect(ending.output.contains("Publish this to “stick”? [y/N] "))
        #expect(ending.output.contains("you did not confirm; nothing was sent"))
        #expect(ending.status == 2)
        #expect(copy.isEmpty)
    }

    @Test(
        .enabled(if: PublishCommandTests.hasTerminal, "needs script of util-linux for a terminal"),
        arguments: ["y\n", "Yes\n"]
    )
    func onATerminalYesPublishes(answer: String) throws {
        let copy = try Copy()
        let ending = try onTerminal(copy, answer)
        #expect(ending.output.contains("files are on “stick”, compared byte by byte"))
        #expect(ending.status == 0)
        #expect(try Tree.read(copy.host) == Tree.read(copy.site.output))
    }

    private func onTerminal(_ copy: Copy, _ answer: String) throws -> Ending {
        let keys = URL(filePath: copy.site.path + "-keys")
        try Data(answer.utf8).write(to: keys)
        let command = "'\(Package.program)' publish --site '\(copy.site.path)'"
        return try Program.run(
            [PublishCommandTests.script, "--quiet", "--return", "--command", command, "/dev/null"],
            input: keys
        )
    }

    @Test func whatIsPublishedIsVerifiedRecordedAndRepaired() throws {
        let copy = try Copy()
        let first = try copy.publish("--yes")
        #expect(first.status == 0, "\(first.errors)")
        #expect(try Tree.read(copy.host) == Tree.read(copy.site.output))
        let releases = try FileManager.default.contentsOfDirectory(
            atPath: copy.site.path + "/content/releases"
        )
        #expect(releases.count == 1)
        #expect(releases.first?.hasSuffix("-1.json") == true)
        #expect(first.output.hasSuffix("recorded content/releases/\(releases.first ?? "")\n"))
        let good = try copy.verify()
        #expect(good.status == 0)
        #expect(good.output.hasSuffix(" says; 0 missing, 0 changed, 0 extra\n"))

        let page = copy.host + "/index.html"
        let bytes = try Data(contentsOf: URL(filePath: page))
        try (bytes + Data(" ".utf8)).write(to: URL(filePath: page))
        try FileManager.default.removeItem(atPath: copy.host + "/404.html")
        try Data("x".utf8).write(to: URL(filePath: copy.host + "/planted.html"))
        let bad = try copy.verify()
        #expect(bad.status == 1)
        #expect(
            bad.output.contains("\nmissing  404.html\nchanged  index.html\nextra    planted.html\n")
        )

        let idle = try copy.publish("--yes")
        #expect(idle.status == 0)
        #expect(idle.output.contains("this report is published there already; if recount verify"))
        #expect(try copy.verify().status == 1)
        let again = try copy.publish("--yes", "--again")
        #expect(again.status == 0, "\(again.errors)")
        #expect(try Data(contentsOf: URL(filePath: page)) == bytes)
        let mended = try copy.verify()
        #expect(mended.output.contains("\nextra    planted.html\n"), "it is not ours to remove")
        #expect(try Program.recount("verify", copy.host, "--allow-extra").status == 0)
    }

    @Test func aFolderCannotGoBackAndSaysWhatToDo() throws {
        let copy = try Copy()
        let ending = try Program.recount("rollback", "stick", "--site", copy.site.path)
        #expect(ending.status == 2)
        #expect(
            ending.errors
                == "recount: “stick” cannot be used: it keeps no earlier releases; build the earlier "
                + "state of the site and publish it again.\n"
        )
    }

    @Test(Needs.python) func aPackedReportOpensElsewhereAndIsTheSameEachTime() throws {
        let site = try SiteFolder()
        #expect(try Program.recount("new", site.path).status == 0)
        let file = site.path + "-packed.zip"
        let first = try Program.recount("pack", site.path, "--to", file)
        #expect(first.status == 0, "\(first.errors)")
        #expect(first.output.contains(" files into \(file), "))
        let bytes = try Data(contentsOf: URL(filePath: file))
        #expect(try Program.recount("pack", site.path, "--to", file).output.contains("\nsha-256  "))
        #expect(try Data(contentsOf: URL(filePath: file)) == bytes)

        let unpacked = site.path + "-unpacked"
        _ = try Python.evaluate(
            "import sys, zipfile; zipfile.ZipFile(sys.argv[1]).extractall(sys.argv[2])",
            file,
            unpacked
        )
        #expect(try Tree.read(unpacked + "/report") == Tree.read(site.output))
        #expect(try Program.recount("verify", unpacked + "/report").status == 0)
    }

    @Test func aPackedReportIsNotWrittenIntoTheReport() throws {
        let site = try SiteFolder()
        #expect(try Program.recount("new", site.path).status == 0)
        let inside = try Program.recount("pack", site.path, "--to", site.output + "/a.zip")
        #expect(inside.status == 2)
        #expect(
            inside.errors
                == "recount: “\(site.output)/a.zip” lies in the report itself\n"
                + "     Name a file in another folder with --to.\n"
        )
    }
}
