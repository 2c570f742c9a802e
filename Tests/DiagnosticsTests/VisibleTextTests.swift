import Diagnostics
import Testing

/// Texts of others on a terminal.
struct VisibleTextTests {
    @Test(
        arguments: [
            "\u{0}", "\u{7}", "\u{8}", "\r", "\u{1B}", "\u{7F}", "\u{85}", "\u{9B}", "\u{9D}",
            "\u{2028}",
            "\u{2029}", "\u{202A}", "\u{202E}", "\u{202C}", "\u{2066}", "\u{2069}", "\u{E0041}",
        ]
    )
    func whatATerminalWouldObeyIsShown(character: String) throws {
        #expect("a\(character)b".visible == "a\u{FFFD}b")
        #expect("a\(character)b".visibleLine == "a\u{FFFD}b")
        var log = DiagnosticLog()
        log.report(
            SampleRule.sample,
            at: SourceLocation(file: "a\(character)b.csv", line: 1, column: 1),
            "x\(character)y",
            suggestion: "s\(character)t"
        )
        let text = DiagnosticPrinter().report(log)
        #expect(!text.unicodeScalars.contains(try #require(character.unicodeScalars.first)))
        #expect(text.contains("a\u{FFFD}b.csv") && text.contains("x\u{FFFD}y"))
        #expect(text.contains("s\u{FFFD}t"))
    }

    @Test(
        arguments: [
            "plain", "two\nlines\twith a tab", "کتاب\u{200C}ها", "شارع\u{200F} 7", "e\u{301}",
            "👩\u{200D}🚀",
            "נ\u{200E}1", "",
        ]
    )
    func wordsOfEveryLanguageStayAsTheyAre(text: String) {
        #expect(text.visible == text)
    }

    @Test func aMessageStaysOnItsLine() {
        var log = DiagnosticLog()
        log.report(
            SampleRule.sample,
            at: SourceLocation(file: "a.csv", line: 1, column: 1),
            "“x\na.csv:2:1: error: y” is wrong"
        )
        let text = DiagnosticPrinter().report(log)
        #expect(text.hasPrefix("a.csv:1:1: error: “x\u{FFFD}a.csv:2:1: error: y” is wrong\n"))
    }

    @Test func jsonKeepsItsMeaning() {
        let text = "{\n \"a\": \"\u{7F}\u{9B}\u{202E}\u{E0041}é\"\n}\n"
        #expect(
            text.visibleJSON == "{\n \"a\": \"\\u007f\\u009b\\u202e\\udb40\\udc41é\"\n}\n"
        )
    }
}

private enum SampleRule: String, Rule {
    case sample
    var severity: Severity { .error }
}
