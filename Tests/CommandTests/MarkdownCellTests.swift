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

    private static let otherTables = """
          - name: victims
            path: data/victims.csv
            schema:
              fields:
                - {name: id, public: true}
                - {name: strike_id, public: true}
                - {name: name, public: true}
                - {name: work, public: true, format: markdown}
          - name: sources
            path: data/sources.csv
            schema:
              fields:
                - {name: id, public: true}
                - {name: strike_id, public: true}
                - {name: title, public: true}
          - name: claims
            path: data/claims.csv
            schema:
              fields:
                - {name: id, public: true}
                - {name: claimant, public: true}
                - {name: scope, public: true}
                - {name: killed, public: true}
                - {name: statement, public: true, format: markdown}
                - {name: statement_ar, role: statement.ar, public: true, format: markdown}

        """

    @Test func ownTextsAndStatementsAreShownWithinALine() throws {
        let site = try site()
        let codebook = Self.codebook.replacing(
            "{name: contact}",
            with: "{name: contact, public: true, format: markdown}"
        )
        try site.write("content/datapackage.yaml", codebook + Self.otherTables)
        try site.write(
            "content/data/strikes.csv",
            Self.strikes.replacing("Rana Secretone", with: "Heard by *two*: [](source:Q1)")
        )
        try site.write(
            "content/data/victims.csv",
            "id,strike_id,name,work\nP1,S1,Amal,A **nurse** & mother\n"
        )
        try site.write("content/data/sources.csv", "id,strike_id,title\nQ1,S2,The News\n")
        try site.write(
            "content/data/claims.csv",
            "id,claimant,scope,killed,statement,statement_ar\n"
                + "K1,Ministry,S1,2,\"It *said* [2](claim:K1).\n\n<b>No</b> more\",قالت *ذلك*\n"
        )
        let settings = try site.read("content/site.yaml")
        try site.write("content/site.yaml", settings + "person_pages: true\n")
        let ending = try site.build()
        try #require(ending.status == 0, "\(ending.errors)")
        let strike = try site.read("Output/strikes/S1.html")
        #expect(strike.contains("Heard by <em>two</em>: <a href=\"../strikes/S2.html#src-Q1\""))
        #expect(strike.contains(">The News</a>"))
        let claims = try site.read("Output/claims.html")
        #expect(claims.contains("It <em>said</em> <a href=\"claims.html#claim-K1\""))
        #expect(claims.contains("<br>\n<b>No</b> more"))
        #expect(try site.read("Output/ar/claims.html").contains("قالت <em>ذلك</em>"))
        let person = try site.read("Output/people/P1.html")
        #expect(person.contains("A <strong>nurse</strong> &amp; mother"))
        let download = try site.read("Output/data/victims.csv")
        #expect(download.contains("A **nurse** & mother"))
    }

    @Test func aTextInMarkdownIsNoGroup() throws {
        let site = try site()
        try site.write(
            "content/datapackage.yaml",
            Self.codebook.replacing(
                "{name: contact}",
                with: "{name: contact, public: true, format: markdown}"
            )
        )
        let settings = try site.read("content/site.yaml")
        try site.write("content/site.yaml", settings + "summaries: [contact]\n")
        let ending = try site.build()
        #expect(ending.status == 1)
        #expect(ending.errors.contains("contact"), "\(ending.errors)")
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
