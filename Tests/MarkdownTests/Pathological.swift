/// Texts that take known parsers longer and longer, in any size: cmark's and cmark-gfm's own suites, their
/// advisories, and what a search of our own found.
struct Pathological {
    let name: String
    /// A text of about so many bytes.
    let make: @Sendable (Int) -> String

    /// A beginning, then one text again and again.
    private static func rows(_ name: String, _ row: String, after head: String = "") -> Self {
        Self(name: name) { head + times(row, $0) }
    }

    /// One text again and again, then another as often.
    private static func pairs(_ name: String, _ left: String, _ right: String) -> Self {
        Self(name: name) { size in
            let count = size / (left.utf8.count + right.utf8.count)
            return String(repeating: left, count: count) + String(repeating: right, count: count)
        }
    }

    /// Texts that differ by their number.
    private static func series(
        _ name: String,
        _ row: @escaping @Sendable (Int) -> String
    ) -> Self {
        Self(name: name) { size in
            var text = ""
            var number = 0
            while text.utf8.count < size {
                text += row(number)
                number += 1
            }
            return text
        }
    }

    private static func times(_ text: String, _ size: Int) -> String {
        String(repeating: text, count: max(1, size / text.utf8.count))
    }

    static let all: [Self] =
        emphasis + brackets + references + containers + tables + other + addresses + suites

    private static let emphasis: [Self] = [
        pairs("nested strong emphasis", "*a **a ", "b** b*"), rows("closers", "a_ "),
        rows("openers", "_a "), rows("mismatched", "*a_ "), pairs("alternating", "*a ", "_a*_ "),
        rows("multiples of three", "c* ", after: "a**b"), rows("one and two", "*a**a"),
        rows("two and one", "**a*a"), rows("both kinds", "_a*a_b*"), rows("triple", "***a "),
        rows("stars and underscores", "*_"), rows("underscores", "_"), rows("stars", "*"),
        rows("tildes", "~"), rows("struck", "~~a "), pairs("struck pairs", "~~a ", " b~~"),
        rows("tilde mix", "a~~b*c_"), pairs("pairs", "*a ", " b*"),
        rows("spaced stars", "* "), pairs("emphasis in quotes", ">", "a*"),
        rows("codes", "`a"), series("ticks") { String(repeating: "`", count: $0 % 80 + 1) + "a" },
        series("growing ticks") { "e" + String(repeating: "`", count: $0) },
    ]

    private static let brackets: [Self] = [
        rows("link closers", "a]"), rows("link openers", "[a"), rows("openers mixed", "[ a_"),
        rows("images in links", "![[]()"), rows("parentheses", "[ (]("),
        rows("hard case", "**x [a*b**c*](d)"), pairs("nested", "[", "]"),
        rows("links in emphasis", "*[a](b)"), rows("star brackets", "[*"),
        pairs("star pairs", "[*a", "]*"), pairs("nested links", "[", "](u)"),
        pairs("nested images", "![", "](u)"), rows("open", "[a](b"), rows("pointed", "[a](<b"),
        rows("title 1", "[a](b \""), rows("title 2", "[a](b '"), rows("title 3", "[a](b ("),
        pairs("deep parentheses", "(", ")"), rows("open parentheses", "(", after: "[a]("),
        rows("many parentheses", "[a](((("), rows("bangs", "!["), pairs("bang pairs", "![", "]"),
        rows("undefined", "[a][b]"), rows("long labels", "[" + String(repeating: "a", count: 999)),
        rows("footnote brackets", "[^"), rows("undefined footnotes", "[^1]"),
        rows("tasks", "- [ ] [ ] "),
    ]

    private static let references: [Self] = [
        Self(name: "one long address") {
            "[a]: " + times("u", $0 / 2) + "\n\n" + times("[a]", $0 / 2)
        },
        Self(name: "one long title") {
            "[a]: u \"" + times("t", $0 / 2) + "\"\n\n" + times("[a]", $0 / 2)
        },
        Self(name: "labels in capitals and spaces") {
            "[a b]: " + times("u", $0 / 2) + "\n\n" + times("[A \t B]", $0 / 2)
        },
        Self(name: "labels that fold") {
            "[ss]: " + times("u", $0 / 2) + "\n\n" + times("[ẞ]", $0 / 2)
        },
        Self(name: "labels that fold back") {
            "[ß]: " + times("u", $0 / 2) + "\n\n" + times("[ss]", $0 / 2)
        },
        Self(name: "address on its own line") {
            "[a]:\n" + times("u", $0 / 2) + "\n\n" + times("[a][]", $0 / 2)
        },
        series("definitions") { "[a\($0)]: u\n" },
        Self(name: "definitions and uses") { size in
            let count = size / 14
            return (0..<count).map { "[a\($0)]: u\n" }.joined() + "\n"
                + (0..<count).map { "[a\($0)] " }.joined()
        },
        rows("open titles", "[a]: b \"\n"), rows("open titles in parentheses", "[a]: b (c\n"),
        rows("open labels", "[a\n"), rows("definitions alike", "[a]: b\n"),
        series("footnotes") { "[^\($0)]: a\n\n" },
        series("chain of footnotes") { "[^\($0)]: [^\($0 + 1)]\n\n" },
        rows("one footnote", "[^1]", after: "[^1]: a\n\n"),
        rows("footnotes in footnotes", "[^1]: "),
    ]

    private static let containers: [Self] = [
        rows("quotes", "> "), rows("lists", "- "), rows("numbers", "1. "), rows("mix", "> - "),
        rows("tab lists", "-\t"), rows("plus and minus", "+ - "),
        Self(name: "blank lines in deep lists") { times("- ", $0 / 2) + "x" + times("\n", $0 / 2) },
        Self(name: "blank lines in deep lists in quotes") {
            "> " + times("- ", $0 / 2) + "x\n" + times(">\n", $0 / 2)
        },
        Self(name: "lazy lines") { times(">", $0 / 2) + "a\n" + times("a\n", $0 / 2) },
        series("quote stairs") { String(repeating: ">", count: $0) + " a\n" },
        series("list stairs") { String(repeating: "  ", count: $0) + "* a\n" },
        series("short stairs") { String(repeating: " ", count: 2 * ($0 % 50)) + "- a\n" },
        rows("items", "- a\n"), rows("empty items", "-\n"), rows("items apart", "- a\n\n"),
        rows("quoted lines", ">\n"), rows("items and text", "a\n- b\n"),
        rows("item quotes", "- > "),
        rows("items with fences", "- ```\n"), rows("large numbers", "123456789. "),
        rows("ninety levels", "\n", after: String(repeating: "- ", count: 90) + "a\n"),
    ]

    private static let tables: [Self] = [
        Self(name: "wide") {
            times("|x", $0 / 4) + "\n" + times("|-", $0 / 4) + "\n" + times("a\n", $0 / 2)
        },
        Self(name: "short rows") {
            String(repeating: "|x", count: 16) + "|\n" + String(repeating: "|-", count: 16) + "|\n"
                + times("a\n", $0)
        },
        Self(name: "lines above") { times("a\n", $0) + "|-|\n" },
        Self(name: "lines above a colon") { times("a\n", $0) + ":-\n" },
        rows("pipes", "|", after: "a|b\n-|-\n"), rows("pipes below a colon", "|", after: "a\n:-\n"),
        rows("escaped pipes", "\\|", after: "a|b\n-|-\n"), rows("dashes", "-|", after: "a\n"),
        rows("rows of dashes", "|-|\n"), rows("heads", "|a|\n"), rows("many", "a|b\n-|-\n"),
        rows("many apart", "a|b\n-|-\n\n"), rows("in lists", "- a|b\n  -|-\n  x\n"),
    ]

    private static let other: [Self] = [
        rows("instructions", "a <?"), rows("declarations", "a <!A "),
        rows("character data", "a <![CDATA["), rows("comments", "</<!--"), rows("tags", "<a "),
        rows("attributes", "<a href=\""), rows("many attributes", "b ", after: "<a "),
        rows("quoted attributes", "<a b=\"c"), rows("closing tags", "</a "), rows("angles", "<"),
        rows("blocks of HTML", "<div>\n\n"), rows("scripts", "<script>\n\n"),
        rows("entities", "&amp;"), rows("unfinished entities", "&a"), rows("long entity", "a"),
        rows("addresses", "http://a."), rows("www", "www.a."), rows("mail", "a@b."),
        rows("address with parentheses", "(", after: "http://a/"), rows("schemes", "http://"),
        rows("address with entities", "a;", after: "http://a&"), rows("pointed address", "<ab:"),
        rows("backslashes", "\\"), rows("breaks", "a\\\n"), rows("spaces at ends", "a  \n"),
        rows("tabs", "\t"), rows("nulls", "\0"), rows("returns", "a\r"), rows("headings", "# a\n"),
        rows("underlines", "a\n=\n"), rows("rules", "***\n"), rows("hashes", "a #", after: "# "),
        rows("fences", "```\n"), rows("blank lines", "\n"), rows("code", "    a\n"),
        rows("code and blank lines", "\n", after: "    a\n"), rows("long word", "a"),
        rows("words", "a "), rows("quotation marks", "\"a'"), rows("Arabic", "٧ [a][b] "),
    ]

    private static let addresses: [Self] = [
        rows("www behind underscores", "_www."), rows("labels of mail", "x@y."),
        rows("mail in a bracket", "a@b.example ", after: "[ "),
        rows("addresses in a bracket", "https://a.example/*b ", after: "[ "),
        rows("www in an address", "(www.a", after: "[https://a.example/"),
        rows("closing parentheses at an end", ")", after: "https://a.example"),
        pairs("pairs of parentheses", "(", ")"),
        rows("entities at an end", "&b;", after: "https://a.b"),
        rows("underscores in a host", "a_", after: "https://"), rows("hosts", "https://a.b "),
        rows("marks at an end", "?!.,:*_~", after: "https://a.b/"), rows("slashes", "http:///"),
        rows("bracketed mail", "<a@b."), rows("mail with marks", "a.+-_"),
        rows("colons", "xmpp:a@b/"),
    ]

    /// What the suites of cmark and cmark-gfm, and the advisories about them, add to the lists above.
    private static let suites: [Self] = [
        rows("tables with returns", "aaa\rbbb\n-\u{B}\n"), rows("image openers", "![p"),
        rows("link images", "![l"), pairs("nested inlines", "*", "*"),
        pairs("under inlines", "_", "_"),
        pairs("struck inlines", "~", "~"), rows("hard case in lines", "**x [a*b**c*](d)\n"),
        rows("comments after a slash", "<!--", after: "</"), rows("short comments", "<!-->"),
        rows("comments with dashes", "<!---"),
        rows("instructions after a slash", "<?", after: "</"),
        rows("declarations of documents", "<!DOCTYPE a "),
        rows("data after text", "<![CDATA[", after: "a "),
        Self(name: "one reference often") { size in
            let count = size / 12
            return (1...max(1, count)).map { "[\($0)]: u\n" }.joined() + times("[0] ", size / 3)
        },
        Self(name: "labels with one hash") { collisions($0) },
        Self(name: "footnotes and references to them") { size in
            let count = size / 16
            return (0..<count).map { "[^\($0)]: a\n" }.joined() + times("[^0]", size / 2)
        },
        Self(name: "long footnote often") {
            "[^a]: " + times("b ", $0 / 2) + "\n\n" + times("[^a] ", $0 / 2)
        },
        rows("footnotes with text", "[^a]: b\n"), rows("footnotes without text", "[^a]:\n"),
        rows("footnote in a footnote", "[^a[^a]", after: "[^a]: b\n\n"),
        rows("list of dashes and quotes", "-\t> "), rows("quotes in lists of numbers", "1) > "),
        rows("lists and code", "-      a\n"), rows("quotes and lists", ">- \n"),
        Self(name: "quotes on every line") { size in
            let depth = 80
            return times(String(repeating: ">", count: depth) + "\n", size)
        },
        Self(name: "lists on every line") { times(String(repeating: "- ", count: 90) + "\n", $0) },
        Self(name: "indented deeper and deeper") { size in
            let depth = Int(Double(size).squareRoot())
            return (0..<depth).map { String(repeating: " ", count: $0) + "1. a\n" }.joined()
        },
        rows(
            "rows with many cells",
            "|" + String(repeating: "a|", count: 90) + "\n",
            after: "|a|\n|-|\n"
        ),
        rows("rows without cells", "|\n", after: "|a|\n|-|\n"),
        rows("rows of escapes", "a\\|b|", after: "|a|\n|-|\n"),
        rows("alignments", ":-:|", after: "a|b\n"),
        rows("code in cells", "`|`|", after: "|a|\n|-|\n"),
        Self(name: "wide heads") { times("|a", $0 / 2) + "\n" + times("|-", $0 / 2) + "\n" },
        rows("zero and text", "abc\0de\0"),
        rows("titles over lines", "[a]: u 'b\n", after: "[b]: u\n"),
        rows("numbered entities", "&#9999999;"), rows("entities in addresses", "[a](&amp;"),
        rows("escapes in addresses", "[a](\\("), rows("codes in brackets", "[`a]"),
        rows("marks beside marks", "*_*~"), rows("marks after letters", "a**a__"),
        rows("emphasis in links", "[*a](b) "), rows("links around images", "[![a](b)"),
        rows("smart quotes", "\"a' "), rows("points", "..."), rows("dashes in words", "a--b---"),
    ]

    /// Definitions and uses of labels for which the hash of early versions (sdbm) ends in the same four bits.
    private static func collisions(_ size: Int) -> String {
        var text = ""
        var number = 0
        while text.utf8.count < size {
            let label = "x\(number)"
            number += 1
            var hash: UInt32 = 0
            for byte in label.utf8 { hash = UInt32(byte) &+ (hash << 6) &+ (hash << 16) &- hash }
            if hash % 16 == 0 { text += "[\(label)]: u\n\n[\(label)]\n\n" }
        }
        return text
    }
}
