import Testing

@testable import Drawing

@Suite struct GroundTests {
    /// Shapes as Tests/Tools/ground.py writes them; the points are in 320ths of a degree.
    private static func file(_ shapes: [(Character, [(Int, Int)])]) -> [UInt8] {
        func digits(_ number: Int) -> String {
            var value = number >= 0 ? number * 2 : -2 * number - 1
            var text = ""
            repeat {
                let more = value > 31 ? 32 : 0
                text.unicodeScalars.append(Unicode.Scalar(UInt8(48 + (value & 31) + more)))
                value >>= 5
            } while value > 0
            return text
        }
        let lines = shapes.map { kind, points in
            let (xs, ys) = (points.map(\.0), points.map(\.1))
            let (west, south) = (xs.min() ?? 0, ys.min() ?? 0)
            var text = String(kind)
            for number in [west, south, (xs.max() ?? 0) - west, (ys.max() ?? 0) - south] {
                text += digits(number)
            }
            var (x, y) = (west, south)
            for (east, north) in points {
                text += digits(east - x) + digits(north - y)
                (x, y) = (east, north)
            }
            return text + "\n"
        }
        return Array(lines.joined().utf8)
    }

    private static func square(_ west: Int, _ south: Int, _ side: Int) -> [(Int, Int)] {
        [
            (west, south), (west + side, south), (west + side, south + side),
            (west, south + side),
        ]
        .map { ($0.0 * 320, $0.1 * 320) }
    }

    private static let land = Ground(
        file([
            ("A", square(0, 0, 20)), ("B", square(8, 8, 2)),
            ("C", [(9 * 320, 0), (9 * 320, 20 * 320)]), ("D", [(0, 3_000), (6_400, 3_000)]),
            ("E", [(3_000, 2_900), (3_300, 3_100)]),
        ])
    )

    private func map(_ points: [(Double, Double)], ground: Ground?, id: String = "m") -> MapDrawing
    {
        MapDrawing(
            StrikeMap(
                id: id,
                title: "A map",
                description: "",
                points: points.map { latitude, longitude in
                    MapPoint(
                        latitude: latitude,
                        longitude: longitude,
                        precision: .exact,
                        extent: .exact(1),
                        label: "",
                        href: "a.html",
                        title: "a"
                    )
                },
                ground: ground,
                words: MapWords(
                    coordinate: { number, _ in number },
                    distance: { "\($0) m" },
                    locator: "Where it lies"
                )
            )
        )
    }

    @Test func pointsAreReadAsTheyWereWritten() throws {
        let points = [(-57_600, 28_799), (-57_599, -28_800), (0, 0), (57_600, 5)]
        let ground = Ground(GroundTests.file([("D", points)]))
        let shape = try #require(ground.shapes.first)
        #expect(shape.west == -180)
        #expect(shape.east == 180)
        #expect(shape.south == -90)
        let read = ground.points(of: shape).map { ($0.longitude * 320, $0.latitude * 320) }
        #expect(read.map { [Int($0.0), Int($0.1)] } == points.map { [$0.0, $0.1] })
    }

    @Test(arguments: ["", "Z00", "A", "A0", "\n\nQ", "D\u{1}00"])
    func brokenLinesAreLeftOut(text: String) {
        #expect(Ground(Array(text.utf8)).shapes.isEmpty)
    }

    @Test func aWideMapShowsTheGround() throws {
        let drawing = map([(9, 8.5), (10, 11)], ground: GroundTests.land)
        let markup = try #require(drawing.svg()).markup
        for name in ["geo-lake", "geo-stream", "geo-border", "geo-disputed"] {
            #expect(markup.contains("class=\"\(name)\""), "\(name)")
        }
        #expect(drawing.hasDisputedBorders)
        // The land fills the frame: neither it nor the sea is drawn, except in the locator.
        let below = try #require(markup.components(separatedBy: "class=\"locator\"").first)
        #expect(!below.contains("geo-sea"))
        #expect(!below.contains("geo-land"))
    }

    @Test func aCoastDividesLandFromSea() throws {
        let markup = try #require(map([(19, 19), (21, 21)], ground: GroundTests.land).svg()).markup
        let below = try #require(markup.components(separatedBy: "class=\"locator\"").first)
        #expect(below.contains("<rect class=\"geo-sea\""))
        #expect(below.contains("<path class=\"geo-land\""))
    }

    @Test func aNarrowMapShowsOnlyWhereItLies() throws {
        let drawing = map([(9, 9), (9.05, 9.05)], ground: GroundTests.land)
        let markup = try #require(drawing.svg()).markup
        #expect(
            !(try #require(markup.components(separatedBy: "class=\"locator\"").first))
                .contains("geo-stream")
        )
        #expect(markup.contains("<title>Where it lies</title>"))
        #expect(drawing.hasGround)
    }

    @Test func withoutGroundAMapIsAsBefore() throws {
        let drawing = map([(9, 9), (10, 10)], ground: nil)
        #expect(!drawing.hasGround)
        #expect(try !#require(drawing.svg()).markup.contains("geo-here"))
    }

    @Test func aMapAcrossTheDateLineShowsBothSides() throws {
        let ground = Ground(
            GroundTests.file([
                ("A", GroundTests.square(176, 0, 4)), ("A", GroundTests.square(-180, 0, 4)),
            ])
        )
        let markup = try #require(map([(2, 178), (2, -178)], ground: ground).svg()).markup
        let below = try #require(markup.components(separatedBy: "class=\"locator\"").first)
        let land = try #require(below.components(separatedBy: "class=\"geo-land\" d=\"").last)
        #expect(land.prefix { $0 != "\"" }.count { $0 == "M" } == 2)
    }

    @Test func aCoastOfManyPointsStaysSmall() throws {
        var state = 7
        let coast = (0..<60_000)
            .map { step in
                state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
                return (step / 20, 1_500 + state % 1_500)
            }
        let ground = Ground(GroundTests.file([("A", coast + [(3_000, 0), (0, 0)])]))
        let markup = try #require(map([(4, 1), (9, 9)], ground: ground).svg()).markup
        #expect(markup.utf8.count < 20_000)
    }

    @Test func placesInOneRegionShareADrawingAndTellNoMoreThanKilometres() throws {
        let one = try #require(Locator(GroundTests.land, latitude: 9.501_234, longitude: 9.498_765))
        let other = try #require(Locator(GroundTests.land, latitude: 9.502, longitude: 9.5))
        #expect(one.svg(title: "a") == other.svg(title: "a"))
        #expect(one.svg(title: "a").markup.utf8.count < 2_600)
        #expect(Locator(GroundTests.land, latitude: .nan, longitude: 0) == nil)
    }
}
