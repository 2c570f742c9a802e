import Foundation
import Testing

@testable import Drawing

@Suite struct MapTests {
    @Test func noTwoLabelsOverlapOnTwoHundredMaps() {
        var labelled = 0
        for seed in UInt64(0)..<200 {
            let scene = MapScene(map: Samples.randomMap(seed: seed))
            let labels = scene.labels + scene.names
            labelled += labels.count
            for (index, label) in labels.enumerated() {
                for other in labels[(index + 1)...] {
                    #expect(!label.box.overlaps(other.box), "seed \(seed): \(label.text)")
                }
                for mark in scene.marks {
                    let box = label.box
                    let nearest = Spot(
                        x: min(max(mark.centre.x, box.left), box.right),
                        y: min(max(mark.centre.y, box.top), box.bottom)
                    )
                    #expect(
                        nearest.distance(to: mark.centre) >= mark.radius,
                        "seed \(seed): \(label.text) covers \(mark.point.title)"
                    )
                }
                #expect(box(label, isInside: scene))
            }
        }
        #expect(labelled > 1500, "so few labels that the test says little: \(labelled)")
    }

    /// The numbers below the circles for comparison, in the size in which a phone shows them.
    @Test func theNumbersOfTheKeyOfSizesStandApartOnAPhone() throws {
        var several = 0
        for seed in UInt64(0)..<60 {
            var map = Samples.randomMap(seed: seed)
            for index in map.points.indices {
                map.points[index].extent = .exact(index == 0 ? 7_000 : index * 40)
            }
            let drawing = try #require(MapDrawing(map).svg()).markup
            var end = 0.0
            let key =
                /<circle class="dot-max"[^>]*\/><text class="faint" x="([\d.]+)"[^>]*>([^<]+)</
            let numbers = drawing.matches(of: key)
            if numbers.count > 1 { several += 1 }
            for number in numbers {
                let middle = try #require(Double(number.1))
                let half = Double(TextWidth.tenths(String(number.2))) * MapStrip.textSize / 20
                #expect(middle - half >= end, "seed \(seed): \(number.2)")
                end = middle + half
            }
        }
        #expect(several > 20)
    }

    private func box(_ label: MapLabel, isInside scene: MapScene) -> Bool {
        label.box.left >= 0 && label.box.right <= 1000 && label.box.top >= 0
            && label.box.bottom <= scene.frame.height
    }

    @Test func everyStrikeIsDrawnOrListed() {
        for seed in UInt64(0)..<200 {
            let map = Samples.randomMap(seed: seed)
            let scene = MapScene(map: map)
            let shown = scene.singles + scene.clusters.flatMap(\.members) + scene.listed
            #expect(shown.sorted() == Array(map.points.indices), "each in one place, seed \(seed)")
            #expect(Set(scene.singles).isSubset(of: scene.marks.map(\.index)))
            for mark in scene.marks {
                #expect((0...1000).contains(mark.centre.x))
                #expect((0...scene.frame.height).contains(mark.centre.y))
            }
        }
    }

    @Test func aPlaceThatIsNotOnTheGlobeIsListed() {
        var map = Samples.randomMap(seed: 3)
        map.points[0].precision = .exact
        for (latitude, longitude) in [(.nan, 39), (35, 4239.004), (-91, 0), (0, .infinity)] {
            map.points[0].latitude = latitude
            map.points[0].longitude = longitude
            let drawing = MapDrawing(map)
            #expect(drawing.listed.contains(0))
            #expect(drawing.symbol(ofPoint: 0).markup.hasPrefix("<svg width=\""))
        }
    }

    @Test func theAreaOfACircleIsProportional() {
        for largest in [1, 7, 60, 900, 100_000] {
            let scale = CircleScale(largest: largest)
            let one = scale.radius(1) * scale.radius(1)
            for number in [1, 2, 3, 10, 45, 60, 900] where number <= largest {
                let area = scale.radius(number) * scale.radius(number)
                #expect(abs(area / one - Double(number)) < 1e-9 * Double(number))
            }
            #expect(scale.radius(largest) <= 34.1)
            #expect(scale.radius(0) == 0)
            #expect(scale.visibleRadius(1) >= 1.5)
            #expect(largest > 800 || scale.visibleRadius(1) == scale.radius(1))
        }
    }

    @Test func theScaleBarIsAsLongOnTheGroundAsItSays() {
        for seed in UInt64(0)..<200 {
            let scene = MapScene(map: Samples.randomMap(seed: seed))
            let half = scene.scaleBar.length / 2
            let frame = scene.frame
            func longitude(_ x: Double) -> Double {
                let range = frame.longitudes
                return range.lowerBound + x / 1000 * (range.upperBound - range.lowerBound)
            }
            let metres = haversine(
                frame.middle.latitude,
                longitude(500 - half),
                longitude(500 + half)
            )
            let said = Double(scene.scaleBar.metres)
            #expect(abs(metres - said) / said < 0.005, "seed \(seed): \(metres) for \(said)")
            #expect((70...201).contains(scene.scaleBar.length))
            var lead = scene.scaleBar.metres
            while lead % 10 == 0 { lead /= 10 }
            #expect([1, 2, 5].contains(lead))
        }
    }

    /// The distance along the ground between two longitudes, with the C library's functions.
    private func haversine(_ latitude: Double, _ west: Double, _ east: Double) -> Double {
        let radians = Double.pi / 180
        let inner = cos(latitude * radians) * sin((east - west) * radians / 2)
        return 2 * 6_371_008.8 * asin(abs(inner))
    }

    @Test func smallCirclesLieOnTopOfLargeOnes() {
        for seed in UInt64(0)..<50 {
            let radii = MapScene(map: Samples.randomMap(seed: seed)).marks.map(\.radius)
            #expect(zip(radii, radii.dropFirst()).allSatisfy { $0 >= $1 })
        }
    }

    @Test func aTouchTargetCoversNoOtherCentreUnlessItsCircleDoes() {
        for seed in UInt64(0)..<100 {
            let marks = MapScene(map: Samples.randomMap(seed: seed)).marks
            for mark in marks where mark.touchRadius > mark.radius {
                for other in marks where other.index != mark.index {
                    #expect(mark.centre.distance(to: other.centre) > mark.touchRadius)
                }
            }
        }
        let alone = MapScene(map: map([point(35.95, 39, .exact, .exact(1), "A")])).marks
        #expect(alone.map(\.touchRadius) == [17.5])
    }

    @Test func onePointGetsAMapOfItsNeighbourhood() {
        let scene = MapScene(map: map([point(35.95, 39, .exact, .range(3, 8), "A, 3–8")]))
        #expect(scene.marks[0].centre == Spot(x: 500, y: scene.frame.height / 2))
        let across = 1000 * scene.frame.metresPerUnit
        #expect((1000...8000).contains(across), "\(across) m")
        #expect(scene.labels.map(\.text) == ["A, 3–8"])
    }

    @Test func strikesOnBothSidesOfTheDateLineLieTogether() {
        let scene = MapScene(
            map: map([
                point(-17, 179.9, .exact, .exact(1), "A"),
                point(-17, -179.9, .exact, .exact(1), "B"),
            ])
        )
        #expect(scene.frame.crossesDateLine)
        #expect(scene.frame.metresPerUnit < 100)
        #expect(scene.graticule.meridians.contains { $0.hemisphere == .west })
        #expect(scene.graticule.meridians.contains { $0.hemisphere == .east })
    }

    @Test func thePolesAndTheWholeGlobeCanBeDrawn() {
        let corners = [(90.0, 180.0), (-90, -180), (0, 0), (90, 0)]
        let points = corners.map { point($0.0, $0.1, .exact, .exact(1), "P") }
        let scene = MapScene(map: map(points))
        #expect(scene.marks.count == 4)
        #expect(scene.graticule.parallels.count < 8)
    }

    @Test func unknownIsAnOpenMarkAndNobodyIsACross() {
        let map = map([
            point(35.95, 39, .exact, .unknown, "A"), point(35.96, 39, .exact, .exact(0), "B"),
            point(35.97, 39, .exact, .atLeast(9), "C"), point(35.97, 39, .unstated, .unknown, "D"),
        ])
        let drawing = MapDrawing(map).svg()?.markup ?? ""
        #expect(drawing.contains("<path class=\"dot-unknown\" d=\"M"))
        #expect(drawing.contains("<path class=\"dot-none\" d=\"M"))
        #expect(drawing.contains("<circle class=\"dot-open\""))
        let key = MapDrawing(map).key
        #expect(key.unknown?.markup.contains("<path class=\"dot-unknown\" d=\"M") == true)
        #expect(key.none?.markup.contains("<path class=\"dot-none\" d=\"M") == true)
        #expect(key.open?.markup.contains("<circle class=\"dot-open\"") == true)
        #expect(key.exact != nil)
        #expect(key.area == nil)
        #expect(key.range == nil)
    }

    @Test func exactPointsAndAreasDoNotLookAlike() {
        let map = map([
            point(35.95, 39, .within100m, .exact(4), "A"),
            point(35.96, 39, .street, .exact(4), "B"),
        ])
        let drawing = MapDrawing(map).svg()?.markup ?? ""
        #expect(drawing.contains("<a class=\"point\" href=\"A.html\"><title>A</title>"))
        #expect(drawing.contains("<a class=\"area\" href=\"B.html\"><title>B</title>"))
        #expect(drawing.contains("r=\"8.8\" fill=\"url(#m-hatch)\"/></a>"))
        #expect(MapDrawing(map).hasAreas)
        #expect(MapDrawing(map).key.area?.markup.contains("url(#m-hatch)") == true)
    }

    @Test func anArabicLabelRunsFromTheRightOnAnEnglishMap() {
        var arabic = point(35.95, 39, .exact, .exact(3), "البدو، ٣")
        arabic.labelLanguage = "ar"
        let drawing = MapDrawing(map([arabic])).svg()?.markup ?? ""
        #expect(
            drawing.contains("text-anchor=\"start\" direction=\"rtl\" lang=\"ar\">البدو، ٣</text>")
        )
    }

    @Test func aRiverIsCutAtTheFrame() {
        var map = map([point(35.95, 39, .exact, .exact(3), "A")])
        map.shapes = [
            MapShape(
                kind: .river,
                paths: [
                    [
                        Position(longitude: 38, latitude: 35.95),
                        Position(longitude: 40, latitude: 35.95),
                        Position(longitude: .nan, latitude: 35.95),
                    ]
                ],
                isArea: false
            ),
            MapShape(
                kind: .district,
                paths: [
                    [(30.0, 30.0), (50, 30), (50, 40), (30, 40), (30, 30)]
                        .map {
                            Position(longitude: $0.0, latitude: $0.1)
                        }
                ],
                isArea: true,
                label: "Everything"
            ),
            MapShape(
                kind: .other("wall"),
                paths: [[Position(longitude: 10, latitude: 10)], []],
                isArea: false
            ),
        ]
        let scene = MapScene(map: map)
        #expect(
            scene.outlines.map(\.data) == ["M0 211.5L1000 211.5", "M0 0L0 423L1000 423L1000 0Z"]
        )
        #expect(scene.names.count <= 1)
    }

    @Test func aMapWithoutAPlaceStillListsItsStrikes() {
        let drawing = MapDrawing(map([point(0, 0, .unstated, .exact(3), "A")]))
        #expect(drawing.svg() == nil)
        #expect(!drawing.hasMarks)
        #expect(drawing.listed == [0])
        #expect(MapDrawing(map([])).svg() == nil)
        #expect(MapDrawing(map([])).listed == [])
    }

    private func point(
        _ latitude: Double,
        _ longitude: Double,
        _ precision: MapPrecision,
        _ extent: Extent,
        _ label: String
    ) -> MapPoint {
        MapPoint(
            latitude: latitude,
            longitude: longitude,
            precision: precision,
            extent: extent,
            label: label,
            href: label + ".html",
            title: label
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
