import Foundation
import Testing

/// No rule without a test that asserts its words: what `recount explain --list` names must stand in
/// some expected text below `Tests`, in brackets as a message ends, or as the last of what is
/// expected of a case.
@Suite struct RuleCoverageTests {
    private static let expectations: String = {
        let root = Package.root + "/Tests"
        let names = (try? FileManager.default.subpathsOfDirectory(atPath: root)) ?? []
        return names.filter { $0.hasSuffix(".swift") || $0.hasSuffix("/printed.txt") }
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
        let untested = rules.filter { rule in
            !Self.expectations.contains("[\(rule)]") && !Self.expectations.contains("\"\(rule)\"\n")
        }
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
