import Diagnostics
import Formats
import Testing

@Suite struct FrontMatterTests {
    @Test(arguments: ["\n", "\r\n", "\r"])
    func theTwoPartsKeepTheirLines(_ end: String) throws {
        let text = ["---", "title: A", "dat: 3", "--- ", "", "# Text", "---", ""]
            .joined(separator: end)
        let (parts, log) = split(text)
        #expect(log.diagnostics == [])
        #expect(parts.body == ["", "# Text", "---", ""].joined(separator: end))
        #expect(parts.bodyFirstLine == 5)
        guard case .mapping(let entries, _) = try #require(parts.node) else { return }
        #expect(entries[1].keyLocation.description == "a.md:3:1")
    }

    @Test func anArticleNeedsNoFrontMatter() {
        let (parts, log) = split("# Text\n---\n")
        #expect(parts.node == nil)
        #expect(parts.body == "# Text\n---\n")
        #expect(parts.bodyFirstLine == 1)
        #expect(log.diagnostics == [])
        #expect(split("").0.body == "")
        #expect(split("---- \nx").0.bodyFirstLine == 1)
    }

    @Test func emptyFrontMatterAndAByteOrderMarkAreFine() {
        let (parts, log) = split("\u{FEFF}---\n---\nText")
        #expect(parts.node == nil)
        #expect(parts.body == "Text")
        #expect(parts.bodyFirstLine == 3)
        #expect(log.diagnostics == [])
    }

    @Test func aMistakeInTheYAMLIsReportedOnTheFilesLine() {
        let (parts, log) = split("---\ntitle: A\nb: c: d\n...\nText")
        #expect(log.diagnostics.map(\.location.description) == ["a.md:3:5"])
        #expect(parts.node == nil)
        #expect(parts.body == "Text")
        #expect(parts.bodyFirstLine == 5)
    }

    private func split(_ text: String) -> (FrontMatter, DiagnosticLog) {
        var log = DiagnosticLog()
        return (FrontMatter.split(text, file: "a.md", log: &log), log)
    }
}
