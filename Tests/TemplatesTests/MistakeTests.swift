// What authors read about their mistakes.

import Diagnostics
import Templates
import TestSupport
import Testing

@Suite struct MistakeTests {
    private static let cases = MessageCases(beside: #filePath)

    @Test(arguments: try cases.all())
    func everyMistakeIsReportedWhereItIs(_ mistake: MessageCase) throws {
        let files = mistake.files.map { file in
            TemplateFile(
                path: file.path,
                source: file.bytes,
                displayName: "templates/" + file.path
            )
        }
        try mistake.expect(Site(files).messages)
    }

    @Test func everyRuleIsBrokenByATest() throws {
        #expect(try Self.cases.rules() == Set(TemplateRule.allCases.map(\.rawValue)))
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
