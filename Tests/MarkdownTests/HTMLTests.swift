import Testing

@testable import Markdown

/// The HTML that is our own: identifiers, tables, tasks, footnotes, fenced blocks.
@Suite struct HTMLTests {
    @Test func headingsGetReadableUniqueIdentifiersAndSink() {
        let source = """
            # الرقة: *the* record
            ## What’s known?
            ## What's known?
            ## what s known
            ### Footnotes
            ### fn-1
            ### —
            ###### Six [a](b)

            """
        let document = Sample(source).document
        #expect(
            document.headings.map(\.id) == [
                "الرقة-the-record", "whats-known", "whats-known-2", "what-s-known", "footnotes-2",
                "section-fn-1", "section", "six-a",
            ]
        )
        #expect(document.headings.map(\.level) == [1, 2, 2, 2, 3, 3, 3, 6])
        #expect(document.headings[0].html == "الرقة: <em>the</em> record")
        #expect(document.headings[7].html == "Six a")
        let html = document.html(
            MarkdownRendering(labels: .english, idPrefix: "n-", headingShift: 1)
        )
        #expect(html.hasPrefix("<h2 id=\"n-الرقة-the-record\">الرقة: <em>the</em> record</h2>\n"))
        #expect(html.hasSuffix("<h6 id=\"n-six-a\">Six <a href=\"b\">a</a></h6>\n"))
    }

    @Test func anIdentifierThatANumberMakesIsNotGivenTwice() {
        let ids = Sample("# a\n# a\n# a-2\n# A\n").document.headings.map(\.id)
        #expect(ids == ["a", "a-2", "a-2-2", "a-3"])
    }

    @Test func aTableIsPrecededByWhatIsSaidOfOneThatIsTooWide() {
        var labels = MarkdownLabels.english
        labels.tableScrolls = "Wider & wider"
        let html = Sample("| a |\n|---|\n\n<table><tr><td>b</td></tr></table>\n").document
            .html(MarkdownRendering(labels: labels))
        let said = "<p class=\"hint small\">Wider &amp; wider</p>\n<div class=\"tab\""
        #expect(html.ranges(of: said).count == 2)
    }

    @Test func aTableScrollsInItselfAndAlignsByClass() {
        let source = "| a | b | c | d |\n|---|:--|:-:|--:|\n| 1 | <2 | 3 | ~~4~~ |\n| 5 |\n"
        #expect(
            Sample(source).html == """
                <div class="tab" role="region" aria-label="MarkdownTable 1" tabindex="0">
                <table class="fix">
                <thead>
                <tr>
                <th scope="col">a</th>
                <th scope="col">b</th>
                <th scope="col" class="c">c</th>
                <th scope="col" class="n">d</th>
                </tr>
                </thead>
                <tbody>
                <tr>
                <td>1</td>
                <td>&lt;2</td>
                <td class="c">3</td>
                <td class="n"><del>4</del></td>
                </tr>
                <tr>
                <td>5</td>
                <td></td>
                <td class="c"></td>
                <td class="n"></td>
                </tr>
                </tbody>
                </table>
                </div>

                """
        )
    }

    @Test func aTaskTellsWhetherItIsDoneInWords() {
        #expect(
            Sample("- [x] a\n- [ ] b\n").html == """
                <ul>
                <li class="task"><span role="img" aria-label="done">☑</span> a</li>
                <li class="task"><span role="img" aria-label="not done">☐</span> b</li>
                </ul>

                """
        )
    }

    @Test func footnotesAreNumberedByReferenceAndLeadBack() {
        let source = """
            A[^b] and[^a] and[^b].

            [^a]: First.
            [^b]: Second[^a]

                > quoted

            """
        let html = Sample(source).document
            .html(
                MarkdownRendering(labels: .english, idPrefix: "s-")
            )
        #expect(
            html == """
                <p>A<sup class="footnote-ref"><a href="#s-fn-1" id="s-fnref-1">1</a></sup> \
                and<sup class="footnote-ref"><a href="#s-fn-2" id="s-fnref-2">2</a></sup> \
                and<sup class="footnote-ref"><a href="#s-fn-1" id="s-fnref-1-2">1</a></sup>.</p>
                <section class="footnotes" role="doc-endnotes" aria-labelledby="s-footnotes">
                <h2 id="s-footnotes">Notes</h2>
                <ol>
                <li id="s-fn-1">
                <p>Second<sup class="footnote-ref"><a href="#s-fn-2" id="s-fnref-2-2">2</a></sup></p>
                <blockquote>
                <p>quoted</p>
                </blockquote>
                <p> <a class="footnote-back" href="#s-fnref-1" aria-label="Back to reference 1">↩</a> \
                <a class="footnote-back" href="#s-fnref-1-2" aria-label="Back to reference 1-2">↩</a></p>
                </li>
                <li id="s-fn-2">
                <p>First. <a class="footnote-back" href="#s-fnref-2" aria-label="Back to reference 2">↩</a> \
                <a class="footnote-back" href="#s-fnref-2-2" aria-label="Back to reference 2-2">↩</a></p>
                </li>
                </ol>
                </section>

                """
        )
    }

    @Test func aFencedBlockIsReplacedOrStaysCode() {
        let source = """
            ```table
            by: month
            ```
            > ~~~python x
            > a < b
            > ~~~

            """
        let document = Sample(source, firstLine: 5).document
        #expect(document.fences.map(\.info) == ["table", "python x"])
        #expect(document.fences.map(\.text) == ["by: month\n", "a < b\n"])
        #expect(document.fences.map(\.location.description) == ["a.md:5:1", "a.md:8:3"])
        #expect(document.fences.map(\.firstLine) == [6, 9])
        #expect(document.fences.map(\.indentation) == [0, 2])
        let html = document.html(
            MarkdownRendering(labels: .english, fence: { $0 == 0 ? "<p>\($1.info)</p>" : nil })
        )
        #expect(
            html == """
                <p>table</p>
                <blockquote>
                <pre><code class="language-python">a &lt; b
                </code></pre>
                </blockquote>

                """
        )
    }

    @Test func singleTildesAreText() {
        #expect(
            Sample("300~400 and 500~600, ~~not~~\n").html
                == "<p>300~400 and 500~600, <del>not</del></p>\n"
        )
    }

    @Test func theOutlineNestsAndLeavesOutWhatIsNotAsked() {
        let document = Sample("# t\n### a\n## b\n### c\n#### d\n### `e`\n## f\n").document
        let outline = document.outline()
        #expect(outline.map(\.title) == ["a", "b", "f"])
        #expect(outline[1].children.map(\.title) == ["c", "e"])
        #expect(outline[1].children[1].html == "<code>e</code>")
        #expect(outline[1].children[0].children.isEmpty)
        #expect(document.outline(maxLevel: 4)[1].children[0].children.map(\.id) == ["d"])
        #expect(document.outline(maxLevel: 2).flatMap(\.children).isEmpty)
    }
}
