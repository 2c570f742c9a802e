import Diagnostics
import TestSupport
import Testing

@testable import Markdown

/// Every rule of this room, broken once, with the exact words that an author reads.
@Suite struct MarkdownRuleTests {
    private static let cases = MessageCases(beside: #filePath)

    @Test(arguments: try cases.all())
    func aMistakeIsReportedWithItsPlaceAndWords(_ mistake: MessageCase) throws {
        try mistake.expect(Sample(try #require(mistake.texts["a.md"])).messages)
    }

    @Test func everyRuleHasItsCase() throws {
        let named = Set(try Self.cases.all().map(\.rule))
        #expect(named == Set(MarkdownRule.allCases.map(\.rawValue)))
    }

    @Test func theFirstLineOfTheTextCountsFromTheFrontMatter() {
        let log = Sample("Text\n\n[^1] and [x][y]\n", firstLine: 12).log.sorted
        #expect(log.map(\.location.description) == ["a.md:14:1", "a.md:14:10"])
    }

    @Test func whatIsEscapedOrCodeIsNoMistake() {
        let source = """
            \\[^1] and \\[x][y] and `[^1] [a][b] [c](d e) <b>` and \\<b> and [sic] and a[1] &amp; [x] (y).

                [^2] [a][b] <b>

            And <!-- a comment of the author's --> and <!-- one
            over two lines -->

            <!--
            [^3]: a block of comment
            -->
            ```
            [^4]: code
            ```

            """
        #expect(Sample(source).messages == "")
    }

    @Test func anEscapedBackslashDoesNotEscape() {
        #expect(Sample("\\\\[^1] and \\\\\\[^1]\n").rules == ["footnote-undefined"])
    }

    @Test func aDestinationWithoutSchemeButWithHostIsNoFileOfTheSite() {
        #expect(
            Sample("[a](//example.org) [b](\\\\/x) [c](/x)\n").rules == [
                "link-scheme", "link-scheme",
            ]
        )
    }

    @Test(arguments: [
        "javascript:x", "JaVaScRiPt:x", "data:text/html,x", "vbscript:x", "file:///etc/passwd",
        "&#106;avascript:x", "<java&Tab;script:x>", "&#1;javascript:x", "ftp://a", "tel:1", "C:/a",
    ])
    func aForbiddenSchemeNeverReachesAnAttribute(destination: String) {
        for source in ["[w](\(destination))", "![w](\(destination))", "[w]\n\n[w]: \(destination)"]
        {
            let sample = Sample(source + "\n")
            #expect(sample.rules == ["link-scheme"], "\(source)")
            #expect(sample.html == "<p>w</p>\n")
        }
    }
}
