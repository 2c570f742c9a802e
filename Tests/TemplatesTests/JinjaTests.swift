// The same templates and values give the same bytes in Jinja2.

import Templates
import TestSupport
import Testing

@Suite(Needs.module("jinja2"))
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

    /// Most of these are broken; none may crash, and those that are accepted must mean the same.
    @Test func templatesMangledAtRandomAreRefusedOrRenderedAsJinjaRendersThem() throws {
        var mangler = TemplateMangler(seed: 1_621)
        var accepted: [(name: String, files: [String: String])] = []
        for round in 0..<3_000 {
            let source = mangler.mangle(JinjaCases.single.map(\.source))
            let files = ["page.html": source]
            if !Site(files).log.hasErrors { accepted.append(("mangled \(round)", files)) }
        }
        #expect(accepted.count > 300)
        try compare(accepted)
    }

    private func compare(_ cases: [(name: String, files: [String: String])]) throws {
        var jinja: [JinjaOracle.Case] = []
        for (_, files) in cases {
            for (page, _) in Self.pages {
                jinja.append(
                    JinjaOracle.Case(
                        files: files,
                        entry: "page.html",
                        page: page
                    )
                )
            }
        }
        let values = Dictionary(uniqueKeysWithValues: Self.pages).mapValues { JSONValue.fields($0) }
        var expected = try JinjaOracle.render(jinja, pages: values)[...]
        #expect(expected.count == cases.count * Self.pages.count)
        for (name, files) in cases {
            let site = Site(files)
            #expect(!site.log.hasErrors, "\(name): \(site.messages)\n\(files)")
            for (page, values) in Self.pages {
                let outcome = expected.removeFirst()
                guard !site.log.hasErrors else { continue }
                do {
                    let ours = try site.render(values)
                    let theirs = try #require(
                        outcome.output,
                        "\(name), \(page): \(outcome.error ?? "") \(files)"
                    )
                    #expect(Array(ours.utf8) == Array(theirs.utf8), "\(name), \(page): \(files)")
                } catch let error as RenderError {
                    // What never ends here does not end there either.
                    #expect(
                        outcome.error?.hasPrefix("RecursionError") == true,
                        "\(name), \(page): \(error) \(files)"
                    )
                }
            }
        }
    }
}
