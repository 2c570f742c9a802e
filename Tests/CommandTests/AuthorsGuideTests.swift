import Foundation
import Records
import TestSupport
import Testing

@testable import Decoding

@Suite struct AuthorsGuideTests {
    private static let guide = try? String(
        contentsOfFile: Package.root + "/Sources/Guides/Authors.md",
        encoding: .utf8
    )

    @Test func theTablesOfRolesAreThoseOfTheCode() throws {
        let guide = try #require(AuthorsGuideTests.guide)
        #expect(
            guide.contains("\n## Roles\n\n\(ResourceKind.roleTables)\n## "),
            "Run: make guides"
        )
    }

    @Test func everySettingStandsInTheGuideAndNoOther() throws {
        let guide = try #require(AuthorsGuideTests.guide)
        #expect(guide.contains("\n\n\(SiteSettings.keyTable)\n## Articles"), "Run: make guides")
    }

    @Test func everyKeyOfAnArticleStandsInTheGuideAndNoOther() throws {
        #expect(try keys(under: "## Articles") == ArticleReader.known)
    }

    @Test func everyMeasureStandsInTheGuide() throws {
        let guide = try #require(AuthorsGuideTests.guide)
        let names = MeasureList.builtIn.names.map { "`\($0)`" }.joined(separator: ", ")
        #expect(guide.contains("- The measures: \(names)."))
    }

    /// The first column of the first table below a heading.
    private func keys(under heading: String) throws -> [String] {
        let guide = try #require(AuthorsGuideTests.guide)
        let lines = guide.split(separator: "\n", omittingEmptySubsequences: false)
        let start = try #require(lines.firstIndex { $0 == heading })
        return lines[start...].drop { !$0.hasPrefix("|---") }.dropFirst()
            .prefix { $0.hasPrefix("| `") }
            .compactMap { $0.split(separator: "`").dropFirst().first.map(String.init) }
    }
}
