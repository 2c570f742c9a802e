import Testing

@testable import Report

/// Which texts of a link to a claim agree with it, and which contradict it.
@Suite struct ClaimTextTests {
    @Test(arguments: [
        ("77", "CLM-1"), ("seventy-seven", "CLM-1"), ("about 77", "CLM-1"), ("", "CLM-5"),
        ("a statement", "CLM-1"), ("a statement", "CLM-5"), ("25 to 35", "CLM-2"),
        ("at least 25", "CLM-2"), ("up to 35", "CLM-2"), ("more than 1,600", "CLM-3"),
        ("1,600 or more", "CLM-3"), ("6", "CLM-4"), ("six injured", "CLM-4"), ("12", "CLM-6"),
        ("12 killed and 6 injured", "CLM-6"), ("twelve dead, six wounded", "CLM-6"),
        ("8 to 9", "CLM-7"), ("8 to 9 killed and 4 injured", "CLM-7"), ("none", "CLM-8"),
        ("no civilian casualties", "CLM-8"), ("at least 18 killed, at least 5 injured", "CLM-9"),
        ("77 deaths on 26 July 2018", "CLM-1"),
    ])
    func agreesWithTheClaim(_ text: String, _ id: String) {
        #expect(ProseSample.shared.messages(text, "claim:\(id)") == [])
    }

    @Test(arguments: [
        ("78", "CLM-1", "the text says 78, but claim CLM-1 says 77"),
        ("none", "CLM-1", "the text says none, but claim CLM-1 says 77"),
        ("25", "CLM-2", "the text says 25, but claim CLM-2 says 25–35"),
        ("25 to 53", "CLM-2", "the text says 25 and 53, but claim CLM-2 says 25–35"),
        ("1,600", "CLM-3", "the text says 1,600, but claim CLM-3 says at least 1,600"),
        (
            "more than 1,700", "CLM-3",
            "the text says more than 1,700, but claim CLM-3 says at least 1,600"
        ),
        (
            "1.600", "CLM-3",
            "“1.600” is not a whole number as the page's language writes it, and claim CLM-3 says at least 1,600"
        ),
        ("7", "CLM-4", "the text says 7, but claim CLM-4 says 6"),
        ("12", "CLM-5", "the text says 12, but claim CLM-5 states no number"),
        ("none", "CLM-5", "the text says none, but claim CLM-5 states no number"),
        ("6 injured and 12 killed", "CLM-6", "the text says 6 and 12, but claim CLM-6 says 12"),
        ("12 killed and 7 injured", "CLM-6", "the text says 12 and 7, but claim CLM-6 says 12"),
        ("6", "CLM-6", "the text says 6, but claim CLM-6 says 12"),
        ("9 killed and 4 injured", "CLM-7", "the text says 9 and 4, but claim CLM-7 says 8–9"),
        ("1", "CLM-8", "the text says 1, but claim CLM-8 says 0"),
        (
            "18 killed, 5 injured", "CLM-9",
            "the text says 18 and 5, but claim CLM-9 says at least 18"
        ),
    ])
    func contradictsTheClaim(_ text: String, _ id: String, _ message: String) {
        #expect(ProseSample.shared.messages(text, "claim:\(id)") == [message])
    }

    @Test func thingsAreNeverUnknown() {
        let sample = ProseSample.shared
        #expect(sample.messages("12", "figure:strikes") == [])
        #expect(sample.messages("twelve", "figure:strikes?grading=fair") == [])
        #expect(sample.messages("none", "figure:strikes?date=2017-09") == [])
        #expect(sample.messages("none", "figure:named_victims") == [])
        // Where no strike is recorded, nothing says that nobody was killed.
        #expect(
            sample.messages("none", "figure:killed?date=2017-09") == [
                "the text says none, but the records give no number"
            ]
        )
        #expect(
            sample.messages("13", "figure:strikes")
                == ["the text says 13, but the records say 12"]
        )
        #expect(
            sample.diagnostics("[13](figure:strikes)").first?.suggestion
                == "The figure is strikes over all strikes: 12. Write “12”, or leave the text empty to have it filled in."
        )
    }
}
