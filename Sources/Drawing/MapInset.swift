// Where strikes lie so close together that a map shows their number instead, a part of it is drawn larger below it: every
// strike keeps its own place, and nothing of the map is hidden.

/// A part of a map that is drawn larger below it.
struct MapInset {
    /// The part, in the drawing of the map.
    let region: Box
    /// The frame that marks it on the map: larger where the part is smaller than the badge over it.
    ///
    /// Between the two there is no strike.
    let frame: Box
    /// The layout of the part.
    let scene: MapScene
    /// Whether the part is too small on the map to show more than a badge.
    let isSmall: Bool
    /// The strikes whose circles are left out on the map for that reason.
    let buried: Set<Int>
    /// The lists that its badges open: those of the badges of the map, by the position of a strike.
    private let lists: [Int: String]

    /// The height of the line above it, with its words and its scale, and of the gap above that.
    static let head = 72.0
    /// The least and the greatest height of the enlarged part; it is as wide as the map.
    static let heights = 400.0...640.0
    /// How many strikes that the map hides behind a number it must show.
    static let leastGain = 8
    /// How much larger it may be, besides what a group of strikes requires.
    private static let factors = [12.0, 8, 5, 3]
    /// How many of the greatest badges of a map are looked at.
    private static let candidates = 12
    /// How much of a group's strikes the part may leave out at each edge.
    private static let trimmed = [0.0, 0.1]
    /// The width below which a part shows no circles on the map.
    private static let leastWidth = 100.0

    /// The height of the enlarged part.
    var height: Double { scene.frame.height }

    /// The enlarged part that shows the most strikes one by one; `nil` where none shows many more than the map, or
    /// only a few of those that the map hides everywhere.
    init?(_ map: StrikeMap, _ whole: MapScene) {
        // A circle of a total opens a list already.
        if whole.clusters.isEmpty || map.points.contains(where: { $0.precision == .total }) {
            return nil
        }
        let spots = MapMarks.arranged(map.points, frame: whole.frame, scale: whole.scale)
        var lists: [Int: String] = [:]
        for cluster in whole.clusters {
            for member in cluster.members { lists[member] = cluster.id }
        }
        var best: (gain: Int, region: Box, frame: Box)?
        for cluster in whole.clusters.prefix(MapInset.candidates) {
            for region in MapInset.regions(around: cluster, spots, in: whole.frame) {
                let frame = region.joined(with: MapInset.surroundings(of: cluster, in: whole.frame))
                let inside = spots.filter { region.contains($0.centre) }.map(\.index)
                let hidden = inside.count { lists[$0] != nil }
                if hidden < max(MapInset.leastGain, (best?.gain ?? 0) + 1)
                    || spots.count(where: { frame.contains($0.centre) }) > inside.count
                {
                    continue
                }
                let groups = MapClusters(
                    MapMarks.arranged(
                        MapInset.part(of: map, inside).points,
                        frame: whole.frame.part(region),
                        scale: whole.scale
                    ),
                    mapID: map.id,
                    number: map.words.number
                )
                // A badge of the part opens a list of the map, which must hold all of its strikes.
                let isNested = groups.clusters.allSatisfy { own in
                    lists[own.members[0]] != nil
                        && Set(own.members.map { lists[$0] }).count == 1
                }
                let left = groups.clusters.reduce(0) { $0 + $1.members.count }
                let gain = hidden - left
                guard isNested, gain >= MapInset.leastGain, gain >= left,
                    gain > best?.gain ?? 0, gain * 4 >= lists.count
                else { continue }
                best = (gain, region, frame)
            }
        }
        guard let best else { return nil }
        let inside = spots.filter { best.region.contains($0.centre) }.map(\.index)
        (region, frame) = (best.region, best.frame)
        self.lists = lists
        isSmall = region.right - region.left < MapInset.leastWidth
        buried = isSmall ? Set(inside.filter { lists[$0] != nil }) : []
        scene = MapScene(
            MapInset.part(of: map, inside),
            frame: whole.frame.part(region),
            scale: whole.scale,
            locator: nil,
            inset: nil
        )
    }

    /// The id of the list that a badge of the part opens.
    func list(of cluster: MapCluster) -> String { lists[cluster.members[0]] ?? cluster.id }

    /// The parts that may show the strikes of a badge: some around it, and some that its strikes fill.
    private static func regions(
        around cluster: MapCluster,
        _ spots: [MapMark],
        in frame: MapFrame
    ) -> [Box] {
        let members = Set(cluster.members)
        let own = spots.filter { members.contains($0.index) }.map(\.centre)
        let (xs, ys) = (own.map(\.x).sorted(), own.map(\.y).sorted())
        let fitting = trimmed.compactMap { share in
            let first = Int(Double(own.count) * share)
            let last = own.count - 1 - first
            let (width, height) = (xs[last] - xs[first], ys[last] - ys[first])
            // Around them there is as much room as at the edges of the map, for circles and names.
            let room = 1 - 2 * MapFrame.margin / MapFrame.width
            let across = max(
                width / room,
                height / (heights.upperBound - 2 * MapFrame.margin) * MapFrame.width,
                MapFrame.leastSpan * frame.scale
            )
            let factor = MapFrame.width / across
            guard let least = factors.last, factor >= least else { return Box?.none }
            let down = height * factor + 2 * MapFrame.margin
            return region(
                around: Spot(x: (xs[first] + xs[last]) / 2, y: (ys[first] + ys[last]) / 2),
                factor,
                height: min(max(down.rounded(), heights.lowerBound), heights.upperBound),
                in: frame
            )
        }
        let plain = factors.filter { MapFrame.width / $0 >= MapFrame.leastSpan * frame.scale }
            .map { region(around: cluster.centre, $0, height: heights.lowerBound, in: frame) }
        return fitting + plain
    }

    /// The part around a spot that is so many times smaller than its enlargement, within the frame.
    private static func region(
        around spot: Spot,
        _ factor: Double,
        height: Double,
        in frame: MapFrame
    ) -> Box {
        let (width, height) = (MapFrame.width / factor, height / factor)
        let left = min(max(spot.x - width / 2, 0), MapFrame.width - width)
        let top = min(max(spot.y - height / 2, 0), frame.height - height)
        return Box(left: left, top: top, right: left + width, bottom: top + height)
    }

    /// A badge and some room around it, so that a frame can be seen.
    private static func surroundings(of cluster: MapCluster, in frame: MapFrame) -> Box {
        let (centre, room) = (cluster.centre, 7.0)
        return Box(
            left: max(centre.x - cluster.halfWidth - room, 1),
            top: max(centre.y - MapCluster.halfHeight - room, 1),
            right: min(centre.x + cluster.halfWidth + room, MapFrame.width - 1),
            bottom: min(centre.y + MapCluster.halfHeight + room, frame.height - 1)
        )
    }

    /// The map with the strikes inside a part only; all keep their positions in the list of points.
    private static func part(of map: StrikeMap, _ inside: [Int]) -> StrikeMap {
        let kept = Set(inside)
        var part = map
        for index in part.points.indices where !kept.contains(index) {
            part.points[index].precision = .unstated
        }
        return part
    }
}
