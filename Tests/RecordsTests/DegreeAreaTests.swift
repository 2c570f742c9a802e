import Records
import Testing

@Suite struct DegreeAreaTests {
    private func point(_ latitude: Double, _ longitude: Double) throws -> Coordinate {
        try #require(
            Coordinate(
                latitude: latitude,
                longitude: longitude,
                latitudeText: "\(latitude)",
                longitudeText: "\(longitude)"
            )
        )
    }

    @Test(arguments: [
        ("35.9..36/38.9..39", "35.9..36/38.9..39"),
        ("-1.50..0/-180..-179.000001", "-1.5..0/-180..-179.000001"),
        ("31.0..31.05/034.20..34.3", "31..31.05/34.2..34.3"),
    ])
    func anAreaIsWrittenInOneWay(written: String, plain: String) {
        #expect(DegreeArea(written)?.text == plain)
    }

    @Test(arguments: [
        "", "35.9", "35.9..36", "36..35.9/38.9..39", "35.9..36/39..38.9", "35.9..36/38.9..39/1..2",
        "35.9...36/38.9..39", "a..36/38..39", "89..91/0..1", "0..1/179..181", "0..1/0..0.0000001",
        "..36/38..39", "35../38..39", "--1..0/0..1", "1,5..2/0..1",
    ])
    func whatIsNoAreaIsRefused(text: String) {
        #expect(DegreeArea(text) == nil)
    }

    @Test func aPointOnAnEdgeIsInOneOfTwoAreas() throws {
        let lower = try #require(DegreeArea("35..36/38..39"))
        let upper = try #require(DegreeArea("36..37/38..39"))
        let edge = try point(36, 38)
        #expect(!lower.contains(edge))
        #expect(upper.contains(edge))
        #expect(try lower.contains(point(35.999_999, 38.5)))
        let last = try #require(DegreeArea("80..90/170..180"))
        #expect(try last.contains(point(90, 180)))
    }

    @Test(arguments: [
        (35.95, 38.97, "35.9..36/38.9..39"), (-0.05, -0.1, "-0.1..0/-0.1..0"),
        (0, 0, "0..0.1/0..0.1"), (90, 180, "89.9..90/179.9..180"),
    ])
    func aPointLiesInItsSquare(latitude: Double, longitude: Double, area: String) throws {
        let point = try point(latitude, longitude)
        let square = try #require(DegreeArea.square(of: point, step: 100_000))
        #expect(square.text == area)
        #expect(square.contains(point))
    }
}
