import Foundation
import TestSupport
import Testing

/// What the words of strangers can do to the terminal on which a command prints them: nothing.
@Suite struct TerminalTests {
    /// Retitles a window, colours, rings, goes back, in C1, and turns the direction.
    private static let hostile =
        "\u{1B}]0;T\u{7}\u{1B}[31mred\u{8}\u{7F}\u{9B}2J\u{202E}\u{2066}\u{2028}x"

    /// The characters of a text that a terminal obeys.
    private func obeyed(_ ending: Ending) -> [Unicode.Scalar] {
        (ending.output + ending.errors).unicodeScalars
            .filter { scalar in
                switch scalar.value {
                case 0x09, 0x0A, 0x20...0x7E: false
                case 0..<0x20, 0x7F...0x9F, 0x2028...0x202E, 0x2066...0x2069: true
                default: false
                }
            }
    }

    @Test(arguments: ["text", "json", "sarif", "github"])
    func mistakesInCells(format: String) throws {
        let site = try SiteFolder.small()
        try site.replace("A2,2017-07-09", "A2,\(Self.hostile)", in: "content/data/strikes.csv")
        let ending = try Program.recount("check", site.path, "--format", format)
        #expect(ending.status == 1)
        #expect(ending.output.contains("2J") || ending.errors.contains("2J"))
        #expect(obeyed(ending) == [])
        if format == "json" || format == "sarif" {
            _ = try JSONSerialization.jsonObject(with: Data(ending.output.utf8))
        }
    }

    @Test func mistakesInSettingsAndNamesOfFiles() throws {
        let site = try SiteFolder.small()
        try site.write("content/\(Self.hostile)\n.md", "[x](nowhere.html)\n")
        try site.write("content/media/\(Self.hostile).md~", "x")
        try site.write(
            "content/site.yaml",
            try site.read("content/site.yaml") + "\n\"odd\\e[31m\\u202Ekey\": \"\\e[2J\"\n"
        )
        let ending = try Program.recount("build", site.path)
        #expect(ending.status == 1)
        #expect(obeyed(ending) == [])
    }

    @Test(arguments: ["table", "csv", "json"])
    func answersToQueries(format: String) throws {
        let site = try SiteFolder.small()
        try site.replace(",South,4", ",So\u{1B}[31muth\u{9B},4", in: "content/data/strikes.csv")
        let ending = try Program.recount(
            "query",
            "killed by district",
            site.path,
            "--format",
            format
        )
        #expect(ending.status == 0 && ending.output.contains("31muth"))
        #expect(obeyed(ending) == [])
        if format == "json" {
            let json = try JSONSerialization.jsonObject(with: Data(ending.output.utf8))
            let districts = (json as? [NSDictionary])?.map { $0["district"] as? String }
            #expect(districts?.contains("So\u{1B}[31muth\u{9B}") == true)
        }
    }

    @Test func tablesOfOthersAndArguments() throws {
        let site = try SiteFolder(named: "new")
        try site.write(
            "x.csv",
            "id,date,pla\u{1B}[31mce,\u{9B}2J\na\u{1B}[1m,2017-01-02,b\u{7},c\n"
        )
        for arguments in [
            ["new", site.path + "/made\u{1B}[31m", "--from", site.path + "/x.csv"],
            ["new", site.path + "/other", "--from", site.path + "/\u{1B}[31m.csv"],
            ["query", "\u{1B}[31mkilled\u{9B} by x", site.path + "/made\u{1B}[31m"],
            ["explain", "\u{1B}[31m"], ["verify", "\u{1B}[31m\u{202E}", "--site", site.path],
            ["\u{1B}[31m"], ["build", "--\u{1B}[31m"], ["build", "a", "\u{1B}[31m"],
        ] {
            #expect(obeyed(try Program.run([Package.program] + arguments)) == [], "\(arguments)")
        }
    }

    @Test func filesThatAManifestDoesNotList() throws {
        let site = try SiteFolder.small()
        #expect(try Program.recount("build", site.path).status == 0)
        try site.write("Output/\(Self.hostile)", "x")
        try site.write("Output/a\nverified 1 of 1 files", "x")
        let ending = try Program.recount("verify", site.output)
        #expect(ending.status == 1 && ending.output.contains("2J"))
        #expect(ending.output.contains("extra    a\u{FFFD}verified 1 of 1 files\n"))
        #expect(obeyed(ending) == [])
    }
}
