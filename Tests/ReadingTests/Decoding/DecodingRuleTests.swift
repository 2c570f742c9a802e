import Diagnostics
import Reading
import Testing

@Suite struct DecodingRuleTests {
    @Test(arguments: CodebookRule.allCases)
    func everyRuleOfTheCodebookIsToldInItsWords(_ rule: CodebookRule) throws {
        try expect(rule, DecodingExamples.site(rule), DecodingExpectations.codebook)
    }

    @Test(arguments: CellRule.allCases)
    func everyRuleOfCellsIsToldInItsWords(_ rule: CellRule) throws {
        try expect(rule, DecodingExamples.site(rule), DecodingExpectations.cells)
    }

    @Test(arguments: RecordRule.allCases)
    func everyRuleOfRecordsIsToldInItsWords(_ rule: RecordRule) throws {
        try expect(rule, DecodingExamples.site(rule), DecodingExpectations.records)
    }

    @Test(arguments: SettingsRule.allCases)
    func everyRuleOfTheSettingsIsToldInItsWords(_ rule: SettingsRule) throws {
        try expect(rule, DecodingExamples.site(rule), DecodingExpectations.settings)
    }

    @Test(arguments: ArticleRule.allCases)
    func everyRuleOfArticlesIsToldInItsWords(_ rule: ArticleRule) throws {
        try expect(rule, DecodingExamples.site(rule), DecodingExpectations.articles)
    }

    @Test func noExpectationIsLeftOver() {
        #expect(DecodingExpectations.codebook.count == CodebookRule.allCases.count)
        #expect(DecodingExpectations.cells.count == CellRule.allCases.count)
        #expect(DecodingExpectations.records.count == RecordRule.allCases.count)
        #expect(DecodingExpectations.settings.count == SettingsRule.allCases.count)
        #expect(DecodingExpectations.articles.count == ArticleRule.allCases.count)
    }

    /// Holds what is told about a site against what is expected.
    private func expect(
        _ rule: some Rule,
        _ site: DecodingSite,
        _ expectations: [String: String]
    ) throws {
        let messages = try site.messages()
        #expect(messages == expectations[rule.rawValue].map { $0 + "\n" })
        #expect(messages.contains("[\(rule.rawValue)]"))
        #expect(messages.contains(": \(rule.severity.rawValue): "))
    }
}
