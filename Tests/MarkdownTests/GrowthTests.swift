import Foundation
import TestSupport
import Testing

@testable import Markdown

/// Ten times the text takes about ten times the time, or is refused at once.
@Suite(.serialized) struct GrowthTests {
    /// The processor time of this thread for reading a text and writing its HTML, in seconds.
    private static func time(_ source: String) -> (seconds: Double, isRefused: Bool, html: Int) {
        let start = ThreadTime.now
        let sample = Sample(source)
        let html = sample.html
        let seconds = ThreadTime.now - start
        let limits: Set = ["markdown-growth", "markdown-nesting", "table-too-wide"]
        return (seconds, !limits.isDisjoint(with: sample.rules), html.utf8.count)
    }

    @Test(.unlessItHangs, arguments: Pathological.all.indices)
    func tenTimesTheTextTakesTenTimesTheTime(_ index: Int) {
        let bomb = Pathological.all[index]
        let small = bomb.make(3_000)
        let large = bomb.make(30_000)
        // Other programs may take the processor's cache or slow its clock for a while, so both are measured in turn.
        var (first, limit) = (0.0, 0.0)
        var second = (seconds: 0.0, isRefused: false, html: 0)
        for _ in 0..<3 where first == 0 || (!second.isRefused && second.seconds >= limit) {
            first = (0..<3).map { _ in Self.time(small).seconds }.min() ?? 0
            limit = max(0.1, first * 1.5 * Double(large.utf8.count) / Double(small.utf8.count))
            second = Self.time(large)
        }
        if second.isRefused {
            #expect(second.seconds < 1, "\(bomb.name): refused after \(second.seconds) s")
        } else {
            // Short times are inexact, and a debugging build is slow.
            #expect(
                second.seconds < limit,
                "\(bomb.name): \(first) s, then \(second.seconds) s"
            )
            #expect(
                second.html < 60 * large.utf8.count + 10_000,
                "\(bomb.name): \(second.html) bytes"
            )
        }
    }

    /// How long an ordinary article of the largest size takes in this build, on this machine.
    private static let ordinary = time(
        String(
            repeating: "A *word* in [a link](https://example.org/a_b), a_b [x].\n\n",
            count: MarkdownDocument.maximumBytes / 60
        )
    )
    .seconds

    @Test(arguments: Pathological.all.indices)
    func theLargestTextTakesNotMuchLongerThanAnArticle(_ index: Int) {
        guard ProcessInfo.processInfo.environment["RECOUNT_FAST"] == nil else { return }
        let bomb = Pathological.all[index]
        let result = Self.time(bomb.make(MarkdownDocument.maximumBytes - 2_000))
        #expect(
            result.seconds < Self.ordinary * (result.isRefused ? 10 : 30),
            "\(bomb.name): \(result.seconds) s, an ordinary article \(Self.ordinary) s"
        )
    }

    @Test func whatAnArticleContainsIsNotRefused() {
        let paragraph = String(
            repeating: "A *word* in [a link](https://example.org/a_b), a_b [x]. ",
            count: 100
        )
        let list = String(repeating: "- *One* item [of](x.md) many, [0, 1)\n", count: 3_000)
        let nested = String(repeating: "- *One*\n  - two **items** [of](x.md)\n", count: 2_000)
        let table =
            "| a \\| b | *c* | d |\n|---|:-:|--:|\n"
            + String(repeating: "| *One* | [two](x.md) | `a|b` **x** |\n", count: 3_000)
        let references =
            (0..<1_000)
            .map { "[s\($0)]: https://example.org/a/long/address/\($0) \"Title \($0)\"\n" }.joined()
            + "\n" + (0..<1_000).map { "A claim [s\($0)] and [another][s\($0)].\n\n" }.joined()
        let code =
            "```\n" + String(repeating: "int *a[3] = {**b, *c}; // <? <!A |\n\n", count: 3_000)
            + "```\n"
        let rule =
            String(repeating: "- ", count: 300) + "\n\n" + String(repeating: "* ", count: 900)
            + "\n"
        for text in [
            paragraph, list, nested, table, references, code, rule,
            String(repeating: "*", count: 9_000),
        ] {
            let rules = Set(Sample(text).rules)
            #expect(
                rules.isDisjoint(with: ["markdown-growth", "markdown-nesting", "table-too-wide"]),
                "\(text.prefix(60))"
            )
        }
    }
}
