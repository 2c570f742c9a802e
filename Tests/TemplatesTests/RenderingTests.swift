// What Jinja2 cannot be asked about: limits, phrases, threads, feeds.

import Testing
import Text

@testable import Templates

@Suite struct RenderingTests {
    @Test func aMacroThatNeverEndsStopsWithItsPlaceAndLeavesNothingBehind() throws {
        let site = Site("a\n{% macro m(x) %}\n{{ m(x) }}{{ m(x) }}{% endmacro %}{{ m(1) }}")
        #expect(site.messages == "")
        var output = ByteText()
        output.append("before")
        let error = try #require(throws: RenderError.self) {
            try site.set.render("sample", SamplePage(), formatting: English(), into: &output)
        }
        #expect(
            error.description
                == "templates/page.html:3:4: macros call each other more than 100 levels deep"
        )
        #expect(output.text() == "before")
    }

    /// A body inside loops over lists of ten, one inside the other.
    private static func nested(_ levels: Int, _ body: String) -> String {
        (0..<levels)
            .reduce(body) { body, level in
                let list = "[\"0\", \"1\", \"2\", \"3\", \"4\", \"5\", \"6\", \"7\", \"8\", \"9\"]"
                return "{% for y\(level) in \(list) %}\(body){% endfor %}"
            }
    }

    private static let steps = "this page takes more than 5000000 steps to render"
    private static let bytes = "this page or its texts grow beyond 256 MiB"

    /// A text of sixteen or fewer bytes that doubles a number of times.
    private static func doubled(_ text: String, _ times: Int) -> String {
        "{% set t = \"\(text)\" %}\n"
            + String(repeating: "{% set t = t ~ t %}\n", count: times)
    }

    private static func macros() -> String {
        var text = "{% macro m0(x) %}{% endmacro %}"
        for level in 1...40 {
            let call = "{{ m\(level - 1)(x) }}"
            text += "\n{% macro m\(level)(x) %}\(call)\(call){% endmacro %}"
        }
        return text + "{{ m40(1) }}"
    }

    private static func captures() -> String {
        var text = "{% set t0 %}abcdefghijklmnop{% endset %}"
        for level in 1...40 {
            let print = "{{ t\(level - 1) }}"
            text += "{% set t\(level) %}\(print)\(print){% endset %}"
        }
        return text
    }

    /// Pages that take too much, with the ends of their messages.
    private static let endless: [(page: String, end: String)] = [
        (nested(9, "x"), ": " + steps),
        (nested(9, ""), ": " + steps),
        (nested(4, "\n" + nested(5, "{% if title == \"x\" %}x{% endif %}")), ": " + steps),
        (macros(), ": " + steps),
        (doubled("abcdefghijklmnop", 40), "page.html:25:12: " + bytes),
        (
            doubled("abcdefghijklmnop", 20).replacing("t ~ t", with: "[t, t] | join(\"\")")
                + doubled("abcdefghijklmnop", 30), ": " + bytes
        ),
        (captures(), ": " + bytes),
        (doubled("<", 20) + nested(3, "{{ t }}"), ": " + bytes),
        (doubled("<", 20) + String(repeating: "{{ t }}", count: 2_000), ": " + bytes),
        (doubled("<", 17) + nested(6, "{{ t | length }}"), ": " + steps),
        (doubled("<", 17) + "{% if t ~ \">\" in t ~ t %}x{% endif %}", ": " + steps),
    ]

    @Test(arguments: endless.indices)
    func aPageWithoutEndStopsWithItsPlace(_ index: Int) throws {
        let (page, end) = Self.endless[index]
        let site = Site(page)
        #expect(site.messages == "")
        let start = ContinuousClock.now
        let error = try #require(throws: RenderError.self) { try site.render() }
        #expect(error.description.hasSuffix(end), "\(error)")
        #expect(error.description.hasPrefix("templates/page.html:"), "\(error)")
        #expect(error.isLimit)
        #expect(ContinuousClock.now - start < .seconds(60))
    }

    @Test func aLongPageIsRendered() throws {
        let length = try Site(Self.nested(5, "0123456789")).render().utf8.count
        #expect(length == 1_000_000)
    }

    @Test func aRecordOfAnotherTypeIsRefused() throws {
        let site = Site("{{ title }}")
        var output = ByteText()
        let error = try #require(throws: RenderError.self) {
            try site.set.render("sample", Place(name: "x"), formatting: English(), into: &output)
        }
        #expect(error.message == "pages of kind “sample” are made of a record “sample”")
        let other = try #require(throws: RenderError.self) {
            try site.set.render("other", Place(name: "x"), formatting: English(), into: &output)
        }
        #expect(other.message == "there is no template for pages of kind “other”")
    }

    @Test func aTableThatLacksADeclaredEntryStopsThePage() throws {
        let site = Site("x{{ extra.grade }}")
        var page = SamplePage()
        page.extra = TableValue([:])
        let error = try #require(throws: RenderError.self) { try site.render(page) }
        #expect(
            error.description
                == "templates/page.html:1:11: the table has no “grade”, although it is declared"
        )
    }

    @Test func outputIsAppended() throws {
        var output = ByteText()
        output.append("<")
        try Site("{{ one }}").set
            .render(
                "sample",
                SamplePage(),
                formatting: English(),
                into: &output
            )
        #expect(output.bytes == Array("<1".utf8))
    }

    @Test func pagesRenderedAtTheSameTimeAreAlike() async throws {
        let site = Site(
            "{% for p in people %}{{ p.name }}{{ words.strikes | plural(3) }}{% endfor %}"
        )
        let expected = try site.render()
        let set = site.set
        await withTaskGroup(of: Bool.self) { group in
            for _ in 0..<200 {
                group.addTask {
                    var output = ByteText()
                    try? set.render("sample", SamplePage(), formatting: English(), into: &output)
                    return output.bytes == Array(expected.utf8)
                }
            }
            for await isAlike in group { #expect(isAlike) }
        }
    }

    @Test func feedsHaveNoElementsOfRawText() throws {
        let source = "<?xml version=\"1.0\"?><title>{{ title }}</title><style>{{ title }}</style>"
        #expect(Site(["feed.xml": source], entry: "feed.xml").messages == "")
        #expect(Site("<style>{{ title }}</style>").log.hasErrors)
    }

    @Test func aByteOrderMarkIsLeftOut() throws {
        #expect(try Site("\u{FEFF}{{ one }}").render() == "1")
    }

    @Test func aPhraseFillsItsPlaceholders() {
        let phrase = Phrase(forms: [.one: "{n} & {who}", .other: "{n} of {who} {?} {"])
        #expect(phrase.placeholders == ["n", "who"])
        #expect(phrase.text(["who": "<A>"], count: 1, formatting: English()) == "1 & <A>")
        #expect(phrase.text(count: 4_000, formatting: English()) == "4,000 of {who} {?} {")
        let form = phrase.form(count: 1, formatting: English())
        #expect(String(decoding: form.plain, as: UTF8.self) == " & ")
        #expect(String(decoding: form.escaped, as: UTF8.self) == " &amp; ")
        #expect(form.placeholders == ["n", "who"])
    }

    @Test func aPhraseWithoutTheFormUsesTheLastOne() {
        let phrase = Phrase(forms: [.one: "one", .few: "few"])
        #expect(phrase.text(count: 5, formatting: English()) == "few")
        #expect(Phrase(forms: [:]).text(formatting: English()) == "")
    }

    @Test func escapingEqualsMarkupSafe() {
        #expect(
            HTML(text: "<a href='x' b=\"y\">&").markup
                == "&lt;a href=&#39;x&#39; b=&#34;y&#34;&gt;&amp;"
        )
    }

    @Test func theReferenceNamesEveryTagFilterAndField() {
        let kind = PageKind("sample", template: "page.html", root: SamplePage.self)
        let reference = TemplateReference(kinds: [kind], environment: SampleWords.environment)
            .markdown
        for tag in Tag.allCases {
            #expect(reference.contains("- `\(tag.form)`  \n  \(tag.doc)\n"), "\(tag)")
            #expect(tag.form.hasPrefix("{% \(tag.rawValue) "))
        }
        for filter in Filter.allCases {
            #expect(reference.contains("- `\(filter.form)`: \(filter.doc)\n"), "\(filter)")
            #expect(filter.form.contains(" | \(filter.rawValue)"))
        }
        for attribute in LoopAttribute.allCases {
            #expect(reference.contains("`loop.\(attribute.rawValue)`"), "\(attribute)")
        }
        for field in SamplePage.templateShape.fields + Person.templateShape.fields
            + Place.templateShape.fields
        {
            #expect(
                reference.contains("| `\(field.name)` | \(field.type) | \(field.doc) |"),
                "\(field.name)"
            )
        }
        #expect(reference.contains("| `page_of` | phrase | `{page}`, `{pages}` |"))
        #expect(reference.contains("### Page kind `sample` (`page.html`)"))
    }
}
