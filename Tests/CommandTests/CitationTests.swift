import Foundation
import TestSupport
import Testing

/// What reference managers, search engines and catalogues of data read of a page.
@Suite struct CitationTests {
    private static let settings = """
        url: https://example.org/r
        authors: ["Sample & Sons", "B. {Example}"]

        """

    private func site(_ more: String = settings) throws -> SiteFolder {
        let site = try SiteFolder.small()
        try site.delete("templates")
        try site.add(Package.root + "/templates", at: "templates")
        try site.write("content/site.yaml", site.read("content/site.yaml") + more)
        try site.write(
            "content/a_note.md",
            "---\ntitle: 100 % of <them>\nauthors: [C. Example]\ndate: 2018-06-05\n---\nA text.\n"
        )
        #expect(try site.build().status == 0)
        return site
    }

    /// The three texts on a page: BibTeX, RIS, CSL-JSON.
    private func entries(_ site: SiteFolder, _ page: String) throws -> [String] {
        try site.read("Output/" + page).matches(of: /<pre dir="ltr" tabindex="0">([^<]*)<\/pre>/)
            .map {
                String($0.1).replacing("&lt;", with: "<").replacing("&gt;", with: ">")
                    .replacing("&quot;", with: "\"").replacing("&#34;", with: "\"")
                    .replacing("&amp;", with: "&")
            }
    }

    @Test func anArticleIsCitedWithItsOwnAuthorsAndDate() throws {
        let entries = try entries(try site(), "a_note.html")
        #expect(
            entries == [
                """
                @misc{recount-a-note,
                  author = {{C. Example}},
                  title = {100 \\% of <them>},
                  booktitle = {A small site},
                  date = {2018-06-05},
                  year = {2018},
                  note = {Not released yet; records up to 10 August 2017},
                  url = {https://example.org/r/a_note.html},
                  langid = {en}
                }
                """,
                """
                TY  - ELEC
                AU  - C. Example
                TI  - 100 % of <them>
                T2  - A small site
                PY  - 2018
                DA  - 2018/06/05/
                ET  - Not released yet; records up to 10 August 2017
                UR  - https://example.org/r/a_note.html
                LA  - en
                ER  -\u{20}
                """,
                """
                [
                 {
                  "id": "recount-a-note",
                  "type": "webpage",
                  "title": "100 % of <them>",
                  "container-title": "A small site",
                  "author": [
                   {
                    "literal": "C. Example"
                   }
                  ],
                  "issued": {
                   "date-parts": [
                    [
                     2018,
                     6,
                     5
                    ]
                   ]
                  },
                  "version": "Not released yet; records up to 10 August 2017",
                  "URL": "https://example.org/r/a_note.html",
                  "language": "en"
                 }
                ]
                """,
            ]
        )
    }

    @Test func theReportIsCitedAsAReportWithTheAuthorsOfTheSite() throws {
        let entries = try entries(try site(), "index.html")
        try #require(entries.count == 3)
        #expect(entries[0].contains("author = {{Sample \\& Sons} and {B. \\{Example\\}}},"))
        #expect(!entries[0].contains("booktitle"))
        #expect(!entries[0].contains("date"), "an unreleased report has no day of publication")
        #expect(entries[1].hasPrefix("TY  - RPRT\nAU  - Sample & Sons\nAU  - B. {Example}\n"))
        #expect(entries[2].contains("\"type\": \"report\","))
    }

    @Test func theFootCitesThePageByItsTitleAndTheReportByItsOwn() throws {
        let site = try site()
        let version = "Not released yet; records up to 10 August 2017. https://example.org/r"
        #expect(
            try site.read("Output/a_note.html")
                .contains(
                    "<span class=\"cite\">A small site. “100 % of &lt;them&gt;”. \(version)/a_note.html</span>"
                )
        )
        #expect(
            try site.read("Output/index.html")
                .contains(
                    "<span class=\"cite\">A small site. \(version)/index.html</span>"
                )
        )
    }

    @Test(Needs.module("bibtexparser"), Needs.module("rispy"))
    func otherProgramsReadTheEntries() throws {
        let page = try entries(try site(), "index.html")
        try #require(page.count == 3)
        let program = """
            import bibtexparser, rispy, json, sys
            entry, = bibtexparser.parse_string(sys.argv[1]).entries
            print(entry.entry_type, entry.key, entry["title"], "|", entry["author"], "|", entry["url"])
            entry, = rispy.loads(sys.argv[2])
            print(entry["type_of_reference"], entry["title"], entry["authors"], entry["urls"])
            entry, = json.loads(sys.argv[3])
            print(entry["type"], entry["title"], [a["literal"] for a in entry["author"]], entry["URL"])
            """
        #expect(
            try Python.evaluate(program, page[0], page[1], page[2]) == #"""
                misc recount-index A small site | {Sample \& Sons} and {B. \{Example\}} | https://example.org/r/index.html
                RPRT A small site ['Sample & Sons', 'B. {Example}'] ['https://example.org/r/index.html']
                report A small site ['Sample & Sons', 'B. {Example}'] https://example.org/r/index.html

                """#
        )
    }

    @Test func strikesAndFiguresAreCitedToo() throws {
        let site = try site()
        for page in ["strikes/A1.html", "figures/all.html"] {
            #expect(try entries(site, page).count == 3, "\(page)")
            let text = try site.read("Output/" + page)
            #expect(
                text.contains(
                    "<meta name=\"citation_public_url\" content=\"https://example.org/r/\(page)\">"
                )
            )
        }
    }

    /// What Zotero makes of a page.
    ///
    /// It is the first type that its translators "Embedded Metadata" and "RDF" find, in their order. A page that has only a title to cite becomes an article in a journal.
    private func typeInZotero(_ page: String) -> String {
        if page.contains("citation_technical_report_institution") { return "report" }
        if page.contains("<meta property=\"og:type\" content=\"website\">") { return "webpage" }
        if let type = page.firstMatch(of: /<meta name="DC.type" content="([a-zA-Z]*)">/) {
            return String(type.1)
        }
        return page.contains("citation_title") ? "journalArticle" : "webpage"
    }

    @Test func noPageIsTakenForAnArticleInAJournal() throws {
        let site = try site()
        var types: [String: Int] = [:]
        for path in try FileManager.default.subpathsOfDirectory(atPath: site.output)
        where path.hasSuffix(".html") {
            let page = try site.read("Output/" + path)
            guard page.contains("citation_title") else { continue }
            types[typeInZotero(page), default: 0] += 1
        }
        #expect(types.keys.sorted() == ["report", "webpage"])
        #expect(types["report"] == 1)
        #expect(
            try site.read("Output/index.html")
                .contains(
                    "<meta name=\"citation_technical_report_institution\" content=\"Sample &amp; Sons, B. {Example}\">"
                )
        )
    }

    @Test func namesKeepTheirDirectionInASentenceAndHaveNoMarksInEntries() throws {
        let site = try site(Self.settings + "language: ar\n")
        let strike = try site.read("Output/strikes/A1.html")
        let cited = try #require(strike.firstMatch(of: /<span class="cite">(.*?)<\/span>/))
        #expect(
            cited.1.hasPrefix("\u{2068}A small site\u{2069}. «\u{2068}\u{2068}A1\u{2069}، "),
            "\(cited.1)"
        )
        #expect(cited.1.hasSuffix("\u{2068}https://example.org/r/strikes/A1.html\u{2069}"))
        for entry in try entries(site, "strikes/A1.html") {
            #expect(!entry.contains("\u{2068}"))
            #expect(entry.contains("A1، "))
        }
    }

    @Test func withoutAnAddressNothingIsAdded() throws {
        let site = try site("")
        for page in ["index.html", "data.html", "strikes/A1.html"] {
            let text = try site.read("Output/" + page)
            #expect(!text.contains("cite-as"))
            #expect(!text.contains("citation_"))
            #expect(!text.contains("ld+json"))
        }
    }

    @Test(Needs.python) func theReportAndItsDataAreLinkedData() throws {
        let more = Self.settings + "description: \"With </script> inside\"\n"
        let site = try site(more)
        let program = """
            import json, re, sys
            for page in ["index", "data"]:
                text = open(f"{sys.argv[1]}/{page}.html", encoding="utf-8").read()
                data = json.loads(re.search(r'<script type="application/ld\\+json">(.*?)</script>', text, re.S)[1])
                print(data["@type"], data["url"], data["creator"], data["description"],
                      len(data.get("distribution", [])), data.get("temporalCoverage"))
            """
        #expect(
            try Python.evaluate(program, site.output) == """
                Report https://example.org/r/index.html ['Sample & Sons', 'B. {Example}'] With </script> inside 0 None
                Dataset https://example.org/r/data.html ['Sample & Sons', 'B. {Example}'] With </script> inside \
                6 2017-06-06/2017-10-17

                """
        )
    }
}
