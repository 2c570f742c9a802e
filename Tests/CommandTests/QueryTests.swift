import Foundation
import TestSupport
import Testing

/// `recount query`: the same arithmetic as the figures, printed for people and for programs.
@Suite struct QueryTests {
    private func ask(_ question: String, _ format: String = "table") throws -> Ending {
        let site = try SiteFolder.small()
        return try Program.recount("query", question, site.path, "--format", format)
    }

    @Test func aTableIsAlignedAndEndsWithTheTotal() throws {
        #expect(
            try ask("killed, strikes, killed.min by month where grading=counted")
                == Ending(
                    output: """
                        month    killed  strikes  killed.min
                        ───────  ──────  ───────  ──────────
                        2017-06     3–8        1           3
                        2017-07       4        1           4
                        total      7–12        2           7

                        """,
                    errors: "",
                    status: 0
                )
        )
    }

    @Test func unknownIsSaidAndAnOpenEndIsNotHidden() throws {
        #expect(
            try ask("killed, injured by district").output == """
                district       killed    injured
                ────────  ───────────  ─────────
                North             3–8  no figure
                South     at least 14  no figure
                total     at least 17  no figure

                """
        )
        #expect(
            try ask("killed where month=2017-08").output == """
                     killed
                ───────────
                at least 10

                """
        )
    }

    @Test func valuesThatMayBeHiddenAreNotSaidToBeMissing() throws {
        let site = try SiteFolder.small()
        let codebook = try site.read("content/datapackage.yaml")
        try site.write(
            "content/datapackage.yaml",
            codebook.replacing(
                "- {name: district,",
                with: "- {name: community, type: string, public: true}\n        - {name: district,"
            )
        )
        try site.write(
            "content/data/strikes.csv",
            """
            id,date,community,district,killed,grading,latitude,longitude,location_precision
            A-1,2017-06-07,First,North,1,confirmed,,,
            A-2,2017-06-08,Second,North,9,confirmed,,,
            A-3,2017-06-09,Third,North,8,confirmed,,,

            """
        )
        try site.write("content/data/sources.csv", "id,strike_id,title\n")
        try site.write("content/data/claims.csv", "id,claimant,scope,killed,position\n")
        let settings = try site.read("content/site.yaml")
        try site.write(
            "content/site.yaml",
            settings.replacing(
                "summaries: [month, district]",
                with: "minimum_cell: 3\nsummaries: [community]"
            )
        )
        let answer = try Program.recount("query", "killed by community", site.path)
        #expect(answer.errors == "")
        #expect(
            answer.output == """
                community         killed
                ────────────────  ──────
                Second                 9
                (none or hidden)       9
                total                 18

                """
        )
    }

    @Test func dataStateEachMeasureOnceWithBothEnds() throws {
        let question = "killed, strikes, killed.min by month where grading=counted"
        #expect(
            try ask(question, "csv").output.replacing("\r\n", with: "\n") == """
                month,killed_min,killed_max,killed_unknown,killed_without_maximum,\
                strikes_min,strikes_max,strikes_unknown,strikes_without_maximum
                2017-06,3,8,0,0,1,1,0,0
                2017-07,4,4,0,0,1,1,0,0

                """
        )
        struct Row: Decodable, Equatable {
            struct Range: Decodable, Equatable {
                let min: Int?
                let max: Int?
            }
            let month: String?
            let total: Bool?
            let killed: Range
        }
        let json = try ask(question, "json").output
        #expect(
            try JSONDecoder().decode([Row].self, from: Data(json.utf8)) == [
                Row(month: "2017-06", total: nil, killed: Row.Range(min: 3, max: 8)),
                Row(month: "2017-07", total: nil, killed: Row.Range(min: 4, max: 4)),
                Row(month: nil, total: true, killed: Row.Range(min: 7, max: 12)),
            ]
        )
        #expect(json.matches(of: /"killed"/).count == 3)
    }

    @Test func aMonthWithoutStrikesHasNoNumbersOfPeopleInAnyFormat() throws {
        let site = try SiteFolder.small()
        try site.replace("A2,2017-07-09", "A2,2017-08-09", in: "content/data/strikes.csv")
        func ask(_ format: String) throws -> String {
            let question = "strikes, killed, claims by month where grading=counted"
            return try Program.recount("query", question, site.path, "--format", format).output
                .replacing("\r\n", with: "\n")
        }
        #expect(
            try ask("csv").contains("\n2017-07,0,0,0,0,,,,,,,,\n"),
            "no strikes, and nothing of people or claims"
        )
        let json = try ask("json").filter { !$0.isWhitespace }
        #expect(json.contains(#""month":"2017-07","no_strikes":true,"strikes":{"min":0,"max":0,"#))
        #expect(json.contains(#""killed":null,"claims":null}"#))
        #expect(json.matches(of: /no_strikes/).count == 1)
    }

    @Test func aStrikeThatMayFallInTheAnswerIsCountedBesideIt() throws {
        let site = try SiteFolder.small()
        try site.replace("date, type: date", "date, type: string", in: "content/datapackage.yaml")
        try site.replace("A2,2017-07-09", "A2,2017-07", in: "content/data/strikes.csv")
        func ask(_ question: String, _ format: String) throws -> String {
            try Program.recount("query", question, site.path, "--format", format).output
                .replacing("\r\n", with: "\n")
        }
        let question = "killed where date=2017-06-01..2017-07-20"
        #expect(
            try ask(question, "table") == """
                killed
                ──────
                   3–8
                1 strike may fall in it: its date is known only within a longer time

                """
        )
        #expect(
            try ask(question, "csv") == """
                killed_min,killed_max,killed_unknown,killed_without_maximum,may_fall
                3,8,0,0,1

                """
        )
        #expect(try ask(question, "json").contains(#""may_fall": 1"#))
        #expect(try !ask("killed by month where month=2017-07", "csv").contains("may_fall"))
    }

    @Test(arguments: [
        (
            "deaths by month", "unknown measure “deaths”",
            "The measures are strikes, killed, children_killed, women_killed, men_killed, injured, "
                + "conceded_killed, conceded_injured, named_victims, sources, claims; "
                + ".min and .max pick one end."
        ),
        ("killed by mnoth", "there are no rows by “mnoth”", "Did you mean “month”?"),
        (
            "killed where district=Nroth", "no strike has “Nroth” as its district",
            "Did you mean “North”?"
        ),
        ("killed where nroth", "unknown selection “nroth”", "Did you mean “north”?"),
        (
            "by month", "the question names no measure",
            "Begin with what to count: killed by month where grading=counted."
        ),
    ])
    func aMistakeInTheQuestionIsReported(
        _ question: String,
        _ mistake: String,
        _ help: String
    ) throws {
        #expect(
            try ask(question)
                == Ending(output: "", errors: "recount: \(mistake)\n     \(help)\n", status: 1)
        )
    }
}
