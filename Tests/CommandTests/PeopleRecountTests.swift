import Foundation
import Records
import TestSupport
import Testing

/// Numbers of people against an independent recount, in Python and from the rules alone: see `Oracle/people.py`.
@Suite(Needs.python) struct PeopleRecountTests {
    private static let oracle = "Tests/CommandTests/Oracle/people.py"

    private static func site(_ name: String) throws -> SiteFolder {
        let site = try SiteFolder()
        try site.add(Package.root + "/templates", at: "templates")
        try site.add(Package.tests + "/Sites/people/\(name)/input/content", at: "content")
        let ending = try site.build()
        try #require(ending.status == 0, "\(ending.errors.prefix(3000))")
        return site
    }

    @Test(arguments: ["only", "figures"])
    func everyNumberOfPeopleAgreesWithTheList(name: String) throws {
        let site = try Self.site(name)
        let spec = Package.tests + "/Oracle/people-\(name).json"
        let ending = try Python.run(Self.oracle, ["site", spec, site.path, site.output])
        #expect(ending.status == 0, "\(ending)")
        let counts = ending.output.matches(of: /[0-9]+/).compactMap { Int($0.0) }
        try #require(counts.count == 5)
        #expect(counts[0] >= 10, "figures")
        #expect(counts[1] >= 10, "pages")
        #expect(counts[2] >= 10, "links")
    }

    @Test func aWrongNumberOfPeopleIsFound() throws {
        let site = try Self.site("only")
        let name = "Output/figures/people/sex-female.json"
        let text = try site.read(name)
        try site.write(name, text.replacing("\"max\": 1", with: "\"max\": 2"))
        let spec = Package.tests + "/Oracle/people-only.json"
        let ending = try Python.run(Self.oracle, ["site", spec, site.path, site.output])
        #expect(ending.status == 1)
        #expect(ending.output.contains("sex-female.json: people is"))
    }

    @Test func aThousandListsOfPeopleAgree() throws {
        var generator = Generator(seed: 2023)
        let lines = try (0..<1_000).map { _ in try GeneratedPeople(&generator).line() }
        let file = FileManager.default.temporaryDirectory
            .appending(path: "recount-people-\(UUID().uuidString).jsonl")
        defer { try? FileManager.default.removeItem(at: file) }
        try Data(lines.joined(separator: "\n").utf8).write(to: file)
        let ending = try Python.run(Self.oracle, ["sets"], input: file)
        #expect(ending.errors == "")
        #expect(ending.status == 0, "\(ending.output.prefix(3000))")
        #expect(ending.output.hasPrefix("1000 lists of people, "))
    }
}
