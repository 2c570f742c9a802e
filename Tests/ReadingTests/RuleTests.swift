import Diagnostics
import Formats
import Testing

@Suite struct RuleTests {
    @Test(arguments: ReadingRule.allCases)
    func everyRuleIsToldAtItsPlaceInItsWords(_ rule: ReadingRule) throws {
        let messages = try RuleExamples.messages(rule)
        #expect(messages == RuleExpectations.text(rule) + "\n\n")
        #expect(messages.contains("[\(rule.rawValue)]"))
    }

    @Test(arguments: ReadingRule.allCases)
    func everyRuleIsExplainedWithWrongAndRight(_ rule: ReadingRule) {
        let explanation = rule.explanation
        #expect(explanation.text.hasSuffix("."))
        #expect(!explanation.wrong.isEmpty && !explanation.right.isEmpty)
        #expect(explanation.wrong != explanation.right)
        let isKebab = rule.rawValue.allSatisfy { $0.isLowercase || $0.isNumber || $0 == "-" }
        #expect(isKebab, "\(rule.rawValue)")
    }
}
