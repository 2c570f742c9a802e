import Foundation
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

    /// A city of many strikes, some of them at the same point, and the same far in the north and at the date line.
    @Test(arguments: [(35.95, 39.0), (0.0, 180), (84.9, 10), (89.2, -30), (-33.9, 18.4)])
    func theNearestAreThoseThatAComparisonWithAllFinds(
        _ latitude: Double,
        _ longitude: Double
    ) throws {
        let day = try date("2020-01-01")
        let made = (0..<400)
            .map { number in
                var strike = Strike(id: "\(number)", date: .day(day))
                strike.place.coordinate = Coordinate(
                    latitude: latitude + Double(number * number % 113) / 2_000,
                    longitude: longitude - Double(number * number % 61) / 2_000,
                    latitudeText: "",
                    longitudeText: ""
                )
                strike.place.precision = .exact
                return strike
            }
        let dataset = Dataset(
            codebook: Codebook(),
            methodology: Methodology(gradings: []),
            strikes: made
        )
        let strikes = dataset.strikes
        let neighbours = Neighbours(dataset)
        let cell = { (degrees: Double) in (degrees * 100).rounded(.down) }
        for position in strikes.indices {
            let here = try #require(strikes[position].place.coordinate)
            let all = try strikes.indices
                .filter { other in
                    let there = try #require(strikes[other].place.coordinate)
                    return other != position
                        && abs(cell(there.latitude) - cell(here.latitude)) <= 2
                        && abs(cell(there.longitude) - cell(here.longitude)) <= 2
                }
                .map { other in
                    (other, metres(here, try #require(strikes[other].place.coordinate)))
                }
                .sorted { ($0.1, $0.0) < ($1.1, $1.0) }
            let found = neighbours.near(position)
            #expect(found.map(\.position) == all.prefix(4).map(\.0))
            #expect(found.map(\.metres) == all.prefix(4).map(\.1))
        }
    }

    /// The distance on a sphere by the law of cosines for the vectors of both places.
    private func metres(_ one: Coordinate, _ other: Coordinate) -> Int {
        func vector(_ place: Coordinate) -> SIMD3<Double> {
            let (up, across) = (place.latitude * .pi / 180, place.longitude * .pi / 180)
            return [cos(up) * cos(across), cos(up) * sin(across), sin(up)]
        }
        let between = vector(one) - vector(other)
        return Int((2 * 6_371_000 * asin((between * between).sum().squareRoot() / 2)).rounded())
    }
}
