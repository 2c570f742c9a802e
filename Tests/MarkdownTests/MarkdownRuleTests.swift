import Diagnostics
import Testing

@testable import Markdown

/// Every rule of this room, broken once, with the exact words that an author reads.
@Suite struct MarkdownRuleTests {
    static let cases: [(rule: MarkdownRule, source: String, message: String)] = [
        (
            .rawHTML, "They were <b>civilians</b>.\n",
            """
            a.md:1:11: warning: the HTML tag “<b>” is not shown
                 They were <b>civilians</b>.
                           ^^^
                 Write it in Markdown; what stands between two tags is kept.
                 [raw-html]


            """
        ),
        (
            .rawHTML, "One.\n\n  <div>\nlost\n</div>\n",
            """
            a.md:3:3: warning: this block of HTML is not shown
                   <div>
                   ^^^^^
                 Write it in Markdown.
                 [raw-html]


            """
        ),
        (
            .linkScheme, "See [it](javascript:alert(1)).\n",
            """
            a.md:1:5: error: the link “javascript:alert(1)” is neither http, https, mailto, a file of this site nor a record
                 See [it](javascript:alert(1)).
                     ^^^^^^^^^^^^^^^^^^^^^^^^^
                 Link to https://, to a file of this site, or to figure:, claim:, strike: or source:.
                 [link-scheme]


            """
        ),
        (
            .linkMalformed, "Of [12](figure:killed?place=Al Badou) dead\n",
            """
            a.md:1:4: error: “[12](figure:killed?place=Al Badou)” looks like a link and is none
                 Of [12](figure:killed?place=Al Badou) dead
                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
                 A destination with spaces stands in angle brackets: [words](<figure:killed?place=Al Badou>). A link cannot contain a link.
                 [link-malformed]


            """
        ),
        (
            .linkText, "See [](https://example.org).\n",
            """
            a.md:1:5: warning: the link to “https://example.org” has no words
                 See [](https://example.org).
                     ^^^^^^^^^^^^^^^^^^^^^^^
                 Say where it leads between the brackets.
                 [link-text]


            """
        ),
        (
            .referenceUndefined, "As [Amnesty][1] found.\n",
            """
            a.md:1:4: error: the reference “1” is not defined in this file
                 As [Amnesty][1] found.
                    ^^^^^^^^^^^^
                 Add a line [1]: with its address, or write \\[ for a plain bracket.
                 [reference-undefined]


            """
        ),
        (
            .footnoteUndefined, "الرقة **three** families.[^hotel]\n",
            """
            a.md:1:26: error: the footnote “hotel” is not defined in this file
                 الرقة **three** families.[^hotel]
                                          ^^^^^^^^
                 Add a paragraph that begins with [^hotel]: or write \\[^hotel] for the plain text.
                 [footnote-undefined]


            """
        ),
        (
            .footnoteUnused, "Text.\n\n[^1]: Counted by name.\n",
            """
            a.md:3:1: warning: nothing refers to the footnote “1”, so it is not shown
                 [^1]: Counted by name.
                 ^^^^^
                 Write [^1] where it belongs, or remove it.
                 [footnote-unused]


            """
        ),
        (
            .footnoteDuplicate, "Text.[^a]\n\n[^a]: One.\n\n[^A]: Two.\n",
            """
            a.md:5:1: error: the footnote “A” is defined twice, and this one is not shown
                 [^A]: Two.
                 ^^^^^
                 Give it another name.
                 [footnote-duplicate]


            """
        ),
        (
            .fenceUnclosed, "- a\n\n  ```table\n  by: month\n",
            """
            a.md:3:3: error: nothing closes this fenced block, so it holds everything that follows
                   ```table
                   ^^^^^^^^
                 Add a line ``` where the block ends.
                 [fence-unclosed]


            """
        ),
        (
            .headingEmpty, "##\n",
            """
            a.md:1:1: warning: this heading has no words
                 ##
                 ^^
                 Write them, or remove the marks.
                 [heading-empty]


            """
        ),
        (
            .imageAlt, "![](media/street.jpg)\n",
            """
            a.md:1:1: warning: the image “media/street.jpg” has no words for readers who cannot see it
                 ![](media/street.jpg)
                 ^^^^^^^^^^^^^^^^^^^^^
                 Say what it shows between the brackets: ![…](media/street.jpg)
                 [image-alt]


            """
        ),
        (
            .tooLong, String(repeating: "a", count: 262_145),
            """
            a.md: error: 262145 bytes of Markdown are more than the 262144 (256 KiB) that a file may have
                 Split the text into several articles.
                 [markdown-too-long]


            """
        ),
        (
            .tableTooWide,
            "Text\n\n" + String(repeating: "|a", count: 33) + "|\n"
                + String(repeating: "|-", count: 33) + "|\n",
            """
            a.md:3: error: a table has 33 columns; at most 32 are allowed
                 Keep the columns that readers need, and offer the rest as a CSV file.
                 [table-too-wide]


            """
        ),
        (
            .nestingTooDeep, String(repeating: ">", count: 101) + "a\n",
            """
            a.md:1: error: more than 100 quotes, lists, links or emphases stand inside one another
                 A reader follows three or four levels.
                 [markdown-nesting]


            """
        ),
    ]

    @Test(arguments: cases.indices)
    func aMistakeIsReportedWithItsPlaceAndWords(index: Int) {
        let (_, source, message) = MarkdownRuleTests.cases[index]
        #expect(Sample(source).messages == message)
    }

    @Test func everyRuleHasItsCase() {
        let covered = Set(MarkdownRuleTests.cases.map(\.rule))
        #expect(covered == Set(MarkdownRule.allCases))
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
