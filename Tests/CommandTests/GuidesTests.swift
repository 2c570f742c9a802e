import Foundation
import Testing

@testable import recount

@Suite struct GuidesTests {
    private static let guides = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("Sources/Guides")

    @Test func theReferenceForDesignersIsThatOfTheCode() throws {
        let committed = try String(
            contentsOf: GuidesTests.guides.appendingPathComponent("Reference.md"),
            encoding: .utf8
        )
        #expect(
            committed == ReferenceCommand.text,
            "Run: make guides"
        )
    }

    @Test func noTwoRulesHaveOneName() {
        #expect(Set(AllRules.names).count == AllRules.names.count)
    }
}
