import Foundation
import TestSupport
import Testing

/// `recount diff` and `recount release`, as an author meets them after an edit of the example.
@Suite struct ReleaseCommandTests {
    private static func edited() throws -> SiteFolder {
        let site = try SiteFolder.example()
        let strikes = try site.read("content/data/strikes.csv")
        try site.write(
            "content/data/strikes.csv",
            strikes.replacing("CS952,2017-06-09,day,21:00", with: "CS952,2017-06-09,day,21:30")
        )
        return site
    }

    @Test func theExampleStatesWhatItsLastReleaseStated() throws {
        let site = try SiteFolder.example()
        let diff = try Program.recount("diff", site.path)
        #expect(diff.output == "unchanged  nothing since release 4 of 2026-11-27\n")
        #expect(diff.status == 0)
        let release = try Program.recount("release", site.path, "--date", "2026-12-01")
        #expect(
            release.output.hasSuffix(
                "unchanged  the records and figures are those of release 4 of 2026-11-27; nothing was recorded\n"
            )
        )
        #expect(release.status == 0)
    }

    @Test func theExampleSaysWhatItsLastReleasesChanged() throws {
        let site = try SiteFolder.example()
        let diff = try Program.recount("diff", "2", site.path)
        let columns = [
            "summary_ar of strikes", "of of claims", "reason_ar of claims",
            "statement_ar of claims", "alt of media", "alt_ar of media", "caption of media",
            "caption_ar of media", "credit of media", "credit_ar of media", "date of media",
            "file of media", "id of media", "kind of media", "licence of media",
            "strike_id of media",
        ]
        let added = columns.map { "column   \($0) is published now\n" }.joined()
        #expect(
            diff.output.hasPrefix("since    release 2 of 2026-11-22\nrecord "),
            "\(diff.output)"
        )
        #expect(diff.output.contains("\n\(added)headline "))
        for claim in ["CLM-050", "CLM-209"] {
            let change = "record   position of \(claim) was “conceded” and is “none”\n"
            #expect(diff.output.contains(change + "         A position is the claimant’s own. "))
        }
        #expect(diff.status == 0)
    }

    @Test func nothingIsReleasedWhileAQuestionOfTheCodebookIsOpen() throws {
        let site = try SiteFolder.example()
        let codebook = try site.read("content/datapackage.yaml")
        let field = "        - name: killed_min\n"
        try #require(codebook.contains(field))
        try site.write(
            "content/datapackage.yaml",
            codebook.replacing(field, with: field + "          question: \"Civilians only?\"\n")
        )
        let refused = try Program.recount("release", site.path, "--date", "2026-12-01")
        #expect(refused.status == 1)
        #expect(
            refused.errors.contains(
                "error: the question about “killed_min” is not answered: Civilians only?\n"
            )
        )
        #expect(
            refused.errors.contains(
                "A release is not made before: it might call others civilians."
            )
        )
        #expect(!FileManager.default.fileExists(atPath: site.output))
    }

    @Test func anEditIsReportedWithItsReasonAndThenRecorded() throws {
        let site = try Self.edited()
        let change = "record   time of CS952 was “21:00” and is “21:30”\n"
        let before = try Program.recount("diff", site.path)
        #expect(
            before.output.hasPrefix(
                "since    release 4 of 2026-11-27\n\(change)         no reason is given\n"
            )
        )
        let refused = try Program.recount("release", site.path, "--date", "2026-12-01")
        #expect(refused.status == 1)
        #expect(
            refused.errors.contains(
                "error: time of CS952 was “21:00” and is “21:30”, and no reason is given"
            )
        )
        #expect(!FileManager.default.fileExists(atPath: site.output))
        let rows = try site.read("content/data/corrections.csv")
        try site.write(
            "content/data/corrections.csv",
            rows + "CS952,time,The page was corrected.,2026-11-30,\n"
        )
        let release = try Program.recount("release", site.path, "--date", "2026-12-01")
        #expect(release.status == 0)
        #expect(
            release.output.hasSuffix(
                "changed  1 record and 0 figures since release 4 of 2026-11-27\n"
                    + "recorded content/releases/2026-12-01-5.json\n"
            )
        )
        let published = try Tree.read(site.output)
        let build = try Program.recount("build", site.path)
        #expect(build.status == 0)
        #expect(try Tree.read(site.output) == published)
        let after = try Program.recount("diff", "4", site.path)
        #expect(after.output.contains("\(change)         The page was corrected.\n"))
    }

    @Test func theDifferencesAreJSONForOtherPrograms() throws {
        let site = try Self.edited()
        let diff = try Program.recount("diff", "1", site.path, "--format", "json")
        let json = try JSONSerialization.jsonObject(with: Data(diff.output.utf8))
        let root = try #require(json as? [String: Any])
        let changes = try #require(root["changes"] as? [[String: Any]])
        #expect(changes.count == 10)
        let time = try #require(changes.first { $0["column"] as? String == "time" })
        #expect(time["was"] as? String == "21:00")
        #expect(time["now"] as? String == "21:30")
        #expect((root["figures"] as? [Any])?.isEmpty == false)
    }

    @Test func aReleaseThatIsNotThereIsReportedWithThoseThatAre() throws {
        let site = try SiteFolder.example()
        let diff = try Program.recount("diff", "7", site.path)
        #expect(diff.status == 1)
        #expect(
            diff.errors == """
                recount: there is no release “7”
                     The releases: 2026-11-22-1, 2026-11-22-2, 2026-11-27-3, 2026-11-27-4.

                """
        )
        let day = try Program.recount("release", site.path, "--date", "2026-11")
        #expect(day.status == 1)
        #expect(day.errors == "recount: the day of a release must look like 2026-11-22\n")
    }
}
