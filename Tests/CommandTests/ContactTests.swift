import Foundation
import TestSupport
import Testing

/// How a report says whom to write to.
@Suite struct ContactTests {
    private static func site() throws -> SiteFolder {
        let site = try SiteFolder()
        try site.add(Package.root + "/templates", at: "templates")
        try site.add(Package.tests + "/Sites/languages/two/input/content", at: "content")
        let settings = """
            \(try site.read("content/site.yaml"))
            contact:
              onion: http://2gzyxa5ihm7nsggfxnu52rck2vv4rvmdlkiu3zzui5du4xyclen53wid.onion/
              signal: "@example.01"
              email: tips@example.org
              key: https://example.org/key.asc
              fingerprint: 0123456789abcdef0123456789abcdef01234567
              phone: "+44 20 7946 0000"
              post: "1 Example Street\\nLondon"

            """
        try site.write("content/site.yaml", Data(settings.utf8))
        for (name, title) in [("contact.md", "Write to us"), ("ar/contact.md", "اكتب إلينا")] {
            try site.write(
                "content/\(name)",
                Data("---\ntitle: \"\(title)\"\n---\n\n```contact\n```\n".utf8)
            )
        }
        return site
    }

    @Test func aContactBlockShowsEveryWayAndTheAdvice() throws {
        let site = try Self.site()
        let ending = try site.build()
        try #require(ending.status == 0, "\(ending.errors.prefix(3000))")
        let page = try site.read("Output/contact.html")
        let onion = "2gzyxa5ihm7nsggfxnu52rck2vv4rvmdlkiu3zzui5du4xyclen53wid.onion"
        #expect(page.contains("Do not write from work: use no device, account or network"))
        #expect(
            page.contains("<a href=\"http://\(onion)\" rel=\"external\"><bdi dir=\"ltr\">\(onion)<")
        )
        #expect(page.contains("<a href=\"mailto:tips@example.org\">"))
        #expect(page.contains("0123 4567 89AB CDEF 0123 4567 89AB CDEF 0123 4567"))
        #expect(page.contains("1 Example Street<br>London"))
        // The safest way comes first, whatever the order in the settings.
        let order = ["onion\"", "Signal", "mailto:", "Fingerprint", "Telephone", "Post"]
            .compactMap { page.range(of: $0)?.lowerBound }
        #expect(order.count == 6 && order == order.sorted())
        let arabic = try site.read("Output/ar/contact.html")
        #expect(
            arabic.contains("لا تكتب من مكان عملك") && arabic.contains("mailto:tips@example.org")
        )
    }

    @Test func aNoticeOfTheSiteReplacesTheAdviceInItsLanguage() throws {
        let site = try Self.site()
        let settings =
            try site.read("content/site.yaml")
            + "  notice: {en: \"Ask a friend to write.\", ar: \"اطلب من صديق أن يكتب.\"}\n"
        try site.write("content/site.yaml", Data(settings.utf8))
        let ending = try site.build()
        try #require(ending.status == 0, "\(ending.errors.prefix(3000))")
        let page = try site.read("Output/contact.html")
        #expect(page.contains("Ask a friend to write.") && !page.contains("Do not write from work"))
        #expect(try site.read("Output/ar/contact.html").contains("اطلب من صديق أن يكتب."))
    }
}
