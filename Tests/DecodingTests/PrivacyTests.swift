import Diagnostics
import Records
import Testing

@Suite struct PrivacyTests {
    @Test func noByteOfAPrivateCellReachesAnyValue() throws {
        var site = DecodingSite.strikes(
            [
                "name: place", "name: witness, public: false",
                "name: source, role: summary, public: false",
                "name: district, public: false", "name: killed, public: false", "name: damage",
            ],
            "S1,2017-08-22,Badou,SECRETWITNESS,SECRETSUMMARY,SECRETDISTRICT,98765,house"
        )
        site.add(
            "victims",
            [
                "name: strike_id", "name: name, public: false", "name: note",
                "name: phone, public: false",
            ],
            "S1,SECRETNAME,known,SECRETPHONE"
        )
        let content = try #require(try site.read().content)
        var text = ""
        dump(content.dataset, to: &text)
        dump(content.settings, to: &text)
        #expect(text.contains("Badou") && text.contains("house") && text.contains("known"))
        #expect(!text.contains("SECRET"))
        #expect(!text.contains("98765"))
        #expect(content.dataset.strikes.map(\.counts[.killed]) == [.unknown])
        #expect(content.dataset.strikes.map(\.extras) == [["house"]])
    }

    @Test func aColumnThatIsNotDescribedIsNotRead() throws {
        let site = DecodingSite.plain
            .with("content/data/strikes.csv", "id,date,grading,notes\nS1,2017-08-22,fair,SECRET\n")
        let read = try site.read()
        var text = ""
        dump(read.content?.dataset, to: &text)
        #expect(!text.contains("SECRET"))
        #expect(read.content?.dataset.strikes.map(\.grading) == [""])
        #expect(read.messages.contains("does not describe the column “notes”"))
    }

    @Test func theConstraintsOfAPrivateColumnTellNothing() throws {
        let site = DecodingSite.strikes(
            ["name: phone, public: false, constraints: {pattern: \"[0-9]+\", unique: true}"],
            "S1,2017-08-22,SECRET\nS2,2017-08-23,SECRET"
        )
        #expect(try site.messages() == "")
    }

    @Test func aMistakeShowsNoNeighbourThatIsPrivate() throws {
        let site = DecodingSite.strikes(
            [
                "name: witness, public: false", "name: killed", "name: place",
                "name: phone, public: false",
            ],
            "S1,2017-08-22,SECRET,few,Badou,\"SECRET\nSECRET\""
        )
        #expect(
            try site.messages() == """
                content/data/strikes.csv:2:22: error: killed “few” is not a number of people
                     S1,2017-08-22,…,few,Badou,…
                                     ^^^
                     A blank cell means unknown. If the word stands for a number, say so in the codebook: values: {"few": …}.
                     [count-not-a-number]


                """
        )
        let json = DecodingSite.strikes(["name: witness, public: false", "name: killed"], "")
            .with("content/data/strikes.csv", nil)
            .with(
                "content/data/strikes.json",
                #"[{"id": "S1", "date": "2017-08-22", "witness": "SECRET", "killed": "few"}]"#
            )
            .replacing("content/datapackage.yaml", "strikes.csv", "strikes.json")
        let messages = try json.messages()
        #expect(messages.contains("     S1 | 2017-08-22 | … | few\n"))
    }

    @Test(arguments: [
        "S1,2017-08-22,SECRET", "S1,2017-08-22,SECRET,4,SECRET,SECRET", "S1, \"SECRET\",SECRET,4",
        "S1,2017-08-22,\"SECRET,4", "S1,2017-08-22,SECRET,\"4\" a",
        "S1,2017-08-22,SECRET,\u{FFFD}",
    ])
    func aMistakeOfFormShowsNoNeighbour(_ row: String) throws {
        let site = DecodingSite.strikes(["name: witness, public: false", "name: killed"], row)
        let messages = try site.messages()
        #expect(messages.contains("content/data/strikes.csv:2:"))
        #expect(!messages.contains("SECRET"))
    }
}
