import Decoding
import Diagnostics
import TestSupport
import Testing

@testable import Report

/// A case that breaks each rule for the files of words, with its exact message.
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

    /// A file with every word that the report needs: first those of the case, then all others except the
    /// one that the case is “without”.
    ///
    /// One that is “laid over” the program's has only those of the case.
    private static func source(_ file: CaseFile) -> WordsSource? {
        guard let text = file.text, let name = file.path.split(separator: "/").last else {
            return nil
        }
        let tag = String(name.dropLast(".yaml".count))
        if file.note == "laid over" {
            return WordsSource(tag: tag, file: file.path, text: text, origin: .override)
        }
        let own = Set(text.split(separator: "\n").compactMap { $0.split(separator: ":").first })
        let others = Word.allCases.map(\.key)
            .filter { !own.contains("  " + $0) && file.note != "without \($0)" }
            .map { "  \($0): \"x\"\n" }
        return WordsSource(
            tag: tag,
            file: file.path,
            text: text + others.joined(),
            origin: file.path.hasPrefix("templates/") ? .site : .program
        )
    }
}
