import Foundation
import TestSupport
import Testing

/// The list of mistakes for editors and CI services.
@Suite struct MessageFormatTests {
    /// A site with one error and one warning, and a line with characters of several scalars before the error.
    private static func site() throws -> SiteFolder {
        let site = try SiteFolder.small()
        try site.write(
            "content/other.md",
            """
            ---
            title: "Another article"
            ---
            ## Dates and places

            e\u{301}, 1 100 %: [9](figure:killed) and 7 killed, [here](nowhere.md).

            """
        )
        return site
    }

    @Test func gitHubMarksTheLines() throws {
        let site = try Self.site()
        let ending = try check(site, "github")
        #expect(ending.status == 1)
        #expect(ending.errors == "")
        #expect(
            ending.output == """
                ::error file=report/content/other.md,line=6,col=13,endColumn=30,\
                title=figure-contradiction::the text says 9, but the records say at least 17\
                %0AThe figure is killed over all strikes: at least 17. Write “at least 17”, or \
                leave the text empty to have it filled in.
                ::warning file=report/content/other.md,line=6,col=36,endColumn=36,\
                title=unbound-figure::“7” beside “killed” is bound to no record\
                %0ABind it to a figure, [7](figure:killed?…), or to a claim, [7](claim:…); or \
                declare it under deliberate: in the front matter, with a reason.
                ::error file=report/content/other.md,line=6,col=46,endColumn=63,\
                title=broken-link::“nowhere.md” leads to no page or file of the report\
                %0ADid you mean “other.md”?

                """,
            "\(ending.output)"
        )
    }

    @Test func jsonHoldsTheSameMessages() throws {
        let ending = try check(try Self.site(), "json")
        #expect(ending.status == 1)
        let document = try JSONDecoder().decode(Document.self, from: Data(ending.output.utf8))
        #expect(document.errors == document.messages.count { $0.severity == "error" })
        #expect(document.warnings == document.messages.count { $0.severity == "warning" })
        let broken = try #require(document.messages.first { $0.rule == "broken-link" })
        #expect(broken.file == "report/content/other.md")
        #expect(broken.line == 6)
        let text = try Self.site().check().errors
        for message in document.messages {
            let column = message.column.map { ":\($0)" } ?? ""
            #expect(text.contains(":\(message.line ?? 0)\(column): \(message.severity): "))
            #expect(text.contains(message.message))
        }
    }

    @Test func sarifCountsColumnsInUnicodeScalars() throws {
        let ending = try check(try Self.site(), "sarif")
        #expect(ending.status == 1)
        let log = try JSONDecoder().decode(SARIF.self, from: Data(ending.output.utf8))
        #expect(log.version == "2.1.0")
        let run = try #require(log.runs.first)
        #expect(run.columnKind == "unicodeCodePoints")
        let found = try #require(run.results.first { $0.ruleId == "broken-link" })
        let place = try #require(found.locations.first).physicalLocation
        #expect(place.artifactLocation.uri == "report/content/other.md")
        #expect(place.region?.startLine == 6)
        #expect(Set(run.tool.driver.rules.map(\.id)) == Set(run.results.map(\.ruleId)))
        #expect(run.tool.driver.rules.allSatisfy { !$0.fullDescription.text.isEmpty })
        let json = try check(try Self.site(), "json")
        let document = try JSONDecoder().decode(Document.self, from: Data(json.output.utf8))
        let column = try #require(document.messages.first { $0.rule == "broken-link" }?.column)
        #expect(place.region?.startColumn == column + 1)
    }

    @Test func aSiteWithoutMistakesHasAnEmptyList() throws {
        let ending = try check(try SiteFolder.small(), "json")
        #expect(ending == Ending(output: ending.output, errors: "", status: 0))
        let document = try JSONDecoder().decode(Document.self, from: Data(ending.output.utf8))
        #expect(document.messages.isEmpty)
    }

    @Test(arguments: [
        ("biuld", "     Did you mean “build”?"),
        ("frobnicate", "     The commands: new, serve, build, check, "),
    ])
    func anUnknownCommandIsNamedWithTheNearest(word: String, help: String) throws {
        let ending = try Program.recount(word)
        #expect(ending.status == 2)
        #expect(
            ending.errors.hasPrefix("recount: there is no command “\(word)”\n\(help)"),
            "\(ending.errors)"
        )
    }

    /// Runs `recount check` in the folder above the site.
    private func check(_ site: SiteFolder, _ format: String) throws -> Ending {
        let parent = try SiteFolder()
        try parent.add(site.path, at: "report")
        return try Program.recount("check", "report", "--format", format, in: parent.path)
    }
}

private struct Document: Decodable {
    let errors: Int
    let warnings: Int
    let messages: [Message]

    struct Message: Decodable {
        let severity: String
        let rule: String
        let file: String
        let line: Int?
        let column: Int?
        let message: String
    }
}

private struct SARIF: Decodable {
    let version: String
    let runs: [Run]

    struct Run: Decodable {
        let columnKind: String
        let results: [Result]
        let tool: Tool
    }
    struct Tool: Decodable { let driver: Driver }
    struct Driver: Decodable { let rules: [Rule] }
    struct Rule: Decodable {
        let id: String
        let fullDescription: Text
    }
    struct Text: Decodable { let text: String }
    struct Result: Decodable {
        let ruleId: String
        let locations: [Location]
    }
    struct Location: Decodable { let physicalLocation: Physical }
    struct Physical: Decodable {
        let artifactLocation: Artifact
        let region: Region?
    }
    struct Artifact: Decodable { let uri: String }
    struct Region: Decodable {
        let startLine: Int
        let startColumn: Int?
    }
}
