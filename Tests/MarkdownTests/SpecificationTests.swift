import CCMarkGFM
import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import Markdown

/// Our HTML against the C library's own, in its safe mode, over the GFM specification.
@Suite(.enabled(if: Package.corpus("gfm/spec.txt") != nil, "no corpora: set RECOUNT_CORPORA"))
struct SpecificationTests {
    /// Not compared with the library, besides texts with HTML, but with what Recount shows instead: headings without words
    /// are left out; of links to schemes and hosts that are not allowed, only the words are shown.
    static let different: [Int: String] = [
        49: "",
        356: "<p>http://foo.bar.`baz`</p>\n",
        604: "<p>irc://foo.bar:2233/baz</p>\n",
        606: "<p>a+b+c:d</p>\n",
        607: "<p>made-up-scheme://foo,bar</p>\n",
        608: "<p>http://../</p>\n",
        609: "<p>localhost:5001/foo</p>\n",
    ]

    @Test func everyExampleRendersAsTheLibraryRendersIt() throws {
        let examples = try SpecificationExample.all()
        #expect(examples.count == 673)
        var identical = 0
        var compared = 0
        for example in examples {
            let ours = Sample(example.markdown).html
            if let expected = SpecificationTests.different[example.number] {
                #expect(ours == expected, "example \(example.number)")
                continue
            }
            if Oracle.hasHTML(example.markdown) { continue }
            compared += 1
            let library = try Oracle.html(example.markdown)
            if ours == library {
                identical += 1
            } else {
                let normalised = Oracle.normalised(example.markdown)
                #expect(normalised == library, "example \(example.number): \(example.markdown)")
            }
        }
        #expect(compared == 595)
        #expect(
            identical == 543,
            "byte by byte, but for the slash in <hr />; the others normalised"
        )
    }

    /// The specification's own HTML for bare addresses, which are found in Swift; its `www.`
    /// addresses get the scheme that Recount asks for, its mail and FTP addresses stay text.
    @Test func bareAddressesBecomeTheLinksOfTheSpecification() throws {
        let examples = try SpecificationExample.all()
            .filter {
                $0.section == "Autolinks (extension)" && !$0.markdown.contains("@")
            }
        #expect(examples.map(\.number) == Array(621...628))
        for example in examples {
            let markdown = example.markdown.replacing("www.", with: "http://www.")
            let expected = example.html.replacing(">www.", with: ">http://www.")
                .replacing(/<a href="ftp:[^>]*>([^<]*)<\/a>/) { $0.output.1 }
            #expect(Sample(markdown).html == expected, "example \(example.number)")
        }
    }

    /// Every character of every run of prose is found again at the place that the run tells.
    @Test func everyCharacterOfProseStandsWhereItsLocationSays() throws {
        var characters = 0
        for example in try SpecificationExample.all() {
            let lines = example.markdown.split(separator: "\n", omittingEmptySubsequences: false)
            for run in Sample(example.markdown).document.proseRuns {
                for index in run.text.indices where !run.text[index].isWhitespace {
                    let location = run.location(at: index)
                    let line = Array(lines[location.line - 1])
                    let found = location.column <= line.count ? line[location.column - 1] : nil
                    characters += 1
                    guard found != run.text[index], found != "&" else { continue }
                    Issue.record("example \(example.number): \(run.text[index]) at \(location)")
                }
            }
        }
        #expect(characters > 4500)
    }
}

/// The C library's own rendering.
enum Oracle {
    struct OutOfMemory: Error {}

    /// Its HTML, without the slash of empty elements.
    static func html(_ markdown: String) throws -> String {
        guard let tree = CMarkTree(Array(markdown.utf8)) else { throw OutOfMemory() }
        guard let pointer = cmark_render_html(tree.root, CMarkTree.options, nil) else {
            throw OutOfMemory()
        }
        defer { free(pointer) }
        return String(cString: pointer)
            .replacing(" />", with: ">")
            .replacing("&#x27;", with: "'")
    }

    /// Whether a text contains HTML, which the library would print as it is.
    static func hasHTML(_ markdown: String) -> Bool {
        guard let tree = CMarkTree(Array(markdown.utf8)) else { return false }
        return hasHTML(CMarkNode(pointer: tree.root))
    }

    private static func hasHTML(_ node: CMarkNode) -> Bool {
        node.kind == .html || node.kind == .inlineHTML || node.children.contains(where: hasHTML)
    }

    /// Our HTML with what is ours on purpose taken back: identifiers of headings, the region
    /// around a table, classes instead of `align`, marks instead of checkboxes, bare links.
    static func normalised(_ markdown: String) -> String {
        let bare: (Int, Link) -> LinkRendering = { index, link in
            let start = link.excerpt.text.dropFirst(link.excerpt.start)
            return start.hasPrefix(link.destination)
                ? .textOnly : MarkdownRendering.asWritten(index, link)
        }
        return Sample(markdown).document
            .html(MarkdownRendering(labels: .english, link: bare))
            .replacing(/<h([1-6]) id="[^"]*">/) { "<h\($0.output.1)>" }
            .replacing(
                /<div class="tab" role="region" aria-label="MarkdownTable [0-9]+" tabindex="0">\n/,
                with: ""
            )
            .replacing("<table class=\"fix\">", with: "<table>")
            .replacing("</table>\n</div>", with: "</table>")
            .replacing(" scope=\"col\"", with: "")
            .replacing(" class=\"n\"", with: " align=\"right\"")
            .replacing(" class=\"c\"", with: " align=\"center\"")
            .replacing("<li class=\"task\">", with: "<li>")
            .replacing(
                "<span role=\"img\" aria-label=\"done\">☑</span>",
                with: "<input type=\"checkbox\" checked=\"\" disabled=\"\">"
            )
            .replacing(
                "<span role=\"img\" aria-label=\"not done\">☐</span>",
                with: "<input type=\"checkbox\" disabled=\"\">"
            )
    }
}
