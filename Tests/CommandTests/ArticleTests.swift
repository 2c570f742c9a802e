import Foundation
import TestSupport
import Testing

/// Texts of authors on the way to their pages, through the whole program.
@Suite struct ArticleTests {
    /// A small site with the templates of a new one, and an article.
    private func site(_ article: String, settings: String = "") throws -> SiteFolder {
        let site = try SiteFolder.small()
        try site.add(Package.root + "/templates", at: "templates")
        try site.write("content/case.md", "---\ntitle: A case\n---\n" + article)
        if !settings.isEmpty {
            let old = try site.read("content/site.yaml")
            try site.write("content/site.yaml", old + "\n" + settings + "\n")
        }
        return site
    }

    @Test func everyIdOccursOnceAndLinksToHeadingsFindThem() throws {
        let site = try site(
            """
            See [one](#references), [two](#main), [three](#contents) and [four](case.md#toc).

            ## References

            ## Main

            ## Toc

            ## Contents

            <h2 id="main">Main</h2>

            ## Block 1

            Text.[^1]

            [^1]: Note.

            ```table
            by: month
            measures: [strikes]
            ```
            """
        )
        let ending = try site.build()
        #expect(ending.status == 0, "\(ending.errors)")
        let page = try site.read("Output/case.html")
        let ids = page.matches(of: /\sid="([^"]*)"/).map { String($0.1) }
        #expect(ids.count == Set(ids).count, "\(ids)")
        #expect(ids.contains("contents"))
        for link in page.matches(of: /href="#([^"]*)"/) {
            #expect(ids.contains(String(link.1)), "\(link.1)")
        }
        #expect(page.contains(">one</a>") && page.contains("<a href=\"#references-2\">one</a>"))
        #expect(page.contains("<h2 id=\"main-2\">Main<a class=\"here\" href=\"#main-2\""))
    }

    @Test func aPictureFromAnotherHostIsALinkOrAMistake() throws {
        let article = """
            ![The crater](https://example.org/a.jpg) and ![](https://example.org/b.jpg) and
            [![A video](https://example.org/t.jpg)](https://example.org/video) and
            [![](https://example.org/u.jpg)](https://example.org/film).
            """
        let refused = try site(article).check()
        #expect(refused.status == 1)
        #expect(refused.errors.matches(of: /\[external-image\]/).count >= 3)
        let site = try site(article, settings: "external_images: link")
        let ending = try site.build()
        #expect(ending.status == 0, "\(ending.errors)")
        let page = try site.read("Output/case.html")
        #expect(page.contains(">The crater</a>"))
        #expect(page.contains(">https://example.org/b.jpg</a>"))
        #expect(page.contains("<a href=\"https://example.org/video\" rel=\"external\">A video</a>"))
        #expect(page.contains(">https://example.org/film</a>"))
        #expect(!page.contains("<img"))
    }

    /// Six hundred articles of random constructs against another reader of Markdown.
    @Test(.enabled(if: !Package.isFast), Needs.module("markdown_it"))
    func everyWordOfAnAuthorIsOnThePageOrInAMessage() throws {
        let script = "Tests/CommandTests/Oracle/articles.py"
        let site = try site("Text.", settings: "external_images: link")
        let made = try Python.run(script, ["make", site.path, "600"])
        #expect(made.status == 0, "\(made.errors)")
        let list = try Program.recount("check", site.path, "--format", "json").output
        try site.write("list.json", list)
        struct List: Decodable {
            struct Message: Decodable {
                let severity: String
                let file: String
            }
            let messages: [Message]
        }
        let messages = try JSONDecoder().decode(List.self, from: Data(list.utf8)).messages
        let broken = Set(messages.filter { $0.severity == "error" }.map(\.file))
        let folder = site.path + "/content/"
        var texts: [String: Data] = [:]
        for file in broken {
            let path = folder + URL(filePath: file).lastPathComponent
            texts[path] = try Data(contentsOf: URL(filePath: path))
            try FileManager.default.removeItem(atPath: path)
        }
        let ending = try site.build()
        #expect(ending.status == 0, "\(ending.errors)")
        for (path, text) in texts { try text.write(to: URL(filePath: path)) }
        let judged = try Python.run(script, ["check", site.path, site.path + "/list.json"])
        #expect(judged.status == 0, "\(judged.errors)")
        struct Verdict: Decodable {
            let built: Int
            let refused: Int
            let words: Int
            let missing: [String]
        }
        let verdict = try JSONDecoder().decode(Verdict.self, from: Data(judged.output.utf8))
        #expect(verdict.missing == [])
        #expect(verdict.built > 400)
        #expect(verdict.refused > 10)
        #expect(verdict.words > 10_000)
    }
}
