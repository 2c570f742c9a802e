// Strikes that would hide each other on a map are drawn as one badge with their number, whose link opens the list
// of them. A mark is never moved instead: a circle beside its place would say that the strike was elsewhere.

/// Several strikes under one badge.
public struct MapCluster: Sendable, Hashable {
    /// The id of the list that the badge opens; unique on the page.
    public let id: String
    /// Their positions in the map's list of points, ascending; at least two.
    public let members: [Int]
    /// The middle of their places.
    let centre: Spot
    /// How exactly the least exact of their places is known.
    let style: MapStyle
    /// Half of the badge's width.
    let halfWidth: Double
    /// The radius of its touch target.
    var touchRadius = 0.0

    /// Half of the badge's height: with the line around it 24 units.
    static let halfHeight = 12.0
}

/// Finds the marks of a map that would hide each other.
struct MapClusters {
    /// The clusters; every mark is a member of one at most.
    private(set) var clusters: [MapCluster] = []
    /// The marks that are drawn, largest first: those in no cluster, and large ones, which show around a badge.
    private(set) var marks: [MapMark]
    /// The positions, in the map's list of points, of the strikes in no cluster, ascending.
    private(set) var singles: [Int] = []

    private var groups: [Group] = []
    private let isProminent: [Bool]
    private let number: (Int) -> String

    /// How near the centres of two marks of about one size are when one hides the other.
    private static let hiding = 5.0
    /// The side of the squares in which marks are counted to see whether they are too many.
    private static let cell = 48.0
    /// How many marks there may be in a square.
    private static let crowd = 6
    /// From this radius on, a circle can be seen around a badge.
    private static let prominentRadius = 16.0
    /// How many circles stay for that reason; more would cover the map.
    ///
    /// Of circles of one size all stay or none.
    private static let prominentLimit = 48

    /// Marks with one badge, or one mark.
    private struct Group {
        var members: [Int]
        var sum: Spot
        var centre: Spot {
            Spot(x: sum.x / Double(members.count), y: sum.y / Double(members.count))
        }
        var isCluster: Bool { members.count > 1 }

        mutating func take(_ other: Group) {
            members += other.members
            sum.x += other.sum.x
            sum.y += other.sum.y
        }
    }

    /// Groups marks, which are sorted by size, largest first; of those that are buried, only the badge is drawn.
    init(
        _ sorted: [MapMark],
        mapID: String,
        buried: Set<Int> = [],
        number: @escaping (Int) -> String
    ) {
        marks = sorted
        self.number = number
        let limit = MapClusters.prominentLimit
        let excess = sorted.count > limit ? sorted[limit].radius : 0
        isProminent = sorted.map { $0.radius >= MapClusters.prominentRadius && $0.radius > excess }
        groupHidden()
        groupCrowded()
        while groupOverlapping() {}
        finish(mapID, buried)
    }

    /// Groups marks that lie on each other and are of about one size; a small one on a large one can be seen.
    private mutating func groupHidden() {
        var grid = SpotGrid()
        for index in marks.indices {
            let mark = marks[index]
            let own = Group(members: [index], sum: mark.centre)
            let under = grid.near(mark.centre, within: MapClusters.hiding)
                .first { marks[groups[$0].members[0]].radius - mark.radius < 5 }
            if let under {
                groups[under].take(own)
            } else {
                grid.insert(groups.count, at: mark.centre)
                groups.append(own)
            }
        }
    }

    /// Groups the marks of each square that has too many of them to tell them apart.
    private mutating func groupCrowded() {
        struct Square: Hashable {
            let column: Int
            let row: Int
        }
        var squares: [Square: Int] = [:]
        var contents: [[Int]] = []
        for (index, group) in groups.enumerated() where !isProminent[group.members[0]] {
            let square = Square(
                column: Int((group.centre.x / MapClusters.cell).rounded(.down)),
                row: Int((group.centre.y / MapClusters.cell).rounded(.down))
            )
            let place = squares[square] ?? contents.count
            if place == contents.count {
                squares[square] = place
                contents.append([])
            }
            contents[place].append(index)
        }
        for square in contents where square.count > MapClusters.crowd {
            for other in square.dropFirst() { merge(other, into: square[0]) }
        }
        groups.removeAll { $0.members.isEmpty }
    }

    /// Groups badges that would cover each other, and marks that a badge would cover; whether there were any.
    private mutating func groupOverlapping() -> Bool {
        var grid = SpotGrid()
        for (index, group) in groups.enumerated() where group.isCluster {
            grid.insert(index, at: group.centre)
        }
        var isChanged = false
        for index in groups.indices where !groups[index].members.isEmpty {
            let group = groups[index]
            if !group.isCluster && isProminent[group.members[0]] { continue }
            for other in grid.near(group.centre, within: 80)
            where other != index && groups[other].isCluster && (!group.isCluster || other > index)
                && covers(groups[other], groups[index])
            {
                merge(index, into: other)
                isChanged = true
                break
            }
        }
        groups.removeAll { $0.members.isEmpty }
        return isChanged
    }

    private func covers(_ cluster: Group, _ other: Group) -> Bool {
        let (one, two) = (cluster.centre, other.centre)
        let (width, height) =
            other.isCluster
            ? (halfWidth(other) + 2, MapCluster.halfHeight + 2) : (0, 0)
        return abs(one.x - two.x) < halfWidth(cluster) + width
            && abs(one.y - two.y) < MapCluster.halfHeight + height
    }

    private mutating func merge(_ index: Int, into other: Int) {
        groups[other].take(groups[index])
        groups[index].members = []
    }

    private func halfWidth(_ group: Group) -> Double {
        let text = Double(TextWidth.tenths(number(group.members.count))) * MapLabels.phoneSize / 10
        return max(text / 2 + 6, MapCluster.halfHeight)
    }

    private mutating func finish(_ mapID: String, _ buried: Set<Int>) {
        var isHidden = Array(repeating: false, count: marks.count)
        var found: [MapCluster] = []
        for group in groups where group.isCluster {
            let points = group.members.map { marks[$0] }
            for index in group.members {
                isHidden[index] = !isProminent[index] || buried.contains(marks[index].index)
            }
            found.append(
                MapCluster(
                    id: "",
                    members: points.map(\.index).sorted(),
                    centre: group.centre,
                    style: points.map(\.point.precision.style).max() ?? .point,
                    halfWidth: halfWidth(group)
                )
            )
        }
        found.sort { ($1.members.count, $0.members[0]) < ($0.members.count, $1.members[0]) }
        clusters = found.enumerated()
            .map { offset, cluster in
                MapCluster(
                    id: "\(mapID)-c\(offset + 1)",
                    members: cluster.members,
                    centre: cluster.centre,
                    style: cluster.style,
                    halfWidth: cluster.halfWidth
                )
            }
        singles = groups.filter { $0.members.count == 1 }.map { marks[$0.members[0]].index }
            .sorted()
        marks = zip(marks, isHidden).filter { !$0.1 }.map(\.0)
        setTouchRadii()
    }

    /// Enlarges each touch target, but not over the centre of another one.
    private mutating func setTouchRadii() {
        let centres = marks.map(\.centre) + clusters.map(\.centre)
        var grid = SpotGrid()
        for (index, centre) in centres.enumerated() { grid.insert(index, at: centre) }
        func room(_ index: Int) -> Double {
            var room = MapMark.leastTouchRadius
            for other in grid.near(centres[index], within: MapMark.leastTouchRadius + 1)
            where other != index {
                room = min(room, centres[other].distance(to: centres[index]) - 1)
            }
            return max(room, 0)
        }
        for index in marks.indices {
            marks[index].touchRadius = max(marks[index].radius, room(index))
        }
        for index in clusters.indices {
            clusters[index].touchRadius = room(marks.count + index)
        }
    }
}
