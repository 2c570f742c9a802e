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

    @Test func everyRuleExplainsItselfWithAnExample() {
        for rule in AllRules.all {
            #expect(!rule.explanation.text.isEmpty, "\(rule.name) has no explanation")
            #expect(!rule.explanation.wrong.isEmpty, "\(rule.name) has no wrong example")
            #expect(!rule.explanation.right.isEmpty, "\(rule.name) has no right example")
            #expect(rule.explanation.wrong != rule.explanation.right, "\(rule.name)")
        }
    }

    @Test func noTwoRulesHaveOneName() {
        #expect(Set(AllRules.names).count == AllRules.names.count)
    }
}
