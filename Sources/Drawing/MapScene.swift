// The layout of a map. It writes no markup, so that tests can measure it.

import Text

struct MapScene {
    struct Outline {
        let shape: MapShape
        /// The path data, clipped to the frame.
        let data: String
        /// Where its name may stand, the best place first.
        let places: [Spot]
    }

    /// From how many metres on a map shows the ground; on a narrower one its lines would be some way off.
    static let leastWidth = 30_000.0

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
    /// What of the world is below them; `nil` on a narrow map, and on one with a base map of its own.
    let ground: GroundDrawing?
    /// Where in the world the map lies.
    let locator: Locator?
    let labels: [MapLabel]
    let names: [MapLabel]
    let graticule: Graticule
    let scaleBar: ScaleBar
    let sizes: [Int]

    init(map: StrikeMap) {
        let drawable = map.points.filter(\.isDrawable)
        var positions = drawable.map { Position(longitude: $0.longitude, latitude: $0.latitude) }
        if positions.isEmpty {
            positions = map.shapes.flatMap { $0.paths.joined() }.filter(MapScene.isOnGlobe)
        }
        let frame = MapFrame(around: positions)
        let largest = map.points.map(\.extent.hatchedEnd).max() ?? 0
        self.init(
            map,
            frame: frame,
            scale: CircleScale(largest: largest),
            locator: map.ground.flatMap { Locator($0, of: frame) },
            inset: nil
        )
    }

    /// The layout of a map of which a part is drawn larger below it.
    init(_ map: StrikeMap, beside inset: MapInset, _ plain: MapScene) {
        self.init(
            map,
            frame: plain.frame,
            scale: plain.scale,
            locator: plain.locator,
            inset: inset
        )
    }

    /// The layout of a map within a frame, where a part of it may be drawn larger below it.
    init(
        _ map: StrikeMap,
        frame: MapFrame,
        scale: CircleScale,
        locator: Locator?,
        inset: MapInset?
    ) {
        self.frame = frame
        self.scale = scale
        self.locator = locator
        listed = map.points.indices.filter { !map.points[$0].isDrawable }
        let grouped = MapClusters(
            MapMarks.arranged(map.points, frame: frame, scale: scale),
            mapID: map.id,
            buried: inset?.buried ?? [],
            number: map.words.number
        )
        (marks, clusters, singles) = (grouped.marks, grouped.clusters, grouped.singles)
        graticule = Graticule(frame: frame)
        scaleBar = ScaleBar(metresPerUnit: frame.metresPerUnit)
        let drawn = marks + (inset?.scene.marks ?? [])
        sizes = MapScene.sizes(largest: drawn.map(\.point.extent.hatchedEnd).max() ?? 0)
        let isWide = frame.metresPerUnit * MapFrame.width >= MapScene.leastWidth
        let hasOwn = map.shapes.contains { $0.kind != .square }
        ground =
            isWide && !hasOwn
            ? map.ground.map {
                GroundDrawing($0, in: frame.view, limit: GroundDrawing.mapLimit)
            } : nil
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
        // Names stand inside a part that is enlarged, but not across the frame of one that has room for a number only.
        let framed = inset.map { $0.isSmall ? [$0.frame] : [] } ?? []
        var placing = MapLabels(
            frame: frame,
            reserved: reserved + badges + framed,
            language: map.language
        )
        placing.place(around: MapScene.named(clusters, of: map) + marks)
        labels = placing.placed
        for outline in outlines {
            if let label = outline.shape.label, !label.isEmpty {
                placing.place(label, language: outline.shape.labelLanguage, at: outline.places)
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
        if shape.kind == .label {
            let spots = shape.paths.joined().filter(isOnGlobe).map { frame.place($0) }
                .filter(box.contains)
            return spots.isEmpty ? nil : Outline(shape: shape, data: "", places: spots)
        }
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
            places: shape.isArea ? places(in: longest) : places(along: longest)
        )
    }

    /// The middle of an area, then places around it.
    private static func places(in ring: [Spot]) -> [Spot] {
        let (xs, ys) = (ring.map(\.x), ring.map(\.y))
        let (left, right) = (xs.min() ?? 0, xs.max() ?? 0)
        let (top, bottom) = (ys.min() ?? 0, ys.max() ?? 0)
        let shares = [(2, 2), (2, 1), (2, 3), (1, 2), (3, 2), (1, 1), (3, 1), (1, 3), (3, 3)]
        let spots = shares.map { across, down in
            Spot(
                x: left + (right - left) * Double(across) / 4,
                y: top + (bottom - top) * Double(down) / 4
            )
        }
        return spots.prefix(1) + spots.dropFirst().filter { isInside($0, ring) }
    }

    /// The middle of a line, then places on either side of it.
    private static func places(along line: [Spot]) -> [Spot] {
        let steps = zip(line, line.dropFirst()).map { ($0, $1, $0.distance(to: $1)) }
        let length = steps.reduce(0) { $0 + $1.2 }
        return [4, 3, 5, 2, 6, 1, 7]
            .map { share in
                var rest = length * Double(share) / 8
                for (start, end, distance) in steps {
                    if rest <= distance, distance > 0 {
                        let part = rest / distance
                        return Spot(
                            x: start.x + (end.x - start.x) * part,
                            y: start.y + (end.y - start.y) * part
                        )
                    }
                    rest -= distance
                }
                return line[line.count / 2]
            }
    }

    /// Whether a spot lies in a ring: a ray from it crosses the ring an odd number of times.
    private static func isInside(_ spot: Spot, _ ring: [Spot]) -> Bool {
        guard var previous = ring.last else { return false }
        var isInside = false
        for corner in ring {
            if (corner.y > spot.y) != (previous.y > spot.y) {
                let share = (spot.y - corner.y) / (previous.y - corner.y)
                if spot.x < corner.x + share * (previous.x - corner.x) { isInside.toggle() }
            }
            previous = corner
        }
        return isInside
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
