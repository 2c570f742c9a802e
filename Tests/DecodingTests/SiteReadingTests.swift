import Decoding
import Diagnostics
import Formats
import Foundation
import Records
import TestSupport
import Testing

@Suite struct SiteReadingTests {
    @Test func theExampleHasNoErrorsAndItsKnownOddities() throws {
        let root = URL(filePath: Package.root)
        var log = DiagnosticLog()
        let content = try #require(
            try SiteReader.read(site: root.path, drafts: false, log: &log)
        )
        let lines = DiagnosticPrinter().text(log).split(separator: "\n")
            .filter { $0.hasPrefix("content/") }
            .map { $0.dropFirst("content/data/strikes.csv:".count) }
        #expect(
            lines.joined(separator: "\n") == """
                6:203: warning: 9 people are listed as killed, but the count is at most 8
                7:167: warning: children 2 + women 4 + men 1 are at least 7 people, among at most 5 killed
                8:161: warning: children 1 + women 1 + men 2 are at least 4 people, among at most 3 killed
                9:24: warning: place “Dar'iya neighbourhood” (1 row) looks like “Dar’iya neighbourhood” (3 rows), \
                and is counted apart from it
                9:158: warning: children 3 + women 5 are at least 8 people, among at most 5 killed
                10:159: warning: children 1 + men 3 are at least 4 people, among at most 3 killed
                17:209: warning: children 1 + women 1 + men 2 are at least 4 people, among at most 3 killed
                36:161: warning: 21 people are listed as killed, but the count is at most 9
                """
        )
        let strikes = content.dataset.strikes
        let counted = strikes.indices.filter { content.dataset.isCounted($0) }
        let total = Total(counted.map { strikes[$0].counts[.killed] })
        #expect(counted.count == 40)
        #expect(total.minimum == 322 && total.maximum == 429)
        #expect(strikes.filter { !$0.counts[.killed].isKnown }.map(\.id) == ["CS1009"])
        for count in content.records {
            #expect(count.read == count.shown + count.leftOut.reduce(0) { $0 + $1.count })
        }
    }

    @Test func allMistakesAreReportedInOneRun() throws {
        var site = DecodingSite.strikes(
            ["name: killed, type: integer"],
            "S1,2017-02-30,many\nS1,2017-08-01,3"
        )
        site.add("victims", ["name: strike_id", "name: url"], "S9,ftp://example.org")
        site["content/site.yaml"] = "titel: Sample\nperiod: {from: 2017-13-01}\n"
        site["content/a.md"] = "Text\n"
        site["content/strikes/S7.md"] = "Text\n"
        let messages = try site.messages()
        for rule in [
            "unknown-key", "missing-key", "setting-date-invalid", "date-invalid",
            "count-not-a-number",
            "reference-unknown", "url-scheme", "title-missing", "narrative-without-strike",
        ] {
            #expect(messages.contains("[\(rule)]"), "\(rule)")
        }
    }

    @Test func aHundredMistakesOfOneKindAreCounted() throws {
        let rows = (1...5000).map { "S\($0),2017-08-22,many\($0)" }.joined(separator: "\n")
        let site = DecodingSite.strikes(["name: killed, type: integer"], rows)
        let messages = try site.messages()
        let told = messages.split(separator: "\n").map(String.init)
            .filter { $0.contains("is not a number of people") }
        #expect(told.count == 51)
        #expect(
            told.first
                == "content/data/strikes.csv:2:15: error: killed “many1” is not a number of people"
        )
        #expect(
            told.last
                == "content/data/strikes.csv:52:16: error: killed “many51” is not a number of people, "
                + "and 4949 more like this in this file"
        )
        #expect(try site.messages() == messages)
    }

    @Test func whatIsLeftOutIsCountedWithItsReason() throws {
        var site = DecodingSite.strikes(
            ["name: left_out"],
            "S1,2017-08-22,\nS2,not checked,told twice\nS3,2017-08-22,told twice\nS4,2017-08-22,withdrawn"
        )
        site.add(
            "victims",
            ["name: strike_id", "name: left_out"],
            "S1,\nS2,\nS3,\nS1,asked to be left out"
        )
        site.add("claims", ["name: id", "name: scope"], "C1,campaign\nC2,S2\nC3,S1; S2")
        site["content/strikes/S2.md"] = "Text\n"
        let read = try site.read()
        let content = try #require(read.content)
        #expect(read.messages == "")
        #expect(content.dataset.strikes.map(\.id) == ["S1"])
        #expect(content.dataset.victims.count == 1)
        #expect(content.dataset.claims.map(\.id) == ["C1", "C3"])
        #expect(content.narratives.isEmpty)
        let counts = content.records.map { [$0.read, $0.shown] }
        #expect(counts == [[4, 1], [4, 1], [3, 2]])
        #expect(
            content.records[0].leftOut.map(\.reason) == [
                .stated("told twice"), .stated("withdrawn"),
            ]
        )
        #expect(content.records[0].leftOut.map(\.count) == [2, 1])
        #expect(content.records[1].leftOut.map(\.count) == [1, 2])
        #expect(content.records[1].leftOut.last?.reason == .strikeLeftOut)
        #expect(content.dataset.leftOut.count == 7)
    }

    @Test(arguments: ["tsv", "json", "semicolon"])
    func tablesOfOtherFormatsReadTheSame(_ format: String) throws {
        let fields = ["name: place", "name: killed, type: integer"]
        let csv = DecodingSite.strikes(fields, "S1,2017-08-22,الرقة\u{200E},3\nS2,2017-08-23,,")
        var site = csv
        let text = try #require(csv["content/data/strikes.csv"])
        let book = "content/datapackage.yaml"
        site["content/data/strikes.csv"] = nil
        switch format {
        case "tsv":
            site["content/data/strikes.tsv"] = text.replacingOccurrences(of: ",", with: "\t")
            site = site.replacing(book, "strikes.csv", "strikes.tsv")
        case "json":
            site["content/data/strikes.json"] = """
                [{"id": "S1", "date": "2017-08-22", "place": "الرقة", "killed": 3},
                 {"id": "S2", "date": "2017-08-23", "place": null, "killed": null}]
                """
            site = site.replacing(book, "strikes.csv", "strikes.json")
        default:
            site["content/data/strikes.csv"] = text.replacingOccurrences(of: ",", with: ";")
            site = site.replacing(
                book,
                "    schema:",
                "    dialect: {delimiter: \";\"}\n    schema:"
            )
        }
        let read = try site.read()
        #expect(read.messages == "")
        #expect(read.content?.dataset.strikes == (try csv.strikes()))
        #expect(read.content?.dataset.strikes.first?.place.name == "الرقة")
    }

    @Test func aDescriptorMayBeJSON() throws {
        var site = DecodingSite.plain
        site["content/datapackage.yaml"] = nil
        site["content/datapackage.json"] = """
            {"name": "sample", "missingValues": ["", {"value": "-", "label": "none"}],
            \t"resources": [{"name": "strikes", "path": "data/strikes.csv", "schema": {"fields": [
            {"name": "id", "type": "string", "public": true}, {"name": "date", "public": true}]}}]}
            """
        let read = try site.read()
        #expect(read.messages == "")
        #expect(read.content?.dataset.strikes.map(\.id) == ["S1"])
        #expect(read.content?.dataset.codebook.resources.first?.missingValues == ["-"])
    }

    @Test func anotherPersonsColumnsWorkThroughRoles() throws {
        var site = DecodingSite()
        site.add(
            "strikes",
            [
                "name: code, role: id", "name: date", "name: event, role: date",
                "name: geo, role: location.precision",
                "name: where_ar, role: place.ar", "name: grading",
            ],
            "CS1,2020-01-01,2017-08-22,neighbourhood_area,البدو \u{200E},Single Source\n"
                + "CS2,2020-01-01,2017-08-23,exact_location,,One source"
        )
        let read = try site.read()
        #expect(read.messages == "")
        let strikes = try #require(read.content?.dataset.strikes)
        #expect(strikes.map(\.id) == ["CS1", "CS2"])
        #expect(strikes.map(\.date.iso) == ["2017-08-22", "2017-08-23"])
        #expect(strikes.map(\.place.precision) == [.neighbourhood, .exact])
        #expect(strikes[0].place.names == [LocalName(language: "ar", name: "البدو")])
        #expect(strikes.map(\.grading) == ["single-source", "single-source"])
        #expect(strikes.map(\.extras) == [["2020-01-01"], ["2020-01-01"]])
    }

    @Test func aMissingFolderEndsTheReading() {
        var log = DiagnosticLog()
        #expect(throws: InputError.self) {
            try SiteReader.read(site: "/nowhere/at/all", drafts: false, log: &log)
        }
    }

    @Test func aTableWithoutRowsIsAnEmptyRecord() throws {
        let site = DecodingSite.plain.with("content/data/strikes.csv", "id,date\n")
        let read = try site.read()
        #expect(read.messages == "")
        #expect(read.content?.dataset.strikes.isEmpty == true)
        #expect(read.content?.newestDate == nil)
    }
}
