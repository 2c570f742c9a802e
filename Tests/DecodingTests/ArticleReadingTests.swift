import Decoding
import Diagnostics
import Records
import Testing

@Suite struct ArticleReadingTests {
    private func site(_ files: [String: String]) -> DecodingSite {
        var site = DecodingSite.plain
        for (path, text) in files { site[path] = text }
        return site
    }

    @Test func frontMatterIsReadAndTheRestIsTheAuthors() throws {
        let site = site([
            "content/notes/a.md": """
            ---
            title: "How we counted"
            description: In short
            date: 2026-11-22
            authors: [A, B]
            language: ar
            order: 3
            slug: counting
            template: wide.html
            deliberate: [{text: "480", reason: "Not of these records."}]
            lead: true
            tags: [one, two]
            volume: 3
            ---

            Text
            """
        ])
        let read = try site.read()
        #expect(read.messages == "")
        let article = try #require(read.content?.articles.first)
        #expect(article.path == "notes/a.md")
        #expect(article.file == "content/notes/a.md")
        #expect(article.title == "How we counted")
        #expect(article.description == "In short")
        #expect(article.date?.iso == "2026-11-22")
        #expect(article.authors == ["A", "B"])
        #expect(article.language == "ar")
        #expect(article.order == 3)
        #expect(article.slug == "counting")
        #expect(article.template == "wide.html")
        #expect(article.deliberate.map(\.text) == ["480"])
        #expect(article.deliberate.map(\.reason) == ["Not of these records."])
        #expect(
            article.custom == [
                CustomField(name: "lead", value: .boolean(true)),
                CustomField(name: "tags", value: .texts(["one", "two"])),
                CustomField(name: "volume", value: .text("3")),
            ]
        )
        #expect(article.body == "\nText")
        #expect(article.bodyFirstLine == 15)
    }

    @Test func articlesStandByOrderThenTitleAndDraftsStayAway() throws {
        let site = site([
            "content/a.md": "---\ntitle: Zebra\n---\n", "content/b.md": "---\ntitle: Apple\n---\n",
            "content/c.md": "---\ntitle: Last\norder: 1\n---\n",
            "content/d.md": "---\ntitle: Draft\ndraft: true\norder: 0\n---\n",
        ])
        #expect(try site.read().content?.articles.map(\.path) == ["c.md", "b.md", "a.md"])
        #expect(
            try site.read(drafts: true).content?.articles.map(\.path) == [
                "d.md", "c.md", "b.md", "a.md",
            ]
        )
    }

    @Test func aNarrativeBelongsToItsStrike() throws {
        let site = site(["content/strikes/S1.md": "What happened.\n"])
        let content = try #require(try site.read().content)
        #expect(content.articles.isEmpty)
        #expect(content.narratives[NarrativeKey(strike: "S1")]?.body == "What happened.\n")
    }

    @Test func filesThatGoIntoTheReportAreListed() throws {
        let site = site([
            "content/media/map.png": "x", "content/media/rivers.geojson": "{}",
            "templates/partials/head.html": "h", "templates/feed.xml": "f",
            "templates/assets/style.css": "c", "templates/words/en.yaml": "a: b\n",
        ])
        .replacing(
            "content/site.yaml",
            "title:",
            "basemap: media/rivers.geojson\nurl: https://example.org/\ntitle:"
        )
        let content = try #require(try site.read().content)
        #expect(content.media == ["media/map.png", "media/rivers.geojson"])
        #expect(content.templates.map(\.path) == ["base.html", "feed.xml", "partials/head.html"])
        #expect(content.templates.map(\.file).last == "templates/partials/head.html")
        #expect(content.templates.last?.bytes == Array("h".utf8))
        #expect(content.assets.map(\.path) == ["assets/style.css"])
        #expect(
            content.words == [
                WordsSource(tag: "en", file: "templates/words/en.yaml", text: "a: b\n")
            ]
        )
        #expect(content.basemap == Basemap(path: "media/rivers.geojson", bytes: Array("{}".utf8)))
        #expect(content.settings.url == "https://example.org")
    }
}
