import Decoding
import Diagnostics
import Records
import Testing

/// The files of releases: the same bytes there and back, and damage told where it is.
@Suite struct ReleaseReaderTests {
    static let file = "content/releases/2026-11-22-1.json"
    static let text = """
        {
         "format": 1,
         "number": 1,
         "date": "2026-11-22",
         "generator": "recount 0.1.0",
         "manifest": "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
         "headline": "grading=counted",
         "figures": [
          {"selection": "", "strikes": {"min": 2, "max": 2, "of": 2}, "killed": {"min": 8, "max": 9, "of": 2, "unknown": 1}, "conceded_killed": {"of": 2, "unknown": 2}},
          {"selection": "grading=counted", "strikes": {"min": 0, "max": 0, "of": 0}, "killed": {"min": 10, "max": 10, "of": 1, "open": 1}}
         ],
         "records": {
          "strikes": {
           "columns": ["id", "place", "previous_ids"],
           "rows": [
            {"key": "CS1", "cells": {"id": "CS1", "place": "الصناعة"}},
            {"key": "CS2", "previous": ["CS0"], "cells": {"id": "CS2", "place": "a \\"b\\"\\n\\\\\\t\\u0001", "previous_ids": "CS0"}}
           ]
          },
          "victims": {
           "columns": ["name", "strike_id"],
           "rows": [
            {"key": "CS1/Ali", "strikes": ["CS1"], "cells": {"name": "Ali", "strike_id": "CS1"}}
           ]
          },
          "claims": {
           "columns": ["id"],
           "rows": [
            {"key": "CLM-1", "strikes": [], "cells": {"id": "CLM-1"}}
           ]
          }
         }
        }

        """

    private static func read(_ text: String, file: String = file) -> (Release?, String) {
        var log = DiagnosticLog()
        let release = ReleaseReader.read(
            Array(text.utf8),
            file: file,
            measures: .builtIn,
            log: &log
        )
        return (release, DiagnosticPrinter().text(log))
    }

    @Test func aReleaseIsTheSameBytesThereAndBack() throws {
        let (release, messages) = Self.read(Self.text)
        #expect(messages == "")
        let read = try #require(release)
        #expect(String(decoding: ReleaseText.bytes(read), as: UTF8.self) == Self.text)
        #expect(read.stamp.text == "2026-11-22-1")
        #expect(read.state.headlineTotal(.killed)?.openEnded == 1)
        #expect(read.state.table(.strikes)?.records.last?.cells["place"] == "a \"b\"\n\\\t\u{1}")
        #expect(read.state.table(.strikes)?.records.last?.previous == ["CS0"])
        #expect(read.state.table(.claims)?.records.first?.strikes == [])
    }

    @Test(arguments: [
        (
            "\"min\": 8, \"max\": 9", "\"min\": 9, \"max\": 8",
            "9:73: error: no counts add up to this total", "[release-damaged]"
        ),
        (
            "\"CS1\", \"place\": \"الصناعة\"", "\"CS1\", \"place\": 7",
            "16:52: error: a cell is a text that is not empty, not the number 7",
            "[release-damaged]"
        ),
        (
            "\"CS1\", \"place\"", "\"CS1\", \"plase\"",
            "16:52: error: “plase” is not among the columns", "[release-damaged]"
        ),
        (
            "\"key\": \"CS2\"", "\"key\": \"CS1\"",
            "17:5: error: the key “CS1” is there twice", "[release-damaged]"
        ),
        (
            " \"headline\": \"grading=counted\",\n", "",
            "1:1: error: “headline” is missing", "[release-damaged]"
        ),
        (
            "\"claims\"", "\"claim\"", "26:12: error: “claim” is no kind of record",
            "[release-damaged]"
        ),
        (
            "e3b0c442", "E3B0C442",
            "6:14: error: manifest is no SHA-256 in hexadecimal", "[release-damaged]"
        ),
        (
            "\"format\": 1", "\"format\": 2",
            "2:12: error: the release has format 2; this version reads 1 and older",
            "[release-format-newer]"
        ),
        (
            "\"date\": \"2026-11-22\"", "\"date\": \"2026-11-23\"",
            "3:12: error: the file is named 2026-11-22-1, but states 2026-11-23-1", "[release-name]"
        ),
    ])
    func damageIsReportedWhereItIs(
        old: String,
        new: String,
        message: String,
        rule: String
    ) throws {
        let range = try #require(Self.text.range(of: old))
        let (release, messages) = Self.read(Self.text.replacingCharacters(in: range, with: new))
        #expect(release == nil)
        #expect(messages.hasPrefix("\(Self.file):\(message)\n"), "\(messages)")
        #expect(messages.hasSuffix("\n     \(rule)\n\n"))
    }

    @Test func aFileCutShortAnywhereIsDamagedAndNeverTaken() {
        let bytes = Array(Self.text.utf8)
        for length in stride(from: 0, to: bytes.count - 2, by: 7) {
            var log = DiagnosticLog()
            let release = ReleaseReader.read(
                Array(bytes.prefix(length)),
                file: Self.file,
                measures: .builtIn,
                log: &log
            )
            #expect(release == nil, "cut at \(length)")
            #expect(log.hasErrors, "cut at \(length)")
        }
    }

    @Test func aNameThatIsNoReleaseIsReported() {
        let (release, messages) = Self.read(Self.text, file: "content/releases/november.json")
        #expect(release == nil)
        #expect(
            messages == """
                content/releases/november.json: error: “november” is no date and number of a release
                     A release’s file is named like 2026-11-22-1.json; Recount writes it.
                     [release-name]


                """
        )
    }

    @Test func twoReleasesOfOneNumberAreReported() throws {
        let other = Self.text.replacing(
            "\"date\": \"2026-11-22\"",
            with: "\"date\": \"2026-12-01\""
        )
        let site = DecodingSite.plain
            .with(Self.file, Self.text)
            .with("content/releases/2026-12-01-1.json", other)
        #expect(
            try site.messages() == """
                content/releases/2026-12-01-1.json: error: release 1 is already recorded in \
                content/releases/2026-11-22-1.json
                     Keep the one that was published.
                     [release-number-repeated]


                """
        )
    }

    @Test func aLaterNumberOfAnEarlierDayIsReported() throws {
        let other = Self.text
            .replacing("\"date\": \"2026-11-22\"", with: "\"date\": \"2026-11-01\"")
            .replacing("\"number\": 1", with: "\"number\": 2")
        let site = DecodingSite.plain
            .with(Self.file, Self.text)
            .with("content/releases/2026-11-01-2.json", other)
        #expect(
            try site.messages() == """
                content/releases/2026-11-01-2.json: error: release 2 of 2026-11-01 is dated before \
                release 1 of 2026-11-22
                     [release-number-repeated]


                """
        )
    }

    @Test func theReasonsOfAStrikeThatIsLeftOutRemain() throws {
        var site = DecodingSite.strikes(
            ["name: left_out"],
            "S1,2017-08-22,\nS2,2017-08-22,withdrawn"
        )
        site.add(
            "corrections",
            ["name: record", "name: field", "name: reason", "name: kind", "name: merged_into"],
            "S2,,It was no strike.,withdrawn,\nS7,,,safety,\nS8,,The same event.,merged,S1"
        )
        let (content, messages) = try site.read()
        #expect(messages == "")
        let corrections = try #require(content).dataset.corrections
        #expect(corrections.map(\.record) == ["S2", "S7", "S8"])
        #expect(corrections.map(\.kind) == [.withdrawn, .safety, .merged])
        #expect(corrections.map(\.mergedInto) == ["", "", "S1"])
        #expect(corrections.map(\.location.line) == [2, 3, 4])
    }

    @Test func aReasonMayBeMissingForSafetyAlone() throws {
        var site = DecodingSite.plain
        site.add(
            "corrections",
            ["name: record", "name: reason", "name: kind"],
            "S2,,withdrawn"
        )
        #expect(
            try site.messages() == """
                content/data/corrections.csv:2:4: error: the row has no reason
                     S2,,withdrawn
                        ^
                     Fill it in, or delete the row.
                     [cell-required]


                """
        )
    }
}
