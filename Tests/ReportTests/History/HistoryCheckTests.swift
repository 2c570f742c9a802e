import Diagnostics
import Output
import Records
import Testing

@testable import Report

/// The exact messages about changes and reasons.
@Suite struct HistoryCheckTests {
    @Test func aChangeWithoutAReasonIsAWarningAndAnErrorWhenItIsPublished() throws {
        let site = try HistorySite()
        try site.release("2026-11-01-1")
        try site.replace("content/data/strikes.csv", "8–9,8", "8–9,")
        try site.replace("content/data/victims.csv", "Hana,40", "Hana,41")
        let expected = """
            content/data/strikes.csv: warning: conceded_killed of CS2 was “8” and is blank, and no \
            reason is given
                 Add a row to content/data/corrections.csv: record CS2, field conceded_killed, and the \
            reason as a sentence.
                 [correction-without-reason]

            content/data/victims.csv: warning: age of “Hana” (CS2) was “40” and is “41”, and no reason \
            is given
                 Add a row to content/data/corrections.csv: record CS2, field victims.age, and the \
            reason as a sentence.
                 [correction-without-reason]


            """
        #expect(try site.plan().messages == expected)
        #expect(
            try site.plan(requiresReasons: true).messages
                == expected.replacing("warning", with: "error")
        )
        try site.correct("CS2,conceded_killed,The statement was withdrawn.,2026-11-20,,")
        try site.correct("CS2,victims.age,The age was mistyped.,2026-11-20,,")
        #expect(try site.plan(requiresReasons: true).messages == "")
    }

    @Test func aRecordThatIsGoneNeedsARow() throws {
        let site = try HistorySite()
        try site.release("2026-11-01-1")
        try site.replace(
            "content/data/strikes.csv",
            "CS3,2017-08-03,Al Nahda,1,,weak,Secret Hana,\n",
            ""
        )
        #expect(
            try site.plan().messages == """
                content/data/strikes.csv: warning: CS3 was published and is gone, and no reason is given
                     Add a row to content/data/corrections.csv: record CS3, field blank, and the reason \
                as a sentence.
                     [correction-without-reason]


                """
        )
    }

    @Test func aReasonForNothingIsReportedWhereItStands() throws {
        let site = try HistorySite()
        try site.release("2026-11-01-1")
        try site.correct("CS9,killed,A slip.,2026-11-20,,")
        try site.correct("CS2,kiled,Another slip.,2026-11-20,,")
        #expect(
            try site.plan().messages == """
                content/data/corrections.csv:2: warning: the reason for killed of CS9 refers to nothing \
                that changed
                     Did you mean “CS1”?
                     [correction-unused]

                content/data/corrections.csv:3: warning: the reason for kiled of CS2 refers to nothing \
                that changed
                     Delete the row, or correct its field or date.
                     [correction-unused]


                """
        )
    }

    @Test func aSuccessorThatIsNotThereIsAnError() throws {
        let site = try HistorySite()
        try site.release("2026-11-01-1")
        try site.replace(
            "content/data/strikes.csv",
            "CS3,2017-08-03,Al Nahda,1,,weak,Secret Hana,\n",
            ""
        )
        try site.correct("CS3,,The same event.,2026-11-20,merged,CS22")
        #expect(
            try site.plan().messages == """
                content/data/corrections.csv:2: error: CS3 is merged into “CS22”, which is no strike
                     Did you mean “CS2”?
                     [merged-into-unknown]


                """
        )
    }

    @Test func manyChangesWithoutAReasonAreCounted() throws {
        let site = try HistorySite()
        let rows = (10..<60).map { "CS\($0),2017-08-01,Al Sina'a,3,,fair,," }
        try site.write(
            "content/data/strikes.csv",
            HistorySite.strikes + rows.joined(separator: "\n") + "\n"
        )
        try site.release("2026-11-01-1")
        try site.write(
            "content/data/strikes.csv",
            HistorySite.strikes
                + rows.joined(separator: "\n").replacing(",3,,fair", with: ",4,,fair") + "\n"
        )
        let messages = try site.plan().messages
        #expect(
            messages.hasPrefix(
                """
                content/data/corrections.csv: warning: 25 more changes have no reason
                     recount diff lists them all. A row with a blank field covers a whole record.
                     [correction-without-reason]


                """
            )
        )
        #expect(messages.components(separatedBy: "[correction-without-reason]").count == 27)
    }

    @Test func beforeTheFirstReleaseNothingIsOwed() throws {
        let site = try HistorySite()
        try site.correct("CS9,killed,A slip.,2026-11-20,,")
        #expect(try site.plan().messages == "")
    }

    @Test func theFiguresOfTheLastBuildAreRead() throws {
        let site = try HistorySite()
        let report = try #require(try site.plan().report)
        let manifest = """
            {"figures": {"grading=counted": {
              "killed": {"max": 12, "min": 11, "unknown": 0},
              "strikes": {"max": 1, "min": 1, "unknown": 0},
              "conceded_killed": {"max": 0, "min": 0, "unknown": 2},
              "unheard_of": {"max": 0}
            }}, "files": {}, "format": 1, "generator": "recount"}
            """
        let statement = try ManifestReader.read(Array(manifest.utf8)).statement
        let last = try #require(LastBuild(statement))
        let changes = last.changes(report)
        #expect(
            FigureLines(changes, limit: 9).lines == [
                "figure   strikes?grading=counted: 1 → 2",
                "figure   conceded_killed?grading=counted: no figure for 2 → 8, 1 without a figure",
            ]
        )
        #expect(LastBuild(Manifest.Statement()) == nil)
    }
}
