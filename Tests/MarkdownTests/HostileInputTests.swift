import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import Markdown

/// Inputs made to hang, to crash, or to smuggle something in.
@Suite struct HostileInputTests {
    static let bombs: [(name: String, source: String)] = {
        let size = 250_000
        func times(_ text: String) -> String {
            String(repeating: text, count: size / text.utf8.count)
        }
        return [
            ("quotes", times(">") + "a"), ("quotes with spaces", times("> ") + "a"),
            ("lists", times("- ") + "x"), ("numbered lists", times("1. ")),
            ("brackets", times("[")), ("closing brackets", times("](")), ("links", times("[](")),
            ("references", times("][a]")), ("images", times("![[]()")),
            ("emphasis", times("*a_ ")), ("strong", times("**a *b ")), ("stars", times("*")),
            ("tildes", times("~~a ")), ("ticks", times("`a``")), ("angles", times("<")),
            ("tags", times("<a b=\"")), ("comments", times("<!--")), ("entities", times("&amp;")),
            ("escapes", times("\\*](")), ("footnotes", times("[^1]")),
            ("addresses", times("http://a.")),
            ("escaped addresses", times("http://a.b/\\* ")), ("pipes", times("|")),
            ("headings", times("# a\n")), ("Arabic", times("٧ [a][b] ")),
            ("line breaks", times("a\\\n")), ("carriage returns", times("a\r")),
            ("nulls", times("\u{0}")), ("lazy", String(repeating: ">", count: 1000) + times("a\n")),
            ("short rows", "a|b\n-|-\n" + times("a\n")),
            ("half rows", wide(32) + times("a\n")),
            ("footnote chain", (0..<9000).map { "[^\($0)]: [^\($0 + 1)]\n\n" }.joined() + "[^0]"),
            ("definitions", (0..<15_000).map { "[\($0)]: u\n" }.joined() + "[1]"),
        ]
    }()

    private static func wide(_ columns: Int) -> String {
        String(repeating: "|a", count: columns) + "|\n" + String(repeating: "|-", count: columns)
            + "|\n"
    }

    @Test(.unlessItHangs, arguments: bombs.indices)
    func aBombOfLegalSizeEndsAndStaysHTML(index: Int) {
        let sample = Sample(HostileInputTests.bombs[index].source)
        #expect(!sample.html.contains("<script"))
    }

    @Test func oneHundredLevelsAreReadAndOneMoreIsNot() {
        for mark in [">", "- "] {
            let legal = Sample(String(repeating: mark, count: 100) + "a\n")
            #expect(legal.messages == "")
            #expect(legal.html.contains("a</"))
            let illegal = Sample(String(repeating: mark, count: 101) + "a\n")
            #expect(illegal.rules == ["markdown-nesting"])
        }
        let stars = String(repeating: "*a ", count: 101) + String(repeating: "b*", count: 101)
        #expect(Sample(stars).rules == ["markdown-nesting"])
    }

    @Test func oneHundredThousandLevelsAreOneMistake() {
        for source in [">", "- ", "*a "] {
            let bomb = String(repeating: source, count: 80_000)
            let rules = Set(Sample(bomb).rules)
            #expect(rules.isSubset(of: ["markdown-nesting", "markdown-growth"]), "\(source)")
        }
        #expect(Sample(String(repeating: ">", count: 100_000)).rules == ["markdown-nesting"])
        #expect(Sample(String(repeating: "[", count: 100_000)).html.count == 100_008)
    }

    @Test func fiveMegabytesAreRefusedUnread() {
        let sample = Sample(String(repeating: "a **b** \n", count: 600_000))
        #expect(sample.rules == ["markdown-too-long"])
        #expect(sample.html == "")
    }

    @Test func aThousandColumnsAreRefused() {
        let sample = Sample("> " + HostileInputTests.wide(1000).replacing("\n|-", with: "\n> |-"))
        #expect(sample.rules == ["table-too-wide"])
        #expect(sample.log.sorted[0].message == "a table has 1000 columns; at most 32 are allowed")
        #expect(Sample(HostileInputTests.wide(32)).rules == [])
        #expect(Sample("```\n" + HostileInputTests.wide(1000) + "```\n").rules == [])
    }

    @Test func aTableOfEmptyCellsIsRefused() {
        let sample = Sample(HostileInputTests.wide(32) + String(repeating: "a\n", count: 100_000))
        #expect(
            sample.messages == """
                a.md:1: error: a table has 100000 rows of 32 columns; at most 100000 cells are allowed
                     Keep the columns that readers need, and offer the rest as a CSV file.
                     [table-too-wide]


                """
        )
    }

    @Test(.enabled(if: Package.corpus("blns/blns.json") != nil, "no corpora: set RECOUNT_CORPORA"))
    func naughtyStringsStayText() throws {
        let file = try #require(Package.corpus("blns/blns.json"))
        let strings = try JSONDecoder().decode([String].self, from: Data(contentsOf: file))
        #expect(strings.count > 500)
        let shapes = [
            "%", "# %", "[%](x)", "[x](%)", "![%](<%>)", "| % |\n|---|\n| % |", "`%`",
            "> - %[^1]\n\n[^1]: %", "``` %\n%\n```",
        ]
        let allowed: Set<String> = [
            "a", "blockquote", "br", "code", "del", "div", "em", "h1", "h2", "hr", "img", "li",
            "ol", "p", "pre", "section", "span", "strong", "sup", "table", "tbody", "td", "th",
            "thead", "tr", "ul", "h3", "h4", "h5", "h6", "u", "i", "b", "sub",
        ]
        let tags = /<\/?([^\s>\/]*)([^>]*)>/.matchingSemantics(.unicodeScalar)
        for string in strings {
            for shape in shapes {
                let html = Sample(shape.replacing("%", with: string)).html
                for tag in html.matches(of: tags) {
                    #expect(allowed.contains(String(tag.output.1)), "\(string)")
                    let attributes = tag.output.2.lowercased().replacing(/"[^"]*"/, with: "")
                    #expect(!attributes.contains(" on"), "\(string)")
                }
                #expect(!html.lowercased().contains("=\"javascript:"), "\(string)")
            }
        }
    }
}
