import Testing

@testable import Markdown

/// Plain text as it is searched for figures that are bound to no record.
@Suite struct ProseRunTests {
    @Test func aRunGoesThroughEmphasisAndLineBreaksAndEndsAtLinksAndCode() {
        let source = """
            At **least** 77[^1]
            civilians [died](claim:1) on `7` June ![8](x) and https://a.org/9 end.

            [^1]: Of 12.

            """
        let runs = Sample(source).document.proseRuns
        #expect(
            runs.map(\.text) == [
                "At least 77 civilians ", " on ", " June ", " and ", " end.", "Of 12.",
            ]
        )
        #expect(runs[0].location(ofCharacter: 9).description == "a.md:1:14")
        #expect(runs[0].location(ofCharacter: 12).description == "a.md:2:1")
        #expect(runs[1].location.description == "a.md:2:26")
        #expect(runs[4].location.description == "a.md:2:66")
        #expect(runs[5].location.description == "a.md:4:7")
    }

    @Test func aPlaceIsFoundAfterEscapesEntitiesAndArabic() throws {
        let run = try #require(Sample("&lt;قُتل\\* **٧٧** مدنياً\n").document.proseRuns.first)
        #expect(run.text == "<قُتل* ٧٧ مدنياً")
        let index = try #require(run.text.firstIndex(of: "٧"))
        #expect(run.location(at: index).description == "a.md:1:13")
        #expect(run.location(at: run.text.startIndex).description == "a.md:1:1")
        #expect(run.location(ofCharacter: 1).description == "a.md:1:5")
    }

    @Test func headingsAndCellsAreRunsOfTheirOwn() {
        let runs = Sample("## 12 dead\n\n| a | 3 |\n|---|---|\n| b |  |\n").document.proseRuns
        #expect(runs.map(\.text) == ["12 dead", "a", "3", "b"])
        #expect(runs.map(\.place) == [.heading, .cell, .cell, .cell])
        #expect(runs.map(\.location.column) == [4, 3, 7, 3])
    }

    @Test func theSameWordTwiceIsFoundAtBothPlaces() {
        let runs = Sample("1 1 [1](a) 1 **1** 1\n").document.proseRuns
        #expect(runs.map(\.text) == ["1 1 ", " 1 1 1"])
        #expect(
            (0..<6).map { runs[1].location(ofCharacter: $0).column } == [11, 12, 13, 16, 19, 20]
        )
    }
}
