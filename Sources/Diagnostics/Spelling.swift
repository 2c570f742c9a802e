/// Finds what an author probably meant.
public enum Spelling {
    /// The candidate nearest to `word`, when one is near enough to be a slip; ties go to the first
    /// in alphabetical order.
    ///
    /// Near means at most a third of the word's length in insertions, deletions, replacements and
    /// swaps of neighbours, and at least one.
    public static func nearest(to word: String, in candidates: some Sequence<String>) -> String? {
        let target = Letters(word)
        var limit = max(1, target.characters.count / 3)
        var best: (distance: Int, candidate: String)?
        for candidate in candidates {
            guard let distance = target.distance(to: candidate, atMost: limit) else { continue }
            if let best, (best.distance, best.candidate) <= (distance, candidate) { continue }
            best = (distance, candidate)
            limit = distance
        }
        return best?.candidate
    }

    /// "Did you mean “x”?", or `nil` when nothing is near.
    public static func question(_ word: String, _ candidates: some Sequence<String>) -> String? {
        nearest(to: word, in: candidates).map { "Did you mean “\($0)”?" }
    }
}

/// The small letters of a word that is compared with many others: a site with a thousand broken links has a thousand
/// pages to compare each with, so letters of ASCII are compared as bytes.
private struct Letters {
    let characters: [Character]
    private let bytes: [UInt8]?

    init(_ word: String) {
        characters = Array(word.lowercased())
        bytes = Letters.bytes(word)
    }

    /// The distance to another word; `nil` when it is greater than `limit`.
    func distance(to other: String, atMost limit: Int) -> Int? {
        // A letter has at least one byte.
        if other.utf8.count < characters.count - limit { return nil }
        if let bytes, let others = Letters.bytes(other) {
            return Letters.distance(bytes, others, atMost: limit)
        }
        return Letters.distance(characters, Array(other.lowercased()), atMost: limit)
    }

    private static func bytes(_ word: String) -> [UInt8]? {
        guard word.utf8.allSatisfy({ $0 < 0x80 }) else { return nil }
        return word.utf8.map { 0x41...0x5A ~= $0 ? $0 + 0x20 : $0 }
    }

    /// The optimal string alignment distance of two words; `nil` when it is greater than `limit`.
    private static func distance<Letter: Equatable>(
        _ left: [Letter],
        _ right: [Letter],
        atMost limit: Int
    ) -> Int? {
        if abs(left.count - right.count) > limit { return nil }
        if left.isEmpty || right.isEmpty { return max(left.count, right.count) }
        var before = [Int](repeating: 0, count: right.count + 1)
        var previous = Array(0...right.count)
        var current = before
        for row in 1...left.count {
            current[0] = row
            var least = row
            for column in 1...right.count {
                let cost = left[row - 1] == right[column - 1] ? 0 : 1
                var value = min(
                    previous[column] + 1,
                    current[column - 1] + 1,
                    previous[column - 1] + cost
                )
                if row > 1, column > 1, left[row - 1] == right[column - 2],
                    left[row - 2] == right[column - 1]
                {
                    value = min(value, before[column - 2] + 1)
                }
                current[column] = value
                least = min(least, value)
            }
            // A swap of neighbours goes back two rows, and costs as much as one of its two replacements.
            if least > limit + 1 { return nil }
            (before, previous, current) = (previous, current, before)
        }
        return previous[right.count] <= limit ? previous[right.count] : nil
    }
}
