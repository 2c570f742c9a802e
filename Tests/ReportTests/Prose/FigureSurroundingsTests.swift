import Diagnostics
import Testing

@testable import Report

/// What may stand beside a link to a figure, and which of the text's numbers need a link.
@Suite struct FigureSurroundingsTests {
    @Test(
        arguments: [
            ("[10](figure:killed.min?id=OPEN)0", "100"),
            ("[10](figure:killed.min?id=OPEN),000 people", "10,000"),
            ("1[10](figure:killed.min?id=OPEN)", "110"),
            ("1 [10](figure:killed.min?id=OPEN)", "1 10"),
            ("[10](figure:killed.min?id=OPEN)k", "10k"),
            ("[10](figure:killed.min?id=OPEN) k", "10 k"),
            ("[10](figure:killed.min?id=OPEN)%", "10%"),
            ("$[10](figure:killed.min?id=OPEN)", "$10"),
            ("-[10](figure:killed.min?id=OPEN)", "-10"),
            ("CS[10](figure:killed.min?id=OPEN)", "CS10"),
            ("[10](figure:killed.min?id=OPEN)th", "10th"),
            ("[10](figure:killed.min?id=OPEN) million", "10 million"),
            ("[**10**](figure:killed.min?id=OPEN)\nmillion", "10 million"),
            ("[10](figure:killed.min?id=OPEN)**0**", "100"),
            ("[ten](figure:killed.min?id=OPEN) thousand", "ten thousand"),
            ("one hundred and [ten](figure:killed.min?id=OPEN)", "one hundred and ten"),
            ("[10](figure:killed.min?id=OPEN)²", "10²"), ("[10](claim:CLM-10)0", "100"),
            ("[10](figure:killed.min?id=OPEN)-year-old", "10-year-old"),
        ] as [(String, String)]
    )
    func theNumberEndsWhereTheLinkEnds(_ text: String, _ shown: String) {
        let sample = ProseSample(
            strikes: [ProseSample.strike("OPEN", .atLeast(10))],
            claims: [ProseSample.claim("CLM-10", .exact(10))]
        )
        let messages = sample.diagnostics(text, ShippedLanguageTests.english).map(\.message)
        #expect(
            messages.map { $0.split(separator: ", and").first }
                == ["with the text beside the link, readers see “\(shown)”"]
        )
    }

    /// What a reader sees at the link, beside it, and through what the page does not show.
    @Test(arguments: [
        "1\u{200B}0→", "10\u{200B}→", "\u{FEFF}10→", "10\u{2060}→", "\u{200D}10→",
        "10\u{AD}→",
        "10\u{200E}→", "\u{200F}10→", "10\u{61C}→", "10\u{E0030}→", "10\u{FE0F}→",
        "10\u{336}→", "1\u{FE0F}\u{20E3}0→", "10\u{E0100}→", "10\u{2800}→",
        "10\u{F8FF}→",
        "\u{202E}10\u{202C}→", "\u{2067}10\u{2069}→", "10→\u{200B}", "10→\u{AD} x",
        "10→\u{336}",
        "10→\u{200D}", "10→\u{E0030}", "10→\u{2069}", "10→\u{200B}0", "１０→",
        "𝟏𝟎→",
        "10→𝟎", "10→０", "10→⁰", "10→₀", "10→½", "10→Ⅹ", "10→⓪",
        "10→**0**", "**10→**0", "*10→*0", "***10→***0", "***10→******0***",
        "~~10→~~0", "10→`0`", "10→`` 0 ``", "`10`→`0`", "10→&#48;",
        "10→&#x30;", "1&#48;→&#x30;", "10→\\0", "10→<sup>0</sup>", "10→<b></b>0",
        "10→<!-- x -->0", "10→[^n]0", "10→[^n]", "10[^n]→", "1[^n]0→",
        "10→[0](https://example.org)",
        "10→[10→",
        "10→/2", "10→×10", "10→\\*\\*0", "10→^2", "10→:30", "10→·5",
    ])
    func nothingStandsInOrBesideANumber(_ text: String) {
        // What opens before the link stays before its bracket.
        let opening = text.prefix { "*~".contains($0) }
        let rest = String(text.unicodeScalars.dropFirst(opening.count))
        let markdown = "Killed \(opening)[" + linked(rest + " people.")
        let messages = ProseSample.shared.messages(text: markdown)
        #expect(messages.contains { $0.hasSuffix(" records say 10") })
    }

    @Test(arguments: [
        "Killed [10→ people.[^n]", "Killed [10→ people[^n] and [10→,[^n] too", "([10→)", "“[10→”",
        "**[10→**",
        "[**10**→", "[10→—7 of them known—", "[10→\u{A0}people", "[at least 10→.",
        "[10→, [10→",
        "کشته‌شدگان [10→", "[10 کشته‌شده→ نفر", "[10→ (2017)", "[10 people→\u{200B}",
    ])
    func marksAroundANumberAreLeftAlone(_ text: String) {
        let markdown = linked(text)
        #expect(ProseSample.shared.messages(text: markdown) == [])
    }

    /// A text with a link to a figure of 10 that ends at each arrow, and its footnote.
    private func linked(_ text: String) -> String {
        text.unicodeScalars
            .map { $0 == "→" ? "](figure:killed.min?id=OPEN)" : String($0) }
            .joined() + (text.contains("[^n]") ? "\n\n[^n]: A note." : "")
    }

    @Test(arguments: [
        "In 2017 [10](figure:killed.min?id=OPEN) people were killed.",
        "On 3 May [10](figure:killed.min?id=OPEN) people were killed.",
        "In CS1621 [10](figure:killed.min?id=OPEN) were killed, at 14:30 [10](figure:killed.min?id=OPEN).",
        "killed ([10](figure:killed.min?id=OPEN)). May was worse: [10](figure:killed.min?id=OPEN).",
        "between [322](figure:killed.min?id=RANGE) and [429](figure:killed.max?id=RANGE)",
        "[322](figure:killed.min?id=RANGE)–[429](figure:killed.max?id=RANGE)",
        "[322](figure:killed.min?id=RANGE)/[429](figure:killed.max?id=RANGE)",
        "| a | b |\n|---|---|\n| [10](figure:killed.min?id=OPEN) | 12 |",
        "12, [10](figure:killed.min?id=OPEN)",
        "- [10](figure:killed.min?id=OPEN)\n- 12",
        "[10](figure:killed.min?id=OPEN)'s names, 1. [10](figure:killed.min?id=OPEN)",
        "seven of the [ten](figure:killed.min?id=OPEN) and one hundred others",
        "[10](figure:killed.min?id=OPEN) and 12 others",
        "\u{202E}12\u{202C} and [10](figure:killed.min?id=OPEN)",
        "死亡[10](figure:killed.min?id=OPEN)人",
    ])
    func otherTextBesideALinkIsLeftAlone(_ text: String) {
        let messages = ProseSample.shared.diagnostics(text, ShippedLanguageTests.english)
            .map(\.message)
        #expect(messages == [])
    }

    @Test func anArabicParticleMayStandBeforeALink() {
        func messages(_ text: String) -> [String] {
            ProseSample.shared.messages(text: text, ShippedLanguageTests.arabic)
                + ProseSample.shared.diagnostics(text, ShippedLanguageTests.arabic, unbound: true)
                .map(\.message)
        }
        #expect(messages("قُتل و[عشرة](figure:killed.min?id=OPEN) أشخاص") == [])
        #expect(messages("قُتل والـ[عشرة](figure:killed.min?id=OPEN) قتلى") == [])
        #expect(messages("قُتل و[١٠](figure:killed.min?id=OPEN) أشخاص") == [])
        #expect(
            messages("ثلاثة و[عشرون](figure:killed.min?id=OPEN) شخصًا") == [
                "with the text beside the link, readers see “ثلاثة وعشرون”, and the records say ١٠"
            ]
        )
    }

    @Test func anEmptyLinkIsFilledInBesideNoOtherNumber() {
        func messages(_ text: String) -> [String] { ProseSample.shared.messages(text: text) }
        let wrong = ["the text beside the link goes on with its number, and the records say 10"]
        #expect(messages("[](figure:killed.min?id=OPEN)00 people") == wrong)
        #expect(messages("1[](figure:killed.min?id=OPEN) people") == wrong)
        #expect(messages("[](figure:killed.min?id=OPEN) million people") == wrong)
        #expect(messages("[](figure:killed.min?id=OPEN)% of them") == wrong)
        #expect(messages("at least [](figure:killed.min?id=OPEN) people, ([](claim:CLM-1))") == [])
        #expect(messages("[](figure:killed.min?id=OPEN) and 12; in 2017 [](figure:killed)") == [])
        #expect(messages("[](figure:killed?id=UNKNOWN) people") == [])
    }

    @Test func anOverrideBesideALinkIsAnError() {
        let text = "At most \u{202E}[10](figure:killed.min?id=OPEN)\u{202C} people"
        #expect(
            ProseSample.shared.messages(text: text) == [
                "a character before the link changes the order in which its digits are shown, "
                    + "and the records say 10"
            ]
        )
    }
}
