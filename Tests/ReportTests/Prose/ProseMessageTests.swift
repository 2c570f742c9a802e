import Diagnostics
import Records
import TestSupport
import Testing

@testable import Report

/// The exact messages about figures and claims in the text of an article.
@Suite struct ProseMessageTests {
    private static let cases = MessageCases(beside: #filePath)

    @Test(arguments: try cases.all())
    func aMistakeIsReportedInItsWords(_ mistake: MessageCase) throws {
        let file = try #require(mistake.files.first)
        let diagnostics = ProseSample.shared.diagnostics(
            String(try #require(file.text).dropLast()),
            unbound: file.note == "unbound numerals",
            caption: lines("caption", of: mistake).first ?? ""
        ) { article in
            for (line, text) in lines("deliberate", of: mistake).enumerated() {
                let place = SourceLocation(file: article.file, line: line + 4, column: 5)
                article.deliberate.append(
                    DeliberateNumeral(text: text, reason: "Interviews.", location: place)
                )
            }
        }
        try mistake.expect(diagnostics.map { DiagnosticPrinter().text($0) + "\n\n" }.joined())
    }

    private func lines(_ name: String, of mistake: MessageCase) -> [String] {
        (mistake.texts[name] ?? "").split(separator: "\n").map(String.init)
    }
}
