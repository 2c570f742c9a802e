// The same templates and values give the same bytes in Jinja2.

import Templates
import Testing

@Suite(.enabled(if: JinjaOracle.isAvailable, "skipped: no Python with Jinja2 was found"))
struct JinjaTests {
    private static let pages = [("full", SamplePage()), ("bare", SamplePage.bare)]

    @Test func everyCaseIsRenderedAsJinjaRendersIt() throws {
        let singles = JinjaCases.single.map { ($0.name, ["page.html": $0.source]) }
        try compare(singles + JinjaCases.several.map { ($0.name, $0.files) })
    }

    @Test func templatesMadeAtRandomAreRenderedAsJinjaRendersThem() throws {
        var generator = TemplateGenerator(seed: 20_170_606)
        try compare((0..<500).map { ("random \($0)", generator.files()) })
    }

    private func compare(_ cases: [(name: String, files: [String: String])]) throws {
        var jinja: [JinjaOracle.Case] = []
        for (_, files) in cases {
            for (_, page) in Self.pages {
                jinja.append(
                    JinjaOracle.Case(
                        files: files,
                        entry: "page.html",
                        values: JSONValue.fields(page)
                    )
                )
            }
        }
        var expected = try JinjaOracle.render(jinja)[...]
        #expect(expected.count == cases.count * Self.pages.count)
        for (name, files) in cases {
            let site = Site(files)
            #expect(!site.log.hasErrors, "\(name): \(site.messages)\n\(files)")
            for (page, values) in Self.pages {
                let outcome = expected.removeFirst()
                #expect(outcome.error == nil, "\(name), \(page): \(files)")
                guard !site.log.hasErrors, let output = outcome.output else { continue }
                let ours = try site.render(values)
                #expect(Array(ours.utf8) == Array(output.utf8), "\(name), \(page): \(files)")
            }
        }
    }
}
