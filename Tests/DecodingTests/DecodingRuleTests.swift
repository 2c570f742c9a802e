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
        for (path, text) in mistake.texts where path.hasSuffix(".xlsx") {
            try site.put(try #require(SampleWorkbook.sheet(text: text)), at: path)
        }
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
}
