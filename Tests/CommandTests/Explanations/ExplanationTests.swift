import Diagnostics
import Explanations
import Foundation
import TestSupport
import Testing

@testable import recount

/// Every rule has an explanation, and its examples do what it says.
///
/// How an example becomes a site stands in `ExampleSite`.
@Suite struct ExplanationTests {
    @Test func everyRuleHasAFileAndEveryFileARule() {
        #expect(Explanation.rules == AllRules.names)
    }

    @Test func everyFileHasTheOneForm() throws {
        let folder = Package.root + "/Sources/Explanations/Rules"
        for (name, data) in try Tree.read(folder) {
            let text = String(decoding: data, as: UTF8.self)
            let explanation = Explanation(markdown: text)
            #expect(text == explanation.markdown, "\(name)")
            #expect(explanation.text.hasSuffix("."), "\(name)")
            #expect(
                explanation.text.split(separator: "\n").allSatisfy { $0.count <= 80 },
                "\(name)"
            )
            #expect(!explanation.wrong.isEmpty && !explanation.right.isEmpty, "\(name)")
            #expect(explanation.wrong != explanation.right, "\(name)")
            for example in explanation.wrong + explanation.right {
                #expect((example.language == "sh") == example.path.isEmpty, "\(name)")
            }
        }
    }

    @Test(arguments: Explanation.rules)
    func theWrongExampleBreaksTheRule(_ rule: String) throws {
        let explanation = try #require(Explanation.of(rule: rule))
        let log = try ExampleSite(explanation.wrong).check()
        let expected = Set([rule] + Self.alsoBroken[rule, default: []])
        #expect(Set(log.diagnostics.map(\.rule)) == expected, "\(DiagnosticPrinter().text(log))")
    }

    @Test(arguments: Explanation.rules)
    func theRightExampleBreaksNoRule(_ rule: String) throws {
        let explanation = try #require(Explanation.of(rule: rule))
        let log = try ExampleSite(explanation.right).check()
        #expect(DiagnosticPrinter().text(log) == "")
    }

    @Test func aRuleIsPrintedWithThePathsOfItsExamples() throws {
        let ending = try Program.recount("explain", "count-minimum-above-maximum")
        #expect(ending.status == 0)
        #expect(
            ending.output == """
                count-minimum-above-maximum (error)

                The smallest number published for a count cannot be above the largest.

                Wrong:
                    content/data/strikes.csv
                        id,date,killed_min,killed_max
                        CS1,2017-06-06,8,3

                Right:
                    content/data/strikes.csv
                        id,date,killed_min,killed_max
                        CS1,2017-06-06,3,8

                """
        )
    }

    /// The rules that a wrong example cannot but break as well.
    private static let alsoBroken = [
        "basemap-not-read": ["media-unused"],
        "format-not-read": ["date-invalid"],
        "resource-repeated": ["data-file-undescribed"],
        "resource-unknown": ["data-file-undescribed"],
    ]
}
