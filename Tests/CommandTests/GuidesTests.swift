import Foundation
import Testing

@testable import recount

@Suite struct GuidesTests {
    private static let guides = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("Sources/recount/Guides")

    @Test func theReferenceForDesignersIsThatOfTheCode() throws {
        let committed = try String(
            contentsOf: GuidesTests.guides.appendingPathComponent("Reference.md"),
            encoding: .utf8
        )
        #expect(
            committed == ReferenceCommand.text,
            "Run: recount reference > Sources/recount/Guides/Reference.md"
        )
    }

    @Test func noTwoRulesHaveOneName() {
        #expect(Set(AllRules.names).count == AllRules.names.count)
    }
}
