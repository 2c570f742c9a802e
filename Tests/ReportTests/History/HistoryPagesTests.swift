import Diagnostics
import Foundation
import Records
import Testing

@testable import Report

/// What readers see of a report's history.
@Suite struct HistoryPagesTests {
    private static func main(_ page: String?) throws -> String {
        let page = try #require(page)
        let start = try #require(page.range(of: "<main"))
        let end = try #require(page.range(of: "</main>"))
        return String(page[start.lowerBound..<end.upperBound])
    }

    /// A site with every kind of change since its first release.
    private static func changed() throws -> HistorySite {
        let site = try HistorySite()
        try site.release("2026-11-01-1")
        try site.replace("content/data/strikes.csv", "8–9,8,fair", "8–10,,weak")
        try site.replace("content/data/strikes.csv", "CS3,2017-08-03", "CS4,2017-08-03")
        try site.replace("content/data/strikes.csv", "Secret Hana,", "Secret Hana,CS3")
        try site.replace(
            "content/data/strikes.csv",
            "CS1,2017-08-01,Al Sina'a,3,,fair,Secret Umm Ali,\n",
            ""
        )
        try site.replace("content/data/victims.csv", "CS1,Ali,30,Secret address\nCS1,Duaa,2,\n", "")
        try site.replace("content/data/victims.csv", "CS2,Hana,40", "CS2,Hana,41")
        try site.correct("CS1,,It was reported twice.,2026-11-20,withdrawn,")
        try site.correct("CS2,killed,\"A later report names <ten>.\",2026-11-20,,")
        try site.correct("CS2,victims.age,The age was mistyped.,2026-11-21,,")
        return site
    }

    @Test func thePageOfCorrectionsSaysWhatWasWhatIsWhenAndWhy() throws {
        let site = try Self.changed()
        let pages = try HistorySite.pages(site.plan().report)
        let text = try Self.main(pages["corrections.html"])
        let golden = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "corrections.golden.html")
        if ProcessInfo.processInfo.environment["RECOUNT_WRITE_GOLDEN"] != nil {
            try Data((text + "\n").utf8).write(to: golden)
        }
        #expect(text + "\n" == (try String(contentsOf: golden, encoding: .utf8)))
    }

    @Test func columnsThatCameOrWentStandInOneLineForEachTable() throws {
        let site = try HistorySite()
        try site.release("2026-11-01-1")
        let codebook = "content/datapackage.yaml"
        try site.replace(codebook, "title: Witness}", "title: \"Witness, by name\", public: true}")
        try site.replace(codebook, "title: Note}", "title: Note, public: true}")
        try site.replace(codebook, "title: Place, public: true}", "title: Place}")
        try site.replace(codebook, "title: Former ids, public: true}", "title: Former ids}")
        let pages = try HistorySite.pages(site.plan().report)
        let text = try Self.main(pages["corrections.html"])
        #expect(
            text.contains(
                """
                <li>Column published from here on (strikes): “Witness, by name”.</li>
                <li>Columns no longer published (strikes): “place”, “previous_ids”.</li>
                <li>Column published from here on (people): “Note”.</li>
                """
            ),
            "\(text)"
        )
    }

    @Test func aChangeThatConcernsNoStrikeNamesItsRecordOnce() throws {
        let site = try HistorySite()
        let codebook = "content/datapackage.yaml"
        try site.replace(
            codebook,
            "  - name: corrections\n",
            """
              - name: claims
                path: data/claims.csv
                schema:
                  fields:
                    - {name: id, type: string, title: Id, public: true}
                    - {name: claimant, type: string, title: Claimant, public: true}
                    - {name: killed, type: string, title: Killed, public: true}
              - name: corrections

            """
        )
        try site.write("content/data/claims.csv", "id,claimant,killed\nC1,A Monitor,8\n")
        try site.release("2026-11-01-1")
        try site.replace("content/data/claims.csv", "Monitor,8", "Monitor,9")
        let pages = try HistorySite.pages(site.plan().report)
        let text = try Self.main(pages["corrections.html"])
        #expect(
            text.contains(
                "<span>claim <bdi>C1</bdi>, Killed: was <del class=\"was\"><bdi>8</bdi></del>"
            ),
            "\(text)"
        )
    }

    @Test func aStrikesPageTellsItsHistory() throws {
        let pages = try HistorySite.pages(Self.changed().plan().report)
        let page = try #require(pages["strikes/CS2.html"])
        #expect(page.contains("<h2 id=\"history\">Corrections<a class=\"here\""))
        #expect(
            page.contains(
                "Killed: was <del class=\"was\"><bdi>8–9</bdi></del>, is <ins class=\"now\"><bdi>8–10</bdi></ins>"
                    + "<span class=\"why\" dir=\"auto\">A later report names &lt;ten&gt;.</span>"
            )
        )
        #expect(pages["strikes/CS4.html"]?.contains("had the id <bdi>CS3</bdi> before") == true)
    }

    @Test func aWithdrawnStrikeLeavesATombstoneAndNothingOfItsContent() throws {
        let pages = try HistorySite.pages(Self.changed().plan().report)
        let page = try #require(pages["strikes/CS1.html"])
        #expect(page.contains("<h1>CS1 is no longer published</h1>"))
        #expect(page.contains("It has been withdrawn."))
        #expect(page.contains("<p dir=\"auto\">It was reported twice.</p>"))
        #expect(page.contains("<meta name=\"robots\" content=\"noindex\">"))
        for secret in ["Sina", "2017-08-01", "Ali", "Duaa"] { #expect(!page.contains(secret)) }
        #expect(pages["sitemap.xml"]?.contains("strikes/CS1.html") == false)
    }

    @Test func whatWasRemovedForSafetyIsNowhere() throws {
        let site = try HistorySite()
        try site.release("2026-11-01-1")
        try site.replace("content/data/strikes.csv", "Al Sina'a,3", "Al Sina'a bakery,4")
        try site.correct("CS1,,The place was named.,2026-11-10,,")
        try site.release("2026-11-10-2")
        try site.replace(
            "content/data/strikes.csv",
            "CS1,2017-08-01,Al Sina'a bakery,4,,fair,Secret Umm Ali,\n",
            ""
        )
        try site.replace("content/data/victims.csv", "CS1,Ali,30,Secret address\nCS1,Duaa,2,\n", "")
        try site.correct("CS1,,A witness was threatened.,2026-11-20,safety,")
        let (report, messages) = try site.plan(requiresReasons: true)
        #expect(messages == "")
        let pages = try HistorySite.pages(report)
        #expect(
            pages["strikes/CS1.html"]?
                .contains("It was removed for safety, and nothing more is said.")
                == true
        )
        #expect(pages["strikes/CS1.html"]?.contains("November 2026</p>\n<p><a") == false)
        for (path, text) in pages {
            for secret in ["bakery", "Duaa", "threatened", "The place was named"] {
                #expect(!text.contains(secret), "\(secret) in \(path)")
            }
        }
        #expect(
            pages["corrections.html"]?
                .contains("<bdi>CS1</bdi>, removed for safety; nothing more is said")
                == true
        )
        let release = try #require(report?.history?.releases.last)
        let diff = try #require(report.map { DiffText($0, since: release) })
        let told = diff.lines.joined() + String(decoding: diff.json, as: UTF8.self)
        for secret in ["bakery", "Duaa", "threatened", "Sina"] { #expect(!told.contains(secret)) }
    }

    @Test func aStrikeThatIsPartOfAnotherSaysSo() throws {
        let site = try HistorySite()
        try site.release("2026-11-01-1")
        try site.replace(
            "content/data/strikes.csv",
            "CS3,2017-08-03,Al Nahda,1,,weak,Secret Hana,\n",
            ""
        )
        try site.correct("CS3,,The same event.,2026-11-20,merged,CS2")
        let pages = try HistorySite.pages(site.plan().report)
        #expect(
            pages["strikes/CS3.html"]?
                .contains("It is now part of <a href=\"../strikes/CS2.html\"><bdi>CS2</bdi></a>.")
                == true
        )
    }

    @Test func aFormerAddressLeadsToTheStrike() throws {
        let pages = try HistorySite.pages(Self.changed().plan().report)
        let page = try #require(pages["strikes/CS3.html"])
        #expect(
            page.contains("<meta http-equiv=\"refresh\" content=\"0; url=../strikes/CS4.html\">")
        )
        #expect(
            page.contains(
                "<link rel=\"canonical\" href=\"https://example.org/sample/strikes/CS4.html\">"
            )
        )
        #expect(
            page.contains(
                "<a href=\"../strikes/CS4.html\"><bdi>CS4</bdi>, Al Nahda, 3 August 2017</a>"
            )
        )
        #expect(pages["sitemap.xml"]?.contains("strikes/CS3.html") == false)
    }

    /// The title of a page as the window shows it, without that of the report, in quotation marks.
    private static func title(of page: String) -> String? {
        page.firstMatch(of: /<title>(.*) – Sample<\/title>/).map { "“\($0.1)”. " }
    }

    @Test func everyPageNamesItsReleaseAndHowToCiteIt() throws {
        let site = try HistorySite()
        let before = try HistorySite.pages(site.plan().report)
        #expect(before["corrections.html"] == nil)
        try site.release("2026-11-01-1")
        let pages = try HistorySite.pages(site.plan().report)
        // A host shows 404.html at any address, so it has no citation.
        for (path, text) in pages where path.hasSuffix(".html") && path != "404.html" {
            #expect(text.contains(">Release 1 of 1 November 2026</a>"), "\(path)")
            let title = path == "index.html" ? "" : try #require(Self.title(of: text), "\(path)")
            #expect(
                text.contains(
                    "<span class=\"cite\">Sample. \(title)Release 1 of 1 November 2026. https://example.org/sample/\(path)"
                ),
                "\(path)"
            )
        }
        try site.replace("content/data/strikes.csv", "Al Nahda,1", "Al Nahda,2")
        let edited = try HistorySite.pages(site.plan().report)
        #expect(
            edited["index.html"]?.contains("Working version after Release 1 of 1 November 2026")
                == true
        )
    }

    @Test func aReportIsTheSameBytesBeforeAndAfterItsReleaseIsRecorded() throws {
        let site = try Self.changed()
        let stamp = try #require(ReleaseStamp("2026-11-22-2"))
        let published = try HistorySite.pages(site.plan(release: stamp).report)
        try site.release(stamp.text)
        let later = try HistorySite.pages(site.plan().report)
        #expect(published == later)
        #expect(published["corrections.html"]?.contains("Release 2 of 22 November 2026") == true)
    }

    @Test func theFeedTellsOfReleasesAndCorrections() throws {
        let site = try Self.changed()
        try site.release("2026-11-22-2")
        let feed = try #require(HistorySite.pages(site.plan().report)["feed.xml"])
        #expect(feed.contains("<title>Release 2 of 22 November 2026</title>"))
        #expect(
            feed.contains(
                "<id>https://example.org/sample/corrections.html#after-2026-11-01-1.r-CS2</id>"
            )
        )
        #expect(
            feed.contains(
                "CS2: Killed was 8–9, is 8–10. A later report names &lt;ten&gt;."
            )
        )
        #expect(feed.contains("strikes: 2 before, 0 after."))
    }

    @Test func noPrivateCellReachesARelease() throws {
        let site = try HistorySite()
        let report = try #require(try site.plan().report)
        let stamp = try #require(ReleaseStamp("2026-11-01-1"))
        let text = String(
            decoding: ReleaseText.bytes(report.release(stamp, manifest: "")),
            as: UTF8.self
        )
        #expect(!text.contains("Secret"))
        #expect(!text.contains("witness"))
        #expect(!text.contains("note"))
        #expect(text.contains("\"place\": \"Harat al-Badu\""))
        // The cells are those of the public download, and none is missing.
        let pages = try HistorySite.pages(report)
        let csv = try #require(pages["data/strikes.csv"])
        let rows = csv.split(separator: "\n")
            .map { row in
                row.split(separator: ",", omittingEmptySubsequences: false).map { String($0) }
            }
        let table = try #require(report.state.table(.strikes))
        #expect(table.columns == rows[0].sorted())
        for row in rows.dropFirst() {
            let record = try #require(table.records.first { $0.key == row[0] })
            let cells = Dictionary(uniqueKeysWithValues: zip(rows[0], row))
                .filter { !$0.value.isEmpty }
            #expect(record.cells == cells)
        }
    }

    @Test func aNameThatIsNotPublicNamesNoRecord() throws {
        let site = try HistorySite()
        try site.replace(
            "content/datapackage.yaml",
            "{name: name, type: string, title: Name, public: true}",
            "{name: name, type: string, title: Name}"
        )
        let report = try #require(try site.plan().report)
        let table = try #require(report.state.table(.victims))
        #expect(table.records.map(\.key) == ["CS1/", "CS1//2", "CS2/"])
    }
}
