import Foundation
import TestSupport
import Testing

/// What the head of every page forbids.
@Suite struct PageHeadTests {
    @Test func everyPageLoadsOnlyItsReportAndTellsNobodyWhereReadersComeFrom() throws {
        let pages = try Tree.read(try Example.site().output).filter { $0.key.hasSuffix(".html") }
        #expect(pages.count > 100)
        for (name, data) in pages {
            let text = String(decoding: data, as: UTF8.self)
            let head = text.components(separatedBy: "</head>").first ?? ""
            let policy = head.components(separatedBy: "Content-Security-Policy\" content=\"")
            #expect(policy.count == 2, "\(name)")
            let directives = (policy.last?.components(separatedBy: "\"").first ?? "")
                .components(separatedBy: "; ")
            for directive in ["default-src 'none'", "base-uri 'none'", "form-action 'none'"] {
                #expect(directives.contains(directive), "\(name)")
            }
            #expect(!directives.contains { $0.contains("unsafe") || $0.contains("*") }, "\(name)")
            #expect(head.contains("<meta name=\"referrer\" content=\"no-referrer\">"), "\(name)")
            // Nothing that loads comes before the policy.
            #expect(policy.first?.contains("<link") == false, "\(name)")
            #expect(policy.first?.contains("<script") == false, "\(name)")
        }
    }

    @Test func aPublishedPageStatesItsTitleSentenceAndAddressForLinkPreviews() throws {
        let site = try SiteFolder.example()
        let settings = try site.read("content/site.yaml")
            .replacing(/(?m)^(url|title):.*\n(  .*\n)*/, with: "").components(separatedBy: "\n")
        let changed = ["title: 'A \"record\" <of> & for'", "url: https://example.org/raqqa"]
        try site.write("content/site.yaml", (changed + settings).joined(separator: "\n"))
        let ending = try Program.recount("build", site.path)
        try #require(ending.status == 0, "\(ending.errors)")
        let home = try site.read("Output/index.html")
        let name = "A &#34;record&#34; &lt;of&gt; &amp; for"
        #expect(Self.property("title", in: home) == name)
        #expect(Self.property("site_name", in: home) == name)
        #expect(Self.property("type", in: home) == "website")
        for (path, data) in try Tree.read(site.output) where path.hasSuffix(".html") {
            let page = String(decoding: data, as: UTF8.self)
            guard !page.contains("<meta name=\"robots\" content=\"noindex\">"),
                path.split(separator: "/").last != "404.html"
            else {
                #expect(!page.contains("property=\"og:"), "\(path)")
                continue
            }
            #expect(Self.property("title", in: page)?.isEmpty == false, "\(path)")
            let address = Self.value(after: "<link rel=\"canonical\" href=\"", in: page)
            #expect(address?.hasPrefix("https://example.org/raqqa/") == true, "\(path)")
            #expect(Self.property("url", in: page) == address, "\(path)")
            let sentence = Self.value(after: "<meta name=\"description\" content=\"", in: page)
            #expect(Self.property("description", in: page) == sentence, "\(path)")
        }
    }

    @Test func thePageForLostAddressesLeadsToPagesOfItsLanguage() throws {
        let site = try SiteFolder.example()
        let settings = try site.read("content/site.yaml").components(separatedBy: "\n")
            .filter { !$0.hasPrefix("url:") }
        try site.write(
            "content/site.yaml",
            (["url: https://example.org/raqqa"] + settings).joined(separator: "\n")
        )
        let ending = try Program.recount("build", site.path)
        try #require(ending.status == 0, "\(ending.errors)")
        for (name, home) in [("404.html", "index.html"), ("ar/404.html", "ar/index.html")] {
            let links = try site.read("Output/" + name).matches(of: /href="(https:[^"]*)"/)
                .compactMap { URL(string: String($0.1))?.standardized.absoluteString }
                .map { String($0.prefix { $0 != "?" }) }
            #expect(links.contains("https://example.org/raqqa/" + home), "\(links)")
            #expect(links.contains("https://example.org/raqqa/assets/style.css"), "\(links)")
            for link in links {
                #expect(link.hasPrefix("https://example.org/raqqa/"), "\(name): \(link)")
                let path = link.replacing("https://example.org/raqqa/", with: "Output/")
                #expect(FileManager.default.fileExists(atPath: site.path + "/" + path), "\(link)")
            }
        }
    }

    @Test func aReportWithoutAnAddressHasNoLinkPreviews() throws {
        let site = try SiteFolder.example()
        let settings = try site.read("content/site.yaml").components(separatedBy: "\n")
        let kept = settings.filter { !$0.hasPrefix("url:") }.joined(separator: "\n")
        try site.write("content/site.yaml", kept)
        let ending = try Program.recount("build", site.path)
        try #require(ending.status == 0, "\(ending.errors)")
        #expect(!(try site.read("Output/index.html")).contains("og:"))
    }

    private static func property(_ name: String, in page: String) -> String? {
        value(after: "<meta property=\"og:\(name)\" content=\"", in: page)
    }

    /// The text from the only place after a beginning to the next quotation mark.
    private static func value(after beginning: String, in page: String) -> String? {
        let parts = page.components(separatedBy: beginning)
        guard parts.count == 2 else { return nil }
        return parts[1].components(separatedBy: "\"").first
    }
}
