/// How two texts differ, line by line, with a few lines around each difference.
public struct LineDifference {
    /// The lines: `-` for lines that are only expected, `+` for lines that were only found.
    public let text: String
    /// The number of the first expected line that differs, from 1.
    public let firstLine: Int

    private static let context = 2

    /// Compares two texts.
    public init(expected: String, found: String) {
        let old = expected.split(separator: "\n", omittingEmptySubsequences: false)
        let new = found.split(separator: "\n", omittingEmptySubsequences: false)
        let difference = new.difference(from: old)
        let removed = Set(difference.removals.map(\.offset))
        let inserted = Set(difference.insertions.map(\.offset))
        var lines: [(mark: String, text: Substring)] = []
        var first: Int?
        var (here, there) = (0, 0)
        while here < old.count || there < new.count {
            if removed.contains(here), here < old.count {
                first = first ?? here
                lines.append(("-", old[here]))
                here += 1
            } else if inserted.contains(there), there < new.count {
                first = first ?? here
                lines.append(("+", new[there]))
                there += 1
            } else {
                lines.append((" ", new[there]))
                here += 1
                there += 1
            }
        }
        let changed = lines.indices.filter { lines[$0].mark != " " }
        text =
            lines.enumerated()
            .filter { index, _ in changed.contains { abs($0 - index) <= Self.context } }
            .map { "\($1.mark) \($1.text)" }.joined(separator: "\n")
        firstLine = (first ?? 0) + 1
    }
}

extension CollectionDifference.Change {
    /// The position of the changed line.
    fileprivate var offset: Int {
        switch self {
        case .insert(let offset, _, _), .remove(let offset, _, _): offset
        }
    }
}
