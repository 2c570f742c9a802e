import Foundation
import TestSupport
import Testing

/// Summaries in Markdown are accounts of their strikes.
@Suite struct MarkdownCellTests {
    private static let codebook = """
        resources:
          - name: strikes
            path: data/strikes.csv
            schema:
              fields:
                - {name: id, public: true}
                - {name: date, public: true}
                - {name: grading, public: true}
                - {name: killed, public: true}
                - {name: summary, public: true, format: markdown}
                - {name: summary_ar, role: summary.ar, public: true, format: markdown}
                - {name: contact}

        """

    private static let strikes = """
        id,date,grading,killed,summary,summary_ar,contact
        S1,2017-08-22,fair,3,"A **house** was hit & [](figure:killed?id=S1) civilians were killed.

        - ""one"" [S2](strike:S2)",قُتل [3](figure:killed?id=S1) في **بيت** [S2](strike:S2).,Rana Secretone
        S2,2017-08-23,fair,2,A *road*.,,
        S3,2017-08-24,fair,2,,,

        """

    private func site() throws -> SiteFolder {
        let site = try SiteFolder.example()
        try site.delete("content")
        try site.write(
            "content/site.yaml",
            "title: Marked\nlanguages: [en, ar]\ngradings: {fair: {label: Fair, counted: true}}\n"
        )
        try site.write("content/datapackage.yaml", Self.codebook)
        try site.write("content/data/strikes.csv", Self.strikes)
        return site
    }

    @Test func aSummaryIsShownAsAnAccountIs() throws {
        let site = try site()
        let ending = try site.build()
        try #require(ending.status == 0, "\(ending.errors)")
        let page = try site.read("Output/strikes/S1.html")
        #expect(page.contains("A <strong>house</strong> was hit &amp; <a"))
        #expect(page.contains(">3</a> civilians were killed."))
        #expect(page.contains("<li>&quot;one&quot; <a href=\"../strikes/S2.html\">S2</a></li>"))
        #expect(try site.read("Output/ar/strikes/S1.html").contains("<strong>بيت</strong>"))
        #expect(try site.read("Output/ar/strikes/S2.html").contains("<em>road</em>"))
        let download = try site.read("Output/data/strikes.csv")
        #expect(download.contains("A **house** was hit & [](figure"))
    }

    @Test func anAccountInAFileIsShownInstead() throws {
        let site = try site()
        try site.write("content/strikes/S2.md", "An account.\n")
        let ending = try site.build()
        try #require(ending.status == 0, "\(ending.errors)")
        let page = try site.read("Output/strikes/S2.html")
        #expect(page.contains("An account.") && !page.contains("<em>road</em>"))
    }

    @Test func templatesGetPlainText() throws {
        let site = try site()
        let template = try site.read("templates/strike.html")
        try site.write(
            "templates/strike.html",
            template.replacing(
                "{% if body %}",
                with: "<p>PLAIN {{ strike.summary }}</p>{% if body %}"
            )
        )
        let ending = try site.build()
        try #require(ending.status == 0, "\(ending.errors)")
        let page = try site.read("Output/strikes/S1.html")
        #expect(
            page.contains(
                "<p>PLAIN A house was hit &amp; 3 civilians were killed. &#34;one&#34; S2</p>"
            )
        )
    }

    @Test func aPrivateNameWithMarkupInItIsFound() throws {
        let site = try site()
        try site.write(
            "content/data/strikes.csv",
            Self.strikes.replacing("A *road*.", with: "Told by Rana *Secretone*.")
        )
        let ending = try site.build()
        #expect(ending.status == 1)
        #expect(ending.errors.contains("[private-value-published]"), "\(ending.errors)")
        #expect(!ending.errors.contains("Secretone"))
    }
}
