import Records
import Testing

@testable import Report

/// Which strikes stand on the page of another as those of the same days.
@Suite struct NeighboursTests {
    private func date(_ text: String) throws -> CalendarDate {
        try #require(CalendarDate(iso: text))
    }

    @Test func onlyStrikesWhoseDayIsKnownAreOfTheSameDays() throws {
        let dataset = Dataset(
            codebook: Codebook(),
            methodology: Methodology(gradings: []),
            strikes: [
                Strike(id: "A", date: .day(try date("2020-01-01"))),
                Strike(id: "B", date: .day(try date("2020-01-02"))),
                Strike(id: "C", date: .day(try date("2020-01-04"))),
                Strike(id: "M", date: .month(try date("2020-01"))),
                Strike(id: "R", date: .range(try date("2020-01-01"), try date("2020-01-03"))),
                Strike(id: "Y", date: .year(try date("2020"))),
            ]
        )
        let neighbours = Neighbours(dataset)
        let found = dataset.strikes.indices.map { position in
            dataset.strikes[position].id
                + neighbours.sameDays(position).map { dataset.strikes[$0].id }.joined()
        }
        #expect(found == ["AB", "M", "R", "Y", "BA", "C"])
    }
}
