// Where a map draws each strike. The positions are computed here again, with the C library's cosine, and read from
// the finished markup, so that nothing between the record and the page can move a mark.

import Foundation
import Testing

@testable import Drawing

@Suite struct MapPlaceTests {
    @Test func everyMarkIsExactlyWhereItsPlaceIs() throws {
        var compared = 0
        for seed in UInt64(0)..<200 {
            let map = Samples.randomMap(seed: seed)
            let expected = places(map)
            let drawing = try #require(MapDrawing(map).svg()).markup
            for (href, x, y) in marks(drawing) {
                let place = try #require(expected[href])
                #expect(abs(x - place.x) < 0.06, "seed \(seed): \(href)")
                #expect(abs(y - place.y) < 0.06, "seed \(seed): \(href)")
                compared += 1
            }
        }
        #expect(compared > 2000)
    }

    @Test func fortyStrikesInOneTownAreTheirNumberInTheMiddleOfThem() throws {
        let town = (0..<40)
            .map { point(46.61 + 0.001 * Double($0), 32.61, .exact, "T\($0)", "Port") }
        let points =
            [point(49.84, 24.03, .exact, "A", "West")] + town + [
                point(48.57, 39.3, .exact, "B", "East")
            ]
        let map = map(points)
        let drawing = MapDrawing(map)
        #expect(drawing.clusters.map(\.members) == [Array(1...40)])
        #expect(drawing.singles == [0, 41])
        let markup = try #require(drawing.svg()).markup
        #expect(
            markup.contains(
                "<a class=\"cluster point\" href=\"#m-c1\"><title>Port: 40 strikes</title>"
            )
        )
        #expect(markup.contains(" text-anchor=\"middle\">40</text></a>"))
        let parts = markup.components(separatedBy: "<svg class=\"inset\"")
        #expect(marks(parts[0]).map(\.href).sorted() == ["A.html", "B.html"])
        let below = parts.dropFirst().joined()
        #expect(Set(marks(below).map(\.href)).isSubset(of: (0..<40).map { "T\($0).html" }))
        #expect(marks(below).count > 20, "most have marks of their own where they are enlarged")
        let spots = places(map).filter { $0.key.hasPrefix("T") }.map(\.value)
        let badge = try #require(drawing.clusters.first).centre
        #expect(abs(badge.x - spots.map(\.x).reduce(0, +) / 40) < 0.001)
        #expect(abs(badge.y - spots.map(\.y).reduce(0, +) / 40) < 0.001)
    }

    @Test func theNumbersOnAMapAndTheMarksBesideThemAreAllItsStrikes() throws {
        for seed in UInt64(0)..<100 {
            let map = Samples.randomMap(seed: seed)
            let drawing = MapDrawing(map)
            let markup = try #require(drawing.svg()).markup
            let numbers = markup.matches(of: /<a class="cluster .*?>([0-9]+)<\/text><\/a>/)
                .compactMap { Int($0.output.1) }
            #expect(numbers == drawing.clusters.map(\.members.count))
            #expect(numbers.allSatisfy { $0 > 1 })
            #expect(
                numbers.reduce(0, +) + drawing.singles.count == map.points.count { $0.isDrawable }
            )
        }
    }

    @Test func nothingHidesAnythingElse() {
        for seed in UInt64(0)..<200 {
            let scene = MapScene(map: Samples.randomMap(seed: seed))
            let singles = scene.marks.filter { scene.singles.contains($0.index) }
            for (offset, mark) in singles.enumerated() {
                for other in singles[(offset + 1)...] {
                    let isApart =
                        mark.centre.distance(to: other.centre) > 5
                        || abs(mark.radius - other.radius) >= 5
                    #expect(isApart, "seed \(seed): \(mark.point.title), \(other.point.title)")
                }
                for badge in scene.clusters where mark.radius < 16 {
                    #expect(!covers(badge, mark.centre), "seed \(seed): \(mark.point.title)")
                }
            }
            for (offset, badge) in scene.clusters.enumerated() {
                for other in scene.clusters[(offset + 1)...] {
                    #expect(
                        abs(badge.centre.x - other.centre.x) > badge.halfWidth + other.halfWidth
                            || abs(badge.centre.y - other.centre.y) > 24,
                        "seed \(seed): \(badge.id), \(other.id)"
                    )
                }
            }
        }
    }

    private func covers(_ badge: MapCluster, _ spot: Spot) -> Bool {
        abs(spot.x - badge.centre.x) < badge.halfWidth && abs(spot.y - badge.centre.y) < 12
    }

    @Test func largeCirclesAtOnePlaceAreDrawnAroundTheirNumber() throws {
        var points = [point(35.95, 39, .exact, "A", "P"), point(35.95, 39, .exact, "B", "P")]
        points[0].extent = .exact(60)
        points[1].extent = .exact(55)
        let drawing = MapDrawing(map(points))
        #expect(drawing.clusters.map(\.members) == [[0, 1]])
        #expect(drawing.singles == [])
        #expect(marks(try #require(drawing.svg()).markup).map(\.href) == ["A.html", "B.html"])
    }

    @Test func aSmallCircleOnALargeOneKeepsItsOwnMark() {
        var points = [point(35.95, 39, .exact, "A", "P"), point(35.95, 39, .exact, "B", "P")]
        points[0].extent = .exact(60)
        points[1].extent = .exact(2)
        #expect(MapDrawing(map(points)).clusters == [])
    }

    @Test func whatIsKnownToATownOnlyIsADottedRingAndSoIsItsNumber() throws {
        var points = [
            point(35.95, 39, .exact, "A", "P"), point(35.96, 39, .city, "B", "Q"),
            point(35.97, 39, .city, "C", "R"), point(35.97, 39, .exact, "D", "R"),
        ]
        points[1].extent = .exact(4)
        let drawing = MapDrawing(map(points))
        let markup = try #require(drawing.svg()).markup
        #expect(markup.contains("<a class=\"city\" href=\"B.html\">"))
        #expect(!markup.contains("<circle class=\"dot-min\""), "no filled circle for a town")
        #expect(markup.contains("<a class=\"cluster city\" href=\"#m-c1\">"))
        #expect(drawing.hasSettlements)
        #expect(drawing.key.city != nil)
        #expect(drawing.key.cluster != nil)
    }

    @Test func aSignForATownHasARingSoThatItDoesNotLookExact() throws {
        let exact = try #require(MapDrawing(map([point(35.95, 39, .exact, "A", "P")])).svg())
        let town = try #require(MapDrawing(map([point(35.95, 39, .city, "A", "P")])).svg())
        #expect(!exact.markup.contains("class=\"dot-max\""))
        #expect(town.markup.contains("<circle class=\"dot-max\" cx=\"500\" cy=\"211.5\" r=\"9\"/>"))
    }

    @Test func tenThousandStrikesAreAFewHundredMarksThatLeaveRoom() throws {
        var random = Seeded(state: 10_000)
        let points = (0..<10_000)
            .map { index in
                var point = point(
                    33 + Double.random(in: 0...4, using: &random),
                    36 + Double.random(in: 0...9, using: &random),
                    [.exact, .street, .city][index % 3],
                    "S\(index)",
                    "P\(index % 60)"
                )
                point.extent = .exact(Int.random(in: 0...18, using: &random))
                return point
            }
        let drawing = MapDrawing(map(points))
        let markup = try #require(drawing.svg()).markup
        #expect(drawing.clusters.reduce(drawing.singles.count) { $0 + $1.members.count } == 10_000)
        #expect(marks(markup).count + drawing.clusters.count < 600)
        #expect(markup.utf8.count < 200_000)
    }

    @Test func aNameFromTheRightIsIsolatedInTheTitleOfANumber() throws {
        let points = ["A", "B"].map { point(35.95, 39, .exact, $0, "حي البدو 2") }
        let markup = try #require(MapDrawing(map(points)).svg()).markup
        #expect(markup.contains("<title>\u{2068}حي البدو 2\u{2069}: 2 strikes</title>"))
        #expect(markup.contains(">\u{2068}حي البدو 2\u{2069}</text>"))
    }

    // MARK: Independent of the drawing

    /// Where each point is, by its link: degrees of longitude shrunk by the cosine of the middle latitude, as large
    /// as 888 × 648 units permit.
    private func places(_ map: StrikeMap) -> [String: (x: Double, y: Double)] {
        let shown = map.points.filter { $0.precision != .unstated }
        guard let west = shown.map(\.longitude).min(), let east = shown.map(\.longitude).max(),
            let south = shown.map(\.latitude).min(), let north = shown.map(\.latitude).max()
        else { return [:] }
        let narrowing = cos((south + north) / 2 * .pi / 180)
        let scale = min(
            888 / max((east - west) * narrowing, 0.018),
            648 / max(north - south, 0.0063)
        )
        let height = min(
            max((max(north - south, 0.0063) * scale + 112).rounded(), 360),
            760
        )
        var places: [String: (x: Double, y: Double)] = [:]
        for point in shown {
            places[point.href] = (
                500 + (point.longitude - (west + east) / 2) * narrowing * scale,
                height / 2 - (point.latitude - (south + north) / 2) * scale
            )
        }
        return places
    }

    /// The links of the marks in a finished drawing, and where they are.
    private func marks(_ markup: String) -> [(href: String, x: Double, y: Double)] {
        markup.matches(
            of:
                /<a class="[a-z]+" href="([^"]+)"><title>[^<]*<\/title><circle class="touch" cx="([0-9.]+)" cy="([0-9.]+)"/
        )
        .map { (String($0.output.1), Double($0.output.2) ?? .nan, Double($0.output.3) ?? .nan) }
    }

    private func point(
        _ latitude: Double,
        _ longitude: Double,
        _ precision: MapPrecision,
        _ id: String,
        _ place: String
    ) -> MapPoint {
        MapPoint(
            latitude: latitude,
            longitude: longitude,
            precision: precision,
            extent: .unknown,
            place: place,
            label: id,
            href: id + ".html",
            title: id
        )
    }

    private func map(_ points: [MapPoint]) -> StrikeMap {
        StrikeMap(
            id: "m",
            title: "Map",
            description: "Strikes",
            points: points,
            words: Samples.mapWords
        )
    }
}
