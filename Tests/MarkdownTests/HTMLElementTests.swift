import Testing

@testable import Markdown

/// HTML that authors paste becomes the same structure, and nothing else passes.
struct HTMLElementTests {
    /// A text, and the HTML that it becomes, without line ends between tags.
    private func html(_ source: String) -> String {
        Sample(source).html.replacing("\n", with: "")
    }

    @Test(arguments: [
        ("Aleppo<br>Idlib<br/>Hama</br>Homs", "<p>Aleppo<br>Idlib<br>Hama<br>Homs</p>"),
        ("H<sub>2</sub>O and m<SUP>2</SUP>", "<p>H<sub>2</sub>O and m<sup>2</sup></p>"),
        (
            "<kbd>Ctrl</kbd>+<mark>C</mark> <abbr title=\"a &amp; b\">x</abbr>",
            "<p><kbd>Ctrl</kbd>+<mark>C</mark> <abbr title=\"a &amp; b\">x</abbr></p>"
        ),
        ("a<wbr>b <strike>c</strike> <tt>d</tt>", "<p>a<wbr>b <s>c</s> <code>d</code></p>"),
        (
            "<font color=red>**b**</font> <center>c</center>",
            "<p><strong>b</strong></p><div>c</div>"
        ),
        ("<p class=\"lead\">Words.</p>", "<p>Words.</p>"),
        ("<p>One.\n<p>Two &eacute;&#233;&lt;b&gt;.", "<p>One.</p><p>Two éé&lt;b&gt;.</p>"),
        (
            "<div align=\"center\">\n\n**b**\n\n</div>\n\nAfter.",
            "<div><p><strong>b</strong></p></div><p>After.</p>"
        ),
        ("<p align=\"center\">\n\n**b**\n\n</p>", "<div><p><strong>b</strong></p></div>"),
        (
            "<details><summary>Testimony</summary>\nWhat she said.\n</details>\n\nThe end.",
            "<details><summary>Testimony</summary>What she said.</details><p>The end.</p>"
        ),
        (
            "<details open>\n<summary>List</summary>\n\n- a\n- b\n\n</details>",
            "<details open=\"\"><summary>List</summary><ul><li>a</li><li>b</li></ul></details>"
        ),
        ("<ul><li>a<li>b</ul>", "<ul><li>a</li><li>b</li></ul>"),
        ("<dl><dt>a<dd>b</dl>", "<dl><dt>a</dt><dd>b</dd></dl>"),
        ("<ol start=3 reversed><li>a</ol>", "<ol start=\"3\" reversed=\"\"><li>a</li></ol>"),
        (
            "<figure><figcaption>Words</figcaption></figure>",
            "<figure><figcaption>Words</figcaption></figure>"
        ),
        ("<pre>\n a  <b>b</b>\n\n c</pre>", "<pre> a  <b>b</b> c</pre>"),
        (
            "> <div>a</div>\n\n- <div>b</div>",
            "<blockquote><div>a</div></blockquote><ul><li><div>b</div></li></ul>"
        ),
        (
            "| a |\n|---|\n| <ul><li>x</ul> y<br>z |",
            "<div class=\"tab\" role=\"region\" aria-label=\"MarkdownTable 1\" tabindex=\"0\">"
                + "<table class=\"fix\"><thead><tr><th scope=\"col\">a</th></tr></thead><tbody><tr>"
                + "<td><ul><li>x</li></ul> y<br>z</td></tr></tbody></table></div>"
        ),
        ("<hr>\n\n<h3>A <i>b</i></h3>", "<hr><h3 id=\"a-b\">A <i>b</i></h3>"),
        ("a <!-- private --> b", "<p>a  b</p>"),
        ("<!-- private\n\nnote -->", ""),
    ])
    func harmlessElementsKeepTheirStructure(source: String, expected: String) {
        #expect(html(source) == expected)
        #expect(Sample(source).rules == [])
    }

    @Test func aTableKeepsItsCellsAndSpans() {
        let table = """
            <table border="1"><caption>C</caption>
            <tr><th scope=col>A<th>B
            <tr><td colspan="2" rowspan=9999>x
            </table>
            """
        #expect(
            html(table)
                == "<div class=\"tab\" role=\"region\" aria-label=\"MarkdownTable 1\" tabindex=\"0\">"
                + "<table class=\"fix\"><caption>C</caption><tr><th scope=\"col\">A</th><th>B</th></tr>"
                + "<tr><td colspan=\"2\">x</td></tr></table></div>"
        )
    }

    @Test func linksAndPicturesAreTheDocumentsOwn() {
        let sample = Sample(
            "<a href=\"figure:killed\" target=_blank>69</a> <img src='media/a.jpg' alt=\"A &quot;b&quot;\">"
        )
        #expect(sample.document.links.map(\.destination) == ["figure:killed", "media/a.jpg"])
        #expect(sample.document.links.map(\.plainText) == ["69", "A \"b\""])
        #expect(sample.document.links[0].excerpt.length == 44)
        #expect(sample.rules == [])
        #expect(sample.html.contains("<img src=\"media/a.jpg\" alt=\"A &quot;b&quot;\">"))
    }

    @Test func textInHTMLIsProseWithItsPlace() throws {
        let sample = Sample("> <p class=x>\n> At least &#54;9 civilians\n> died.</p>\n")
        let run = try #require(sample.document.proseRuns.first)
        #expect(run.text == "At least 69 civilians died.")
        #expect(run.location(at: run.text.startIndex).column == 3)
        let place = run.location(ofCharacter: 13)
        #expect(place.line == 2)
        #expect(place.column == 20)
        let inline = Sample("There were <b>69</b> civilians.").document.proseRuns
        #expect(inline.map(\.text) == ["There were 69 civilians."])
    }

    @Test func raisedDigitsAreNoDigits() {
        let sample = Sample("[10<sup>2</sup>](figure:killed) and 69<sup>1</sup> civilians")
        #expect(sample.document.links[0].plainText == "10²")
        #expect(sample.document.proseRuns.map(\.text) == [" and 69¹ civilians"])
    }

    @Test(arguments: [
        "<script>alert(1)</script>", "<scr<script>ipt>alert(1)</script>", "<SCRIPT SRC=//x.org/a>",
        "<img src=x onerror=alert(1)>", "<img src=`x` onerror=`alert(1)`>", "<b/onclick=alert(1)>x",
        "<a href=javascript:alert(1)>x</a>", "<a href=\"java\tscript:alert(1)\">x</a>",
        "<a href=\"java&#10;script&colon;alert(1)\">x</a>",
        "<a href=' &#1;javascript:alert(1)'>x</a>",
        "<svg/onload=alert(1)>", "<svg><style><img src=x onerror=alert(1)></style></svg>",
        "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>",
        "<![CDATA[<script>alert(1)</script>]]>", "<!--><script>alert(1)</script>-->",
        "<!-- --!><script>alert(1)</script> -->", "<p title='\"><script>alert(1)</script>'>x</p>",
        "<div>\n<p title=\"a\"onclick=alert(1)>x</p>\n</div>",
        "<iframe srcdoc='<script>x</script>'>",
        "<pre>\n</pre><script>x</script>", "<textarea></textarea><img src=x onerror=x>",
        "<table><td><script>x</script>", "<style>@import 'x';</style>", "<base href=//x.org>",
        "<form action=//x.org><button formaction=javascript:x>x</button></form>",
        "<meta http-equiv=refresh content='0;url=javascript:x'>", "<object data=javascript:x>",
        "`<b`<script>x</script>", "<div\n\nonclick=x>", "<a href=\"data:text/html,<script>\">x</a>",
        "<details ontoggle=alert(1) open>x</details>", "<bdo dir=rtl>96</bdo>",
    ])
    func nothingActivePasses(attack: String) {
        for source in [attack, "a " + attack + " b", "> - " + attack, "<div>\n" + attack + "\n\nx"]
        {
            let html = Sample(source).html
            let tags = html.matches(of: #/<[^>]*>/#).map { $0.output.lowercased() }
            for tag in tags {
                let bare = tag.replacing(#/"[^"]*"/#, with: "\"\"")
                #expect(!bare.contains(#/\son[a-z]+|style|srcdoc/#), "\(source): \(tag)")
                let name = tag.drop { $0 == "<" || $0 == "/" }.prefix { $0.isLetter || $0.isNumber }
                #expect(
                    !["script", "svg", "math", "iframe", "object", "base", "form", "meta", "bdo"]
                        .contains(String(name)),
                    "\(source): \(tag)"
                )
                #expect(!tag.contains(#/(href|src)="\s*(javascript|data)/#), "\(source): \(tag)")
            }
        }
    }

    @Test func whatIsNotClosedEndsWithItsPart() {
        let sample = Sample("- <div>a\n\nb <b>c\n\n</div>\n\n# d")
        #expect(
            sample.html.replacing("\n", with: "")
                == "<ul><li><div>a</div></li></ul><p>b <b>c</b></p><h1 id=\"d\">d</h1>"
        )
        #expect(sample.rules == ["html-malformed", "html-malformed", "html-malformed"])
    }

    @Test func elementsNestOnlySoDeeply() {
        let sample = Sample(String(repeating: "<b>", count: 50_000) + "a")
        #expect(sample.rules.contains("markdown-nesting"))
        #expect(sample.html.contains("a</b>"))
        let blocks = Sample(String(repeating: "<div>\n", count: 40_000) + "a")
        #expect(blocks.rules.contains("markdown-nesting"))
    }
}
