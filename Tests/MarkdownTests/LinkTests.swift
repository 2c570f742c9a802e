import Diagnostics
import Testing

@testable import Markdown

/// Links as they are handed to the caller: what is written, where, in which order.
@Suite struct LinkTests {
    private func places(_ source: String) -> [String] {
        Sample(source).document.links
            .map { "\($0.location.line):\($0.location.column) \($0.destination)" }
    }

    @Test func aDestinationIsReportedAsItIsWritten() {
        let source = """
            [a](figure:children_killed?month=2017-08&place=Al+Badou) [b](<figure:killed?place=Al Badou>)
            [c](figure:killed?place=Al%20Badou) [d](figure:killed?place=الرقة) [e](claim:CLM-048 "t \\"q\\"")
            [f](a\\(b&amp;c)

            """
        let links = Sample(source).document.links
        #expect(
            links.map(\.destination) == [
                "figure:children_killed?month=2017-08&place=Al+Badou",
                "figure:killed?place=Al Badou", "figure:killed?place=Al%20Badou",
                "figure:killed?place=الرقة", "claim:CLM-048", "a(b&c",
            ]
        )
        #expect(links.map(\.title) == ["", "", "", "", "t \"q\"", ""])
        #expect(Sample(source).messages == "")
    }

    @Test func columnsCountCharactersAfterEveryKindOfMarkup() {
        let source = """
            الرقة [a](b) é **[c](d "t") `x` [e]** <https://x.org> ![f](g) &amp; \\* [h][e] <b> [i](j)
            > lazy [k](l
            "title
            over lines") and [m](n)

            - one
              two [o](p)

              | a | [q](r) |
              |---|---|
              | \\| [s](t) | [u](v) |

            [e]: f

            """
        #expect(
            places(source) == [
                "1:7 b", "1:18 d", "1:33 f", "1:39 https://x.org", "1:55 g", "1:72 f", "1:83 j",
                "2:8 l", "4:18 n", "7:7 p", "9:9 r", "11:8 t", "11:17 v",
            ]
        )
    }

    @Test func columnsSurviveTextAboveATableAndDefinitionsAboveAParagraph() {
        let source = """
            [a](b)
            | [c](d) | x |
            |---|---|

            [r]: s
            [t]: u
              'title'
            [r] [t]

            """
        #expect(places(source) == ["1:1 b", "2:3 d", "8:1 s", "8:5 u"])
    }

    @Test func linesMayEndInEitherWay() {
        let lines = [
            "a [b](c)", "d <mailto:e@f.org>", "", "> g", "[h](i)", "", "- `j", "  k` [l](m)",
        ]
        let expected = ["1:3 c", "2:3 mailto:e@f.org", "5:1 i", "8:6 m"]
        for end in ["\n", "\r\n", "\r"] {
            #expect(places(lines.joined(separator: end) + end) == expected)
        }
    }

    @Test func footnotesComeLastWithTheirOwnPlaces() {
        let source = """
            One.[^x] [a](b)

            [^x]: See [c](d).

                And [e](f).

            Two [g](h).

            """
        #expect(places(source) == ["1:10 b", "7:5 h", "3:11 d", "5:9 f"])
    }

    @Test func anEmptyLinkKeepsItsPlaceForAFigure() {
        let sample = Sample("In all, [](figure:killed) people.\n")
        let link = sample.document.links[0]
        #expect(link.destination == "figure:killed")
        #expect(link.plainText == "")
        #expect(link.excerpt == Excerpt("In all, [](figure:killed) people.", start: 8, length: 17))
        #expect(sample.messages == "")
        let html = sample.document.html(
            MarkdownRendering(labels: .english) { _, _ in
                .link(
                    href: "figures/killed.html",
                    title: nil,
                    cssClass: "fig",
                    rel: nil,
                    text: "322–429 <all>"
                )
            }
        )
        #expect(
            html
                == "<p>In all, <a href=\"figures/killed.html\" class=\"fig\">322–429 &lt;all&gt;</a> people.</p>\n"
        )
    }

    @Test func anImageInSeveralSizesLeavesTheChoiceToTheBrowser() {
        let source = "![a](a.jpg)\n\n<figure>\n\n![b](a.jpg)\n\n</figure>\n\n![c](a.jpg)\n"
        let image = ImageRendering(
            src: "a.jpg",
            width: 900,
            height: 600,
            sources: [("a b-480.jpg", 480), ("a.jpg", 900)],
            shownWidth: "38rem",
            shownWidthInFigure: "70rem"
        )
        let html = Sample(source).document
            .html(MarkdownRendering(labels: .english) { _, _ in .image(image) })
        func tag(_ alt: String, _ width: String) -> String {
            "<img src=\"a.jpg\" alt=\"\(alt)\" width=\"900\" height=\"600\" "
                + "srcset=\"a%20b-480.jpg 480w, a.jpg 900w\" sizes=\"\(width)\" loading=\"lazy\">"
        }
        #expect(html.contains(tag("a", "38rem")), "\(html)")
        #expect(html.contains(tag("b", "70rem")), "\(html)")
        #expect(html.contains(tag("c", "38rem")), "\(html)")
    }

    @Test func everyAnswerForALinkIsWrittenAndEscaped() {
        let source = "[*a*](strike:1) [b](strike:2) ![c \"d\"](media/e.jpg \"t\") [f](strike:3)\n"
        let html = Sample(source).document
            .html(
                MarkdownRendering(labels: .english) { index, link in
                    switch index {
                    case 0:
                        .link(
                            href: "strikes/a b.html?x=\"<&",
                            title: "\"<&",
                            cssClass: "s",
                            rel: "nofollow",
                            text: nil,
                            lang: "ar"
                        )
                    case 1: .textOnly
                    case 2: .image(ImageRendering(src: link.destination, width: 640, height: 480))
                    default:
                        .link(href: "javascript:x", title: nil, cssClass: nil, rel: nil, text: nil)
                    }
                }
            )
        #expect(
            html == """
                <p><a href="strikes/a%20b.html?x=%22%3C&amp;" title="&quot;&lt;&amp;" class="s" rel="nofollow" lang="ar"><em>a</em></a> b \
                <img src="media/e.jpg" alt="c &quot;d&quot;" title="t" width="640" height="480" loading="lazy"> f</p>

                """
        )
    }

    @Test func aLinkNeverContainsAnother() {
        let source = "[a ![b](c) d[^1]](e)\n\n[^1]: n\n"
        let rendering = MarkdownRendering(labels: .english) { _, link in
            .link(href: link.destination, title: nil, cssClass: nil, rel: nil, text: nil)
        }
        let html = Sample(source).document.html(rendering)
        #expect(
            html.hasPrefix("<p><a href=\"e\">a b d<sup class=\"footnote-ref\">1</sup></a></p>\n")
        )
        #expect(Sample(source).document.links.map(\.destination) == ["e", "c"])
    }

    @Test(arguments: [
        ("see https://a.org/x.", "https://a.org/x"),
        ("see (https://a.org/x_(y)).", "https://a.org/x_(y)"),
        ("„https://a.org/x”", "https://a.org/x"),
        ("HTTPS://A.org", "HTTPS://A.org"),
        ("https://موقع.org/الرقة، ثم", "https://موقع.org/الرقة"),
        ("https://a.org/?a=1&copy;", "https://a.org/?a=1&copy"),
        ("https://localhost:8080/x", "https://localhost:8080/x"),
        ("a https://a.org/b\u{A0}c", "https://a.org/b"),
    ])
    func aBareAddressEndsWhereTheSentenceGoesOn(text: String, address: String) {
        let expected = address == "https://a.org/?a=1&copy" ? "https://a.org/?a=1©" : address
        let links = Sample(text + "\n").document.links
        #expect(links.map(\.destination) == [expected])
        #expect(links.map(\.plainText) == [expected])
    }

    @Test(arguments: ["www.a.org", "xhttps://a.org", "https://", "http:/a", "`https://a.org`"])
    func whatIsNoAddressStaysText(text: String) {
        #expect(Sample(text + "\n").document.links.isEmpty)
    }

    @Test func aBareAddressInALinkIsNotASecondLink() {
        #expect(
            places("[https://a.org](b) **https://c.org**\n") == ["1:1 b", "1:22 https://c.org"]
        )
    }
}
