import Decoding
import Diagnostics
import TestSupport
import Testing

@testable import Report

/// Every rule for the files of words, broken, with the exact words that their author reads.
@Suite struct LanguageRuleTests {
    private static let cases = MessageCases(beside: #filePath)

    @Test(arguments: try cases.all())
    func aMistakeIsReportedInItsWords(_ mistake: MessageCase) throws {
        var log = DiagnosticLog()
        _ = LanguageReader.read(mistake.files.compactMap(Self.source), log: &log)
        try mistake.expect(DiagnosticPrinter().text(log))
    }

    @Test func everyRuleHasItsCase() throws {
        #expect(try Self.cases.rules() == Set(LanguageRule.allCases.map(\.rawValue)))
    }

    /// A file with every word that the report asks for; those that the case does not give stand after
    /// its own, and the one that it is “without” nowhere.
    private static func source(_ file: CaseFile) -> WordsSource? {
        guard let text = file.text, let name = file.path.split(separator: "/").last else {
            return nil
        }
        let own = Set(text.split(separator: "\n").compactMap { $0.split(separator: ":").first })
        let others = Word.allCases.map(\.key)
            .filter { !own.contains("  " + $0) && file.note != "without \($0)" }
            .map { "  \($0): \"x\"\n" }
        return WordsSource(
            tag: String(name.dropLast(".yaml".count)),
            file: file.path,
            text: text + others.joined()
        )
    }
}
