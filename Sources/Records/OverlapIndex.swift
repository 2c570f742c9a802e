/// Which strikes share figures with which, as positions, ready for totals.
///
/// A strike that is part of another adds nothing where the other is selected too. Strikes that share
/// one published figure add it once: at the strike that states it when that is selected, else at the
/// first selected one that has it.
public struct OverlapIndex: Sendable {
    /// For each strike, the strikes that include it, nearest first; empty for nearly all.
    private let ancestors: [Int: [Int]]
    /// For each group of counts, the strike that states the shared figure, by member.
    private let roots: [[Int: Int]]
    /// For each group of counts, the members of each stating strike, itself left out.
    private let members: [[Int: [Int]]]

    /// Indexes the overlaps of a dataset; cycles and unknown strikes are ignored, so check first.
    public init(_ dataset: Dataset) {
        var parents: [Int: Int] = [:]
        var shared = [[Int: Int]](repeating: [:], count: OverlapGroup.all.count)
        for position in dataset.strikes.indices where !dataset.strikes[position].overlap.isEmpty {
            let overlap = dataset.strikes[position].overlap
            parents[position] = dataset.index(of: overlap.partOf)
            for group in OverlapGroup.all {
                shared[group.position][position] = dataset.index(of: overlap[group])
            }
        }
        var ancestors: [Int: [Int]] = [:]
        for position in parents.keys {
            ancestors[position] = OverlapIndex.chain(from: position, parents)
        }
        self.ancestors = ancestors
        let roots = shared.map { links in
            var roots: [Int: Int] = [:]
            for member in links.keys {
                guard let root = OverlapIndex.chain(from: member, links).last else { continue }
                roots[member] = root
                roots[root] = root
            }
            return roots
        }
        self.roots = roots
        members = roots.map { roots in
            var members: [Int: [Int]] = [:]
            for (member, root) in roots.sorted(by: { $0.key < $1.key }) where member != root {
                members[root, default: []].append(member)
            }
            return members
        }
    }

    /// Whether no strike shares anything.
    public var isEmpty: Bool {
        ancestors.isEmpty && roots.allSatisfy(\.isEmpty)
    }

    /// The selected strike that already includes the one at a position, if there is one.
    public func whole(of position: Int, in selected: StrikeSet) -> Int? {
        ancestors[position]?.first { selected.contains($0) }
    }

    /// The strike that states the figure which the one at a position shares, itself included.
    public func root(of position: Int, _ group: OverlapGroup) -> Int? {
        roots[group.position][position]
    }

    /// The other strikes that share the figure which the one at a position states, ascending.
    public func members(of root: Int, _ group: OverlapGroup) -> [Int] {
        members[group.position][root] ?? []
    }

    /// Follows links to their end; a cycle ends the chain.
    private static func chain(from start: Int, _ links: [Int: Int]) -> [Int] {
        var chain: [Int] = []
        var position = start
        while let next = links[position], next != start, !chain.contains(next) {
            chain.append(next)
            position = next
        }
        return chain
    }
}
