import Foundation
import Records
import TestSupport
import Testing

/// The totals of a report against an independent recount, in Python and from the rules alone: see
/// `Oracle/recount.py`, which says what the rules are.
@Suite(Needs.python) struct RecountTests {
    private static let oracle = "Tests/CommandTests/Oracle/recount.py"

    @Test func everyNumberOfTheExampleAgreesWithItsRecords() throws {
        let site = try Example.site()
        let ending = try Python.run(
            Self.oracle,
            ["site", Package.tests + "/Oracle/example.json", site.path, site.output]
        )
        #expect(ending == Ending(output: ending.output, errors: "", status: 0), "\(ending)")
        let summary = ending.output.split(separator: "\n").last ?? ""
        let counts = summary.matches(of: /[0-9]+/).compactMap { Int($0.0) }
        try #require(counts.count >= 5)
        #expect(counts[0] >= 70, "figures")
        #expect(counts[1] >= 140, "pages")
        #expect(counts[2] >= 600, "links")
        #expect(counts[3] >= 5_000, "cells")
        #expect(counts[4] >= 30, "remarks")
        #expect(summary.contains(", 40 strikes on the map: 0 problems"))
    }

    @Test func everyNumberAgreesWithoutWhatIsWithheldAndWithThoseWhoAreAnonymous() throws {
        let site = try SiteFolder.example()
        try site.delete("content")
        try site.add(Package.tests + "/Sites/protection/en/input/content", at: "content")
        let settings = try site.read("content/site.yaml")
        try site.write("content/site.yaml", settings + "headline: [strikes, killed]\n")
        #expect(try site.build().status == 0)
        let ending = try Python.run(
            Self.oracle,
            ["site", Package.tests + "/Oracle/protection.json", site.path, site.output]
        )
        #expect(ending.status == 0, "\(ending)")
        #expect(ending.output.contains(": 0 problems"))
    }

    @Test func aWrongNumberOnAPageIsFound() throws {
        let site = try Example.site()
        let copy = try SiteFolder()
        try copy.add(site.output, at: "Output")
        let name = "Output/tables/month.html"
        let page = try copy.read(name)
        try copy.write(name, page.replacing(">322–429<", with: ">322–430<"))
        #expect(try copy.read(name) != page)
        let ending = try Python.run(
            Self.oracle,
            ["site", Package.tests + "/Oracle/example.json", site.path, copy.output]
        )
        #expect(ending.status == 1)
        #expect(ending.output.contains("tables/month.html: “322–430” should be “322–429” (killed"))
    }

    @Test func aWrongNumberOnTheMapIsFound() throws {
        let site = try Example.site()
        let copy = try SiteFolder()
        try copy.add(site.output, at: "Output")
        let page = try copy.read("Output/index.html")
        try copy.write(
            "Output/index.html",
            page.replacing(
                "text-anchor=\"middle\">5</text></a>",
                with: "text-anchor=\"middle\">6</text></a>"
            )
        )
        let ending = try Python.run(
            Self.oracle,
            ["site", Package.tests + "/Oracle/example.json", site.path, copy.output]
        )
        #expect(ending.status == 1)
        #expect(ending.output.contains("index.html: map-c1 is 6 and lists 5 strikes"))
    }

    @Test func aThousandDataSetsAgree() throws {
        var generator = Generator(seed: 2017)
        let lines = try (0..<1_000).map { _ in try GeneratedSet(&generator).line() }
        let ending = try recount(lines)
        #expect(ending.errors == "")
        #expect(ending.status == 0, "\(ending.output)")
        #expect(ending.output.hasPrefix("1000 data sets, "))
    }

    @Test func aWrongTotalIsFound() throws {
        var generator = Generator(seed: 4)
        let line = try GeneratedSet(&generator).line()
        let wrong = line.replacing(#/"killed":\{"max":(\d)/#, maxReplacements: 1) {
            "\"killed\":{\"max\":1\($0.1)"
        }
        try #require(wrong != line)
        let ending = try recount([line, wrong])
        #expect(ending.status == 1)
        #expect(!ending.output.contains("set 0: "))
        #expect(ending.output.contains("set 1: killed?"))
    }

    /// What the oracle says of data sets with totals.
    private func recount(_ lines: [String]) throws -> Ending {
        let file = FileManager.default.temporaryDirectory
            .appending(path: "recount-sets-\(UUID().uuidString).jsonl")
        defer { try? FileManager.default.removeItem(at: file) }
        try Data(lines.joined(separator: "\n").utf8).write(to: file)
        return try Python.run(Self.oracle, ["totals"], input: file)
    }
}
