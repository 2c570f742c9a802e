import Foundation
import TestSupport
import Testing

/// What an author and a script can rely on: exit codes, the last good report, plain text in a file.
@Suite struct IntegrityTests {
    @Test func aFailedBuildLeavesTheLastReportByteForByte() throws {
        let site = try SiteFolder.small()
        #expect(try site.build().status == 0)
        let before = try Tree.read(site.output)
        let stamp = try stamps(site)
        try site.replace("A2,2017-07-09", "A2,2017-07-39", in: "content/data/strikes.csv")
        let ending = try site.build()
        #expect(ending.status == 1)
        #expect(ending.errors.hasSuffix("1 error\nNothing was written.\n"))
        #expect(Tree.differences(try Tree.read(site.output), before) == [])
        #expect(try stamps(site) == stamp)
        #expect(try left(in: site) == ["Output", "content", "templates"])
    }

    @Test func aMistakeInATemplateLeavesTheLastReportToo() throws {
        let site = try SiteFolder.small()
        #expect(try site.build().status == 0)
        let before = try Tree.read(site.output)
        try site.replace("{{ page.title }}", "{{ page.titel }}", in: "templates/base.html")
        #expect(try site.build().status == 1)
        #expect(Tree.differences(try Tree.read(site.output), before) == [])
        #expect(try left(in: site) == ["Output", "content", "templates"])
    }

    @Test func anUnchangedReportKeepsItsFiles() throws {
        let site = try SiteFolder.small()
        try site.build()
        let before = try stamps(site)
        let ending = try site.build()
        #expect(ending.output.contains(": 0 files new, 0 changed, "), "\(ending.output)")
        #expect(try stamps(site) == before)
    }

    @Test func aDeletedStrikeLeavesNoPage() throws {
        let site = try SiteFolder.small()
        try site.build()
        #expect(try Tree.read(site.output)["strikes/A3.html"] != nil)
        try site.replace("A3,2017-08-10,South,10+,weak,,,\n", "", in: "content/data/strikes.csv")
        #expect(try site.build().status == 0)
        let files = try Tree.read(site.output)
        #expect(files["strikes/A3.html"] == nil)
        let traces = files.filter { String(decoding: $0.value, as: UTF8.self).contains("A3") }
        #expect(traces.keys.sorted() == [])
    }

    @Test func filesOfOthersAreKept() throws {
        let site = try SiteFolder.small()
        try site.build()
        try site.write("Output/CNAME", "example.org\n")
        try site.write("Output/.git/HEAD", "ref: refs/heads/main\n")
        #expect(try site.build().status == 0)
        #expect(try site.read("Output/CNAME") == "example.org\n")
        #expect(try site.read("Output/.git/HEAD") == "ref: refs/heads/main\n")
    }

    @Test func aMissingSiteIsAFailureOfTheEnvironment() throws {
        let ending = try Program.recount("build", "/nonexistent")
        #expect(ending.status == 2)
        #expect(ending.errors == "recount: cannot open /nonexistent: it does not exist\n")
    }

    @Test func aFolderOfOthersIsRefused() throws {
        let site = try SiteFolder.small()
        try site.write("Output/thesis.txt", "years of work\n")
        let ending = try site.build()
        #expect(ending.status == 2)
        #expect(ending.errors.hasPrefix("recount: "))
        #expect(try Tree.read(site.output).keys.sorted() == ["thesis.txt"])
        #expect(try site.read("Output/thesis.txt") == "years of work\n")
    }

    @Test func checkWritesNothing() throws {
        let site = try SiteFolder.small()
        let ending = try site.check()
        #expect(ending.status == 0)
        #expect(ending.output.contains("nothing was written"))
        #expect(try left(in: site) == ["content", "templates"])
    }

    @Test func allMistakesAreReportedInOneRunInTheOrderOfTheirPlaces() throws {
        let site = try SiteFolder.small("raw-html+everything-at-once")
        let ending = try site.check()
        let places = ending.errors.split(separator: "\n")
            .compactMap { $0.wholeMatch(of: /([a-z].*?):(\d+):(\d+): (error|warning): .*/) }
            .map { (String($0.1), Int($0.2) ?? 0, Int($0.3) ?? 0, String($0.4)) }
        #expect(places.count >= 15)
        // Errors last, where a terminal stands; "warning" comes after "error" in the alphabet.
        let sorted = places.sorted { ($1.3, $0.0, $0.1, $0.2) < ($0.3, $1.0, $1.1, $1.2) }
        #expect(places.map { "\($0)" } == sorted.map { "\($0)" })
        let errors = places.count { $0.3 == "error" }
        #expect(ending.errors.hasSuffix("\n\(errors) errors, 1 warning\nNothing was written.\n"))
        #expect(Set(places.map(\.0)).count >= 5, "files of every kind")
    }

    @Test func theLedgerAddsUpForEveryKindOfRecord() throws {
        let site = try SiteFolder.example()
        let ending = try Program.recount("check", site.path)
        let lines = ending.output.matches(
            of: /records  (\w+) +(\d+) read = (\d+) shown \+ (\d+) left out/
        )
        let tables = try Tree.read(site.path + "/content/data").keys.map { $0.dropLast(4) }
        #expect(lines.map(\.1).sorted() == tables.sorted())
        for line in lines {
            let rows = Rows.split(try site.read("content/data/\(line.1).csv")).count - 1
            #expect(Int(line.2) == rows, "\(line.1)")
            #expect((Int(line.3) ?? -1) + (Int(line.4) ?? -1) == rows, "\(line.1)")
        }
    }

    // MARK: - Terminals

    @Test func aFileGetsNoEscapeCodes() throws {
        let site = try SiteFolder.small("raw-html+everything-at-once")
        let ending = try site.build()
        #expect(!(ending.output + ending.errors).contains("\u{1B}"))
        #expect(!(ending.output + ending.errors).contains("\r"))
    }

    @Test(Needs.python)
    func aTerminalGetsColoursUnlessNoColorIsSet() throws {
        let site = try SiteFolder.small("raw-html+everything-at-once")
        #expect(try onTerminal(site, ["TERM": "xterm"]).contains("\u{1B}["))
        #expect(try !onTerminal(site, ["TERM": "xterm", "NO_COLOR": "1"]).contains("\u{1B}["))
        #expect(try !onTerminal(site, ["TERM": "dumb"]).contains("\u{1B}["))
    }

    /// What is printed on a terminal, which Python's standard library pretends to be.
    private func onTerminal(
        _ site: SiteFolder,
        _ environment: [String: String]
    ) throws -> String {
        let script = "import pty, sys; sys.exit(pty.spawn(sys.argv[1:]) >> 8)"
        let ending = try Program.run(
            [Python.path ?? "python3", "-c", script, Package.program, "check", site.path],
            environment: environment
        )
        #expect(ending.status == 1)
        #expect(ending.output.contains("errors"))
        return ending.output
    }

    // MARK: - The command line itself

    @Test func helpShowsExamplesAndExitCodes() throws {
        let help = try Program.recount("--help")
        #expect(help.status == 0)
        #expect(help.output.contains("Examples:"))
        #expect(help.output.contains("Exit codes: 0 success, 1 mistakes in the content, 2"))
        for command in ["build", "check", "query", "explain"] {
            let own = try Program.recount(command, "--help")
            #expect(own.status == 0)
            #expect(own.output.contains("Example"), "\(command)")
            #expect(own.output.contains("recount \(command)"), "\(command)")
        }
    }

    @Test func theVersionIsThatOfThePages() throws {
        let version = try Program.recount("--version")
        #expect(version.status == 0)
        // A build that make did not start knows no commit; that of the packages does.
        let expected =
            Package.environment("RECOUNT_PROGRAM") == nil
            ? #/recount [0-9]+\.[0-9]+\.[0-9]+\nbuilt from source without a commit\n/#
            : #/recount [0-9]+\.[0-9]+\.[0-9]+\nbuilt from commit [0-9a-f]{7}, Swift [0-9.]+\n/#
        #expect(version.output.wholeMatch(of: expected) != nil, "\(version.output)")
    }

    @Test(arguments: ["bash", "zsh", "fish"])
    func completionsAreGenerated(_ shell: String) throws {
        let script = try Program.recount("--generate-completion-script", shell)
        #expect(script.status == 0)
        #expect(script.output.contains("query"))
        guard shell == "bash" else { return }
        let file = FileManager.default.temporaryDirectory
            .appending(path: "recount-completions-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: file) }
        try Data(script.output.utf8).write(to: file)
        #expect(try Program.run(["bash", "-n", file.path]).status == 0)
    }

    // MARK: -

    /// Inode and time of change of every file of the report.
    private func stamps(_ site: SiteFolder) throws -> [String: String] {
        var stamps: [String: String] = [:]
        for name in try Tree.read(site.output).keys {
            let facts = try FileManager.default.attributesOfItem(atPath: site.output + "/" + name)
            let inode = facts[.systemFileNumber] as? Int
            let date = facts[.modificationDate] as? Date
            stamps[name] = "\(inode ?? 0) \(date?.timeIntervalSince1970 ?? 0)"
        }
        return stamps
    }

    /// What stands in the site's folder: nothing half done may be left there.
    private func left(in site: SiteFolder) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: site.path).sorted()
    }
}
