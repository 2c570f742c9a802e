import Foundation
import TestSupport
import Testing

/// No rule without a test that asserts its words.
///
/// What `recount explain --list` names must stand in some expected text below `Tests`, in brackets as
/// a message ends. Nearly all stand in a case below a folder `Messages`; `Tests/README.md` says how to
/// add one.
@Suite struct RuleCoverageTests {
    private static let expectations: String = {
        let root = Package.root + "/Tests"
        let names = (try? FileManager.default.subpathsOfDirectory(atPath: root)) ?? []
        return names.filter { $0.hasSuffix(".swift") || $0.contains("/Messages/") }
            .compactMap { try? String(contentsOfFile: root + "/" + $0, encoding: .utf8) }
            .joined(separator: "\n")
    }()

    private static func rules() throws -> [String] {
        try Program.recount("explain", "--list").output.split(separator: "\n").map(String.init)
    }

    @Test func everyRuleHasATestOfItsWords() throws {
        let rules = try Self.rules()
        #expect(rules.count > 150)
        #expect(rules == Array(Set(rules)).sorted())
        let untested = rules.filter { !Self.expectations.contains("[\($0)]") }
        #expect(untested == [])
    }

    @Test func anUnknownRuleIsAMistake() throws {
        let ending = try Program.recount("explain", "broken-lnik")
        #expect(ending.status == 1)
        #expect(
            ending.errors == """
                recount: there is no rule “broken-lnik”
                     Did you mean “broken-link”?

                """
        )
    }
}
