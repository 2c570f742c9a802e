import Decoding
import Diagnostics
import TestSupport
import Testing

/// What an author reads about settings, codebook, cells, records and articles.
@Suite struct DecodingRuleTests {
    private static let cases = MessageCases(beside: #filePath)

    @Test(arguments: try cases.all())
    func everyMistakeIsReportedInItsWords(_ mistake: MessageCase) throws {
        let site = try Sandbox(mistake.texts)
        var log = DiagnosticLog()
        _ = try SiteReader.read(site: site.path, drafts: false, log: &log)
        try mistake.expect(DiagnosticPrinter().text(log))
    }

    @Test func everyRuleHasACaseOfItsOwn() throws {
        let rules =
            CodebookRule.allCases.map(\.rawValue) + CellRule.allCases.map(\.rawValue)
            + RecordRule.allCases.map(\.rawValue) + SettingsRule.allCases.map(\.rawValue)
            + ArticleRule.allCases.map(\.rawValue)
        let named = Set(try Self.cases.all().map(\.rule))
        #expect(named == Set(rules + ["base"]))
    }

    @Test func everyRuleIsExplainedWithWrongAndRight() {
        explain(CodebookRule.allCases)
        explain(CellRule.allCases)
        explain(RecordRule.allCases)
        explain(SettingsRule.allCases)
        explain(ArticleRule.allCases)
    }

    private func explain<Rules: Collection>(_ rules: Rules) where Rules.Element: Rule {
        for rule in rules {
            let explanation = rule.explanation
            #expect(explanation.text.hasSuffix("."))
            #expect(!explanation.wrong.isEmpty && !explanation.right.isEmpty)
            #expect(explanation.wrong != explanation.right)
            #expect(rule.rawValue.allSatisfy { $0.isLowercase || $0.isNumber || $0 == "-" })
        }
    }
}
