import Foundation
import Testing

@testable import Drawing

/// A part of a map where strikes would hide each other is drawn larger below it.
@Suite struct MapInsetTests {
    /// Strikes far apart, and some within a few streets.
    private func map(
        dense: Int,
        language: String = "en",
        precision: MapPrecision = .exact
    ) -> StrikeMap {
        var points: [MapPoint] = []
        func add(_ latitude: Double, _ longitude: Double) {
            points.append(
                MapPoint(
                    latitude: latitude,
                    longitude: longitude,
                    precision: precision,
                    extent: .range(3, 8),
                    label: "",
                    href: "strikes/\(points.count).html",
                    title: "Strike \(points.count)"
                )
            )
        }
        for number in 0..<12 {
            add(35.7 + 0.05 * Double(number % 4), 38.6 + 0.06 * Double(number))
        }
        for number in 0..<dense {
            add(35.95 + 0.0012 * Double(number % 6), 39.01 + 0.0021 * Double(number / 6))
        }
        return StrikeMap(
            id: "map",
            title: "A map",
            description: "With dense places",
            points: points,
            words: MapWords(
                coordinate: { number, _ in number },
                distance: { "\($0) m" },
                locator: "",
                inset: "Enlarged"
            ),
            language: language
        )
    }

    private func inset(_ svg: String) throws -> String {
        let part = try #require(svg.firstMatch(of: /<svg class="inset"[\s\S]*?<\/svg>/))
        return String(part.0)
    }

    @Test func everyStrikeOfThePartIsInTheInsetAndLeadsWhereItDoesOnTheMap() throws {
        let drawing = MapDrawing(map(dense: 30))
        let found = try #require(drawing.inset)
        let frame = drawing.scene.frame
        let inside = drawing.map.points.indices.filter { index in
            let point = drawing.map.points[index]
            let place = Position(longitude: point.longitude, latitude: point.latitude)
            return found.region.contains(frame.place(place))
        }
        #expect(inside.count >= 30)
        let shown = found.scene.singles + found.scene.clusters.flatMap(\.members)
        #expect(shown.sorted() == inside)
        let hidden = Set(drawing.clusters.flatMap(\.members))
        let gained = Set(found.scene.singles).intersection(hidden)
        #expect(gained.count >= MapInset.leastGain)
        let svg = try #require(drawing.svg()).markup
        let links = try inset(svg).matches(of: /<a class="[^"]*" href="([^"]+)"/)
            .map { String($0.1) }
        let lists = Set(drawing.clusters.map { "#" + $0.id })
        for link in links where link.hasPrefix("#") { #expect(lists.contains(link)) }
        let strikes = Set(links.filter { !$0.hasPrefix("#") })
        #expect(strikes.isSuperset(of: found.scene.singles.map { drawing.map.points[$0].href }))
    }

    /// A place is where the frame says: the same degrees, more units for each.
    @Test func thePartIsTrueToScale() throws {
        let drawing = MapDrawing(map(dense: 30))
        let found = try #require(drawing.inset)
        let (whole, part) = (drawing.scene.frame, found.scene.frame)
        let factor = MapFrame.width / (found.region.right - found.region.left)
        #expect(abs(part.scale / whole.scale - factor) < 0.001)
        for mark in found.scene.marks {
            let place = Position(longitude: mark.point.longitude, latitude: mark.point.latitude)
            let spot = whole.place(place)
            #expect(abs(mark.centre.x - (spot.x - found.region.left) * factor) < 0.01)
            #expect(abs(mark.centre.y - (spot.y - found.region.top) * factor) < 0.01)
        }
        let bar = found.scene.scaleBar
        #expect(abs(Double(bar.metres) - bar.length * part.metresPerUnit) < 1)
        #expect(bar.metres < drawing.scene.scaleBar.metres)
    }

    @Test func theInsetLiesBelowTheMapItsKeyAndItsScale() throws {
        let drawing = MapDrawing(map(dense: 30))
        let svg = try #require(drawing.svg()).markup
        let below = drawing.scene.frame.height + MapStrip(scene: drawing.scene).height
        let place = try #require(svg.firstMatch(of: /<svg class="inset" y="([\d.]+)"/))
        #expect(try #require(Double(place.1)) >= below)
        let box = try #require(svg.firstMatch(of: /viewBox="0 0 1000 ([\d.]+)"/))
        let found = try #require(drawing.inset)
        #expect(try #require(Double(box.1)) >= below + found.height)
        #expect(svg.contains("Enlarged"))
        #expect(svg == MapDrawing(map(dense: 30)).svg()?.markup)
    }

    /// A city on the map of a country: one number there, and its streets below.
    @Test func aGroupThatTheMapHasNoRoomForFillsTheInsetAndIsANumberOnTheMap() throws {
        var map = map(dense: 60)
        for index in 0..<12 {
            map.points[index].latitude = 33 + 0.3 * Double(index)
            map.points[index].longitude = 37 + Double(index % 5)
        }
        let drawing = MapDrawing(map)
        let found = try #require(drawing.inset)
        let cluster = try #require(drawing.clusters.first)
        #expect(cluster.members == Array(12..<72))
        #expect(drawing.scene.marks.allSatisfy { $0.index < 12 })
        let places = found.scene.marks.map(\.centre.x)
        let spread = try #require(places.max()) - (try #require(places.min()))
        #expect(spread > MapFrame.width / 2)
        // The frame can be seen around the number, and encloses no strike that the inset does not show.
        #expect(found.frame.right - found.frame.left > 2 * cluster.halfWidth)
        #expect(found.frame.bottom - found.frame.top > 2 * MapCluster.halfHeight)
        #expect(found.buried.count == 60)
        // The key of sizes serves both drawings.
        #expect(drawing.scene.sizes.isEmpty == false)
    }

    /// An inset is no closer look than a map of its own could be.
    @Test func noInsetIsNarrowerThanTheNarrowestMap() throws {
        var map = map(dense: 60)
        for index in map.points.indices.dropFirst(12) {
            map.points[index].latitude = 35.95 + 0.000_8 * Double(index % 6)
            map.points[index].longitude = 39.01 + 0.000_8 * Double(index / 6)
        }
        let found = try #require(MapDrawing(map).inset)
        let width = found.scene.frame.metresPerUnit * MapFrame.width
        #expect(width >= MapFrame.leastSpan * MapFrame.metresPerDegree - 1)
    }

    @Test func aMapThatShowsItsStrikesHasNone() throws {
        for map in [map(dense: 0), map(dense: 6), map(dense: 30, precision: .total)] {
            let drawing = MapDrawing(map)
            #expect(drawing.inset == nil)
            #expect(try #require(drawing.svg()).markup.contains("inset") == false)
        }
    }

    /// No enlargement tells strikes at one point apart.
    @Test func strikesAtOnePointAreNotEnlarged() {
        var map = map(dense: 30)
        for index in map.points.indices.suffix(30) {
            (map.points[index].latitude, map.points[index].longitude) = (35.95, 39.01)
        }
        #expect(MapDrawing(map).inset == nil)
    }

    @Test func everyInsetOfTwoHundredMapsShowsWhatItsFrameHolds() {
        var found = 0
        for seed in UInt64(0)..<200 {
            let drawing = MapDrawing(crowdedMap(seed: seed))
            guard let inset = drawing.inset else { continue }
            found += 1
            let height = drawing.scene.frame.height
            let sheet = Box(left: 0, top: 0, right: MapFrame.width, bottom: height)
            #expect(inset.region.lies(within: sheet) && inset.frame.lies(within: sheet))
            #expect(inset.region.lies(within: inset.frame))
            let shown = inset.scene.singles + inset.scene.clusters.flatMap(\.members)
            let inside = drawing.map.points.indices.filter { index in
                let point = drawing.map.points[index]
                let place = Position(longitude: point.longitude, latitude: point.latitude)
                return point.isDrawable
                    && inset.frame.contains(drawing.scene.frame.place(place))
            }
            #expect(shown.sorted() == inside, "seed \(seed)")
            for cluster in inset.scene.clusters {
                let list = drawing.clusters.first { $0.id == inset.list(of: cluster) }
                #expect(Set(cluster.members).isSubset(of: list?.members ?? []), "seed \(seed)")
            }
            let width = inset.scene.frame.metresPerUnit * MapFrame.width
            #expect(width >= MapFrame.leastSpan * MapFrame.metresPerDegree - 1, "seed \(seed)")
        }
        #expect(found > 25)
    }

    /// A random map of which half of the strikes lie in one part, of random size.
    private func crowdedMap(seed: UInt64) -> StrikeMap {
        var map = Samples.randomMap(seed: seed)
        let size = [0.4, 0.1, 0.02, 0.004][Int(seed % 4)]
        for index in map.points.indices where index % 2 == 0 {
            let spread = map.points[index]
            map.points[index].latitude = 35.9 + (spread.latitude - 35.95) * size
            map.points[index].longitude = 38.9 + (spread.longitude - 39) * size
        }
        return map
    }
}
