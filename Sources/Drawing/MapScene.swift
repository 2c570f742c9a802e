// The layout of a map. It writes no markup, so that tests can measure it.

import Text

struct MapScene {
    struct Outline {
        let shape: MapShape
        /// The path data, clipped to the frame.
        let data: String
        let middle: Spot
    }

    let frame: MapFrame
    let scale: CircleScale
    /// The circles and signs that are drawn, largest first.
    let marks: [MapMark]
    /// The badges for strikes that would hide each other, the greatest number first.
    let clusters: [MapCluster]
    /// The positions, in the map's list of points, of the drawn strikes in no cluster.
    let singles: [Int]
    /// The positions, in the map's list of points, of those that are not drawn.
    let listed: [Int]
    let outlines: [Outline]
    let labels: [MapLabel]
    let names: [MapLabel]
    let graticule: Graticule
    let scaleBar: ScaleBar
    let sizes: [Int]

    init(map: StrikeMap) {
        let drawable = map.points.filter(\.isDrawable)
        listed = map.points.indices.filter { !map.points[$0].isDrawable }
        var positions = drawable.map { Position(longitude: $0.longitude, latitude: $0.latitude) }
        if positions.isEmpty {
            positions = map.shapes.flatMap { $0.paths.joined() }.filter(MapScene.isOnGlobe)
        }
        let frame = MapFrame(around: positions)
        self.frame = frame
        let largest = map.points.map(\.extent.hatchedEnd).max() ?? 0
        scale = CircleScale(largest: largest)
        let grouped = MapClusters(
            MapMarks.arranged(map.points, frame: frame, scale: scale),
            mapID: map.id,
            number: map.words.number
        )
        (marks, clusters, singles) = (grouped.marks, grouped.clusters, grouped.singles)
        graticule = Graticule(frame: frame)
        scaleBar = ScaleBar(metresPerUnit: frame.metresPerUnit)
        sizes = MapScene.sizes(largest: marks.map(\.point.extent.hatchedEnd).max() ?? 0)
        outlines = map.shapes.compactMap { MapScene.outline($0, frame: frame) }

        let reserved = graticule.parallels.map { line in
            MapLabels.box(
                map.words.coordinate(line.number, line.hemisphere),
                at: Spot(x: 4, y: line.offset - 5),
                anchor: .left,
                size: MapLabels.phoneSize,
                direction: TextDirection(language: map.language)
            )
        }
        let badges = clusters.map { cluster in
            Box(
                left: cluster.centre.x - cluster.halfWidth - 1,
                top: cluster.centre.y - MapCluster.halfHeight - 1,
                right: cluster.centre.x + cluster.halfWidth + 1,
                bottom: cluster.centre.y + MapCluster.halfHeight + 1
            )
        }
        var placing = MapLabels(frame: frame, reserved: reserved + badges, language: map.language)
        placing.place(around: MapScene.named(clusters, of: map) + marks)
        labels = placing.placed
        for outline in outlines {
            if let label = outline.shape.label, !label.isEmpty {
                placing.place(label, language: outline.shape.labelLanguage, at: outline.middle)
            }
        }
        names = Array(placing.placed.dropFirst(labels.count))
    }

    /// The clusters of one place each as marks that can have its name beside them.
    private static func named(_ clusters: [MapCluster], of map: StrikeMap) -> [MapMark] {
        clusters.compactMap { cluster in
            var point = map.points[cluster.members[0]]
            let place = point.place
            guard !place.isEmpty, cluster.members.allSatisfy({ map.points[$0].place == place })
            else { return nil }
            point.label = map.isolated(place)
            point.extent = .exact(cluster.members.count)
            return MapMark(
                point: point,
                index: -1 - cluster.members[0],
                centre: cluster.centre,
                solidRadius: cluster.halfWidth,
                hatchedRadius: cluster.halfWidth
            )
        }
    }

    /// At most three round numbers for the key of sizes, the largest first; none is above the largest circle.
    private static func sizes(largest: Int) -> [Int] {
        guard largest > 0 else { return [] }
        var round = [1]
        while let last = round.last {
            let next = round.count % 3 == 2 ? last / 2 * 5 : last * 2
            if next > largest { break }
            round.append(next)
        }
        guard round.count > 3 else { return round.reversed() }
        return [round[round.count - 1], round[round.count - 3], round[max(0, round.count - 6)]]
    }

    private static func isOnGlobe(_ position: Position) -> Bool {
        position.longitude.isFinite && position.latitude.isFinite
            && abs(position.longitude) <= 180 && abs(position.latitude) <= 90
    }

    private static func outline(_ shape: MapShape, frame: MapFrame) -> Outline? {
        let box = Box(left: 0, top: 0, right: MapFrame.width, bottom: frame.height)
        var pieces: [[Spot]] = []
        for path in shape.paths {
            let spots = path.filter(isOnGlobe).map { frame.place($0) }
            if shape.isArea {
                let ring = Clipping.ring(spots, to: box)
                if ring.count > 2 { pieces.append(ring) }
            } else {
                pieces.append(contentsOf: Clipping.line(spots, to: box))
            }
        }
        guard let longest = pieces.max(by: { $0.count < $1.count }) else { return nil }
        let data = pieces.map { pathData($0, closed: shape.isArea) }.joined()
        return Outline(
            shape: shape,
            data: data,
            middle: shape.isArea ? centre(longest) : longest[longest.count / 2]
        )
    }

    private static func centre(_ ring: [Spot]) -> Spot {
        let (xs, ys) = (ring.map(\.x), ring.map(\.y))
        return Spot(
            x: ((xs.min() ?? 0) + (xs.max() ?? 0)) / 2,
            y: ((ys.min() ?? 0) + (ys.max() ?? 0)) / 2
        )
    }

    /// Path data in tenths of a unit; a corner that rounds to the one before is left out.
    private static func pathData(_ spots: [Spot], closed: Bool) -> String {
        var data = ""
        var last: (Int, Int)?
        for spot in spots {
            let here = (Decimal.tenths(spot.x), Decimal.tenths(spot.y))
            if let last, last == here { continue }
            data += last == nil ? "M" : "L"
            data += Decimal.text(here.0, places: 1)
            data += " "
            data += Decimal.text(here.1, places: 1)
            last = here
        }
        return closed ? data + "Z" : data
    }
}
