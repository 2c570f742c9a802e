// What authors read about their mistakes.

import Diagnostics
import Templates
import Testing

@Suite struct MistakeTests {
    @Test(arguments: Mistakes.all.map(\.name))
    func everyMistakeIsExplainedWhereItIs(_ name: String) throws {
        let mistake = try #require(Mistakes.all.first { $0.name == name })
        #expect(Site(mistake.files).messages == mistake.messages + "\n\n")
    }

    @Test func everyRuleIsBrokenByATest() {
        var missing = Set(TemplateRule.allCases.map(\.rawValue))
        for mistake in Mistakes.all {
            for diagnostic in Site(mistake.files).log.diagnostics {
                missing.remove(diagnostic.rule)
            }
        }
        // These have tests of their own, below.
        #expect(missing == ["template-not-text", "template-too-large", "template-nesting"])
    }

    @Test func aTemplateThatIsNotUTF8IsReported() {
        #expect(
            messages(bytes: [0x61, 0xFF, 0x62]) == """
                templates/page.html: error: the template is not UTF-8 text
                     Save it as UTF-8.
                     [template-not-text]

                templates/page.html: error: there is no template “page.html”, which pages of kind “sample” need
                     [unknown-template]


                """
        )
    }

    @Test func aTemplateThatIsTooLargeIsNotRead() {
        let bytes = [UInt8](repeating: 0x61, count: TemplateSet.largestFile + 1)
        #expect(
            messages(bytes: bytes)
                .hasPrefix(
                    """
                    templates/page.html: error: the template has 1048577 bytes; at most 1048576 are read
                         Split it into partials.
                         [template-too-large]
                    """
                )
        )
    }

    private func messages(bytes: [UInt8]) -> String {
        var log = DiagnosticLog()
        _ = TemplateSet.load(
            [TemplateFile(path: "page.html", source: bytes, displayName: "templates/page.html")],
            kinds: [PageKind("sample", template: "page.html", root: SamplePage.self)],
            environment: SampleWords.environment,
            log: &log
        )
        let messages = log.diagnostics.map { DiagnosticPrinter().text($0) + "\n\n" }
        return messages.joined()
    }

    @Test func tagsNestedTooDeepAreReportedOnce() {
        let open = String(repeating: "{% if is_final %}", count: 50_000)
        #expect(
            Site(open).messages == """
                templates/page.html:1:1704: error: tags are nested more than 100 levels deep
                     …s_final %}{% if is_final %}{% if is_final %}{% if is_final %}{% if is_final %}{% if is_fin…
                                                    ^^
                     [template-nesting]


                """
        )
    }

    @Test(arguments: ["(", "not ", "[", "-", "title ~ ", "title if title else "])
    func valuesNestedTooDeepEndInAnError(_ opening: String) {
        let site = Site("{{ " + String(repeating: opening, count: 100_000) + "title }}")
        #expect(site.log.hasErrors == (opening != "title ~ "))
    }

    @Test(arguments: [" | upper", ".name", " and title", " or title", " is none"])
    func chainsThatAreTooLongEndInAnError(_ link: String) {
        let site = Site("{{ title" + String(repeating: link, count: 100_000) + " }}")
        #expect(site.log.diagnostics.map(\.rule) == ["template-nesting"])
    }

    @Test func includesThatMultiplyEndInAnError() {
        var files = ["page.html": "{% include 'a0.html' %}"]
        for level in 0..<60 {
            let next = "{% include 'a\(level + 1).html' %}"
            files["a\(level).html"] = next + next
        }
        files["a60.html"] = "x"
        #expect(Site(files).log.diagnostics.map(\.rule) == ["template-too-large"])
    }

    @Test func macrosThatGrowTheirArgumentsEndInAnError() {
        let site = Site("{% macro m(x) %}{{ m([x]) }}{% endmacro %}{{ m(1) }}")
        #expect(site.log.diagnostics.map(\.rule) == ["template-nesting"])
    }

    @Test func blocksThatHoldEachOtherEndInAnError() {
        let site = Site([
            "page.html":
                "{% extends 'a.html' %}{% block a %}{% block b %}{{ super() }}{% endblock %}"
                + "{% endblock %}",
            "a.html": "{% block b %}{% block a %}{% endblock %}{% endblock %}",
        ])
        #expect(site.log.diagnostics.map(\.rule) == ["template-nesting"])
    }

    @Test func aMistakeInAPartialOfTwoKindsIsReportedOnce() {
        var log = DiagnosticLog()
        let sources = ["a.html": "{% include 'p.html' %}", "p.html": "{{ name }}{{ nam }}"]
        _ = TemplateSet.load(
            sources.map {
                TemplateFile(path: $0.key, source: Array($0.value.utf8), displayName: $0.key)
            },
            kinds: [
                PageKind("place", template: "a.html", root: Place.self),
                PageKind("person", template: "a.html", root: Person.self),
            ],
            environment: SampleWords.environment,
            log: &log
        )
        #expect(
            DiagnosticPrinter().text(log) == """
                p.html:1:14: error: nothing is called “nam” here on pages of kind “place”
                     {{ name }}{{ nam }}
                                  ^^^
                     Did you mean “name”?
                     [unknown-variable]


                """
        )
    }
}
