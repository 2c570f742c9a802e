import Diagnostics
import Reading
import Testing

@Suite struct RuleTests {
    @Test(arguments: ReadingRule.allCases)
    func everyRuleIsToldAtItsPlaceInItsWords(_ rule: ReadingRule) throws {
        let messages = try RuleExamples.messages(rule)
        #expect(messages == RuleExpectations.text(rule) + "\n\n")
        #expect(messages.contains("[\(rule.rawValue)]"))
    }
}
